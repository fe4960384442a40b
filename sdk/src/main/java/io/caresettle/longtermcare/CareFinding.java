package io.caresettle.longtermcare;

/**
 * Why a care visit cannot go on, by one rule.
 *
 * @param detail what was found and expected, Chinese with English beside it, without any personal
 *     data; may be empty
 */
public record CareFinding(CareRule rule, String detail) {

  /** For the caregiver's screen: words, detail, rule and articles. */
  public String told() {
    return rule.zh()
        + " / "
        + rule.en()
        + (detail.isEmpty() ? "" : " (" + detail + ")")
        + " ["
        + rule.id()
        + ", "
        + rule.articles()
        + "]";
  }
}
