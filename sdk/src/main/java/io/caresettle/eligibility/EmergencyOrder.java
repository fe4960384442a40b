package io.caresettle.eligibility;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A signed order that lifts rules for a time of emergency (R-SCOPE-12, JS 32).
 *
 * @param number by which it is named in the findings and on the slip
 * @param to last day, inclusive; empty until it is withdrawn
 * @param lifts what is not asked meanwhile: filing, designation, recognition or prescription, and
 *     nothing else
 */
public record EmergencyOrder(
    String number,
    String zh,
    String en,
    LocalDate from,
    Optional<LocalDate> to,
    Set<EligibilityRule> lifts)
    implements Dated {

  private static final Set<EligibilityRule> LIFTABLE =
      EnumSet.of(
          EligibilityRule.R_OFF_03,
          EligibilityRule.R_INST_02,
          EligibilityRule.R_INST_08,
          EligibilityRule.R_SCOPE_10,
          EligibilityRule.R_RX_01);

  /**
   * @throws IllegalArgumentException when it lifts what no emergency lifts
   */
  public EmergencyOrder {
    lifts = Set.copyOf(lifts);
    if (!LIFTABLE.containsAll(lifts)) {
      throw new IllegalArgumentException(
          "Order " + number + " lifts " + lifts + "; expected some of " + LIFTABLE);
    }
  }
}
