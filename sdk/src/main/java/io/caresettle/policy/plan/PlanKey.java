package io.caresettle.policy.plan;

/** What a plan is for. */
public record PlanKey(
    String area, Scheme scheme, InsuredCategory category, CareType care, InstitutionLevel level) {

  @Override
  public String toString() {
    return "area " + area + ", " + scheme + ", " + category + ", " + care + ", " + level;
  }
}
