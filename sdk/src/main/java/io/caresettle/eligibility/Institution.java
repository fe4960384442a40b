package io.caresettle.eligibility;

import io.caresettle.policy.plan.InstitutionLevel;

/**
 * A designated institution (定点医药机构): a hospital or a pharmacy under agreement.
 *
 * @param code 12 digits or capital letters
 * @param area the pooling area it lies in, six digits, or {@code test}
 * @param grade which funds it may draw on (SZ 62)
 */
public record Institution(
    String code, String name, String area, Kind kind, InstitutionLevel level, Grade grade) {

  /** Hospital or pharmacy. */
  public enum Kind {
    HOSPITAL,
    PHARMACY
  }

  /** A to D: from all funds down to the personal account alone (SZ 62¶1). Pharmacies start at B. */
  public enum Grade {
    A,
    B,
    C,
    D
  }
}
