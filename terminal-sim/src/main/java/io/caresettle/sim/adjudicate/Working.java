package io.caresettle.sim.adjudicate;

import io.caresettle.sim.adjudicate.CannotAdjudicate.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The sheet on which one bill is worked out, step by step. */
final class Working {

  final List<CutLine> lines = new ArrayList<>();
  final PaidSheet paid = new PaidSheet();
  final AccountSheet accounts;

  /** S of the format page: what the law looks at. */
  Fraction inScope = Fraction.ZERO;

  Fraction offSiteFirst = Fraction.ZERO;
  Fraction deductible = Fraction.ZERO;

  /** What the pool's limit on costs cut off. */
  Fraction cutByCostLimit = Fraction.ZERO;

  Fraction aboveCeiling = Fraction.ZERO;
  Fraction criticalBase = Fraction.ZERO;
  Fraction cash = Fraction.ZERO;

  /** How the pool step cut this bill into bands; empty before it ran. */
  List<Stretch> stretches = List.of();

  Spread spread = Spread.CUMULATIVE;

  /** A length of a bill in one band, and the rate there. */
  record Stretch(Fraction length, Fraction rate) {}

  private final Claim claim;
  private final LocalDate day;
  private final Who who;
  private final Optional<String> poolPayer;
  private final Set<String> open;
  private final Map<String, Fraction> growth = new HashMap<>();
  private final List<Judgement.Forgone> forgone = new ArrayList<>();

  /**
   * @param day the day whose numbers count
   * @param poolPayer who pays the plan's one rate or bands; empty where it has neither
   */
  Working(Claim claim, LocalDate day, Who who, Optional<String> poolPayer) {
    this.claim = claim;
    this.day = day;
    this.who = who;
    this.poolPayer = poolPayer;
    this.open = new HashSet<>(claim.open());
    this.accounts = new AccountSheet(claim.balances());
    ClaimCheck.check(claim);
    for (Claim.Line line : claim.lines()) {
      Claim.Item item = claim.catalogue().get(line.code());
      if (item == null) {
        throw new CannotAdjudicate(
            Reason.UNKNOWN_ITEM, line.id(), "Line " + line.id() + ": no such catalogue item");
      }
      lines.add(new CutLine(line, item));
    }
  }

  static void requireCountable(String subject, Fraction amount) {
    if (amount.compareTo(Fraction.whole(Claim.MOST_FEN)) > 0) {
      throw new CannotAdjudicate(
          Reason.MALFORMED_CLAIM, subject, "an amount too large to count: " + subject);
    }
  }

  // Who may pay.

  boolean isOpen(String payer) {
    return open.contains(payer);
  }

  void keepOpen(Set<String> payers) {
    open.retainAll(payers);
  }

  String grade() {
    return claim.circumstances().grade();
  }

  /** Bills of a closed pool count nowhere; where no step pays from a pool, every bill counts. */
  boolean counts() {
    return poolPayer.map(this::isOpen).orElse(true);
  }

  boolean hasPool() {
    return poolPayer.isPresent();
  }

  // Numbers and sums of the year.

  boolean isPublished(Value value) {
    return value.isPublished(day, who);
  }

  /** Notes that a layer pays nothing because nobody published this value. */
  void forgo(String step, Value missing) {
    forgone.add(new Judgement.Forgone(step, missing.name(), missing.citation(day)));
  }

  Fraction number(Value value) {
    return value.on(day, who);
  }

  /** The sum of the year as it stands now, with what this bill has added. */
  Fraction soFar(String accumulator) {
    return Fraction.whole(claim.yearToDate().getOrDefault(accumulator, 0L))
        .plus(growth.getOrDefault(accumulator, Fraction.ZERO));
  }

  /** What is left of a yearly value that the sums of the year have used up in part. */
  Fraction left(Value value, String accumulator) {
    return number(value).beyond(soFar(accumulator));
  }

  void grow(String accumulator, Fraction by) {
    growth.merge(accumulator, by, Fraction::plus);
  }

  void shrink(String accumulator, Fraction by) {
    growth.computeIfPresent(accumulator, (name, grown) -> grown.minus(by));
  }

  // The bill.

  Optional<Claim.Totals> totals() {
    return claim.totals();
  }

  private Fraction sum(Function<CutLine, Fraction> ofLine, Function<Claim.Totals, Long> ofTotals) {
    Fraction sum = claim.totals().map(t -> Fraction.whole(ofTotals.apply(t))).orElse(Fraction.ZERO);
    for (CutLine line : lines) {
      sum = sum.plus(ofLine.apply(line));
    }
    return sum;
  }

  Fraction outOfCatalogue() {
    return sum(line -> line.outOfCatalogue, Claim.Totals::outOfCatalogue);
  }

  /** What is out of the catalogue and may be paid from an account at all. */
  Fraction outOfCatalogueForAccounts() {
    return sum(
        line -> line.accountMayPay() ? line.outOfCatalogue : Fraction.ZERO,
        Claim.Totals::outOfCatalogue);
  }

  Fraction overLimit() {
    return sum(line -> line.overLimit, Claim.Totals::overLimit);
  }

  Fraction firstSelfPay() {
    return sum(line -> line.firstSelfPay, Claim.Totals::firstSelfPay);
  }

  Fraction sumInScope() {
    return sum(CutLine::inScope, Claim.Totals::inScope);
  }

  Fraction total() {
    return outOfCatalogue().plus(overLimit()).plus(firstSelfPay()).plus(sumInScope());
  }

  // What is left of it.

  /** In scope, less what the account paid before the deductible. */
  Fraction inScopeAfterAccount() {
    return inScope.minus(accounts.first());
  }

  Fraction aboveDeductible() {
    return inScopeAfterAccount().minus(offSiteFirst).minus(deductible);
  }

  /** L: what the pool looks at. */
  Fraction looked() {
    return counts() ? aboveDeductible().minus(cutByCostLimit) : Fraction.ZERO;
  }

  Fraction remainingInScope() {
    return inScopeAfterAccount().beyond(paid.funds());
  }

  Fraction remainingAboveDeductible() {
    return aboveDeductible().beyond(paid.funds());
  }

  /** What funds paid lies first in what is in scope and then in the first self-pay. */
  Fraction firstSelfPayLeft() {
    return firstSelfPay().minus(paid.funds().beyond(inScopeAfterAccount()));
  }

  /** R-BEN-11: no fund pays what another has paid. */
  Fraction leftForFunds() {
    return inScopeAfterAccount().plus(firstSelfPay()).beyond(paid.funds());
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
    Map<String, Long> byPayer = new HashMap<>();
    for (String payer : Payers.ALL) {
      byPayer.put(payer, paid.by(payer).exact());
    }
    byPayer.put(Payers.PERSONAL_ACCOUNT, accounts.personal().exact());
    byPayer.put(Payers.FAMILY_ACCOUNT, accounts.ofFamily().exact());
    byPayer.put(Payers.CASH, cash.exact());
    return new Judgement(
        topic,
        total().exact(),
        outOfCatalogue().exact(),
        overLimit().exact(),
        firstSelfPay().exact(),
        inScope.exact(),
        offSiteFirst.exact(),
        deductible.exact(),
        aboveCeiling.exact(),
        criticalBase.exact(),
        byPayer,
        accounts.figures(),
        paid.supplements(),
        grown,
        after,
        new Allocation(this).lines(),
        forgone);
  }
}
