package io.caresettle.sim.adjudicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The steps that cut a bill by what; a bill given in totals is cut already. */
sealed interface Cutting extends Step {

  static Optional<Step> read(String kind, StepTree tree) {
    return Optional.ofNullable(
        switch (kind) {
          case "line-total" -> new LineTotal(tree.fenRounding());
          case "out-of-catalogue" -> new OutOfCatalogue();
          case "price-limit" -> {
            // It may say so, but there is no other point.
            tree.word("point", "line", List.of("line"));
            yield new PriceLimit(tree.fenRounding());
          }
          case "first-self-pay" ->
              new FirstSelfPay(
                  tree.fenRounding(),
                  tree.word("point", "line", List.of("line", "rate-group")).equals("rate-group"));
          case "in-scope" -> new InScope();
          default -> null;
        });
  }

  /** What each line costs. */
  record LineTotal(Rounding rounding) implements Cutting {
    @Override
    public void run(Working w) {
      w.lines.forEach(line -> line.priceOut(rounding));
      Working.requireCountable("bill", w.total());
    }
  }

  /** What the catalogue does not have. */
  record OutOfCatalogue() implements Cutting {
    @Override
    public void run(Working w) {
      for (CutLine line : w.lines) {
        line.outOfCatalogue = line.inCatalogue() ? Fraction.ZERO : line.amount;
      }
    }
  }

  /** What is dearer than an item's price limit. */
  record PriceLimit(Rounding rounding) implements Cutting {
    @Override
    public void run(Working w) {
      for (CutLine line : w.lines) {
        line.overLimit =
            line.inCatalogue() ? rounding.of(line.aboveLimit()).atMost(line.amount) : Fraction.ZERO;
      }
    }
  }

  /**
   * The patient's first share of an item.
   *
   * @param byRateGroup whether the lines of one share are summed, and the sum rounded once
   */
  record FirstSelfPay(Rounding rounding, boolean byRateGroup) implements Cutting {
    @Override
    public void run(Working w) {
      if (byRateGroup) {
        runByRateGroup(w);
        return;
      }
      for (CutLine line : w.lines) {
        line.firstSelfPay = rounding.of(line.withinLimit().times(line.firstShare()));
      }
    }

    private void runByRateGroup(Working w) {
      Map<Fraction, List<CutLine>> groups = new TreeMap<>();
      for (CutLine line : w.lines) {
        groups.computeIfAbsent(line.firstShare(), share -> new ArrayList<>()).add(line);
      }
      groups.forEach(this::cutGroup);
    }

    private void cutGroup(Fraction share, List<CutLine> group) {
      List<Fraction> weights = group.stream().map(CutLine::withinLimit).toList();
      Fraction all = Fraction.ZERO;
      for (Fraction weight : weights) {
        all = all.plus(weight);
      }
      List<Fraction> parts = Spread.CUMULATIVE.over(weights, rounding.of(all.times(share)));
      for (int i = 0; i < parts.size(); i++) {
        group.get(i).firstSelfPay = parts.get(i);
      }
    }
  }

  /** S: what is left for the law to look at. */
  record InScope() implements Cutting {
    @Override
    public void run(Working w) {
      w.inScope = w.sumInScope();
    }
  }
}
