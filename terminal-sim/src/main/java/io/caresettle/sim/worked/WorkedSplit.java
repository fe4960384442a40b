package io.caresettle.sim.worked;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.Layer;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.Sheet;
import io.caresettle.policy.plan.Working;
import io.caresettle.policy.plan.WorkingLine;
import io.caresettle.sim.worked.WorkedPolicy.Category;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who pays what of an example's bill, in the example's own words.
 *
 * @param amounts by name; the supplements as {@code supplements.NAME}
 * @param paid by payer
 * @param leaves what a chain's next settlement must begin with: lefts, accumulators, balances
 */
record WorkedSplit(
    Map<String, Money> amounts,
    List<Money> lines,
    List<Money> families,
    Map<Payer, Money> paid,
    Map<String, Money> leaves,
    List<WorkingLine> working) {

  static WorkedSplit of(WorkedPolicy policy, WorkedInput input) {
    Plan plan = policy.plan();
    Sheet sheet = plan.sheet(input.items().size(), input.families().size());
    write(policy, input, sheet);
    Working working = Working.on();
    plan.run(sheet, working);
    List<Money> lines = new ArrayList<>();
    for (int i = 0; i < input.items().size(); i++) {
      lines.add(new Money(sheet.lineAmount(i)));
    }
    List<Money> families = new ArrayList<>();
    for (int i = 0; i < input.families().size(); i++) {
      families.add(new Money(sheet.familyPaid(i)));
    }
    Map<Payer, Money> paid = new LinkedHashMap<>();
    for (Payer payer : Payer.values()) {
      paid.put(payer, new Money(sheet.paid(payer)));
    }
    return new WorkedSplit(
        amounts(policy, input, sheet),
        lines,
        families,
        paid,
        leaves(policy, input, sheet),
        plan.explain(working));
  }

  private static void write(WorkedPolicy policy, WorkedInput input, Sheet sheet) {
    for (int i = 0; i < input.items().size(); i++) {
      WorkedInput.Item item = input.items().get(i);
      Category category = policy.categories().get(item.category());
      if (category == null) {
        throw new IllegalStateException("Read with a category of the policy: " + item.category());
      }
      sheet.line(
          i,
          item.price(),
          item.quantity(),
          category.inCatalogue(),
          category.firstSelfPay(),
          item.priceLimit());
    }
    input
        .totals()
        .ifPresent(
            parts ->
                sheet.totals(
                    parts.outOfCatalogue().fen(),
                    parts.overLimit().fen(),
                    parts.firstSelfPay().fen(),
                    parts.inScope().fen()));
    policy
        .yearInScope()
        .ifPresent(at -> sheet.yearToDate(at, input.accumulator("inScopeYear").fen()));
    policy
        .critical()
        .ifPresent(
            layer ->
                sheet.yearToDate(
                    layer.accumulator(), input.accumulator("criticalIllnessBase").fen()));
    sheet.open(policy.open());
    sheet.balances(input.currentYear().fen(), input.pastYears().fen());
    for (int i = 0; i < input.families().size(); i++) {
      sheet.family(i, input.families().get(i).fen());
    }
  }

  private static Map<String, Money> amounts(WorkedPolicy policy, WorkedInput input, Sheet sheet) {
    Map<String, Money> all = new LinkedHashMap<>();
    long account = sheet.paid(Payer.PERSONAL_ACCOUNT);
    long family = sheet.paid(Payer.FAMILY_ACCOUNT);
    long cash = sheet.paid(Payer.CASH);
    long funds = sheet.total() - account - family - cash;
    long pool = pool(policy.plan(), sheet);
    put(all, "total", sheet.total());
    put(all, "outOfCatalogue", sheet.outOfCatalogue());
    put(all, "overLimit", sheet.overLimit());
    put(all, "firstSelfPay", sheet.firstSelfPay());
    put(all, "inScope", sheet.inScope());
    put(all, "offSitePriorSelfPay", sheet.offSiteFirst());
    put(all, "deductible", sheet.deductible());
    for (Map.Entry<String, Payer> payer : Words.PAYERS.entrySet()) {
      if (payer.getValue() != Payer.SUPPLEMENTS) {
        put(all, payer.getKey(), sheet.paid(payer.getValue()));
      }
    }
    for (var layer : policy.plan().steps()) {
      if (layer instanceof Layer.Supplement one && one.payer() == Payer.SUPPLEMENTS) {
        int at = policy.plan().supplements().getOrDefault(one.name(), 0);
        put(all, Expected.SUPPLEMENTS + one.name(), sheet.layerPaid(at));
      }
    }
    put(all, "fundsTotal", funds);
    put(all, "institution", sheet.paid(Payer.INSTITUTION));
    put(all, "patientTotal", account + family + cash);
    put(all, "patientInScope", Math.max(0, sheet.inScope() - funds));
    long above = sheet.aboveCeiling();
    long looked =
        sheet.inScope() - sheet.offSiteFirst() - sheet.accountFirst() - sheet.deductible();
    put(all, "poolStageSelfPay", looked - above - pool);
    put(all, "inScopeAfterPool", sheet.inScope() - sheet.accountFirst() - pool);
    put(all, "inScopeAbovePool", above);
    put(all, "largeSumStageSelfPay", above - largeSum(policy.plan(), sheet));
    put(all, "personalAccountCurrentYear", sheet.accountCurrentYear());
    put(all, "personalAccountPastYears", sheet.accountPastYears());
    policy
        .critical()
        .ifPresent(
            layer -> {
              long threshold = layer.threshold().fen();
              long before = input.accumulator("criticalIllnessBase").fen();
              long after = sheet.yearToDateAfter(layer.accumulator());
              put(all, "criticalIllnessBaseAfter", after);
              put(
                  all,
                  "criticalIllnessThresholdUsed",
                  Math.min(threshold, after) - Math.min(threshold, before));
            });
    return all;
  }

  private static void put(Map<String, Money> all, String name, long fen) {
    all.put(name, new Money(fen));
  }

  /** What the pool step paid, whoever it is that pays it: the first of the layers. */
  private static long pool(Plan plan, Sheet sheet) {
    return hasPool(plan) ? sheet.layerPaid(0) : 0;
  }

  private static boolean hasPool(Plan plan) {
    return plan.steps().stream()
        .anyMatch(step -> step instanceof io.caresettle.policy.plan.Sharing.Bands);
  }

  private static long largeSum(Plan plan, Sheet sheet) {
    int at = hasPool(plan) ? 1 : 0;
    for (var step : plan.steps()) {
      if (step instanceof Layer.LargeSum) {
        return sheet.layerPaid(at);
      }
      at += step instanceof Layer ? 1 : 0;
    }
    return 0;
  }

  private static Map<String, Money> leaves(WorkedPolicy policy, WorkedInput input, Sheet sheet) {
    Map<String, Money> leaves = new LinkedHashMap<>();
    List<String> names = policy.plan().accumulators();
    for (int i = 0; i < names.size(); i++) {
      Money after = new Money(sheet.yearToDateAfter(i));
      Money left = policy.lefts().get(names.get(i));
      leaves.put(names.get(i), left == null ? after : left.minus(after));
    }
    input
        .balances()
        .forEach(
            (name, balance) -> {
              long used =
                  name.equals(WorkedInput.PAST)
                      ? sheet.accountPastYears()
                      : sheet.accountCurrentYear();
              leaves.put(name, balance.minus(new Money(used)));
            });
    return leaves;
  }
}
