package io.caresettle.sim.adjudicate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads the steps of a plan, and refuses those that cannot follow one another. */
final class PlanReader {

  /** The kinds in the order in which a plan has them; those of one row mix as they like. */
  private static final List<List<String>> ORDER =
      List.of(
          List.of("line-total"),
          List.of("out-of-catalogue"),
          List.of("price-limit"),
          List.of("first-self-pay"),
          List.of("in-scope"),
          List.of("usable-funds"),
          List.of("off-site-first"),
          List.of("account-first"),
          List.of("deductible"),
          List.of("cost-limit"),
          List.of("rate", "bands"),
          List.of("payment-limit"),
          List.of("large-sum", "critical-illness", "supplement", "medical-aid"),
          List.of("overall-cap"),
          List.of("account"),
          List.of("family-account"),
          List.of("cash"),
          List.of("allocate"));

  private static final Set<String> REQUIRED =
      Set.of("line-total", "out-of-catalogue", "price-limit", "first-self-pay", "in-scope", "cash");

  private static final Set<String> MANY = Set.of("supplement", "medical-aid");
  private static final String WORDS = "[a-z0-9]+(-[a-z0-9]+)*";

  private final Tree pack;
  private final Map<String, Value> values;
  private final Set<String> ids = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final List<String> kinds = new ArrayList<>();

  private PlanReader(Tree pack, Map<String, Value> values) {
    this.pack = pack;
    this.values = values;
  }

  static List<Step> read(Tree pack, List<Tree> trees, Map<String, Value> values) {
    PlanReader reader = new PlanReader(pack, values);
    List<Step> plan = trees.stream().map(tree -> reader.step(tree.afresh())).toList();
    reader.checkOrder();
    reader.checkPool(plan);
    reader.checkAccumulators(plan);
    return plan;
  }

  private Step step(Tree tree) {
    String kind = tree.text("step");
    kinds.add(kind);
    Optional<String> id = tree.textIfAny("id");
    Step step = ofKind(kind, new StepTree(tree, values));
    Optional<String> unpublished = tree.textIfAny("unpublished");
    if (!unpublished.orElse("pays-nothing").equals("pays-nothing")) {
      throw tree.bad("'unpublished' should be pays-nothing");
    }
    boolean waits = unpublished.isPresent();
    if (!tree.text("rule").matches("R-[A-Z]+-\\d{2}")) {
      throw tree.bad("the rule should be such as R-BEN-01");
    }
    Citation.read(tree.tree("source"));
    tree.textIfAny("assumed");
    tree.end();
    boolean newName = !(step instanceof Layer.Supplement named) || names.add(named.name());
    String called = step instanceof Layer.Supplement named ? kind + "-" + named.name() : kind;
    if (!newName || !id.orElse(called).matches(WORDS) || !ids.add(id.orElse(called))) {
      throw tree.bad("a step's name and id should be words joined by dashes, and its own");
    }
    if (waits && (!(step instanceof Layer) || step instanceof Layer.OverallCap)) {
      throw tree.bad("no layer that could pay nothing");
    }
    return waits ? new Forgone((Layer) step, id.orElse(called)) : step;
  }

  private static Step ofKind(String kind, StepTree tree) {
    List<BiFunction<String, StepTree, Optional<Step>>> readers =
        List.of(Cutting::read, Sharing::read, Pooling::read, Layer::read, Paying::read);
    for (BiFunction<String, StepTree, Optional<Step>> reader : readers) {
      Optional<Step> step = reader.apply(kind, tree);
      if (step.isPresent()) {
        return step.get();
      }
    }
    throw tree.bad("unknown step " + kind);
  }

  private void checkOrder() {
    if (!kinds.containsAll(REQUIRED)) {
      throw pack.bad("the plan should have every one of " + REQUIRED);
    }
    int reached = 0;
    for (String kind : kinds) {
      int row = 0;
      while (!ORDER.get(row).contains(kind)) {
        row++;
      }
      if (row < reached) {
        throw pack.bad("the step " + kind + " comes too late in the plan");
      }
      reached = row;
      if (!MANY.contains(kind) && kinds.stream().filter(kind::equals).count() > 1) {
        throw pack.bad("the step " + kind + " is there twice");
      }
    }
    if (kinds.contains("rate") && kinds.contains("bands")) {
      throw pack.bad("the pool pays by a rate or by bands, not by both");
    }
  }

  private void checkPool(List<Step> plan) {
    Optional<String> payer = Pack.poolPayer(plan);
    for (Step step : plan) {
      boolean strayLimit = step instanceof Sharing.CostLimit && payer.isEmpty();
      boolean otherPayer =
          step instanceof Pooling.PaymentLimit limit && !Optional.of(limit.payer()).equals(payer);
      if (strayLimit || otherPayer) {
        throw pack.bad("a limit should be that of the plan's rate or bands");
      }
    }
  }

  private void checkAccumulators(List<Step> plan) {
    Set<String> payments = new HashSet<>();
    plan.forEach(step -> step.paymentAccumulator().ifPresent(payments::add));
    Set<String> own = new HashSet<>();
    for (Step step : plan) {
      Optional<String> accumulator = step.ownAccumulator();
      if (accumulator.isPresent()
          && (payments.contains(accumulator.get()) || !own.add(accumulator.get()))) {
        throw pack.bad("two steps count on " + accumulator.get());
      }
    }
  }
}
