package io.caresettle.policy.plan;

/**
 * What a plan is for.
 *
 * @param category as the scheme calls it, whatever it was given as: see {@link InsuredCategory#in}
 */
public record PlanKey(
    String area,
    Scheme scheme,
    InsuredCategory category,
    CareType care,
    InstitutionLevel level,
    Circumstances circumstances) {

  public PlanKey {
    category = category.in(scheme);
  }

  /** In ordinary circumstances. */
  public PlanKey(
      String area, Scheme scheme, InsuredCategory category, CareType care, InstitutionLevel level) {
    this(area, scheme, category, care, level, Circumstances.ORDINARY);
  }

  @Override
  public String toString() {
    String usual = "area " + area + ", " + scheme + ", " + category + ", " + care + ", " + level;
    StringBuilder text = new StringBuilder(usual);
    Circumstances ordinary = Circumstances.ORDINARY;
    say(text, "group", circumstances.group(), ordinary.group());
    say(text, "aid", circumstances.aid(), ordinary.aid());
    say(text, "off-site", circumstances.offSite(), ordinary.offSite());
    say(text, "stay", circumstances.stay(), ordinary.stay());
    say(text, "grade", circumstances.grade(), ordinary.grade());
    return text.toString();
  }

  private static void say(StringBuilder text, String name, Object is, Object usual) {
    if (!is.equals(usual)) {
      text.append(", ").append(name).append(' ').append(is);
    }
  }
}
