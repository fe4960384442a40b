package io.caresettle.policy.compiled;

import io.caresettle.money.Payer;
import io.caresettle.policy.plan.LeftOut;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.ParameterNotPublished;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.PolicyValue;
import io.caresettle.policy.plan.Sharing;
import io.caresettle.policy.plan.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Looks up the numbers of one bill's key and day, and makes its plan. */
final class PlanMaker implements StepMaker.Numbers {

  private final CompiledPack pack;
  private final Header header;
  private final PlanKey key;
  private final LocalDate date;

  PlanMaker(CompiledPack pack, PlanKey key, LocalDate date) {
    this.pack = pack;
    this.header = pack.header();
    this.key = key;
    this.date = date;
  }

  Plan make() {
    if (!pack.serves(key, date)) {
      throw new NoRuleInForce(key, date, header.id() + " serves other bills or other days.");
    }
    known("groups", key.circumstances().group(), header.groups());
    known("classes of aid", key.circumstances().aid(), header.aidClasses());
    try {
      List<Step> steps = new ArrayList<>();
      List<LeftOut> leftOut = new ArrayList<>();
      for (StepDraft draft : pack.steps()) {
        StepMaker maker =
            new StepMaker(draft, this, pack.accumulators(), key.circumstances().grade());
        addTo(steps, leftOut, draft, maker);
      }
      return new Plan(
          header.id(),
          key,
          pack.stretchFrom(date),
          pack.stretchTo(date),
          header.stillValidOn(),
          header.year(),
          steps,
          leftOut,
          pack.accumulators());
    } catch (IllegalArgumentException e) {
      throw new MalformedPack("the plan of " + key + " on " + date, String.valueOf(e.getMessage()));
    }
  }

  private void addTo(List<Step> steps, List<LeftOut> leftOut, StepDraft draft, StepMaker maker) {
    try {
      steps.add(maker.make());
    } catch (ParameterNotPublished e) {
      if (!draft.paysNothingUnpublished()) {
        throw e;
      }
      if (mayPay(steps, maker.payer())) {
        leftOut.add(
            new LeftOut(
                draft.basis(),
                steps.size(),
                maker.payer(),
                e.value(),
                pack.value(e.value()).orElseThrow().on(date).source()));
      }
    }
  }

  /** A fund that an institution of this grade may not settle in would have paid nothing anyway. */
  private static boolean mayPay(List<Step> steps, Payer payer) {
    for (Step step : steps) {
      if (step instanceof Sharing.UsableFunds funds && !funds.funds().contains(payer)) {
        return false;
      }
    }
    return true;
  }

  private void known(String what, String word, List<String> words) {
    if (!words.contains(word)) {
      String there = header.id() + " knows the " + what + ' ' + String.join(", ", words);
      throw new NoRuleInForce(key, date, there + ", but not '" + word + "'.");
    }
  }

  @Override
  public PolicyValue value(String name, boolean fen) {
    ValueSeries series = pack.value(name).orElseThrow();
    return number(series, series.on(date), Cells.of(header, series.by(), key));
  }

  /** A number with all that a slip says of it. */
  static PolicyValue number(ValueSeries series, ValueEntry entry, int index) {
    Cell cell = entry.cells().get(index);
    if (cell.isUnknown()) {
      throw new ParameterNotPublished(series.name(), entry.source());
    }
    return new PolicyValue(
        series.name(),
        cell.amount(),
        cell.of(),
        entry.from(),
        entry.source(),
        entry.figure(),
        entry.standing(),
        entry.confidence(),
        entry.assumed());
  }
}
