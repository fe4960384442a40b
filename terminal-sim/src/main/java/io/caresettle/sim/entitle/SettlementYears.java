package io.caresettle.sim.entitle;

import io.caresettle.sim.entitle.History.Stay;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/** In which year a cost counts, and how long it may be claimed by hand (R-YEAR-01, 02, 04). */
record SettlementYears(Law law) {

  private static final MonthDay NEW_YEAR = MonthDay.of(1, 1);

  /** The settlement year that a day lies in, by its first day. */
  Dates yearOf(LocalDate day) {
    MonthDay starts =
        law.asks(CentreRule.R_YEAR_01) ? law.day("year.starts").orElse(NEW_YEAR) : NEW_YEAR;
    LocalDate thisYear = starts.atYear(day.getYear());
    LocalDate from = day.isBefore(thisYear) ? starts.atYear(day.getYear() - 1) : thisYear;
    return Dates.between(from, from.plusYears(1).minusDays(1));
  }

  /** The year in which a day's cost counts; that of the discharge, where the area says so. */
  Dates countsIn(LocalDate day, Optional<Stay> stay) {
    boolean byDischarge =
        law.asks(CentreRule.R_YEAR_02) && law.is("stay.counts-by", "discharge", "service");
    return yearOf(stay.filter(s -> byDischarge).flatMap(s -> s.dates().to()).orElse(day));
  }

  /** The last day for a claim by hand; empty where nobody published it (only SZ 72¶3 does). */
  Optional<LocalDate> claimUntil(LocalDate day) {
    if (!law.asks(CentreRule.R_YEAR_04)
        || !(law.ordinance().word("hand-claim.until") instanceof Said.Is<String> until)) {
      return Optional.empty();
    }
    if (!until.value().equals("end-of-next-year")) {
      throw Law.noSuchWord("hand-claim.until", until.value());
    }
    return Optional.of(yearOf(day).from().plusYears(2).minusDays(1));
  }
}
