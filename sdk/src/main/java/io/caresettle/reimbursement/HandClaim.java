package io.caresettle.reimbursement;

import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.Ruling;
import io.caresettle.policy.plan.SettlementYear;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/**
 * Where and until when a bill can be claimed by hand (手工、零星报销; R-YEAR-04, SZ 72). What is claimed
 * counts in the year in which the agency processes it.
 *
 * @param agencyArea whose agency is asked, six digits; empty where nobody knows the person's home
 * @param until last day, inclusive; empty where it is not known
 * @param article that says so, or leaves it open
 */
public record HandClaim(
    String agencyArea, Optional<LocalDate> until, String article, boolean testFigure) {

  /** Of somebody whose home nobody knows. */
  static HandClaim unknown() {
    return new HandClaim("", Optional.empty(), ClaimRule.R_SETL_03.articles(), false);
  }

  static HandClaim of(EntitlementRules home, LocalDate first, LocalDate last, ClaimRules rules) {
    Ruling<String> until = home.word(EntitlementName.HAND_CLAIM_UNTIL);
    Optional<LocalDate> end =
        year(home)
            .filter(year -> rules.keeps(ClaimRule.R_YEAR_04))
            .filter(year -> until instanceof Ruling.Said)
            .map(year -> lastDayOfTheNext(year, first, last));
    boolean testFigure = until instanceof Ruling.Said<String> said && said.testFigure();
    return new HandClaim(home.area(), end, until.source().toString(), testFigure);
  }

  /** Last day of the settlement year that a visit counts in, where the area says. */
  static Optional<LocalDate> lastDayOfTheYear(
      EntitlementRules home, LocalDate first, LocalDate last) {
    return year(home).map(year -> year.starts().atYear(year.of(first, last) + 1).minusDays(1));
  }

  private static LocalDate lastDayOfTheNext(SettlementYear year, LocalDate first, LocalDate last) {
    return year.starts().atYear(year.of(first, last) + 2).minusDays(1);
  }

  private static Optional<SettlementYear> year(EntitlementRules home) {
    if (!(home.day(EntitlementName.YEAR_STARTS) instanceof Ruling.Said<MonthDay> starts)) {
      return Optional.empty();
    }
    boolean byDischarge =
        home.word(EntitlementName.STAY_COUNTS_BY) instanceof Ruling.Said<String> said
            && said.value().equals("discharge");
    return Optional.of(new SettlementYear(starts.value(), byDischarge));
  }
}
