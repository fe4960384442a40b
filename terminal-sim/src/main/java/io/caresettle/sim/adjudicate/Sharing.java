package io.caresettle.sim.adjudicate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The steps that say who may pay, and of which costs the pool's share is taken. */
sealed interface Sharing extends Step {

  static Optional<Step> read(String kind, StepTree tree) {
    return Optional.ofNullable(
        switch (kind) {
          case "usable-funds" -> UsableFunds.read(tree.tree("by-grade"));
          case "off-site-first" -> new OffSiteFirst(tree.rate("value"), tree.rounding());
          case "account-first" -> new AccountFirst(Paying.purses(tree));
          case "deductible" -> Deductible.read(tree);
          case "cost-limit" -> new CostLimit(tree.fen("value"), tree.text("accumulator"));
          default -> null;
        });
  }

  /** SZ 62: an institution's grade says who may pay there at all. */
  record UsableFunds(Map<String, Set<String>> byGrade) implements Sharing {

    static UsableFunds read(Tree tree) {
      Map<String, Set<String>> byGrade = new HashMap<>();
      for (String grade : List.of("A", "B", "C", "D")) {
        Set<String> payers = tree.wordsOrNone(grade);
        if (!Payers.ALL.containsAll(payers) || payers.contains(Payers.CASH)) {
          throw tree.bad("a grade names funds and accounts only");
        }
        byGrade.put(grade, payers);
      }
      tree.end();
      return new UsableFunds(Map.copyOf(byGrade));
    }

    @Override
    public void run(Working w) {
      w.keepOpen(byGrade.getOrDefault(w.grade(), Set.of()));
    }
  }

  /** P: what care elsewhere leaves to the patient before anything is shared. */
  record OffSiteFirst(Value value, Rounding rounding) implements Sharing {
    @Override
    public void run(Working w) {
      if (w.counts()) {
        w.offSiteFirst = rounding.of(w.inScope.times(w.number(value))).atMost(w.inScope);
      }
    }

    @Override
    public List<Value> values() {
      return List.of(value);
    }
  }

  /** AF: the account pays before the deductible. */
  record AccountFirst(List<AccountSheet.Purse> purses) implements Sharing {
    @Override
    public void run(Working w) {
      if (w.isOpen(Payers.PERSONAL_ACCOUNT)) {
        w.accounts.payFirst(w.inScope.minus(w.offSiteFirst), purses);
      }
    }
  }

  /**
   * D: what the patient pays before the pool does.
   *
   * @param accumulator what has been paid of it already; absent where each bill starts anew
   * @param ofTheStay whether the accumulator counts the bills of one stay, not of a year
   */
  record Deductible(Value value, Optional<String> accumulator, boolean ofTheStay)
      implements Sharing {

    static Deductible read(StepTree tree) {
      Value value = tree.fen("value");
      String per = tree.word("per", "year", List.of("year", "visit", "stay"));
      Optional<String> accumulator =
          switch (per) {
            case "year" -> Optional.of(tree.text("accumulator"));
            case "stay" -> tree.textIfAny("accumulator");
            default -> Optional.empty();
          };
      return new Deductible(value, accumulator, per.equals("stay"));
    }

    @Override
    public void run(Working w) {
      if (!w.counts()) {
        return;
      }
      Fraction left = accumulator.map(name -> w.left(value, name)).orElseGet(() -> w.number(value));
      w.deductible = w.inScopeAfterAccount().minus(w.offSiteFirst).atMost(left);
      accumulator.ifPresent(name -> w.grow(name, w.deductible));
    }

    @Override
    public List<Value> values() {
      return List.of(value);
    }

    @Override
    public Optional<String> ownAccumulator() {
      return accumulator;
    }
  }

  /** The ceiling where the law counts costs: the pool looks at so much in a year. */
  record CostLimit(Value value, String accumulator) implements Sharing {
    @Override
    public void run(Working w) {
      if (w.counts()) {
        Fraction looked = w.looked();
        Fraction within = looked.atMost(w.left(value, accumulator));
        w.cutByCostLimit = looked.minus(within);
        w.aboveCeiling = w.aboveCeiling.plus(w.cutByCostLimit);
        w.grow(accumulator, within);
      }
    }

    @Override
    public List<Value> values() {
      return List.of(value);
    }

    @Override
    public Optional<String> ownAccumulator() {
      return Optional.of(accumulator);
    }
  }
}
