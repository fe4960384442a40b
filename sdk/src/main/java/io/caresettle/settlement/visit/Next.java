package io.caresettle.settlement.visit;

/** The next thing to do with a visit. */
sealed interface Next {

  /** All is as it is wanted. */
  record Done() implements Next {}

  /** Find out what became of this call, or of its undo: nothing else is allowed before. */
  record Ask(VisitSteps.Step step) implements Next {}

  /**
   * Undo this call.
   *
   * @param message the transaction that undoes it
   */
  record Take(VisitSteps.Step step, String message) implements Next {}

  /** No call undoes this one: show it to a person, who says when it is gone. */
  record Person(VisitSteps.Step step) implements Next {}

  /** Go on with the visit: the new call may be sent. */
  record GoOn(String kind) implements Next {}

  /** The new call may not be sent: this kind of call does not stand, and must before it. */
  record Lacks(String kind) implements Next {}
}
