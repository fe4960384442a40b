package io.caresettle.policy.plan;

/** What a plan is for. */
public record PlanKey(
    String area,
    Scheme scheme,
    InsuredCategory category,
    CareType care,
    InstitutionLevel level,
    Circumstances circumstances) {

  /** In ordinary circumstances. */
  public PlanKey(
      String area, Scheme scheme, InsuredCategory category, CareType care, InstitutionLevel level) {
    this(area, scheme, category, care, level, Circumstances.ORDINARY);
  }

  @Override
  public String toString() {
    String usual = "area " + area + ", " + scheme + ", " + category + ", " + care + ", " + level;
    return circumstances.equals(Circumstances.ORDINARY) ? usual : usual + ", " + circumstances;
  }
}
