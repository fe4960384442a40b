package io.caresettle.policy.plan;

/**
 * A step as it runs: its numbers at hand, its neighbours known. Stateless; all that changes is in
 * the caller's sheet and working.
 */
abstract class Operation {

  /** Place of the step in its plan. */
  final int index;

  Operation(int index) {
    this.index = index;
  }

  abstract void run(Sheet sheet, Working working);
}
