package io.caresettle.sim.adjudicate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the accounts hold, what they have paid of one bill, and of which of its parts. */
final class AccountSheet {

  /** One purse of the personal account. */
  enum Purse {
    CURRENT_YEAR,
    PAST_YEARS
  }

  /** A part of a bill that an account may be allowed to pay, in the order of paying. */
  enum Part {
    DEDUCTIBLE,
    COINSURANCE,
    FIRST_SELF_PAY,
    OVER_LIMIT,
    OUT_OF_CATALOGUE
  }

  private final Map<Purse, Fraction> holds = new EnumMap<>(Purse.class);
  private final Map<Purse, Fraction> paid = new EnumMap<>(Purse.class);
  private final List<Fraction> familyHolds = new ArrayList<>();
  private final List<Fraction> familyPaid = new ArrayList<>();
  private Map<Part, Fraction> accountTook = Map.of();
  private Map<Part, Fraction> familyTook = Map.of();
  private Fraction first = Fraction.ZERO;

  AccountSheet(Claim.Balances balances) {
    // No purse gives more than the account as a whole holds: the other may be overdrawn.
    Fraction has = atLeastZero(balances.currentYear()).plus(atLeastZero(balances.pastYears()));
    Fraction owes = atLeastZero(-balances.currentYear()).plus(atLeastZero(-balances.pastYears()));
    Fraction whole = has.beyond(owes);
    holds.put(Purse.CURRENT_YEAR, atLeastZero(balances.currentYear()).atMost(whole));
    holds.put(Purse.PAST_YEARS, atLeastZero(balances.pastYears()).atMost(whole));
    for (long balance : balances.family()) {
      familyHolds.add(atLeastZero(balance));
      familyPaid.add(Fraction.ZERO);
    }
  }

  private static Fraction atLeastZero(long fen) {
    return Fraction.whole(Math.max(0, fen));
  }

  /** Takes at most {@code most} from these purses, one after the other. */
  private Fraction draw(Fraction most, List<Purse> purses) {
    Fraction drawn = Fraction.ZERO;
    for (Purse purse : purses) {
      Fraction part = most.minus(drawn).atMost(holds.getOrDefault(purse, Fraction.ZERO));
      holds.computeIfPresent(purse, (name, held) -> held.minus(part));
      paid.merge(purse, part, Fraction::plus);
      drawn = drawn.plus(part);
    }
    return drawn;
  }

  void payFirst(Fraction most, List<Purse> purses) {
    first = draw(most, purses);
  }

  /** The account pays what it may of the parts, and remembers of which. */
  void pay(Map<Part, Fraction> left, List<Part> mayPay, List<Purse> purses) {
    accountTook = taken(draw(sum(left, mayPay), purses), left, mayPay);
  }

  /** The family pays what it may of what the account left of the parts. */
  void familyPays(Map<Part, Fraction> left, List<Part> mayPay) {
    Map<Part, Fraction> stillLeft = new EnumMap<>(Part.class);
    left.forEach(
        (part, sum) ->
            stillLeft.put(part, sum.minus(accountTook.getOrDefault(part, Fraction.ZERO))));
    Fraction payable = sum(stillLeft, mayPay);
    for (int i = 0; i < familyHolds.size(); i++) {
      Fraction pays = payable.atMost(familyHolds.get(i));
      familyPaid.set(i, pays);
      payable = payable.minus(pays);
    }
    familyTook = taken(ofFamily(), stillLeft, mayPay);
  }

  private static Fraction sum(Map<Part, Fraction> left, List<Part> parts) {
    Fraction sum = Fraction.ZERO;
    for (Part part : parts) {
      sum = sum.plus(left.getOrDefault(part, Fraction.ZERO));
    }
    return sum;
  }

  /** Of which parts a payment is, in the order in which parts are paid. */
  private static Map<Part, Fraction> taken(
      Fraction amount, Map<Part, Fraction> left, List<Part> mayPay) {
    Map<Part, Fraction> taken = new EnumMap<>(Part.class);
    Fraction rest = amount;
    for (Part part : Part.values()) {
      if (mayPay.contains(part)) {
        Fraction here = rest.atMost(left.getOrDefault(part, Fraction.ZERO));
        taken.put(part, here);
        rest = rest.minus(here);
      }
    }
    return taken;
  }

  /** AF: what the account paid before the deductible. */
  Fraction first() {
    return first;
  }

  /** What the account paid after the funds. */
  Fraction afterFunds() {
    return personal().minus(first);
  }

  Fraction personal() {
    return paidFrom(Purse.CURRENT_YEAR).plus(paidFrom(Purse.PAST_YEARS));
  }

  private Fraction paidFrom(Purse purse) {
    return paid.getOrDefault(purse, Fraction.ZERO);
  }

  Fraction ofFamily() {
    Fraction sum = Fraction.ZERO;
    for (Fraction part : familyPaid) {
      sum = sum.plus(part);
    }
    return sum;
  }

  /** What the account paid after the funds, by part. */
  Map<Part, Fraction> accountTook() {
    return accountTook;
  }

  Map<Part, Fraction> familyTook() {
    return familyTook;
  }

  Judgement.Accounts figures() {
    return new Judgement.Accounts(
        first.exact(),
        paidFrom(Purse.CURRENT_YEAR).exact(),
        paidFrom(Purse.PAST_YEARS).exact(),
        familyPaid.stream().map(Fraction::exact).toList());
  }
}
