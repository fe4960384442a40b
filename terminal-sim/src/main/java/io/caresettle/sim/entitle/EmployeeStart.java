package io.caresettle.sim.entitle;

import io.caresettle.sim.entitle.History.Employee;
import io.caresettle.sim.entitle.Law.Point;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * From when money that arrived gives an employee's benefits (R-ELIG-01 to 04).
 *
 * @param law by which a benefit begins; of a flexible worker who waits that of {@link WaitingLaw}
 */
record EmployeeStart(Law law) {

  /**
   * @param lastPaid the last month paid before, if any
   * @param joined it counts as one with the enrolment before
   */
  Start pool(Employee enrolment, Optional<YearMonth> lastPaid, boolean joined) {
    return enrolment.kind() == Kind.FLEXIBLE
        ? flexible(enrolment.arrived(), enrolment.first(), lastPaid, joined)
        : byEmployer(enrolment.arrived());
  }

  /** R-ELIG-01. */
  Start byEmployer(LocalDate arrived) {
    CentreRule rule = CentreRule.R_ELIG_01;
    Point<String> starts = law.word("employee.starts", "month-after-arrival");
    String how = law.asks(rule) ? starts.value() : "on-arrival";
    LocalDate from =
        switch (how) {
          case "on-arrival" -> arrived;
          case "day-after-arrival" -> arrived.plusDays(1);
          case "month-after-arrival" -> Law.monthAfter(arrived);
          default -> throw Law.noSuchWord("employee.starts", how);
        };
    return Start.on(
        from,
        Note.of(
            rule,
            starts,
            "单位缴费到账后自" + from + "起享受",
            "the employer's money arrived: covered from " + from));
  }

  /**
   * From when an employer's making up counts: as the first money, and where no text says that, from
   * the day after, for what a text says of making up is that benefits then go on (SH 15¶1).
   */
  LocalDate afterMakingUp(LocalDate arrived) {
    boolean goesOn =
        law.ordinance().word("employee.starts") instanceof Said.NotPublished
            && law.ordinance().word("employer.gap") instanceof Said.Is;
    return goesOn ? arrived.plusDays(1) : byEmployer(arrived).from().orElseThrow();
  }

  /** R-ELIG-02, R-ELIG-03. */
  Start flexible(LocalDate arrived, boolean first, Optional<YearMonth> lastPaid, boolean joined) {
    Point<String> starts = law.word("flexible.starts", "after-waiting");
    return switch (starts.value()) {
      case "month-after-arrival" -> {
        CentreRule rule = CentreRule.R_ELIG_03;
        LocalDate from = law.asks(rule) ? Law.monthAfter(arrived) : arrived.plusDays(1);
        yield Start.on(
            from,
            Note.of(
                rule,
                starts,
                "灵活就业人员自到账次月起享受（" + from + "）",
                "a flexible worker: covered from the month after arrival, " + from));
      }
      case "after-waiting" -> afterWaiting(arrived, first, lastPaid, joined);
      default -> throw Law.noSuchWord("flexible.starts", starts.value());
    };
  }

  private Start afterWaiting(
      LocalDate arrived, boolean first, Optional<YearMonth> lastPaid, boolean joined) {
    CentreRule rule = CentreRule.R_ELIG_02;
    String citation = law.citation("flexible.waiting");
    boolean spared = joined || (!first && isShortGap(arrived, lastPaid));
    if (spared || !law.asks(rule)) {
      LocalDate from = arrived.plusDays(1);
      return Start.on(
          from, Note.of(rule, citation, "不设等待期，自" + from + "起享受", "no waiting: from " + from));
    }
    return law.number("flexible.waiting")
        .map(months -> arrived.plusMonths(months).plusDays(1))
        .map(
            from ->
                Start.on(
                    from,
                    Note.of(
                        rule,
                        citation,
                        "待遇等待期满后自" + from + "起享受",
                        "covered when the waiting is over, from " + from)))
        .orElseGet(() -> Start.notPublished(rule, "flexible.waiting"));
  }

  private boolean isShortGap(LocalDate arrived, Optional<YearMonth> lastPaid) {
    int spares = law.number("flexible.no-waiting-gap").orElse(0);
    return lastPaid.map(month -> Joined.isWithin(spares, month, arrived)).orElse(false);
  }

  /** R-ELIG-04, R-ELIG-21: the account's first day. */
  Optional<LocalDate> account(Employee enrolment, Optional<LocalDate> pool) {
    if (enrolment.kind() == Kind.HOSPITAL_ONLY && law.asks(CentreRule.R_ELIG_21)) {
      return Optional.empty();
    }
    boolean atOnce =
        enrolment.kind() == Kind.FLEXIBLE
            && law.asks(CentreRule.R_ELIG_04)
            && law.is("flexible.account-starts", "on-arrival", "with-pool");
    // Days that were joined up (R-ELIG-13) lie before the money.
    return atOnce
        ? Optional.of(enrolment.arrived())
            .filter(on -> pool.map(on::isBefore).orElse(true))
            .or(() -> pool)
        : pool;
  }
}
