package io.caresettle.sim.year;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.Plan;
import io.caresettle.sim.adjudicate.Judgement;
import io.caresettle.split.Estimate;
import io.caresettle.split.LineCut;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds a bill's two readings together, to the fen: payers, parts, purses, sums and lines. */
final class SameFigures {

  private SameFigures() {}

  /**
   * @throws Disagreement where a figure is not the same
   */
  static void of(String which, Plan plan, Estimate till, Judgement centre) {
    Map<String, Long> tills = figures(plan, till);
    Map<String, Long> centres = figures(plan, centre);
    if (!tills.equals(centres)) {
      StringBuilder text = new StringBuilder("the two readings differ");
      TreeSet<String> names = new TreeSet<>(tills.keySet());
      names.addAll(centres.keySet());
      for (String name : names) {
        long a = tills.getOrDefault(name, 0L);
        long b = centres.getOrDefault(name, 0L);
        if (a != b) {
          text.append("\n  ")
              .append(name)
              .append(": till ")
              .append(a)
              .append(", centre ")
              .append(b);
        }
      }
      throw new Disagreement(which, text.toString());
    }
  }

  private static Map<String, Long> figures(Plan plan, Estimate said) {
    Map<String, Long> all = new TreeMap<>();
    put(all, "total", said.split().total().fen());
    put(all, "out of catalogue", said.cut().outOfCatalogue().fen());
    put(all, "over limit", said.cut().overLimit().fen());
    put(all, "first self-pay", said.cut().firstSelfPay().fen());
    put(all, "in scope", said.cut().inScope().fen());
    put(all, "deductible", said.cut().deductible().fen());
    put(all, "off-site first", said.detail().offSiteFirst().fen());
    put(all, "above ceiling", said.detail().aboveCeiling().fen());
    put(all, "critical base", said.detail().criticalBase().fen());
    put(all, "this year's money", said.detail().currentYear().fen());
    put(all, "past years' money", said.detail().pastYears().fen());
    families(all, said.detail().families().values().stream().map(Money::fen).toList());
    for (Payer payer : Payer.values()) {
      put(all, payer.id(), said.split().paidBy(payer).fen());
    }
    said.detail()
        .supplements()
        .forEach((name, money) -> put(all, "supplement " + name, money.fen()));
    for (String name : plan.accumulators()) {
      var after = said.yearToDateAfter().get(name);
      put(all, "after " + name, after == null ? 0 : after.fen());
    }
    for (LineCut line : said.lines()) {
      line.paid()
          .forEach(
              (payer, part) -> put(all, "line " + line.lineId() + ' ' + payer.id(), part.fen()));
    }
    return all;
  }

  private static Map<String, Long> figures(Plan plan, Judgement said) {
    Map<String, Long> all = new TreeMap<>();
    put(all, "total", said.total());
    put(all, "out of catalogue", said.outOfCatalogue());
    put(all, "over limit", said.overLimit());
    put(all, "first self-pay", said.firstSelfPay());
    put(all, "in scope", said.inScope());
    put(all, "deductible", said.deductible());
    put(all, "off-site first", said.offSiteFirst());
    put(all, "above ceiling", said.aboveCeiling());
    put(all, "critical base", said.criticalBase());
    put(all, "this year's money", said.accounts().currentYear());
    put(all, "past years' money", said.accounts().pastYears());
    families(all, said.accounts().family());
    said.paid().forEach((payer, fen) -> put(all, payer, fen));
    said.supplements().forEach((name, fen) -> put(all, "supplement " + name, fen));
    for (String name : plan.accumulators()) {
      put(all, "after " + name, said.accumulatorsAfter().getOrDefault(name, 0L));
    }
    for (Judgement.Line line : said.lines()) {
      line.paid().forEach((payer, fen) -> put(all, "line " + line.id() + ' ' + payer, fen));
    }
    return all;
  }

  private static void families(Map<String, Long> all, List<Long> paid) {
    for (int i = 0; i < paid.size(); i++) {
      put(all, "relative " + i, paid.get(i));
    }
  }

  private static void put(Map<String, Long> all, String name, long fen) {
    if (fen != 0) {
      all.put(name, fen);
    }
  }
}
