package io.caresettle.policy.author;

import io.caresettle.policy.compiled.StepDraft;
import io.caresettle.policy.plan.Basis;
import io.caresettle.policy.plan.Citation;
import io.caresettle.policy.plan.StepKind;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Reads the steps of a pack, and sees to it that they make one plan. */
final class StepsBinder {

  private static final Set<StepKind> POOL = EnumSet.of(StepKind.RATE, StepKind.BANDS);
  private static final Set<StepKind> OF_THE_POOL =
      EnumSet.of(StepKind.COST_LIMIT, StepKind.PAYMENT_LIMIT);
  private static final Set<StepKind> OFTEN = EnumSet.of(StepKind.SUPPLEMENT, StepKind.MEDICAL_AID);

  private final PlanState state;
  private final List<Field> needPool = new ArrayList<>();

  StepsBinder(PlanState state) {
    this.state = state;
  }

  /**
   * A step and where it stands.
   *
   * @param place for faults that show only when numbers are looked up
   */
  record Bound(StepDraft draft, Field place) {}

  /** All steps; one that is at fault is left out, and the pack is refused anyway. */
  List<Bound> bind(Field plan) {
    List<Bound> steps = new ArrayList<>();
    for (Field element : plan.list()) {
      element.mapping().flatMap(step -> step(step, element)).ifPresent(steps::add);
    }
    if (plan.present()) {
      Arrays.stream(StepKind.values())
          .filter(kind -> !kind.optional() && !state.seen.contains(kind))
          .forEach(
              kind ->
                  plan.fault("no step " + kind.id(), "one step " + kind.id() + " in each plan"));
    }
    if (state.seen.stream().noneMatch(POOL::contains)) {
      needPool.forEach(
          field -> field.fault("a limit without rate or bands", "the step whose fund it limits"));
    }
    return steps;
  }

  private Optional<Bound> step(Mapping step, Field element) {
    Field kindField = step.required("step");
    Optional<StepKind> known = kindField.word(Words.STEPS);
    // A mistyped step is read as the one it looks like, so that its other faults are told, too.
    Optional<StepKind> kind =
        known.or(
            () ->
                kindField
                    .asWritten()
                    .flatMap(word -> Nearest.to(word, Words.STEPS.keySet()))
                    .map(Words.STEPS::get));
    Optional<String> rule =
        step.required("rule").text("a rule such as R-BEN-01", StepsBinder::ruleNumber);
    Optional<Citation> source = ArticleIndex.bind(step.required("source"));
    Optional<String> assumed = HeaderBinder.line(step.optional("assumed"));
    if (kind.isEmpty()) {
      // Which keys belong here is not known, so none of them is a fault of its own.
      step.all();
      return Optional.empty();
    }
    if (known.isPresent()) {
      checkOrder(kind.get(), kindField);
    } else {
      state.seen.add(kind.get());
    }
    Field idField = step.optional("id");
    Optional<String> named = idField.text("lower-case words joined by dashes", HeaderBinder::name);
    SortedMap<String, List<String>> keys = new StepBinder(step, state).bind(kind.get());
    String id = named.orElseGet(() -> id(kind.get(), keys));
    if (idField.present()) {
      state.id(id, idField);
    } else if (kind.get() == StepKind.SUPPLEMENT) {
      state.derivedId(id);
    } else if (!secondOfItsKind(kind.get())) {
      state.id(id, kindField);
    }
    if (rule.isEmpty() || source.isEmpty()) {
      return Optional.empty();
    }
    Basis basis = new Basis(kind.get(), id, rule.get(), source.get(), assumed);
    return Optional.of(new Bound(new StepDraft(basis, keys), element));
  }

  /** That is told already. */
  private boolean secondOfItsKind(StepKind kind) {
    return !OFTEN.contains(kind) && state.seen.indexOf(kind) < state.seen.lastIndexOf(kind);
  }

  private static String id(StepKind kind, SortedMap<String, List<String>> keys) {
    return kind == StepKind.SUPPLEMENT
        ? kind.id() + '-' + String.join("-", keys.getOrDefault("name", List.of()))
        : kind.id();
  }

  private static String ruleNumber(String text) {
    if (!text.matches("R-[A-Z]+-\\d{2}")) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private void checkOrder(StepKind kind, Field field) {
    if (OF_THE_POOL.contains(kind)) {
      needPool.add(field);
    }
    if (state.seen.contains(kind) && !OFTEN.contains(kind)) {
      field.fault("the step " + kind.id() + " a second time", "each step once");
    } else if (POOL.contains(kind) && state.seen.stream().anyMatch(POOL::contains)) {
      field.fault("'" + kind.id() + "' beside another", "one of rate and bands");
    } else {
      state.seen.stream()
          .filter(before -> rank(before).compareTo(rank(kind)) > 0)
          .findFirst()
          .ifPresent(
              before ->
                  field.fault(
                      kind.id() + " after " + before.id(),
                      kind.id() + " before " + before.id() + ", which needs its result"));
    }
    state.seen.add(kind);
  }

  /** Layers stand in any order among themselves, and a plan has either rate or bands. */
  private static StepKind rank(StepKind kind) {
    return switch (kind) {
      case BANDS -> StepKind.RATE;
      case CRITICAL_ILLNESS, SUPPLEMENT, MEDICAL_AID -> StepKind.LARGE_SUM;
      default -> kind;
    };
  }
}
