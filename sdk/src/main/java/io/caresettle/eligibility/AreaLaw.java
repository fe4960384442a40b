package io.caresettle.eligibility;

import io.caresettle.money.Payer;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.Scheme;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each area says about entitlement: of the person's home and of the place of care. */
@FunctionalInterface
public interface AreaLaw {

  /**
   * What the area says on a day. An area of which nothing is known is {@link
   * EntitlementRules#silent silent}: then whatever rests on its word stays closed.
   */
  EntitlementRules on(String area, LocalDate day);

  /** Emergency orders that the area knows of, whenever they hold (R-SCOPE-12, JS 32). */
  default List<EmergencyOrder> orders(String area) {
    return List.of();
  }

  /**
   * The groups of persons that the area's packs name for this care, each with whatever pays beside
   * the pool for its members, civil-servant subsidy or supplements; {@code none} stands for
   * everybody. A group that is not named has no benefits of its own.
   */
  default Map<String, Set<Payer>> groups(String area, Scheme scheme, CareType care, LocalDate day) {
    return Map.of();
  }

  /**
   * Whether the limit is known up to which an institution of grade C may draw on outpatient pooling
   * (SZ 62¶1(3)). While it is not, nothing may be drawn.
   */
  default boolean knowsLimitOfGradeC(String area, LocalDate day) {
    return false;
  }
}
