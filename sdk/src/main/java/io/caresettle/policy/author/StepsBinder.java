package io.caresettle.policy.author;

import io.caresettle.money.Rounding;
import io.caresettle.policy.plan.Basis;
import io.caresettle.policy.plan.Citation;
import io.caresettle.policy.plan.Part;
import io.caresettle.policy.plan.StepKind;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the steps of a pack, and sees to it that they make one plan. */
final class StepsBinder {

  private final Map<String, SeriesBinder.Bound> values;
  private final Set<String> used = new HashSet<>();
  private final Set<String> accumulators = new HashSet<>();
  private final List<StepKind> seen = new ArrayList<>();
  private Optional<Rounding> lineRounding = Optional.empty();

  StepsBinder(Map<String, SeriesBinder.Bound> values) {
    this.values = values;
  }

  /** Names of the values that some step uses. */
  Set<String> used() {
    return used;
  }

  /** All steps; one that is at fault is left out, and the pack is refused anyway. */
  List<StepDraft> bind(Field plan) {
    List<StepDraft> steps = new ArrayList<>();
    for (Field element : plan.list()) {
      element.mapping().flatMap(this::step).ifPresent(steps::add);
    }
    if (plan.present()) {
      Arrays.stream(StepKind.values())
          .filter(kind -> !kind.optional() && !seen.contains(kind))
          .forEach(
              kind ->
                  plan.fault("no step " + kind.id(), "one step " + kind.id() + " in each plan"));
    }
    return steps;
  }

  private Optional<StepDraft> step(Mapping step) {
    Field kindField = step.required("step");
    Optional<StepKind> kind = kindField.word(Words.STEPS);
    Optional<String> rule =
        step.required("rule").text("a rule such as R-BEN-01", StepsBinder::ruleNumber);
    Optional<Citation> source = ArticleIndex.bind(step.required("source"));
    Optional<String> assumed = step.optional("assumed").text();
    if (kind.isEmpty()) {
      // Which keys belong here is not known, so none of them is a fault of its own.
      step.all();
      return Optional.empty();
    }
    checkOrder(kind.get(), kindField);
    Optional<Rounding> rounding = rounding(kind.get(), step);
    if (kind.get() == StepKind.RATE || kind.get() == StepKind.PAYMENT_LIMIT) {
      step.required("payer").word(Words.PAYERS);
    }
    Optional<String> value = unitOf(kind.get()).flatMap(unit -> value(step, unit));
    Optional<String> accumulator = accumulator(kind.get(), step);
    List<Part> mayPay = kind.get() == StepKind.ACCOUNT ? mayPay(step) : List.of();
    if (rule.isEmpty() || source.isEmpty()) {
      return Optional.empty();
    }
    Basis basis = new Basis(kind.get(), kind.get().id(), rule.get(), source.get(), assumed);
    return Optional.of(new StepDraft(basis, rounding, value, accumulator, mayPay));
  }

  private static String ruleNumber(String text) {
    if (!text.matches("R-[A-Z]+-\\d{2}")) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private void checkOrder(StepKind kind, Field field) {
    if (seen.contains(kind)) {
      field.fault("the step " + kind.id() + " a second time", "each step once");
    } else {
      seen.stream()
          .filter(before -> before.compareTo(kind) > 0)
          .findFirst()
          .ifPresent(
              before ->
                  field.fault(
                      kind.id() + " after " + before.id(),
                      kind.id() + " before " + before.id() + ", which needs its result"));
    }
    seen.add(kind);
  }

  private Optional<Rounding> rounding(StepKind kind, Mapping step) {
    boolean rounds =
        switch (kind) {
          case LINE_TOTAL, PRICE_LIMIT, FIRST_SELF_PAY, RATE -> true;
          default -> false;
        };
    if (!rounds) {
      return Optional.empty();
    }
    Field field = step.required("rounding");
    Optional<Rounding> rounding = field.word(Words.ROUNDINGS);
    if (kind == StepKind.LINE_TOTAL) {
      lineRounding = rounding;
    } else if (kind == StepKind.PRICE_LIMIT
        && lineRounding.equals(Optional.of(Rounding.DOWN))
        && rounding.equals(Optional.of(Rounding.HALF_UP))) {
      // 0.005 yuan with a limit of zero would be a line of 0.00 with 0.01 above the limit.
      field.fault(
          "'half-up-fen' where line-total has 'down-fen'",
          "'down-fen', or more could lie above the limit than the line comes to");
    }
    return rounding;
  }

  private static Optional<Unit> unitOf(StepKind kind) {
    return switch (kind) {
      case DEDUCTIBLE, COST_LIMIT, PAYMENT_LIMIT -> Optional.of(Unit.FEN);
      case RATE -> Optional.of(Unit.BASIS_POINTS);
      default -> Optional.empty();
    };
  }

  private Optional<String> value(Mapping step, Unit unit) {
    Field field = step.required("value");
    Optional<String> name = field.text();
    if (name.isEmpty()) {
      return name;
    }
    used.add(name.get());
    SeriesBinder.Bound bound = values.get(name.get());
    if (bound == null) {
      field.fault(
          "the unknown value '" + name.get() + "'",
          Nearest.to(name.get(), values.keySet())
              .map(near -> "perhaps '" + near + "'")
              .orElse("one of " + String.join(", ", values.keySet())));
    } else if (bound.unit().isPresent() && bound.unit().get() != unit) {
      field.fault(
          "'" + name.get() + "' in " + Words.dashed(bound.unit().get()),
          "a value in " + Words.dashed(unit));
    }
    return name;
  }

  private Optional<String> accumulator(StepKind kind, Mapping step) {
    boolean counts =
        switch (kind) {
          case DEDUCTIBLE, COST_LIMIT, PAYMENT_LIMIT -> true;
          default -> false;
        };
    if (!counts) {
      return Optional.empty();
    }
    Field field = step.required("accumulator");
    Optional<String> name = field.text();
    if (name.isPresent() && !accumulators.add(name.get())) {
      field.fault("the accumulator '" + name.get() + "' a second time", "one step to grow it");
    }
    return name;
  }

  private static List<Part> mayPay(Mapping step) {
    Field field = step.required("may-pay");
    List<Part> parts = new ArrayList<>();
    for (Field element : field.list()) {
      Optional<Part> part = element.word(Words.PARTS);
      if (part.isPresent() && parts.contains(part.get())) {
        element.fault("'" + part.get().id() + "' a second time", "each part once");
      }
      part.ifPresent(parts::add);
    }
    if (field.present() && field.list().isEmpty()) {
      field.fault("no part", "at least one part that the account may pay");
    }
    return parts;
  }
}
