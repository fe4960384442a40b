package io.caresettle.policy.author;

import io.caresettle.money.Payer;
import io.caresettle.money.RoundTo;
import io.caresettle.policy.compiled.Unit;
import io.caresettle.policy.plan.StepKind;
import io.caresettle.reading.Field;
import io.caresettle.reading.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the steps read so far have in common: names, accumulators, who pays. */
final class PlanState {

  private static final String ACCUMULATOR =
      "lower-case words joined by dashes and dots, such as outpatient.pool-paid";

  private final Map<String, BoundValue> values;
  private final boolean moreValues;
  private final Set<String> owned = new HashSet<>();
  private final Set<String> limits = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  final Set<String> used = new HashSet<>();
  final Set<String> supplements = new HashSet<>();
  final List<StepKind> seen = new ArrayList<>();
  Optional<RoundTo> lineRounding = Optional.empty();
  Optional<Payer> poolPayer = Optional.empty();

  /**
   * @param moreValues whether there are values that nobody could read
   */
  PlanState(Map<String, BoundValue> values, boolean moreValues) {
    this.values = values;
    this.moreValues = moreValues;
  }

  /** A value that a step uses, in fen or as a rate. */
  Optional<String> value(Field field, boolean fen) {
    Optional<String> name = field.text();
    if (name.isEmpty()) {
      return name;
    }
    used.add(name.get());
    BoundValue bound = values.get(name.get());
    if (bound == null) {
      if (!moreValues) {
        field.fault(
            "the unknown value '" + name.get() + "'",
            Nearest.to(name.get(), values.keySet())
                .map(near -> "perhaps '" + near + "'")
                .orElse("one of " + String.join(", ", values.keySet())));
      }
    } else if (bound.unit().isPresent() && (bound.unit().get() == Unit.FEN) != fen) {
      field.fault(
          "'" + name.get() + "' in " + bound.unit().get().id(),
          fen ? "a value in fen" : "a value in basis-points or ratio");
    }
    return name;
  }

  /** An accumulator that belongs to one step. */
  Optional<String> accumulator(Field field) {
    Optional<String> name = field.text(ACCUMULATOR, HeaderBinder::dotted);
    if (name.isPresent() && (limits.contains(name.get()) || !owned.add(name.get()))) {
      field.fault("the accumulator '" + name.get() + "' a second time", "one step to grow it");
    }
    return name;
  }

  /** The accumulator of a limit, which several limits may share. */
  Optional<String> limit(Field field) {
    Optional<String> name = field.text(ACCUMULATOR, HeaderBinder::dotted);
    if (name.isPresent()) {
      limits.add(name.get());
      if (owned.contains(name.get())) {
        field.fault(
            "the accumulator '" + name.get() + "', which another step grows",
            "one of its own, or one of another limit");
      }
    }
    return name;
  }

  /** An id made of a name; a name that is there twice is told already. */
  void derivedId(String id) {
    ids.add(id);
  }

  /** An id that no other step has. */
  void id(String id, Field field) {
    if (!ids.add(id)) {
      field.fault("the id '" + id + "' a second time", "an 'id' of its own");
    }
  }
}
