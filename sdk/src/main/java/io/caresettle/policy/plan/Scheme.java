package io.caresettle.policy.plan;

/** Which insurance (险种类型). */
public enum Scheme {
  /** 职工基本医疗保险. */
  EMPLOYEE,
  /** 城乡居民基本医疗保险. */
  RESIDENT
}
