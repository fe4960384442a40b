package io.caresettle.sim.entitle;

import io.caresettle.sim.entitle.Interruption.Scope;
import io.caresettle.sim.entitle.Verdict.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What one enrolment gives, by its dates.
 *
 * @param from the pool's first day; empty where nobody published what would tell
 * @param to the last day of pool and account
 * @param accountFrom empty where there is no account
 * @param category on the day of service
 * @param criticalIllness the days of the second layer
 * @param begins why from that day
 * @param onAccount what is to be said of its account beside that
 */
public record Cover(
    Scheme scheme,
    Kind kind,
    String area,
    Category category,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<LocalDate> accountFrom,
    List<Interruption> interruptions,
    Optional<Dates> criticalIllness,
    Note begins,
    OnAccount onAccount) {

  public Cover {
    interruptions = List.copyOf(interruptions);
  }

  /**
   * What the area's text says of accounts.
   *
   * @param none why somebody who has none has none
   * @param meanwhile that it stays usable while the pool is closed, where the text says so
   */
  record OnAccount(Note none, Optional<Note> meanwhile) {

    static OnAccount of(Law law, Kind kind) {
      CentreRule rule = CentreRule.R_ELIG_21;
      // Every text that speaks of an account speaks of the employees'.
      Note none =
          kind == Kind.HOSPITAL_ONLY
              ? Note.of(
                  rule,
                  isNantongs(law) ? rule.articles() : "",
                  "原参加住院基本医疗保险的人员不设立个人账户",
                  "insured for the hospital only: there is no personal account")
              : Note.of(
                  rule,
                  law.ordinance().words("account.insurance-for").citation(),
                  "个人账户只属于职工基本医疗保险，居民没有",
                  "there is no personal account: it is the employees'");
      Law.Point<String> account = law.word("suspended.account", "closed");
      return new OnAccount(
          none,
          law.asks(CentreRule.R_ELIG_14) && account.value().equals("usable")
              ? Optional.of(
                  Note.of(
                      CentreRule.R_ELIG_14,
                      account,
                      "待遇暂停期间可以按规定使用个人账户",
                      "the account stays usable while benefits are suspended"))
              : Optional.empty());
    }

    /** Only NT 9¶2 knows those who are insured for the hospital only. */
    private static boolean isNantongs(Law law) {
      return law.ordinance().word("flexible.account-starts").citation().startsWith("NT");
    }
  }

  /**
   * Whether there is any day of it, or may be one: a premium that came when its year was over, or a
   * benefit that would have begun after the person's end, covers nothing.
   */
  boolean hasDays() {
    return from.map(first -> !new Dates(first, to).empty()).orElse(true)
        || accountFrom.map(first -> !new Dates(first, to).empty()).orElse(false);
  }

  /** Whether the pool's days cover this one, interrupted or not. */
  boolean covers(LocalDate day) {
    return from.map(first -> new Dates(first, to).cover(day)).orElse(false);
  }

  /** Whether both are the same days of one enrolment, of which one may go on for a stay. */
  public boolean isOf(Cover other) {
    return scheme == other.scheme && area.equals(other.area) && from.equals(other.from);
  }

  /** The same, going on until the end of a stay. */
  Cover forTheStayFrom(Dates stay) {
    boolean longer = stay.to().isEmpty() || to.map(stay.to().get()::isAfter).orElse(false);
    return new Cover(
        scheme,
        kind,
        area,
        category,
        from,
        longer ? stay.to() : to,
        accountFrom,
        interruptions,
        criticalIllness,
        begins,
        onAccount);
  }

  /** How the pool stands on a day. */
  public Verdict pool(LocalDate day) {
    return from.filter(first -> !day.isBefore(first)).isEmpty()
        ? Verdict.closed(begins)
        : goingOn(day, i -> i.scope().closesPool());
  }

  /** How the account stands on a day. */
  public Verdict account(LocalDate day) {
    if (accountFrom.isEmpty()) {
      boolean never = scheme == Scheme.RESIDENT || kind == Kind.HOSPITAL_ONLY;
      return Verdict.closed(never && from.isPresent() ? onAccount.none() : begins);
    }
    if (day.isBefore(accountFrom.get())) {
      return Verdict.closed(begins);
    }
    return meanwhile(day).orElseGet(() -> goingOn(day, i -> i.scope().closesAccount()));
  }

  /**
   * R-ELIG-14: between two jobs, as long as joining up would make one unbroken enrolment of both,
   * the days are no more than a suspension.
   */
  private Optional<Verdict> meanwhile(LocalDate day) {
    boolean between =
        to.map(day::isAfter).orElse(false)
            && interruptions.stream()
                .filter(i -> i.cause() == Interruption.Cause.ENDED && i.dates().cover(day))
                .anyMatch(i -> i.remedyUntil().filter(last -> !day.isAfter(last)).isPresent());
    boolean closed =
        interruptions.stream().anyMatch(i -> i.scope().closesAccount() && i.dates().cover(day));
    return between && !closed ? onAccount.meanwhile().map(Verdict::open) : Optional.empty();
  }

  private Verdict goingOn(LocalDate day, Predicate<Interruption> closes) {
    if (to.map(day::isAfter).orElse(false)) {
      return Verdict.closed(
          Note.of(begins.rule(), begins.citation(), "参保待遇已于该日前终止", "the enrolment is over")
              .until(to.get()));
    }
    List<Interruption> now =
        interruptions.stream().filter(closes).filter(i -> i.dates().cover(day)).toList();
    if (now.isEmpty()) {
      return Verdict.open(begins);
    }
    return now.stream()
        .filter(i -> !i.payableAfterwards())
        .findFirst()
        .map(i -> Verdict.closed(i.note()))
        .orElseGet(() -> new Verdict(State.PAYABLE_AFTERWARDS, now.get(0).note()));
  }

  /** Whether all that closes the pool on a day was made good before a bill of it is sent. */
  boolean isMadeGoodBefore(LocalDate sent, LocalDate day) {
    return interruptions.stream()
        .filter(i -> i.scope().closesPool() && i.dates().cover(day))
        .allMatch(i -> i.isMadeGoodBefore(sent));
  }

  /** Whether long-term care is settled for this person on a day. */
  public boolean longTermCareSuspended(LocalDate day) {
    return interruptions.stream()
        .anyMatch(i -> i.scope() == Scope.LONG_TERM_CARE && i.dates().cover(day));
  }
}
