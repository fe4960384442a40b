package io.caresettle.policy.plan;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.money.Quantity;
import io.caresettle.money.UnitPrice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The law of one area for one kind of person, care and level, from a first day to a last: steps in
 * the order they run. Immutable; any number of threads may share it.
 */
public final class Plan {

  private final PackId pack;
  private final PlanKey key;
  private final LocalDate from;
  private final Optional<LocalDate> to;
  private final LocalDate stillValidOn;
  private final SettlementYear year;
  private final List<Step> steps;
  private final List<LeftOut> leftOut;
  private final List<String> accumulators;
  private final CutLines cutting;
  private final Operation[] operations;
  private final LineAllocation allocation;
  private final int layers;
  private final Map<String, Integer> supplements;
  private final Cutting.LineTotal lineTotal;
  private final boolean testFigures;

  /**
   * @param stillValidOn the last day on which a person looked whether it still holds
   * @param accumulators names of the accumulators, in the order in which steps number them
   * @throws IllegalArgumentException when a step is not in its place, or needs one that is missing
   */
  public Plan(
      PackId pack,
      PlanKey key,
      LocalDate from,
      Optional<LocalDate> to,
      LocalDate stillValidOn,
      SettlementYear year,
      List<Step> steps,
      List<String> accumulators) {
    this(pack, key, from, to, stillValidOn, year, steps, List.of(), accumulators);
  }

  /**
   * A plan that does without layers of its pack.
   *
   * @param leftOut those whose numbers nobody published, in the order of the pack
   * @throws IllegalArgumentException when a step is not in its place, or needs one that is missing
   */
  public Plan(
      PackId pack,
      PlanKey key,
      LocalDate from,
      Optional<LocalDate> to,
      LocalDate stillValidOn,
      SettlementYear year,
      List<Step> steps,
      List<LeftOut> leftOut,
      List<String> accumulators) {
    this.pack = pack;
    this.key = key;
    this.from = from;
    this.to = to;
    this.stillValidOn = stillValidOn;
    this.year = year;
    this.steps = List.copyOf(steps);
    this.leftOut = List.copyOf(leftOut);
    this.accumulators = List.copyOf(accumulators);
    Programme programme = Programme.of(this.steps, this.accumulators);
    this.cutting = programme.cutting();
    this.operations = programme.operations();
    this.allocation = programme.allocation();
    this.layers = programme.layerPayers().length;
    this.lineTotal = programme.lineTotal();
    Map<String, Integer> named = new LinkedHashMap<>();
    for (int i = 0; i < programme.layers().size(); i++) {
      if (programme.layers().get(i) instanceof Layer.Supplement supplement) {
        named.put(supplement.name(), i + programme.shift());
      }
    }
    this.supplements = Collections.unmodifiableMap(named);
    this.testFigures = restsOnTestFigures(this.steps);
  }

  private static boolean restsOnTestFigures(List<Step> steps) {
    for (Step step : steps) {
      for (PolicyValue value : step.values()) {
        if (value.forTestsOnly()) {
          return true;
        }
      }
    }
    return false;
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

  /** The last day on which a person looked whether the pack still holds. */
  public LocalDate stillValidOn() {
    return stillValidOn;
  }

  /** Which year a bill counts in. */
  public SettlementYear year() {
    return year;
  }

  public List<Step> steps() {
    return steps;
  }

  /** The layers that pay nothing because nobody published their numbers, in the pack's order. */
  public List<LeftOut> leftOut() {
    return leftOut;
  }

  public List<String> accumulators() {
    return accumulators;
  }

  /** The supplements by name, each with its place among the layers of a sheet. */
  public Map<String, Integer> supplements() {
    return supplements;
  }

  /** Whether any number is a draft, an assumption or unsure: a slip must say TEST FIGURES. */
  public boolean testFigures() {
    return testFigures;
  }

  /** Every article the plan rests on, in the order of the steps. */
  public List<Cited> citations() {
    List<Cited> index = new ArrayList<>();
    for (Step step : steps) {
      index.add(new Cited(step.basis().id(), step.basis().source()));
      step.values().forEach(value -> index.add(new Cited(value.name(), value.source())));
    }
    return List.copyOf(index);
  }

  /** What a line of this price and quantity must come to. */
  public Money lineTotal(UnitPrice price, Quantity quantity) {
    return price.times(quantity, lineTotal.to().mode());
  }

  /** An empty sheet for a bill of so many lines. */
  public Sheet sheet(int lines) {
    return sheet(lines, 0);
  }

  /** An empty sheet for a bill of so many lines, which so many accounts of the family may pay. */
  public Sheet sheet(int lines, int families) {
    return new Sheet(this, accumulators.size(), layers, lines, families);
  }

  /**
   * Runs the steps over a sheet of this plan.
   *
   * @throws IllegalArgumentException when the sheet is of another plan, whose registers are others
   * @throws ArithmeticException when an amount is larger than any bill is
   */
  public void run(Sheet sheet, Working working) {
    requireOurs(sheet);
    sheet.start();
    if (working.isOn()) {
      working.start();
    }
    for (Operation operation : operations) {
      working.step(operation.index);
      operation.run(sheet, working);
    }
  }

  /**
   * Spreads what each payer paid over the lines of a sheet that ran.
   *
   * @throws IllegalArgumentException when the sheet is of another plan
   */
  public void allocate(Sheet sheet) {
    requireOurs(sheet);
    allocation.run(sheet);
  }

  private void requireOurs(Sheet sheet) {
    if (sheet.plan != this) {
      throw new IllegalArgumentException(
          "Found a sheet of another plan, of "
              + sheet.plan.pack
              + " from "
              + sheet.plan.from
              + "; expected one that this plan made, of "
              + pack
              + " from "
              + from);
    }
  }

  /** Makes lines that a person can read of the working of a run of this plan. */
  public List<WorkingLine> explain(Working working) {
    List<WorkingLine> lines = new ArrayList<>();
    Sheet cut = working.cut();
    if (cut != null) {
      Working cuts = Working.on();
      cutting.tell(cut, cuts);
      tell(cuts, lines);
    }
    tell(working, lines);
    return List.copyOf(lines);
  }

  private void tell(Working working, List<WorkingLine> lines) {
    int told = 0;
    for (int entry = 0; entry < working.size(); entry++) {
      int step = working.stepOf(entry);
      while (told < leftOut.size() && leftOut.get(told).at() <= step) {
        lines.add(WorkingLine.of(leftOut.get(told++)));
      }
      lines.add(WorkingLine.of(steps.get(step), working, entry));
    }
  }

  /** Whether this payer has a part in the plan. */
  public boolean knows(Payer payer) {
    for (Step step : steps) {
      if (isPaidBy(step, payer)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPaidBy(Step step, Payer payer) {
    return (step instanceof Layer layer && layer.payer() == payer)
        || (step instanceof Sharing.Bands bands && bands.payer() == payer)
        || (payer == Payer.PERSONAL_ACCOUNT
            && (step instanceof Paying.Account || step instanceof Paying.AccountFirst))
        || (payer == Payer.FAMILY_ACCOUNT && step instanceof Paying.FamilyAccount)
        || (payer == Payer.CASH && step instanceof Paying.Cash);
  }
}
