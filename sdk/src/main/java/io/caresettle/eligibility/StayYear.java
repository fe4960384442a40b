package io.caresettle.eligibility;

import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.Ruling;

/** In whose settlement year a stay over the turn of the year counts (R-YEAR-02). */
final class StayYear {

  private StayYear() {}

  /** The discharge's, where the area says so (NT 41¶1(3)); else the day of service has it. */
  static boolean isThatOfDischarge(EntitlementRules home) {
    return home.word(EntitlementName.STAY_COUNTS_BY) instanceof Ruling.Said<String> said
        && said.value().equals("discharge");
  }
}
