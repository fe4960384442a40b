package io.caresettle.settlement.visit;

import java.util.Set;

/**
 * The calls of the sealed protocol. Each withdrawal but a registration's names the request that it
 * withdraws, which is known also where its answer was lost, and is done once however often it is
 * sent.
 */
final class SealedSteps {

  /** Any call of any visit that leaves something behind; a settlement is reversed or cancelled. */
  static final StepTable TABLE =
      StepTable.of(
          // Withdrawn by the number that its answer gave: where that is lost, it is asked for
          // first.
          new StepKind(
              "REGISTER",
              new Undo.ByTransaction("WITHDRAW_REGISTRATION"),
              Repeat.HARMLESS,
              false,
              Set.of(),
              false),
          step("RECORD_CONSENT", "WITHDRAW_CONSENT", Set.of("REGISTER")),
          new StepKind(
              "TRIAL", new Undo.Nothing(), Repeat.HARMLESS, false, Set.of("REGISTER"), true),
          new StepKind(
              "SETTLE",
              new Undo.ByMessage("REVERSE"),
              Repeat.HARMLESS,
              true,
              Set.of("REGISTER", "RECORD_CONSENT"),
              true),
          step("WRITE_OFF_PRESCRIPTION", "WITHDRAW_WRITE_OFF", Set.of("REGISTER", "SETTLE")),
          step("UPLOAD_TRACE_CODES", "WITHDRAW_TRACE_CODES", Set.of("REGISTER", "SETTLE")),
          step("UPLOAD_COSTS", "WITHDRAW_COSTS", Set.of("REGISTER")));

  private SealedSteps() {}

  private static StepKind step(String name, String undo, Set<String> needs) {
    return new StepKind(name, new Undo.ByMessage(undo), Repeat.HARMLESS, false, needs, true);
  }
}
