package io.caresettle.policy.plan;

import io.caresettle.money.Money;
import io.caresettle.money.Quantity;
import io.caresettle.money.Rounding;
import io.caresettle.money.UnitPrice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The law of one area for one kind of person, care and level, from a first day to a last: steps in
 * the order they run. Immutable.
 */
public final class Plan {

  private final PackId pack;
  private final PlanKey key;
  private final LocalDate from;
  private final Optional<LocalDate> to;
  private final List<Step> steps;
  private final List<String> accumulators;
  private final Rounding lineRounding;

  /**
   * @param accumulators names of the accumulators, in the order in which steps number them
   * @throws IllegalArgumentException when the first step does not make the line totals
   */
  public Plan(
      PackId pack,
      PlanKey key,
      LocalDate from,
      Optional<LocalDate> to,
      List<Step> steps,
      List<String> accumulators) {
    this.pack = pack;
    this.key = key;
    this.from = from;
    this.to = to;
    this.steps = List.copyOf(steps);
    this.accumulators = List.copyOf(accumulators);
    if (steps.isEmpty() || !(steps.get(0) instanceof Step.LineTotal lineTotal)) {
      throw new IllegalArgumentException("A plan begins with " + StepKind.LINE_TOTAL.id());
    }
    this.lineRounding = lineTotal.mode();
  }

  public PackId pack() {
    return pack;
  }

  public PlanKey key() {
    return key;
  }

  /** First day on which all numbers of the plan hold. */
  public LocalDate from() {
    return from;
  }

  /** Last day on which they hold, where one is known. */
  public Optional<LocalDate> to() {
    return to;
  }

  public List<Step> steps() {
    return steps;
  }

  public List<String> accumulators() {
    return accumulators;
  }

  /** Whether any number is a draft, an assumption or unsure: a slip must say TEST FIGURES. */
  public boolean testFigures() {
    return steps.stream()
        .flatMap(step -> step.value().stream())
        .anyMatch(PolicyValue::forTestsOnly);
  }

  /** Every article the plan rests on, in the order of the steps. */
  public List<Cited> citations() {
    List<Cited> index = new ArrayList<>();
    for (Step step : steps) {
      index.add(new Cited(step.basis().kind().id(), step.basis().source()));
      step.value().ifPresent(value -> index.add(new Cited(value.name(), value.source())));
    }
    return List.copyOf(index);
  }

  /** What a line of this price and quantity must come to. */
  public Money lineTotal(UnitPrice price, Quantity quantity) {
    return price.times(quantity, lineRounding);
  }

  /** An empty sheet for a bill of so many lines. */
  public Sheet sheet(int lines) {
    return new Sheet(accumulators.size(), lines);
  }

  /**
   * Runs the steps over a sheet of this plan.
   *
   * @throws ArithmeticException when an amount does not fit
   */
  public void run(Sheet sheet, Working working) {
    sheet.clearResults();
    if (working.isOn()) {
      working.start();
    }
    for (int i = 0; i < steps.size(); i++) {
      working.step(i);
      steps.get(i).run(sheet, working);
    }
  }

  /** Makes lines that a person can read of the working of a run of this plan. */
  public List<WorkingLine> explain(Working working) {
    List<WorkingLine> lines = new ArrayList<>();
    for (int entry = 0; entry < working.size(); entry++) {
      lines.add(WorkingLine.of(steps.get((int) working.number(entry, 0)), working, entry));
    }
    return List.copyOf(lines);
  }
}
