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
            + " leaves to an instrument that this pack does not know");
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
