package io.caresettle.problem;

/**
 * The centre said no before any money was asked for: at sign-in, at the look-up of a person, or at
 * the trial. It is the turn of the cashier, who does what {@link #next} says.
 *
 * <p>A refused settlement is no exception: it is an ending of its own.
 */
public final class CentreRefused extends SettlementException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String zh;
  private final String en;
  private final String legalBasis;
  private final NextStep next;

  /**
   * @param zh the centre's reason, passed on as it came
   * @param legalBasis text, article and paragraph; empty where no article decides
   */
  public CentreRefused(String code, String zh, String en, String legalBasis, NextStep next) {
    super(zh + " / " + en + " [" + code + (legalBasis.isEmpty() ? "" : ", " + legalBasis) + "]");
    this.code = code;
    this.zh = zh;
    this.en = en;
    this.legalBasis = legalBasis;
    this.next = next;
  }

  public String code() {
    return code;
  }

  /** The centre's reason, as it came. */
  public String zh() {
    return zh;
  }

  /** The same in English. */
  public String en() {
    return en;
  }

  /** Text, article and paragraph, such as SZ 62¶1; empty where no article decides. */
  public String legalBasis() {
    return legalBasis;
  }

  public NextStep next() {
    return next;
  }
}
