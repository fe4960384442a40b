package io.caresettle.policy.plan;

import java.util.List;

/** Kind of insured person (人员类别), as the centre gives it; never derived from age. */
public enum InsuredCategory {
  /** 在职. */
  ACTIVE,
  /** 退休. */
  RETIRED,
  /** 成年居民. */
  ADULT,
  /** 老年居民. */
  ELDERLY,
  /** 大学生. */
  STUDENT,
  /** 未成年居民. */
  CHILD,
  /** 新生儿. */
  NEWBORN;

  private static final List<InsuredCategory> EMPLOYEES = List.of(ACTIVE, RETIRED);
  private static final List<InsuredCategory> RESIDENTS =
      List.of(ADULT, ELDERLY, STUDENT, CHILD, NEWBORN);

  /** The categories a scheme knows, in the order in which a pack has them. */
  public static List<InsuredCategory> of(Scheme scheme) {
    return switch (scheme) {
      case EMPLOYEE -> EMPLOYEES;
      case RESIDENT -> RESIDENTS;
    };
  }

  /** Whether a scheme has such a person, by whichever name. */
  public boolean isIn(Scheme scheme) {
    return scheme == Scheme.RESIDENT || EMPLOYEES.contains(this);
  }

  /**
   * The category as a scheme calls it: data from before residents had categories of their own call
   * an adult active, and an elderly resident retired.
   *
   * @throws IllegalArgumentException when the scheme has no such person
   */
  public InsuredCategory in(Scheme scheme) {
    if (!isIn(scheme)) {
      throw new IllegalArgumentException(
          "the category " + this + " in the scheme " + scheme + ", expected one of " + of(scheme));
    }
    if (scheme == Scheme.EMPLOYEE) {
      return this;
    }
    return switch (this) {
      case ACTIVE -> ADULT;
      case RETIRED -> ELDERLY;
      case ADULT, ELDERLY, STUDENT, CHILD, NEWBORN -> this;
    };
  }
}
