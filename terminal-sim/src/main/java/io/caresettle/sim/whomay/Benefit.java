package io.caresettle.sim.whomay;

import io.caresettle.eligibility.Institution;
import io.caresettle.eligibility.Institution.Kind;
import io.caresettle.policy.plan.CareType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A benefit that somebody may ask about. */
enum Benefit {
  OUTPATIENT("门诊", "outpatient", CareType.OUTPATIENT),
  PHARMACY("药店购药", "pharmacy", CareType.PHARMACY),
  SPECIAL("门诊特殊病", "special", CareType.SPECIAL_OUTPATIENT),
  CHRONIC("门诊慢性病", "chronic", CareType.CHRONIC_OUTPATIENT),
  INPATIENT("住院", "inpatient", CareType.INPATIENT),
  MATERNITY("生育", "maternity", CareType.MATERNITY),
  FAMILY_BED("家庭病床", "family-bed", CareType.FAMILY_BED),
  LONG_TERM_CARE("长期护理", "long-term-care");

  private final String zh;
  private final String word;
  private final Optional<CareType> care;

  Benefit(String zh, String word, CareType care) {
    this.zh = zh;
    this.word = word;
    this.care = Optional.of(care);
  }

  Benefit(String zh, String word) {
    this.zh = zh;
    this.word = word;
    this.care = Optional.empty();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Benefit::word).toList();
  }

  /** By its own word, or by that of a pack. */
  static Optional<Benefit> named(String word) {
    String plain = word.toLowerCase(Locale.ROOT).replace("-outpatient", "");
    return Arrays.stream(values()).filter(b -> b.word.equals(plain)).findFirst();
  }

  String zh() {
    return zh;
  }

  String word() {
    return word;
  }

  /** The kind of visit; long-term care is none. */
  Optional<CareType> care() {
    return care;
  }

  /** Whether such an institution gives it at all. */
  boolean isGivenAt(Institution place) {
    return switch (this) {
      case LONG_TERM_CARE -> place.kind() == Kind.CARER;
      case PHARMACY -> place.kind() == Kind.PHARMACY;
      case SPECIAL, CHRONIC -> place.kind() != Kind.CARER;
      case OUTPATIENT, INPATIENT, MATERNITY, FAMILY_BED -> place.kind() == Kind.HOSPITAL;
    };
  }
}
