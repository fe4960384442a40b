package io.caresettle.policy.plan;

import io.caresettle.money.Payer;
import io.caresettle.money.Quantity;
import io.caresettle.money.Rate;
import io.caresettle.money.UnitPrice;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The numbers of one bill while a plan runs over them: registers in one {@code long[]}.
 *
 * <p>Its caller writes the lines or the four totals, the accumulators, the balances and who may
 * pay, runs the plan, and reads the results. It belongs to one thread, and may be used again.
 */
public final class Sheet {

  /** More fen than any bill, year or account has; sums of products of it still fit. */
  public static final long MOST = 1_000_000_000_000L;

  // Results, which start again from nothing with each run.
  static final int TOTAL = 0;
  static final int OUT_OF_CATALOGUE = 1;
  static final int OVER_LIMIT = 2;
  static final int FIRST_SELF_PAY = 3;
  static final int IN_SCOPE = 4;

  /** Out of the catalogue, and such that no account may pay it. */
  static final int NEVER = 5;

  static final int OFF_SITE_FIRST = 6;
  static final int ACCOUNT_FIRST = 7;
  static final int DEDUCTIBLE = 8;

  /** What the pool looks at. */
  static final int BASE = 9;

  static final int ABOVE_CEILING = 10;

  /** Where in its bands the pool began and ended. */
  static final int BAND_FROM = 11;

  static final int BAND_END = 12;

  /** What all funds paid so far. */
  static final int FUNDS = 13;

  static final int CRITICAL_BASE = 14;
  static final int TAKEN_CURRENT = 15;
  static final int TAKEN_PAST = 16;

  /** Five, in the order of {@link Part}: what the account may still take. */
  static final int PART = 17;

  /** The same five: what the account took of them, and what the family did. */
  static final int ACCOUNT_TOOK = PART + 5;

  static final int FAMILY_TOOK = ACCOUNT_TOOK + 5;

  /** By ordinal of the payer. */
  static final int PAID = FAMILY_TOOK + 5;

  static final int MASK = PAID + 10;
  private static final int RESULTS = MASK + 1;

  // Inputs, which stay.
  static final int CURRENT_YEAR = RESULTS;
  static final int PAST_YEARS = RESULTS + 1;
  static final int OPEN = RESULTS + 2;
  static final int TOTALS_GIVEN = RESULTS + 3;

  /** The four totals, where they are given. */
  static final int GIVEN = RESULTS + 4;

  private static final int HEAD = RESULTS + 8;

  // Columns of the lines.
  static final int PRICE = 0;
  static final int QUANTITY = 1;
  static final int IN_CATALOGUE = 2;
  static final int RATE = 3;
  static final int RATE_OF = 4;
  static final int LIMIT = 5;
  static final int LINE_NEVER = 6;
  static final int LINE_AMOUNT = 7;
  static final int LINE_OUT = 8;
  static final int LINE_OVER = 9;
  static final int LINE_FIRST = 10;
  static final int LINE_IN_SCOPE = 11;
  static final int WIDTH = 12;

  final int lines;
  final int families;
  private final int accumulators;
  private final int family;
  private final int layer;
  private final int firstLine;
  final long[] registers;

  /** By payer and line, once somebody asked. */
  long[] linePaid = {};

  Sheet(int accumulators, int layers, int lines, int families) {
    this.lines = lines;
    this.families = families;
    this.accumulators = accumulators;
    this.family = HEAD + 2 * accumulators;
    this.layer = family + 2 * families;
    this.firstLine = layer + layers;
    this.registers = new long[firstLine + lines * WIDTH];
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

  /** Writes what the person's account holds; below zero counts as nothing. */
  public void balances(long currentYear, long pastYears) {
    set(CURRENT_YEAR, currentYear);
    set(PAST_YEARS, pastYears);
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

  /** Whether a copy of the other fits here. */
  boolean isLike(Sheet other) {
    return lines == other.lines && firstLine == other.firstLine;
  }

  /** An empty sheet of the same measures. */
  Sheet twin() {
    return new Sheet(accumulators, firstLine - layer, lines, families);
  }

  void copy(Sheet other) {
    System.arraycopy(other.registers, 0, registers, 0, registers.length);
  }

  /**
   * A sheet that ran before keeps its inputs; the results start again from nothing. What a year and
   * an account hold is as bounded as a bill; below zero an account may be.
   */
  void start() {
    long[] r = registers;
    Arrays.fill(r, TOTAL, RESULTS, 0);
    r[MASK] = r[OPEN];
    long seen = Math.max(r[CURRENT_YEAR], r[PAST_YEARS]);
    for (int at = HEAD; at < family; at += 2) {
      seen = Math.max(seen, r[at]);
      r[at + 1] = r[at];
    }
    for (int at = family; at < layer; at += 2) {
      seen = Math.max(seen, r[at]);
      r[at + 1] = 0;
    }
    for (int at = layer; at < firstLine; at++) {
      r[at] = 0;
    }
    if (seen > MOST) {
      throw new ArithmeticException("A sum of " + seen + " fen");
    }
  }

  /** A bill of totals has no lines, though its sheet may have had some. */
  void clearLines() {
    for (int line = 0; line < lines; line++) {
      Arrays.fill(registers, row(line) + LINE_AMOUNT, row(line) + WIDTH, 0);
    }
  }

  static long bit(Payer payer) {
    return 1L << payer.place();
  }

  long get(int register) {
    return registers[register];
  }

  void set(int register, long value) {
    registers[register] = value;
  }

  long get(int line, int column) {
    return registers[row(line) + column];
  }

  void set(int line, int column, long value) {
    registers[row(line) + column] = value;
  }

  /** Where a line's numbers begin. */
  int row(int line) {
    return firstLine + line * WIDTH;
  }

  boolean isOpen(long bit) {
    return (get(MASK) & bit) != 0;
  }

  long before(int accumulator) {
    return registers[HEAD + 2 * accumulator];
  }

  long after(int accumulator) {
    return registers[HEAD + 2 * accumulator + 1];
  }

  void grow(int accumulator, long fen) {
    registers[HEAD + 2 * accumulator + 1] += fen;
  }

  /** What a fund pays, of its layer. */
  void pay(int at, int payer, long fen) {
    registers[layer + at] += fen;
    registers[PAID + payer] += fen;
    registers[FUNDS] += fen;
  }

  /** What the person's account has left. */
  long left(Purse purse) {
    return purse == Purse.CURRENT_YEAR
        ? Math.max(0, get(CURRENT_YEAR) - get(TAKEN_CURRENT))
        : Math.max(0, get(PAST_YEARS) - get(TAKEN_PAST));
  }

  void take(Purse purse, long fen) {
    registers[purse == Purse.CURRENT_YEAR ? TAKEN_CURRENT : TAKEN_PAST] += fen;
    registers[PAID + Payer.PERSONAL_ACCOUNT.place()] += fen;
  }

  long familyBalance(int account) {
    return Math.max(0, registers[family + 2 * account]);
  }

  void takeFamily(int account, long fen) {
    registers[family + 2 * account + 1] += fen;
    registers[PAID + Payer.FAMILY_ACCOUNT.place()] += fen;
  }
}
