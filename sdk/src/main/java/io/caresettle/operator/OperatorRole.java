package io.caresettle.operator;

import static io.caresettle.operator.Permission.ACCEPT_DIFFERENCE;
import static io.caresettle.operator.Permission.APPROVE_CANCELLATION;
import static io.caresettle.operator.Permission.CANCEL;
import static io.caresettle.operator.Permission.END_DAY;
import static io.caresettle.operator.Permission.EXPORT_EVIDENCE;
import static io.caresettle.operator.Permission.GIVE_CARE;
import static io.caresettle.operator.Permission.HAND_OVER;
import static io.caresettle.operator.Permission.IDENTIFY;
import static io.caresettle.operator.Permission.MERGE;
import static io.caresettle.operator.Permission.OVERRIDE_FAILURES;
import static io.caresettle.operator.Permission.QUOTE;
import static io.caresettle.operator.Permission.RECORD_CONSENT;
import static io.caresettle.operator.Permission.REGISTER_EMERGENCY;
import static io.caresettle.operator.Permission.REPORT_FOUND;
import static io.caresettle.operator.Permission.REPORT_LOST;
import static io.caresettle.operator.Permission.RESOLVE_NOT_WANTED;
import static io.caresettle.operator.Permission.RESOLVE_WANTED;
import static io.caresettle.operator.Permission.SETTLE;

import java.util.Set;

/**
 * What somebody is at a counter, and so what they may do (R-DATA-06, SZ 66). The law leaves the
 * table to the institution; this one keeps apart who takes money and who undoes or gives out.
 */
public enum OperatorRole {
  /** 收费员. */
  CASHIER(
      IDENTIFY,
      QUOTE,
      RECORD_CONSENT,
      SETTLE,
      RESOLVE_WANTED,
      REGISTER_EMERGENCY,
      REPORT_LOST,
      CANCEL,
      HAND_OVER),
  /** 药师: knows who is there and what it will cost, and takes no money. */
  PHARMACIST(IDENTIFY, QUOTE, RECORD_CONSENT, REPORT_LOST, HAND_OVER),
  /** 主管: whatever a cashier may, and what a cashier may not decide alone. */
  SUPERVISOR(
      IDENTIFY,
      QUOTE,
      RECORD_CONSENT,
      SETTLE,
      RESOLVE_WANTED,
      RESOLVE_NOT_WANTED,
      ACCEPT_DIFFERENCE,
      EXPORT_EVIDENCE,
      REGISTER_EMERGENCY,
      MERGE,
      OVERRIDE_FAILURES,
      REPORT_LOST,
      REPORT_FOUND,
      GIVE_CARE,
      CANCEL,
      APPROVE_CANCELLATION,
      END_DAY,
      HAND_OVER),
  /** 护理员: knows who is there and gives long-term care, and takes no money. */
  CAREGIVER(IDENTIFY, GIVE_CARE, REPORT_LOST, HAND_OVER),
  /** 管理员: keeps the machine, and serves nobody. */
  ADMINISTRATOR(EXPORT_EVIDENCE, HAND_OVER);

  @SuppressWarnings("ImmutableEnumChecker") // Set.of gives one that nobody can change.
  private final Set<Permission> permissions;

  OperatorRole(Permission... permissions) {
    this.permissions = Set.of(permissions);
  }

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }
}
