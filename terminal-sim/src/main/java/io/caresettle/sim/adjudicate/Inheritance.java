package io.caresettle.sim.adjudicate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a pack is once the nation and the province have given it their values and their plan. */
final class Inheritance {

  private final List<Draft> all;

  Inheritance(List<Draft> all) {
    this.all = all;
  }

  Pack resolve(Draft draft) {
    Map<String, Value> values = values(draft);
    Optional<List<Tree>> steps = plan(draft);
    List<Step> plan =
        steps.map(trees -> PlanReader.read(draft.tree(), trees, values)).orElse(List.of());
    if (draft.serves()) {
      if (plan.isEmpty()) {
        throw draft.tree().bad("no plan, and none above it");
      }
      plan.forEach(step -> checkBounds(draft, step));
    }
    return new Pack(draft, plan, year(draft).orElse(SettlementYear.CALENDAR));
  }

  private Optional<Draft> above(Draft draft) {
    List<Draft> parents = all.stream().filter(other -> other.isAbove(draft)).toList();
    return parents.stream()
        .filter(parent -> !parent.isNational())
        .findFirst()
        .or(() -> parents.stream().findFirst());
  }

  private Optional<List<Tree>> plan(Draft draft) {
    return draft.plan().or(() -> above(draft).flatMap(this::plan));
  }

  private Optional<SettlementYear> year(Draft draft) {
    return draft.year().or(() -> above(draft).flatMap(this::year));
  }

  private Map<String, Value> values(Draft draft) {
    Map<String, Value> values = new HashMap<>(draft.values());
    above(draft)
        .map(this::values)
        .orElse(Map.of())
        .forEach(
            (name, given) -> {
              Optional<Value> own = Optional.ofNullable(draft.values().get(name));
              if (own.isPresent()) {
                values.put(name, stated(draft, own.get(), given));
              } else if (!draft.serves() || given.gives() != Value.Gives.RANGE) {
                checkTaken(draft, given);
                values.put(name, given);
              }
              // A range that nobody states is no number: a step that names it finds none.
            });
    return values;
  }

  /** A pack's own value, where the one above allows it. */
  private static Value stated(Draft draft, Value own, Value given) {
    LocalDate day = later(own.series().get(0).from(), given.series().get(0).from());
    if (given.gives() == Value.Gives.VALUE) {
      throw differ(draft, own, given, day, "is stated above and may not be stated again");
    }
    if (own.unit() != given.unit()) {
      throw differ(draft, own, given, day, "counts something else above");
    }
    if (given.gives() == Value.Gives.RANGE) {
      checkWithin(draft, own, given);
    }
    return own;
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private static CannotAdjudicate differ(
      Draft draft, Value own, Value given, LocalDate day, String what) {
    return draft
        .tree()
        .bad(
            own.name() + " " + what + ": " + own.citation(day) + " against " + given.citation(day));
  }

  private static void checkWithin(Draft draft, Value own, Value given) {
    for (LocalDate day : days(draft, own, given)) {
      for (Who who : people(draft, own, given)) {
        Optional<Cell> outer = given.cell(day, who);
        Optional<Cell> inner = own.cell(day, who);
        if (outer.isPresent() && inner.isPresent() && !inner.get().within(outer.get())) {
          throw differ(draft, own, given, day, "is outside the range above for " + who.words());
        }
      }
    }
  }

  /** A value from above must be there on every day and for everyone that the pack knows. */
  private static void checkTaken(Draft draft, Value given) {
    if (!draft.serves()) {
      return;
    }
    boolean everyone =
        days(draft, given, given).stream()
            .allMatch(
                day ->
                    people(draft, given, given).stream()
                        .allMatch(who -> given.cell(day, who).isPresent()));
    if (!everyone || !given.covers(draft.from(), draft.to())) {
      throw draft.tree().bad(given.name() + " from above lacks a number that this pack needs");
    }
  }

  /** The first day of the pack, and every later one of its days on which a number changes. */
  private static Set<LocalDate> days(Draft draft, Value a, Value b) {
    Set<LocalDate> days = new TreeSet<>(List.of(draft.from()));
    for (Value value : List.of(a, b)) {
      for (Dated<Map<List<String>, Cell>> entry : value.series()) {
        boolean inside =
            entry.from().isAfter(draft.from())
                && draft.to().map(last -> !entry.from().isAfter(last)).orElse(true);
        if (inside) {
          days.add(entry.from());
        }
      }
    }
    return days;
  }

  private static List<Who> people(Draft draft, Value a, Value b) {
    Set<String> dimensions = new HashSet<>(a.by());
    dimensions.addAll(b.by());
    return Who.everyone(dimensions, draft.words());
  }

  /** Bounds ascend strictly, on every day and for everyone. */
  private static void checkBounds(Draft draft, Step step) {
    List<Value> bounds =
        step instanceof Bands bands
            ? bands.bounds()
            : step instanceof CriticalIllness illness ? illness.bounds() : List.of();
    for (int i = 0; i + 1 < bounds.size(); i++) {
      Value low = bounds.get(i);
      Value high = bounds.get(i + 1);
      for (LocalDate day : days(draft, low, high)) {
        for (Who who : people(draft, low, high)) {
          Optional<Fraction> lower = low.cell(day, who).flatMap(Cell::least);
          Optional<Fraction> upper = high.cell(day, who).flatMap(Cell::least);
          if (lower.isPresent() && upper.isPresent() && lower.get().compareTo(upper.get()) >= 0) {
            throw draft.tree().bad(low.name() + " and " + high.name() + " do not ascend on " + day);
          }
        }
      }
    }
  }
}
