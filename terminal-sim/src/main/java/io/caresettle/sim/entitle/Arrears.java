package io.caresettle.sim.entitle;

import io.caresettle.sim.entitle.History.Employee;
import io.caresettle.sim.entitle.History.Unpaid;
import io.caresettle.sim.entitle.Interruption.Bearer;
import io.caresettle.sim.entitle.Interruption.Cause;
import io.caresettle.sim.entitle.Interruption.Scope;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What months that were not paid interrupt, and whether it is made good (R-ELIG-10 to 12, 14, 15).
 *
 * <p>Months that follow one another are one gap. It begins with the month after the first of them,
 * lasts until the money for all of them has come, and is made good when that is within the window,
 * whose first month is the first unpaid one: so NT 12¶2 counts, and SZ 21 and NT 11¶2, which only
 * name the number, are read alike. What is never made up is never over.
 *
 * @param starts by whose word benefits begin again that were paid for on a day
 */
record Arrears(Law law, Function<LocalDate, Law> starts) {

  /** Months of one gap. */
  private record Gap(YearMonth first, Optional<LocalDate> madeUp) {}

  List<Interruption> of(Employee enrolment) {
    boolean own = enrolment.kind() == Kind.FLEXIBLE;
    CentreRule stops = own ? CentreRule.R_ELIG_12 : CentreRule.R_ELIG_10;
    if (!law.asks(stops)) {
      return List.of();
    }
    List<Interruption> all = new ArrayList<>();
    for (Gap gap : gaps(enrolment.unpaid())) {
      Interruption stopped = own ? own(gap) : employers(gap);
      if (!stopped.dates().empty()) {
        all.add(stopped);
      }
    }
    return all;
  }

  private static List<Gap> gaps(List<Unpaid> unpaid) {
    List<Gap> gaps = new ArrayList<>();
    YearMonth last = YearMonth.of(1, 1);
    for (Unpaid month : unpaid.stream().sorted(Comparator.comparing(Unpaid::month)).toList()) {
      Optional<Gap> open =
          gaps.isEmpty() ? Optional.empty() : Optional.of(gaps.get(gaps.size() - 1));
      boolean goesOn =
          last.plusMonths(1).equals(month.month())
              && open.filter(g -> stillOpen(g, month.month())).isPresent();
      if (goesOn) {
        Gap before = gaps.remove(gaps.size() - 1);
        gaps.add(new Gap(before.first(), later(before.madeUp(), month.madeUp())));
      } else {
        gaps.add(new Gap(month.month(), month.madeUp()));
      }
      last = month.month();
    }
    return gaps;
  }

  private static boolean stillOpen(Gap gap, YearMonth month) {
    return gap.madeUp().map(day -> day.isAfter(month.atEndOfMonth())).orElse(true);
  }

  private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
    return one.isEmpty() || other.isEmpty()
        ? Optional.empty()
        : Optional.of(one.get().isAfter(other.get()) ? one.get() : other.get());
  }

  private Interruption employers(Gap gap) {
    Optional<LocalDate> resumes = gap.madeUp().map(new EmployeeStart(law)::afterMakingUp);
    return interruption(
        gap, "employer", resumes, Cause.EMPLOYER_ARREARS, Bearer.EMPLOYER, CentreRule.R_ELIG_11);
  }

  /** NT 12¶2 keeps for the next month only who pays again after the window. */
  private Interruption own(Gap gap) {
    Optional<YearMonth> lastPaid = Optional.of(gap.first().minusMonths(1));
    Optional<LocalDate> resumes =
        gap.madeUp()
            .flatMap(
                day ->
                    madeGood(gap, "flexible", CentreRule.R_ELIG_12)
                        ? Optional.of(day.plusDays(1))
                        : new EmployeeStart(starts.apply(day))
                            .flexible(day, false, lastPaid, false)
                            .from());
    return interruption(
        gap, "flexible", resumes, Cause.OWN_ARREARS, Bearer.PERSON, CentreRule.R_ELIG_12);
  }

  private Interruption interruption(
      Gap gap,
      String who,
      Optional<LocalDate> resumes,
      Cause cause,
      Bearer bearer,
      CentreRule makesGood) {
    Law.Point<String> stops = law.word("arrears.stops", "month-after-unpaid");
    if (!stops.value().equals("month-after-unpaid")) {
      throw Law.noSuchWord("arrears.stops", stops.value());
    }
    int window = law.number(who + ".make-up").orElse(0);
    boolean payable = isPayable(who, makesGood);
    boolean madeGood = madeGood(gap, who, makesGood);
    Optional<LocalDate> remedyUntil =
        payable
            ? Optional.of(gap.first().minusMonths(1).plusMonths(window).atEndOfMonth())
            : Optional.empty();
    return new Interruption(
        new Dates(gap.first().plusMonths(1).atDay(1), resumes.map(day -> day.minusDays(1))),
        whileSuspended(),
        cause,
        law.asks(CentreRule.R_ELIG_15) ? Optional.of(bearer) : Optional.empty(),
        madeGood,
        remedyUntil,
        gap.madeUp(),
        madeGood
            ? makesGood
            : cause == Cause.OWN_ARREARS ? CentreRule.R_ELIG_12 : CentreRule.R_ELIG_10,
        madeGood ? law.citation(who + ".make-up") : stops.citation(),
        law.notPublished("arrears.stops", who + ".make-up", who + ".gap", "suspended.account"));
  }

  private boolean isPayable(String who, CentreRule makesGood) {
    return law.asks(makesGood)
        && law.number(who + ".make-up").orElse(0) > 0
        && law.is(who + ".gap", "payable", "not-payable");
  }

  private boolean madeGood(Gap gap, String who, CentreRule makesGood) {
    int window = law.number(who + ".make-up").orElse(0);
    return isPayable(who, makesGood)
        && gap.madeUp()
            .map(day -> Joined.isWithin(window, gap.first().minusMonths(1), day))
            .orElse(false);
  }

  /** R-ELIG-14: what a suspension closes. */
  Scope whileSuspended() {
    return law.asks(CentreRule.R_ELIG_14) && law.is("suspended.account", "usable", "closed")
        ? Scope.POOL
        : Scope.ALL;
  }
}
