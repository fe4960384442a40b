package io.caresettle.sim.adjudicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * 大病保险: tiers over the burden of a year. A bill is paid the difference between what the year's
 * burden is worth with it and what it was worth before.
 *
 * @param base the parts of a bill that the patient bears and that count
 * @param accumulator the year's burden
 */
record CriticalIllness(
    String payer,
    Set<String> base,
    String accumulator,
    List<Tier> tiers,
    boolean eachTierRounded,
    Rounding rounding,
    Optional<Layer.Limit> limit)
    implements Layer {

  /** What lies above a sum, up to the next tier's, is paid at a rate. */
  record Tier(Value above, Value rate) {}

  private static final Set<String> PARTS =
      Set.of("deductible", "in-scope-remainder", "first-self-pay", "off-site-first");

  static CriticalIllness read(StepTree tree) {
    Set<String> base = tree.tree().words("base");
    if (!PARTS.containsAll(base)) {
      throw tree.bad("the base is made of " + PARTS);
    }
    List<Tier> tiers = new ArrayList<>();
    for (StepTree row : tree.trees("tiers")) {
      tiers.add(new Tier(row.fen("above"), row.rate("rate")));
      row.end();
    }
    return new CriticalIllness(
        tree.fund(),
        base,
        tree.text("accumulator"),
        List.copyOf(tiers),
        tree.roundsEachBand(),
        tree.rounding(),
        Layer.Limit.read(tree));
  }

  @Override
  public void run(Working w) {
    if (!w.isOpen(payer)) {
      return;
    }
    Fraction burden = Fraction.ZERO;
    for (String part : base) {
      burden = burden.plus(part(w, part));
    }
    Fraction before = w.soFar(accumulator);
    Fraction share = worth(w, before.plus(burden)).beyond(worth(w, before));
    w.criticalBase = burden;
    w.grow(accumulator, burden);
    // Without the first self-pay in its base it pays of what is in scope only.
    Fraction open = base.contains("first-self-pay") ? w.leftForFunds() : w.remainingInScope();
    Layer.pay(w, payer, Optional.empty(), share.atMost(burden).atMost(open), limit);
  }

  private static Fraction part(Working w, String name) {
    return switch (name) {
      case "deductible" -> w.deductible;
      case "in-scope-remainder" -> w.remainingAboveDeductible();
      case "first-self-pay" -> w.firstSelfPay();
      case "off-site-first" -> w.offSiteFirst;
      default -> throw new IllegalArgumentException("No such part: " + name);
    };
  }

  /** T: what a year's burden is worth in all. */
  private Fraction worth(Working w, Fraction yearsBurden) {
    Fraction unrounded = Fraction.ZERO;
    Fraction rounded = Fraction.ZERO;
    for (int i = 0; i < tiers.size(); i++) {
      Fraction bottom = w.number(tiers.get(i).above());
      Fraction top =
          i + 1 < tiers.size()
              ? yearsBurden.atMost(w.number(tiers.get(i + 1).above()))
              : yearsBurden;
      Fraction part = top.beyond(bottom).times(w.number(tiers.get(i).rate()));
      unrounded = unrounded.plus(part);
      rounded = rounded.plus(rounding.of(part));
    }
    return eachTierRounded ? rounded : rounding.of(unrounded);
  }

  @Override
  public void check(Function<Value, Fraction> numbers) {
    Bands.requireParts(
        tiers.get(0).rate().name(),
        tiers.stream().map(tier -> numbers.apply(tier.rate())).toList());
  }

  @Override
  public List<Value> values() {
    List<Value> all = new ArrayList<>(bounds());
    tiers.forEach(tier -> all.add(tier.rate()));
    return Pooling.together(all, limit.map(Layer.Limit::value));
  }

  List<Value> bounds() {
    return tiers.stream().map(Tier::above).toList();
  }

  @Override
  public Optional<String> ownAccumulator() {
    return Optional.of(accumulator);
  }
}
