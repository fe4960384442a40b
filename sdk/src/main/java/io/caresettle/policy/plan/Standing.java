package io.caresettle.policy.plan;

/** Whether a value binds anybody. */
public enum Standing {
  /** 现行有效. */
  IN_FORCE,
  /** 征求意见稿: a draft, or without a first day. */
  DRAFT,
  /** 已废止. */
  REPEALED,
  /** 虚构: made up for tests. */
  FICTITIOUS
}
