package io.caresettle.policy.plan;

/** A number that the law leaves to somebody who has not published it, as far as we know. */
public final class ParameterNotPublished extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String value;
  private final String source;

  /**
   * @param value as the pack calls it
   * @param source the article that delegates it
   */
  public ParameterNotPublished(String value, Citation source) {
    super(
        "参数未公布 / Parameter not published: "
            + value
            + ", which "
            + source
            + " leaves to an instrument that this pack does not know."
            + " 请向该条所指的经办机构查询，将数值连同文号录入政策包；在此之前按全额现金结算，"
            + "并出具供手工报销的凭证。"
            + " Ask the bureau that the article names, and enter the value in the pack with its"
            + " instrument as the figure; until then let the patient pay in full, with a slip for"
            + " a claim by hand.");
    this.value = value;
    this.source = source.toString();
  }

  public String value() {
    return value;
  }

  /** The article, such as {@code SZ 62¶1}. */
  public String source() {
    return source;
  }
}
