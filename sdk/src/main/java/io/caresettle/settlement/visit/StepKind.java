package io.caresettle.settlement.visit;

import java.util.Set;

/**
 * One kind of call of a visit, as a centre's table has it.
 *
 * @param name the transaction, such as 2204 or REGISTER
 * @param undo how it is undone
 * @param repeat what a second undo does
 * @param money whether money moves: such a step is undone before all that is none
 * @param needs kinds that this one rests on: of those that the visit has, one of each must stand
 *     before it, and none is undone while it may stand
 * @param blindly whether it may be undone without knowing that it stands
 */
record StepKind(
    String name, Undo undo, Repeat repeat, boolean money, Set<String> needs, boolean blindly) {

  StepKind {
    needs = Set.copyOf(needs);
    if (blindly && (undo instanceof Undo.ByPerson || repeat == Repeat.UNKNOWN)) {
      throw new IllegalArgumentException(
          "The undo of " + name + " may do harm to what is not there: ask for the step first");
    }
  }

  /** Tells whether only a person can undo it. */
  boolean byPerson() {
    return undo instanceof Undo.ByPerson;
  }

  boolean leavesNothing() {
    return undo instanceof Undo.Nothing;
  }

  /** Which call undoes it; empty where none does. */
  String undoMessage() {
    if (undo instanceof Undo.ByMessage m) {
      return m.message();
    }
    return undo instanceof Undo.ByTransaction t ? t.message() : "";
  }
}
