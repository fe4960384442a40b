package io.caresettle.sim.adjudicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps by which the pool pays: a rate or bands, and the limit on what it pays. */
sealed interface Pooling extends Step permits Pooling.Rate, Bands, Pooling.PaymentLimit {

  static Optional<Step> read(String kind, StepTree tree) {
    return Optional.ofNullable(
        switch (kind) {
          case "rate" -> new Rate(tree.fund(), tree.rate("value"), tree.rounding());
          case "bands" -> BandsReader.read(tree);
          case "payment-limit" ->
              new PaymentLimit(tree.fund(), tree.fen("value"), tree.text("accumulator"));
          default -> null;
        });
  }

  /** One rate for all that the pool looks at. */
  record Rate(String payer, Value value, Rounding rounding) implements Pooling {
    @Override
    public void run(Working w) {
      if (w.counts()) {
        Fraction rate = w.number(value);
        w.stretches = List.of(new Working.Stretch(w.looked(), rate));
        pay(w, payer, rounding.of(w.looked().times(rate)));
      }
    }

    @Override
    public List<Value> values() {
      return List.of(value);
    }
  }

  /** The pool pays {@code share}, never more than what it looks at. */
  static void pay(Working w, String payer, Fraction share) {
    w.paid.payments.add(
        new PaidSheet.Payment(payer, Optional.empty(), Optional.empty(), share.atMost(w.looked())));
  }

  /** The ceiling where the law counts payments; what lies beyond it may be another fund's. */
  record PaymentLimit(String payer, Value value, String accumulator) implements Pooling {
    @Override
    public void run(Working w) {
      if (!w.counts()) {
        return;
      }
      PaidSheet.Payment pool = w.paid.payments.get(0);
      Fraction left = w.left(value, accumulator);
      if (pool.amount.compareTo(left) > 0) {
        w.aboveCeiling = w.aboveCeiling.plus(beyondReached(w, left));
        pool.amount = left;
      }
      pool.accumulator = Optional.of(accumulator);
      w.grow(accumulator, pool.amount);
    }

    /** What lies beyond the position in the bill at which the limit was used up. */
    private static Fraction beyondReached(Working w, Fraction limit) {
      Fraction left = limit;
      Fraction reached = Fraction.ZERO;
      for (Working.Stretch stretch : w.stretches) {
        Fraction share = stretch.length().times(stretch.rate());
        if (share.compareTo(left) > 0) {
          Fraction here = Rounding.HALF_UP_FEN.of(left.dividedBy(stretch.rate()));
          return w.looked().beyond(reached.plus(here.atMost(stretch.length())));
        }
        left = left.minus(share);
        reached = reached.plus(stretch.length());
      }
      return w.looked().beyond(reached);
    }

    @Override
    public List<Value> values() {
      return List.of(value);
    }

    @Override
    public Optional<String> paymentAccumulator() {
      return Optional.of(accumulator);
    }
  }

  /** All that is present, in a list. */
  static <T> List<T> together(List<T> some, Optional<? extends T> more) {
    List<T> all = new ArrayList<>(some);
    more.ifPresent(all::add);
    return all;
  }
}
