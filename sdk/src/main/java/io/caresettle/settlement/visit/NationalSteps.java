package io.caresettle.settlement.visit;

import java.util.Set;

/**
 * The calls of the national interface. Nothing public says what a second undo does, so all of them
 * count as unknown but the one whose refusal says that it was done.
 */
final class NationalSteps {

  private static final Undo NOTHING = new Undo.Nothing();

  /** Any call of any visit that leaves something behind. */
  static final StepTable TABLE =
      StepTable.of(
          step("2201", "2202", Set.of()),
          new StepKind("2203", NOTHING, Repeat.HARMLESS, false, Set.of("2201"), true),
          // By batch. Never all batches at once while a settlement of the visit exists.
          step("2204", "2205", Set.of("2201")),
          new StepKind("2206", NOTHING, Repeat.HARMLESS, false, Set.of("2201", "2204"), true),
          new StepKind(
              "2207",
              new Undo.ByTransaction("2208"),
              Repeat.REFUSED_AS_DONE,
              true,
              Set.of("2201", "2204"),
              false),
          step("2401", "2404", Set.of()),
          step("2301", "2302", Set.of("2401")),
          step("2402", "2405", Set.of("2401", "2301")),
          new StepKind("2303", NOTHING, Repeat.HARMLESS, false, Set.of("2401", "2301"), true),
          money("2304", "2305", Set.of("2401", "2301", "2402")),
          new StepKind("2101", NOTHING, Repeat.HARMLESS, false, Set.of(), true),
          money("2102", "2103", Set.of()),
          // The packs sold name the settlement. Which goes first is said nowhere; they do, as in
          // the order of a whole visit.
          step("3505", "3506", Set.of("2102", "2207")),
          // Stock counted and changed.
          step("3501", "3507", Set.of()),
          step("3502", "3507", Set.of("3501")),
          // A prescription sent, and one written off, of which no undo is published.
          step("7101", "7104", Set.of()),
          new StepKind("7206", new Undo.ByPerson(), Repeat.UNKNOWN, false, Set.of(), false));

  private NationalSteps() {}

  private static StepKind step(String name, String undo, Set<String> needs) {
    return new StepKind(name, new Undo.ByTransaction(undo), Repeat.UNKNOWN, false, needs, false);
  }

  private static StepKind money(String name, String undo, Set<String> needs) {
    return new StepKind(name, new Undo.ByTransaction(undo), Repeat.UNKNOWN, true, needs, false);
  }
}
