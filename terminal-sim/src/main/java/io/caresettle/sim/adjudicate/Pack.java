package io.caresettle.sim.adjudicate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One topic of one area: its numbers and the steps of its plan. */
record Pack(
    String topic,
    String area,
    String scheme,
    Set<String> care,
    LocalDate from,
    Optional<LocalDate> to,
    Map<String, Value> values,
    List<Step> plan) {

  static Pack read(String file, String text) {
    Tree tree = Tree.parse(file, text);
    String topic = tree.text("topic");
    String area = tree.text("area");
    Tree names = tree.tree("names");
    names.text("zh");
    names.text("en");
    names.end();
    String scheme = tree.text("scheme");
    Set<String> care = tree.words("care");
    LocalDate from = tree.date("from");
    Optional<LocalDate> to = tree.dateIfAny("to");
    tree.date("still_valid_on");
    if (!area.matches("\\d{6}|test")
        || !Set.of("employee", "resident").contains(scheme)
        || !Set.of("outpatient", "pharmacy").containsAll(care)
        || to.map(last -> last.isBefore(from)).orElse(false)) {
      throw tree.bad("area, scheme, care or days are not such as a pack may have");
    }
    Tree valueTrees = tree.tree("values");
    Map<String, Value> values = new HashMap<>();
    for (String name : valueTrees.keys()) {
      values.put(name, Value.read(name, valueTrees.tree(name), from, to));
    }
    List<Step> plan = new ArrayList<>();
    for (Tree step : tree.trees("plan")) {
      plan.add(Step.read(step, values));
    }
    tree.end();
    checkOrder(tree, plan);
    return new Pack(
        topic, area, scheme, Set.copyOf(care), from, to, Map.copyOf(values), List.copyOf(plan));
  }

  /** A bill is first cut by what; who pays comes after, and cash pays the rest, last. */
  private static void checkOrder(Tree tree, List<Step> plan) {
    List<Class<?>> kinds = new ArrayList<>();
    for (Step step : plan) {
      kinds.add(step.getClass());
    }
    List<Class<?>> cuts =
        List.of(
            Step.LineTotal.class,
            Step.OutOfCatalogue.class,
            Step.PriceLimit.class,
            Step.FirstSelfPay.class,
            Step.InScope.class);
    if (kinds.size() <= cuts.size()
        || !kinds.subList(0, cuts.size()).equals(cuts)
        || kinds.get(kinds.size() - 1) != Step.Cash.class
        || kinds.stream().distinct().count() != kinds.size()) {
      throw tree.bad("the plan should cut the bill first, pay next, and end with cash");
    }
  }

  static void readSource(Tree source) {
    source.text("text");
    source.text("article");
    source.numberIfAny("paragraph");
    source.numberIfAny("item");
    source.end();
  }

  boolean serves(Claim claim) {
    return area.equals(claim.area())
        && scheme.equals(claim.scheme())
        && care.contains(claim.care())
        && !claim.date().isBefore(from)
        && to.map(last -> !claim.date().isAfter(last)).orElse(true);
  }
}
