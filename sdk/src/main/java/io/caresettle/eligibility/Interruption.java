package io.caresettle.eligibility;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days within an enrolment on which something of it may not be used (暂停享受待遇), by the centre's word.
 *
 * @param to last day, inclusive; empty while nobody knows
 * @param payableAfterwards whether costs of these days may still be paid, once what was missing is
 *     there (R-ELIG-11)
 * @param legalBasis the article by which the centre decided, such as SZ 21¶1; may be empty
 * @param mayBeMadeGoodUntil last day on which what is missing may come, so that these days are paid
 *     after all; empty where nothing makes them good, or the centre does not say
 * @param madeGoodOn the day on which all that was missing had come, be it in time or not; empty
 *     while it has not
 */
public record Interruption(
    LocalDate from,
    Optional<LocalDate> to,
    Scope scope,
    Cause cause,
    boolean payableAfterwards,
    String legalBasis,
    Optional<LocalDate> mayBeMadeGoodUntil,
    Optional<LocalDate> madeGoodOn)
    implements Dated {

  /** Days of which the centre says nothing about making them good. */
  public Interruption(
      LocalDate from,
      Optional<LocalDate> to,
      Scope scope,
      Cause cause,
      boolean payableAfterwards,
      String legalBasis) {
    this(from, to, scope, cause, payableAfterwards, legalBasis, Optional.empty(), Optional.empty());
  }

  /** The same, where the centre says until when it may be made good. */
  public Interruption mayBeMadeGoodUntil(LocalDate last) {
    return new Interruption(
        from, to, scope, cause, payableAfterwards, legalBasis, Optional.of(last), madeGoodOn);
  }

  /** The same, once all that was missing has come. */
  public Interruption madeGoodOn(LocalDate day) {
    return new Interruption(
        from,
        to,
        scope,
        cause,
        payableAfterwards,
        legalBasis,
        mayBeMadeGoodUntil,
        Optional.of(day));
  }

  /**
   * Whether a bill of these days that is sent on a day is paid: what was missing came in time, and
   * before that day. On the day itself nobody knows which came first.
   */
  boolean isPaidWhenSentOn(LocalDate day) {
    return payableAfterwards && madeGoodOn.filter(day::isAfter).isPresent();
  }

  /** Whether a bill of these days may still be paid, now or later, as it is on a day. */
  boolean mayBePaidAfter(LocalDate day) {
    return payableAfterwards
        && (madeGoodOn.isPresent() || mayBeMadeGoodUntil.filter(day::isAfter).isEmpty());
  }

  /** What may not be used. */
  public enum Scope {
    POOL,
    ACCOUNT,
    ALL,
    LONG_TERM_CARE;

    boolean closesPool() {
      return this == POOL || this == ALL;
    }

    boolean closesAccount() {
      return this == ACCOUNT || this == ALL;
    }
  }

  /** Why. It decides who bears the costs meanwhile (SZ 52, JS 72). */
  public enum Cause {
    EMPLOYER_ARREARS("用人单位未足额缴费", "the employer did not pay in full"),
    OWN_ARREARS("本人未按时足额缴费", "the insured did not pay in full and in time"),
    JUDGMENT("判决服刑", "a prison sentence"),
    SANCTION("违规处理", "a sanction"),
    WAITING("待遇等待期", "the waiting period"),
    ENDED("参保关系终止", "the insurance ended");

    private final String zh;
    private final String en;

    Cause(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    public String zh() {
      return zh;
    }

    public String en() {
      return en;
    }
  }
}
