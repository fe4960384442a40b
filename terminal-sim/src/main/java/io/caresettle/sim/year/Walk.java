package io.caresettle.sim.year;

import io.caresettle.sim.entitle.Category;
import java.util.List;

/** What somebody is in life, as far as the insurance tells people apart. */
enum Walk {
  ACTIVE("在职职工", "active employees", 26, 24, 58),
  RETIRED("退休职工", "retired employees", 15, 56, 90),
  FLEXIBLE("灵活就业人员", "flexible workers", 12, 24, 58),
  UNEMPLOYED("领取失业金人员", "unemployed on benefit", 4, 24, 56),
  HOSPITAL_ONLY("仅住院保险", "insured for stays only", 3, 40, 62),
  SOLDIER("残疾军人", "disabled soldiers", 3, 30, 70),
  ADULT("成年居民", "adult residents", 11, 24, 59),
  ELDERLY("老年居民", "elderly residents", 10, 61, 92),
  STUDENT("大学生", "students", 5, 18, 22),
  CHILD("少年儿童", "children", 5, 1, 16),
  NEWBORN("新生儿", "newborns", 3, 0, 0),
  CHANGED("居民转职工", "resident, then employee", 3, 24, 50);

  final String zh;
  final String en;
  final int weight;
  final int youngest;
  final int oldest;

  Walk(String zh, String en, int weight, int youngest, int oldest) {
    this.zh = zh;
    this.en = en;
    this.weight = weight;
    this.youngest = youngest;
    this.oldest = oldest;
  }

  static Walk of(Dice dice) {
    List<Walk> all = List.of(values());
    return all.get(dice.weighted(all.stream().map(walk -> walk.weight).toList()));
  }

  /** Whether somebody begins the year in the employees' scheme. */
  boolean isEmployed() {
    return switch (this) {
      case ACTIVE, RETIRED, FLEXIBLE, UNEMPLOYED, HOSPITAL_ONLY, SOLDIER -> true;
      case ADULT, ELDERLY, STUDENT, CHILD, NEWBORN, CHANGED -> false;
    };
  }

  boolean isGrown() {
    return this != CHILD && this != NEWBORN && this != STUDENT;
  }

  boolean isOld() {
    return this == RETIRED || this == ELDERLY;
  }

  /** What the residents' scheme calls such a person. */
  Category asResident() {
    return switch (this) {
      case ELDERLY -> Category.ELDERLY;
      case STUDENT -> Category.STUDENT;
      case CHILD -> Category.CHILD;
      case NEWBORN -> Category.NEWBORN;
      default -> Category.ADULT;
    };
  }
}
