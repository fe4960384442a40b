package io.caresettle.policy.author;

/** What a parent leaves to its children about a value. */
enum Gives {
  /** Children have it and may not state it. */
  VALUE,
  /** Children have it unless they state their own. */
  DEFAULT,
  /** Every child states its own, within these bounds. */
  RANGE
}
