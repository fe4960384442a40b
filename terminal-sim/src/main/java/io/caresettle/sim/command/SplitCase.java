package io.caresettle.sim.command;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.Plan;
import io.caresettle.sim.worked.Difference;
import io.caresettle.split.Bill;
import io.caresettle.split.Catalogue;
import io.caresettle.split.Estimate;
import io.caresettle.split.PersonState;
import io.caresettle.split.Splitter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One case file: a bill, the rules of its day, and the amounts that must come out.
 *
 * @param name a sentence
 * @param expect by name of the amount; any of them, or none
 */
record SplitCase(
    String file,
    String name,
    Plan plan,
    Bill bill,
    Catalogue catalogue,
    PersonState person,
    Map<String, Money> expect) {

  /** The amounts a case may expect, in the order in which they are shown. */
  static final Map<String, Function<Estimate, Money>> AMOUNTS = amounts();

  Estimate estimate() {
    return Splitter.estimate(plan, bill, catalogue, person);
  }

  List<Difference> differences(Estimate estimate) {
    List<Difference> differences = new ArrayList<>();
    AMOUNTS.forEach(
        (name, amount) -> {
          Money found = amount.apply(estimate);
          Money expected = expect.getOrDefault(name, found);
          if (!expected.equals(found)) {
            differences.add(CaseResult.difference(name, expected, found));
          }
        });
    return differences;
  }

  private static Map<String, Function<Estimate, Money>> amounts() {
    Map<String, Function<Estimate, Money>> amounts = new LinkedHashMap<>();
    amounts.put("total", estimate -> estimate.cut().total());
    amounts.put("out-of-catalogue", estimate -> estimate.cut().outOfCatalogue());
    amounts.put("over-limit", estimate -> estimate.cut().overLimit());
    amounts.put("first-self-pay", estimate -> estimate.cut().firstSelfPay());
    amounts.put("in-scope", estimate -> estimate.cut().inScope());
    amounts.put("deductible", estimate -> estimate.cut().deductible());
    amounts.put("pool-fund", estimate -> estimate.split().paidBy(Payer.POOL_FUND));
    amounts.put("personal-account", estimate -> estimate.split().paidBy(Payer.PERSONAL_ACCOUNT));
    amounts.put("cash", estimate -> estimate.split().paidBy(Payer.CASH));
    return amounts;
  }
}
