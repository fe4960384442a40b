package io.caresettle.policy.compiled;

import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Citation;
import io.caresettle.policy.plan.Confidence;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.Grade;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.PolicyValue;
import io.caresettle.policy.plan.Standing;
import io.caresettle.policy.plan.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sees to it that the parts of a pack fit together. An author's faults are told with line and
 * column before they come here; this is for bytes, which nobody may trust for their shape.
 */
final class PackCheck implements StepMaker.Numbers {

  private static final Citation ANY = new Citation("", "", 1, Optional.empty());

  private final CompiledPack pack;
  private long next;

  PackCheck(CompiledPack pack) {
    this.pack = pack;
  }

  void check() {
    pack.header().check();
    if (pack.header().isEntitlement()) {
      entitlement();
      return;
    }
    Set<String> used = new HashSet<>();
    for (StepDraft step : pack.steps()) {
      used.addAll(step.valueNames());
    }
    for (ValueSeries series : pack.values()) {
      series(series);
      if (!series.unit().ofBenefits() || !used.contains(series.name())) {
        throw new MalformedPack("values." + series.name(), "a value that no step uses");
      }
    }
    accumulators();
    plan();
  }

  /** Every name, each in its unit and its words. */
  private void entitlement() {
    if (!pack.steps().isEmpty()) {
      throw new MalformedPack("the plan", "steps in a pack about entitlement");
    }
    for (ValueSeries series : pack.values()) {
      String place = "values.".concat(series.name());
      Optional<EntitlementName> name = EntitlementName.named(series.name());
      if (name.isEmpty() || series.unit() != Unit.of(name.get().unit()) || !series.by().isEmpty()) {
        throw new MalformedPack(place, "no name of entitlement, or not in its unit");
      }
      series(series);
      for (ValueEntry entry : series.entries()) {
        said(place, name.get(), entry.cells().get(0));
        for (Claim claim : entry.claims()) {
          said(place, name.get(), claim.cells().get(0));
        }
      }
    }
    for (EntitlementName name : EntitlementName.values()) {
      if (pack.value(name.id()).isEmpty()) {
        throw new MalformedPack("values." + name.id(), "nothing, where every name is needed");
      }
    }
  }

  private static void said(String place, EntitlementName name, Cell cell) {
    if (!cell.isUnknown() && !name.allows(cell.words(name.unit()))) {
      throw new MalformedPack(place, cell + ", which nobody can say of it");
    }
  }

  private void series(ValueSeries series) {
    String place = "values.".concat(series.name());
    if (new HashSet<>(series.by()).size() < series.by().size() || series.entries().isEmpty()) {
      throw new MalformedPack(place, "a dimension twice, or no entry");
    }
    long count = Cells.count(pack.header(), series.by());
    Optional<LocalDate> expected = Optional.empty();
    for (int i = 0; i < series.entries().size(); i++) {
      ValueEntry entry = series.entries().get(i);
      cells(place, series.unit(), entry.cells(), count);
      for (Claim claim : entry.claims()) {
        cells(place, series.unit(), claim.cells(), count);
      }
      boolean last = i == series.entries().size() - 1;
      boolean begins = i == 0 ? !entry.from().isAfter(pack.from()) : expected(entry, expected);
      boolean backwards = entry.to().isPresent() && entry.to().get().isBefore(entry.from());
      if (!begins || backwards || (!last && entry.to().isEmpty()) || (last && endsEarly(entry))) {
        throw new MalformedPack(place, "a gap or an overlap at the entry from " + entry.from());
      }
      expected =
          entry.to().isPresent() ? Optional.of(entry.to().get().plusDays(1)) : Optional.empty();
    }
  }

  private static boolean expected(ValueEntry entry, Optional<LocalDate> day) {
    return day.isPresent() && entry.from().equals(day.get());
  }

  private boolean endsEarly(ValueEntry entry) {
    return entry.to().isPresent()
        && (pack.to().isEmpty() || entry.to().get().isBefore(pack.to().get()));
  }

  private static void cells(String place, Unit unit, List<Cell> cells, long count) {
    if (cells.size() != count) {
      throw new MalformedPack(place, cells.size() + " cells in a table of " + count);
    }
    for (Cell cell : cells) {
      if (!unit.allows(cell)) {
        throw new MalformedPack(place, cell + " is no number in " + unit.id());
      }
    }
  }

  /** Only limits may share one; any other belongs to its step. */
  private void accumulators() {
    Set<String> owned = new HashSet<>();
    for (StepDraft step : pack.steps()) {
      for (String name : step.keys().getOrDefault("accumulator", List.of())) {
        if (!owned.add(name)) {
          throw new MalformedPack("step " + step.basis().id(), name + " belongs to another step");
        }
      }
    }
    for (StepDraft step : pack.steps()) {
      for (String name : step.keys().getOrDefault("limit.accumulator", List.of())) {
        if (owned.contains(name)) {
          throw new MalformedPack("step " + step.basis().id(), name + " belongs to another step");
        }
      }
    }
  }

  /** One plan with numbers of our own shows whether the words of the steps make one. */
  private void plan() {
    List<Step> steps = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (StepDraft draft : pack.steps()) {
      if (!ids.add(draft.basis().id())) {
        throw new MalformedPack("step " + draft.basis().id(), "an id that is there twice");
      }
    }
    try {
      for (StepDraft draft : pack.steps()) {
        steps.add(new StepMaker(draft, this, pack.accumulators(), Grade.A).make());
      }
      PlanKey key =
          new PlanKey(
              pack.id().area(),
              pack.scheme(),
              InsuredCategory.of(pack.scheme()).get(0),
              CareType.OUTPATIENT,
              InstitutionLevel.LEVEL_1);
      new Plan(
          pack.id(),
          key,
          pack.from(),
          pack.to(),
          pack.stillValidOn(),
          pack.header().year(),
          steps,
          pack.accumulators());
    } catch (IllegalArgumentException e) {
      throw new MalformedPack("the plan", String.valueOf(e.getMessage()));
    }
  }

  /** Bounds that ascend, and rates that nobody could mind. */
  @Override
  public PolicyValue value(String name, boolean fen) {
    if (pack.value(name).isEmpty()) {
      throw new MalformedPack("the plan", "no value " + name);
    }
    Unit unit = pack.value(name).get().unit();
    if (fen != (unit == Unit.FEN)) {
      throw new MalformedPack("values." + name, unit.id() + ", where a step needs another unit");
    }
    return new PolicyValue(
        name,
        fen ? next++ : 0,
        fen ? 1 : 10_000,
        pack.from(),
        ANY,
        Optional.empty(),
        Standing.IN_FORCE,
        Confidence.HIGH,
        Optional.empty());
  }
}
