package io.caresettle.policy.plan;

/** Level of an institution (级别); a pharmacy counts as level 1 and community. */
public enum InstitutionLevel {
  /** 一级及社区. */
  LEVEL_1,
  /** 二级. */
  LEVEL_2,
  /** 三级. */
  LEVEL_3
}
