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
 */
public record Interruption(
    LocalDate from,
    Optional<LocalDate> to,
    Scope scope,
    Cause cause,
    boolean payableAfterwards,
    String legalBasis)
    implements Dated {

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
