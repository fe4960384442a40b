package io.caresettle.sim.entitle;

import java.time.LocalDate;
import java.util.Optional;

/** The layers after the basic one (R-ELIG-20, R-CI-02, R-CI-03). */
record Supplements(Law law) {

  /**
   * The days of the second layer: those of the first, where it must be applied for from then on.
   */
  Optional<Dates> criticalIllness(
      Optional<LocalDate> from, Optional<LocalDate> to, Optional<LocalDate> applied) {
    if (from.isEmpty() || !law.asks(CentreRule.R_ELIG_20)) {
      return Optional.empty();
    }
    if (!isByApplication()) {
      return Optional.of(new Dates(from.get(), to));
    }
    return applied
        .map(day -> new Dates(day.isAfter(from.get()) ? day : from.get(), to))
        .filter(dates -> !dates.empty());
  }

  /** Where nobody says it, nobody needs to apply: no text takes a layer away that it gives. */
  boolean isByApplication() {
    return law.is("second-layer", "on-application", "with-basic") && law.asks(CentreRule.R_CI_03);
  }

  /**
   * Whether what a person bears stays out of the base of supplements and aid: the costs that a
   * violation concerned which was dealt with (SH 20¶2). Other costs of days on which settlement is
   * suspended are not: a suspension goes before the finding (SH 53¶2), and without a violation they
   * are settled afterwards (SH 53¶3).
   */
  boolean leavesOut(History history, LocalDate day) {
    return law.yes("violation.left-out", false).value()
        && law.asks(CentreRule.R_CI_03)
        && history.sanctions().stream()
            .flatMap(sanction -> sanction.violation().stream())
            .anyMatch(days -> days.cover(day));
  }

  /** Whether a residents' threshold keeps to half of last year's income per head, in fen. */
  boolean keepsTheBound(long threshold, long incomePerHeadLastYear) {
    return !law.asks(CentreRule.R_CI_02) || threshold <= incomePerHeadLastYear / 2;
  }
}
