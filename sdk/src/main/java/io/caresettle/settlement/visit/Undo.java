package io.caresettle.settlement.visit;

/** How a step is undone. */
sealed interface Undo {

  /** It left nothing behind: a trial, or what is simply sent again. */
  record Nothing() implements Undo {}

  /**
   * By the message id of the original, so also where its answer never came.
   *
   * @param message the undo's own transaction
   */
  record ByMessage(String message) implements Undo {}

  /**
   * By a transaction that names what the original's answer gave, or what its request held.
   *
   * @param message such as 2205
   */
  record ByTransaction(String message) implements Undo {}

  /** No call is known that undoes it: a person has to see to it, after all the rest. */
  record ByPerson() implements Undo {}
}
