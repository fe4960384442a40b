package io.caresettle.sim.adjudicate;

import io.caresettle.sim.adjudicate.CannotAdjudicate.Reason;
import java.util.Optional;
import java.util.Set;

/** A line of a bill and what it was cut into, in fen. */
final class CutLine {

  Fraction amount = Fraction.ZERO;
  Fraction outOfCatalogue = Fraction.ZERO;
  Fraction overLimit = Fraction.ZERO;
  Fraction firstSelfPay = Fraction.ZERO;

  private static final Fraction HUNDRED = Fraction.whole(100);
  private final Claim.Line line;
  private final Claim.Item item;
  private final Optional<Fraction> price;
  private final Fraction quantity;

  CutLine(Claim.Line line, Claim.Item item) {
    this.line = line;
    this.item = item;
    this.price = line.price().map(yuan -> Fraction.decimal(yuan, 6, line.id()).times(HUNDRED));
    this.quantity =
        line.quantity().map(n -> Fraction.decimal(n, 4, line.id())).orElse(Fraction.ONE);
    if (price.isEmpty() && (line.total().isEmpty() || line.total().getAsLong() < 0)) {
      throw malformed(line.id(), "a line without a price needs an amount: " + line.id());
    }
    boolean known = Set.of("A", "B", "C").contains(item.itemClass());
    boolean share = item.firstSelfPay() >= 0 && item.firstSelfPay() <= 10_000;
    if (!known
        || !share
        || (item.itemClass().equals("A") && item.firstSelfPay() != 0)
        || (item.accountNever() && inCatalogue())) {
      throw malformed(item.code(), "the catalogue's class, share or mark of an item cannot be");
    }
  }

  private static CannotAdjudicate malformed(String subject, String message) {
    return new CannotAdjudicate(Reason.MALFORMED_CLAIM, subject, message);
  }

  String id() {
    return line.id();
  }

  void priceOut(Rounding rounding) {
    amount =
        price
            .map(fen -> rounding.of(fen.times(quantity)))
            .orElseGet(() -> Fraction.whole(line.total().orElse(0)));
    Working.requireCountable(line.id(), amount);
    if (line.total().isPresent() && line.total().getAsLong() != amount.exact()) {
      throw new CannotAdjudicate(
          Reason.LINE_TOTAL,
          line.id(),
          "Line " + line.id() + ": the total is not price times quantity");
    }
  }

  boolean inCatalogue() {
    return !item.itemClass().equals("C");
  }

  boolean accountMayPay() {
    return !item.accountNever();
  }

  Fraction aboveLimit() {
    if (price.isEmpty() || item.priceLimit().isEmpty()) {
      return Fraction.ZERO;
    }
    Fraction limit = Fraction.decimal(item.priceLimit().get(), 6, item.code()).times(HUNDRED);
    return price.get().beyond(limit).times(quantity);
  }

  /** The patient's first share; what is not in the catalogue has none. */
  Fraction firstShare() {
    return inCatalogue() ? Fraction.of(item.firstSelfPay(), 10_000) : Fraction.ZERO;
  }

  /** What a first share is taken of. */
  Fraction withinLimit() {
    return amount.minus(outOfCatalogue).minus(overLimit);
  }

  Fraction inScope() {
    return withinLimit().minus(firstSelfPay);
  }
}
