package io.caresettle.settlement.visit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The calls of one visit, in the order in which they were begun: the fold of their records.
 *
 * @param steps all of them, also those that are undone
 */
record VisitSteps(List<Step> steps) {

  /** What is known of a call. */
  enum State {
    /** Sent, or perhaps sent, and nobody knows. */
    UNKNOWN,
    /** It stands. */
    STANDING,
    /** Its undo was sent, and nobody knows. */
    UNDO_UNKNOWN,
    /** It never arrived, was refused, or is undone. */
    GONE
  }

  /**
   * One call.
   *
   * @param messageId its own
   */
  record Step(String messageId, String kind, State state) {

    Step as(State now) {
      return new Step(messageId, kind, now);
    }

    boolean mayStand() {
      return state != State.GONE;
    }
  }

  VisitSteps {
    steps = List.copyOf(steps);
    Set<String> ids = new HashSet<>();
    for (Step step : steps) {
      if (!ids.add(step.messageId())) {
        throw new IllegalArgumentException("Two calls have the message " + step.messageId());
      }
    }
  }

  static VisitSteps none() {
    return new VisitSteps(List.of());
  }

  /** One call more. */
  VisitSteps with(Step step) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return new VisitSteps(more);
  }

  /** The same calls, of which one is known to be so now. */
  VisitSteps with(String messageId, State now) {
    if (steps.stream().noneMatch(step -> step.messageId().equals(messageId))) {
      throw new IllegalArgumentException("No call has the message " + messageId);
    }
    return new VisitSteps(
        steps.stream().map(s -> s.messageId().equals(messageId) ? s.as(now) : s).toList());
  }
}
