package io.caresettle.sim.adjudicate;

import io.caresettle.sim.adjudicate.Fraction.Rounding;
import java.util.Map;
import java.util.Set;

/** One step of a plan, and what it does to a bill. */
sealed interface Step {

  void run(Working w);

  record LineTotal(Rounding rounding) implements Step {
    @Override
    public void run(Working w) {
      w.lines.forEach(line -> line.priceOut(rounding));
    }
  }

  record OutOfCatalogue() implements Step {
    @Override
    public void run(Working w) {
      for (Working.CutLine line : w.lines) {
        line.outOfCatalogue = line.inCatalogue() ? Fraction.ZERO : line.amount;
      }
    }
  }

  record PriceLimit(Rounding rounding) implements Step {
    @Override
    public void run(Working w) {
      for (Working.CutLine line : w.lines) {
        line.overLimit = line.inCatalogue() ? line.aboveLimit().rounded(rounding) : Fraction.ZERO;
      }
    }
  }

  record FirstSelfPay(Rounding rounding) implements Step {
    @Override
    public void run(Working w) {
      for (Working.CutLine line : w.lines) {
        line.firstSelfPay =
            line.inCatalogue()
                ? line.amount.minus(line.overLimit).times(line.firstShare()).rounded(rounding)
                : Fraction.ZERO;
      }
    }
  }

  record InScope() implements Step {
    @Override
    public void run(Working w) {
      w.inScope =
          w.sum(
              line ->
                  line.amount
                      .minus(line.outOfCatalogue)
                      .minus(line.overLimit)
                      .minus(line.firstSelfPay));
      w.base = w.inScope;
    }
  }

  record Deductible(Value value, String accumulator) implements Step {
    @Override
    public void run(Working w) {
      if (w.poolIsOpen()) {
        w.deductible = w.inScope.atMost(w.left(value, accumulator));
        w.base = w.inScope.minus(w.deductible);
        w.grow(accumulator, w.deductible);
      }
    }
  }

  record CostLimit(Value value, String accumulator) implements Step {
    @Override
    public void run(Working w) {
      if (w.poolIsOpen()) {
        w.base = w.base.atMost(w.left(value, accumulator));
        w.grow(accumulator, w.base);
      }
    }
  }

  record Rate(Value value, Rounding rounding) implements Step {
    @Override
    public void run(Working w) {
      if (w.poolIsOpen()) {
        w.poolFund = w.base.times(w.number(value)).times(Fraction.of(1, 10_000)).rounded(rounding);
      }
    }
  }

  record PaymentLimit(Value value, String accumulator) implements Step {
    @Override
    public void run(Working w) {
      if (w.poolIsOpen()) {
        w.poolFund = w.poolFund.atMost(w.left(value, accumulator));
        w.grow(accumulator, w.poolFund);
      }
    }
  }

  record Account(Set<String> mayPay) implements Step {
    private static final Set<String> PARTS =
        Set.of("deductible", "coinsurance", "first-self-pay", "over-limit", "out-of-catalogue");

    @Override
    public void run(Working w) {
      if (w.accountIsOpen()) {
        Fraction payable = Fraction.ZERO;
        for (String part : mayPay) {
          payable = payable.plus(w.part(part));
        }
        w.personalAccount = payable.atMost(w.balance());
      }
    }
  }

  record Cash() implements Step {
    @Override
    public void run(Working w) {
      w.cash = w.total().minus(w.poolFund).minus(w.personalAccount);
    }
  }

  static Step read(Tree tree, Map<String, Value> values) {
    String kind = tree.text("step");
    Step step =
        switch (kind) {
          case "line-total" -> new LineTotal(rounding(tree));
          case "out-of-catalogue" -> new OutOfCatalogue();
          case "price-limit" -> new PriceLimit(rounding(tree));
          case "first-self-pay" -> new FirstSelfPay(rounding(tree));
          case "in-scope" -> new InScope();
          case "deductible" ->
              new Deductible(value(tree, values, Value.Unit.FEN), tree.text("accumulator"));
          case "cost-limit" ->
              new CostLimit(value(tree, values, Value.Unit.FEN), tree.text("accumulator"));
          case "rate" -> {
            poolFund(tree);
            yield new Rate(value(tree, values, Value.Unit.BASIS_POINTS), rounding(tree));
          }
          case "payment-limit" -> {
            poolFund(tree);
            yield new PaymentLimit(value(tree, values, Value.Unit.FEN), tree.text("accumulator"));
          }
          case "account" -> new Account(mayPay(tree));
          case "cash" -> new Cash();
          default -> throw tree.bad("unknown step " + kind);
        };
    if (!tree.text("rule").matches("R-[A-Z]+-\\d{2}")) {
      throw tree.bad("the rule should be such as R-BEN-01");
    }
    Pack.readSource(tree.tree("source"));
    tree.textIfAny("assumed");
    tree.end();
    return step;
  }

  private static Rounding rounding(Tree tree) {
    return Rounding.named(tree.text("rounding"));
  }

  private static void poolFund(Tree tree) {
    if (!tree.text("payer").equals(Claim.POOL_FUND)) {
      throw tree.bad("the payer should be " + Claim.POOL_FUND);
    }
  }

  private static Value value(Tree tree, Map<String, Value> values, Value.Unit unit) {
    String name = tree.text("value");
    Value value = values.get(name);
    if (value == null || value.unit() != unit) {
      throw tree.bad("no value " + name + " in this unit");
    }
    return value;
  }

  private static Set<String> mayPay(Tree tree) {
    Set<String> parts = tree.words("may-pay");
    if (!Account.PARTS.containsAll(parts)) {
      throw tree.bad("the account can pay " + Account.PARTS + " only");
    }
    return Set.copyOf(parts);
  }
}
