package io.caresettle.policy.plan;

import io.caresettle.money.Payer;
import io.caresettle.money.Quantity;
import io.caresettle.money.Rate;
import io.caresettle.money.UnitPrice;
import java.util.Optional;
import java.util.Set;

/**
 * The numbers of one bill while a plan runs over them: registers in one {@code long[]}.
 *
 * <p>Its caller writes the lines or the four totals, the accumulators, the balances and who may
 * pay, runs the plan, and reads the results. It belongs to one thread, and may be used again.
 */
public final class Sheet extends Registers {

  /** More fen than any bill, year or account has; sums of products of it still fit. */
  public static final long MOST = 1_000_000_000_000L;

  /** Whose layers and accumulators its registers are. */
  final Plan plan;

  Sheet(Plan plan, int accumulators, int layers, int lines, int families) {
    super(accumulators, layers, lines, families);
    this.plan = plan;
    open(Sharing.closable());
  }

  /** Writes what is billed on a line and what the catalogue says about it. */
  public void line(
      int line,
      UnitPrice price,
      Quantity quantity,
      boolean inCatalogue,
      Rate firstSelfPay,
      Optional<UnitPrice> priceLimit) {
    line(line, price, quantity, inCatalogue, firstSelfPay, priceLimit, false);
  }

  /** The same; {@code accountNever} where no account may pay it (R-ACCT-04). */
  public void line(
      int line,
      UnitPrice price,
      Quantity quantity,
      boolean inCatalogue,
      Rate firstSelfPay,
      Optional<UnitPrice> priceLimit,
      boolean accountNever) {
    set(TOTALS_GIVEN, 0);
    set(line, PRICE, price.micros());
    set(line, QUANTITY, quantity.tenThousandths());
    set(line, IN_CATALOGUE, inCatalogue ? 1 : 0);
    set(line, RATE, firstSelfPay.numerator());
    set(line, RATE_OF, firstSelfPay.denominator());
    set(line, LIMIT, priceLimit.isPresent() ? priceLimit.get().micros() : Long.MAX_VALUE);
    set(line, LINE_NEVER, accountNever ? 1 : 0);
  }

  /** Writes what a bill is made of that has no lines. */
  public void totals(long outOfCatalogue, long overLimit, long firstSelfPay, long inScope) {
    set(TOTALS_GIVEN, 1);
    set(GIVEN, outOfCatalogue);
    set(GIVEN + 1, overLimit);
    set(GIVEN + 2, firstSelfPay);
    set(GIVEN + 3, inScope);
  }

  /** Writes the sum of the year so far of an accumulator, by its place in the plan. */
  public void yearToDate(int accumulator, long fen) {
    registers[HEAD + 2 * accumulator] = fen;
  }

  /** Writes who may pay for this visit. */
  public void open(Set<Payer> payers) {
    long mask = 0;
    for (Payer payer : payers) {
      mask |= bit(payer);
    }
    set(OPEN, mask);
  }

  /**
   * Writes what the person's account holds. What one purse owes the other has not: no more is spent
   * than both hold together, and what is below zero counts as nothing.
   */
  public void balances(long currentYear, long pastYears) {
    // An amount too large to count stays as it is, for the plan to refuse.
    boolean counts = Math.max(currentYear, pastYears) <= MOST;
    // Of opposite signs a sum never overflows.
    boolean pastOwes = counts && pastYears < 0 && currentYear > 0;
    boolean currentOwes = counts && currentYear < 0 && pastYears > 0;
    set(CURRENT_YEAR, pastOwes ? currentYear + pastYears : currentYear);
    set(PAST_YEARS, currentOwes ? pastYears + currentYear : pastYears);
  }

  /** Writes what an account of the family holds, in the order in which they pay. */
  public void family(int account, long fen) {
    registers[family + 2 * account] = fen;
  }

  public long total() {
    return get(TOTAL);
  }

  public long outOfCatalogue() {
    return get(OUT_OF_CATALOGUE);
  }

  public long overLimit() {
    return get(OVER_LIMIT);
  }

  public long firstSelfPay() {
    return get(FIRST_SELF_PAY);
  }

  public long inScope() {
    return get(IN_SCOPE);
  }

  /** What care away from home cost first; a part of what is in scope. */
  public long offSiteFirst() {
    return get(OFF_SITE_FIRST);
  }

  public long deductible() {
    return get(DEDUCTIBLE);
  }

  /** The cost in scope that lies above the pool's ceiling. */
  public long aboveCeiling() {
    return get(ABOVE_CEILING);
  }

  /** What of this bill counts towards the year's own burden. */
  public long criticalBase() {
    return get(CRITICAL_BASE);
  }

  public long paid(Payer payer) {
    return get(PAID + payer.place());
  }

  /** What the account paid before the deductible; a part of what it paid. */
  public long accountFirst() {
    return get(ACCOUNT_FIRST);
  }

  public long accountCurrentYear() {
    return get(TAKEN_CURRENT);
  }

  public long accountPastYears() {
    return get(TAKEN_PAST);
  }

  public long familyPaid(int account) {
    return registers[family + 2 * account + 1];
  }

  /** What a layer paid, by its place among the plan's layers; the pool is one of them. */
  public long layerPaid(int at) {
    return registers[layer + at];
  }

  /** The sum of the year with this bill in it. */
  public long yearToDateAfter(int accumulator) {
    return after(accumulator);
  }

  public long lineAmount(int line) {
    return get(line, LINE_AMOUNT);
  }

  public long lineOutOfCatalogue(int line) {
    return get(line, LINE_OUT);
  }

  public long lineOverLimit(int line) {
    return get(line, LINE_OVER);
  }

  public long lineFirstSelfPay(int line) {
    return get(line, LINE_FIRST);
  }

  public long lineInScope(int line) {
    return get(line, LINE_IN_SCOPE);
  }

  /** What a payer pays of a line, after {@link Plan#allocate}. */
  public long linePaid(int line, Payer payer) {
    return linePaid[payer.place() * lines + line];
  }

  /** An empty sheet of the same measures. */
  Sheet twin() {
    return new Sheet(plan, accumulators, firstLine - layer, lines, families);
  }
}
