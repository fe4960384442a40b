package io.caresettle.settlement.visit;

import io.caresettle.settlement.visit.VisitSteps.State;
import io.caresettle.settlement.visit.VisitSteps.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What is to be done next with a visit of several calls, by the table of its centre. */
final class Compensation {

  private Compensation() {}

  /** What brings the visit to its end with nothing of it standing. */
  static Next undoAll(StepTable table, VisitSteps visit) {
    return undo(table, visit, visit.steps());
  }

  /**
   * What undoes one call, and before it whatever needs it; the rest of the visit stays.
   *
   * @throws IllegalArgumentException when the visit has no such call
   */
  static Next undoOne(StepTable table, VisitSteps visit, String messageId) {
    Step wanted =
        visit.steps().stream()
            .filter(step -> step.messageId().equals(messageId))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("No call has the message " + messageId));
    return undo(
        table,
        visit,
        visit.steps().stream()
            .filter(step -> step.equals(wanted) || dependsOn(table, visit, step, wanted))
            .toList());
  }

  /** Whether a new call of {@code kind} may be sent now, or what has to be known before. */
  static Next goOn(StepTable table, VisitSteps visit, String kind) {
    StepKind wanted = table.kind(kind);
    for (Step step : visit.steps()) {
      // The same kind once more could be the same thing twice.
      boolean matters = wanted.needs().contains(step.kind()) || step.kind().equals(kind);
      boolean open = step.state() == State.UNKNOWN || step.state() == State.UNDO_UNKNOWN;
      if (matters && open && !table.kind(step.kind()).leavesNothing()) {
        return new Next.Ask(step);
      }
    }
    for (String needed : wanted.needs().stream().sorted().toList()) {
      boolean wasThere = visit.steps().stream().anyMatch(step -> step.kind().equals(needed));
      boolean stands =
          visit.steps().stream()
              .anyMatch(step -> step.kind().equals(needed) && step.state() == State.STANDING);
      if (wasThere && !stands) {
        return new Next.Lacks(needed);
      }
    }
    return new Next.GoOn(kind);
  }

  private static Next undo(StepTable table, VisitSteps visit, List<Step> unwanted) {
    // What only a person can undo holds up nothing else.
    Optional<Step> next =
        newest(table, visit, unwanted, StepKind::money)
            .or(() -> newest(table, visit, unwanted, kind -> !kind.byPerson()))
            .or(() -> newest(table, visit, unwanted, StepKind::byPerson));
    return next.map(step -> undo(table.kind(step.kind()), step)).orElseGet(Next.Done::new);
  }

  /** The newest call that no other one needs that may stand. */
  private static Optional<Step> newest(
      StepTable table, VisitSteps visit, List<Step> unwanted, Predicate<StepKind> of) {
    for (int i = unwanted.size() - 1; i >= 0; i--) {
      Step step = unwanted.get(i);
      StepKind kind = table.kind(step.kind());
      if (of.test(kind)
          && mayStand(table, step)
          && visit.steps().stream()
              .noneMatch(other -> mayStand(table, other) && needs(table, visit, other, step))) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  private static Next undo(StepKind kind, Step step) {
    boolean ask =
        switch (step.state()) {
          case UNKNOWN -> !kind.blindly();
          case UNDO_UNKNOWN -> !kind.repeat().maySendAgain();
          case STANDING, GONE -> false;
        };
    if (ask) {
      return new Next.Ask(step);
    }
    return kind.undo() instanceof Undo.ByPerson
        ? new Next.Person(step)
        : new Next.Take(step, kind.undoMessage());
  }

  private static boolean mayStand(StepTable table, Step step) {
    return step.mayStand() && !table.kind(step.kind()).leavesNothing();
  }

  private static boolean dependsOn(StepTable table, VisitSteps visit, Step step, Step on) {
    return needs(table, visit, step, on)
        || visit.steps().stream()
            .anyMatch(
                between ->
                    needs(table, visit, between, on)
                        && !between.equals(step)
                        && dependsOn(table, visit, step, between));
  }

  /** Only what was begun later can need a call; and a money step needs all those before it. */
  private static boolean needs(StepTable table, VisitSteps visit, Step step, Step needed) {
    StepKind later = table.kind(step.kind());
    return (later.needs().contains(needed.kind())
            || (later.money() && table.kind(needed.kind()).money()))
        && visit.steps().indexOf(step) > visit.steps().indexOf(needed);
  }
}
