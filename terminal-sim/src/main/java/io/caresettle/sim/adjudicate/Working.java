package io.caresettle.sim.adjudicate;

import io.caresettle.sim.adjudicate.CannotAdjudicate.Reason;
import io.caresettle.sim.adjudicate.Fraction.Rounding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The sheet on which one bill is worked out, step by step. */
final class Working {

  final List<CutLine> lines = new ArrayList<>();
  Fraction inScope = Fraction.ZERO;
  Fraction base = Fraction.ZERO;
  Fraction deductible = Fraction.ZERO;
  Fraction poolFund = Fraction.ZERO;
  Fraction personalAccount = Fraction.ZERO;
  Fraction cash = Fraction.ZERO;

  private final Claim claim;
  private final Map<String, Fraction> growth = new HashMap<>();

  Working(Claim claim) {
    this.claim = claim;
    Set<String> ids = new HashSet<>();
    for (Claim.Line line : claim.lines()) {
      if (!ids.add(line.id())) {
        throw malformed(line.id(), "two lines have the id " + line.id());
      }
      Claim.Item item = claim.catalogue().get(line.code());
      if (item == null) {
        throw new CannotAdjudicate(
            Reason.UNKNOWN_ITEM, line.id(), "Line " + line.id() + ": no such catalogue item");
      }
      lines.add(new CutLine(line, item));
    }
    if (claim.accountBalance() < 0 || claim.yearToDate().values().stream().anyMatch(s -> s < 0)) {
      throw malformed("sums", "a balance or a sum of the year is negative");
    }
  }

  private static CannotAdjudicate malformed(String subject, String message) {
    return new CannotAdjudicate(Reason.MALFORMED_CLAIM, subject, message);
  }

  boolean poolIsOpen() {
    return claim.open().contains(Claim.POOL_FUND);
  }

  boolean accountIsOpen() {
    return claim.open().contains(Claim.PERSONAL_ACCOUNT);
  }

  Fraction number(Value value) {
    return value.on(claim.date(), claim.category(), claim.level());
  }

  /** What is left of a yearly value that the sums of the year have used up in part. */
  Fraction left(Value value, String accumulator) {
    long used = claim.yearToDate().getOrDefault(accumulator, 0L);
    return number(value).beyond(Fraction.whole(used));
  }

  void grow(String accumulator, Fraction by) {
    growth.merge(accumulator, by, Fraction::plus);
  }

  Fraction balance() {
    return Fraction.whole(claim.accountBalance());
  }

  Fraction sum(Function<CutLine, Fraction> part) {
    Fraction sum = Fraction.ZERO;
    for (CutLine line : lines) {
      sum = sum.plus(part.apply(line));
    }
    return sum;
  }

  Fraction total() {
    return sum(line -> line.amount);
  }

  /** One of the parts that an account may be allowed to pay. */
  Fraction part(String name) {
    return switch (name) {
      case "deductible" -> deductible;
      case "coinsurance" -> inScope.minus(deductible).minus(poolFund);
      case "first-self-pay" -> sum(line -> line.firstSelfPay);
      case "over-limit" -> sum(line -> line.overLimit);
      case "out-of-catalogue" -> sum(line -> line.outOfCatalogue);
      default -> throw new IllegalArgumentException("No such part: " + name);
    };
  }

  Judgement judgement(String topic) {
    Map<String, Long> grown = new HashMap<>();
    Map<String, Long> after = new HashMap<>(claim.yearToDate());
    growth.forEach(
        (name, by) -> {
          if (by.exact() > 0) {
            grown.put(name, by.exact());
          }
          after.merge(name, by.exact(), Math::addExact);
        });
    return new Judgement(
        topic,
        total().exact(),
        part("out-of-catalogue").exact(),
        part("over-limit").exact(),
        part("first-self-pay").exact(),
        inScope.exact(),
        deductible.exact(),
        poolFund.exact(),
        personalAccount.exact(),
        cash.exact(),
        grown,
        after);
  }

  /** A line and what it was cut into, in fen. */
  static final class CutLine {

    Fraction amount = Fraction.ZERO;
    Fraction outOfCatalogue = Fraction.ZERO;
    Fraction overLimit = Fraction.ZERO;
    Fraction firstSelfPay = Fraction.ZERO;

    private static final Fraction HUNDRED = Fraction.whole(100);
    private final Claim.Line line;
    private final Claim.Item item;
    private final Fraction price;
    private final Fraction quantity;

    CutLine(Claim.Line line, Claim.Item item) {
      this.line = line;
      this.item = item;
      this.price = Fraction.decimal(line.price(), 6, line.id()).times(HUNDRED);
      this.quantity = Fraction.decimal(line.quantity(), 4, line.id());
      boolean known = Set.of("A", "B", "C").contains(item.itemClass());
      boolean share = item.firstSelfPay() >= 0 && item.firstSelfPay() <= 10_000;
      if (!known || !share || (item.itemClass().equals("A") && item.firstSelfPay() != 0)) {
        throw malformed(item.code(), "the catalogue's class or share of an item cannot be");
      }
    }

    void priceOut(Rounding rounding) {
      amount = price.times(quantity).rounded(rounding);
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

    Fraction aboveLimit() {
      return item.priceLimit()
          .map(limit -> price.beyond(Fraction.decimal(limit, 6, item.code()).times(HUNDRED)))
          .orElse(Fraction.ZERO)
          .times(quantity);
    }

    Fraction firstShare() {
      return Fraction.of(item.firstSelfPay(), 10_000);
    }
  }
}
