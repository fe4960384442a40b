package io.caresettle.policy.plan;

import io.caresettle.money.Quantity;
import io.caresettle.money.Rate;
import io.caresettle.money.UnitPrice;
import java.util.Optional;

/**
 * The numbers of one bill while a plan runs over them: registers in one {@code long[]}.
 *
 * <p>Its caller writes every line, the accumulators, the balance and what is open, runs the plan,
 * and reads the results. It belongs to one thread.
 */
public final class Sheet {

  static final int TOTAL = 0;
  static final int OUT_OF_CATALOGUE = 1;
  static final int OVER_LIMIT = 2;
  static final int FIRST_SELF_PAY = 3;
  static final int IN_SCOPE = 4;
  static final int DEDUCTIBLE = 5;

  /** What the pool fund's rate is taken of. */
  static final int BASE = 6;

  static final int FUND = 7;
  static final int ACCOUNT = 8;
  static final int CASH = 9;
  static final int BALANCE = 10;
  static final int POOL_OPEN = 11;
  static final int ACCOUNT_OPEN = 12;
  private static final int HEAD = 13;

  static final int PRICE = 0;
  static final int QUANTITY = 1;
  static final int IN_CATALOGUE = 2;
  static final int RATE = 3;
  static final int RATE_OF = 4;
  static final int LIMIT = 5;
  static final int LINE_AMOUNT = 6;
  static final int LINE_OUT = 7;
  static final int LINE_OVER = 8;
  static final int LINE_FIRST = 9;
  static final int LINE_IN_SCOPE = 10;
  private static final int WIDTH = 11;

  final int lines;
  private final int firstLine;
  private final long[] registers;

  Sheet(int accumulators, int lines) {
    this.lines = lines;
    this.firstLine = HEAD + 2 * accumulators;
    this.registers = new long[firstLine + lines * WIDTH];
  }

  /** Writes what is billed on a line and what the catalogue says about it. */
  public void line(
      int line,
      UnitPrice price,
      Quantity quantity,
      boolean inCatalogue,
      Rate firstSelfPay,
      Optional<UnitPrice> priceLimit) {
    set(line, PRICE, price.micros());
    set(line, QUANTITY, quantity.tenThousandths());
    set(line, IN_CATALOGUE, inCatalogue ? 1 : 0);
    set(line, RATE, firstSelfPay.numerator());
    set(line, RATE_OF, firstSelfPay.denominator());
    set(line, LIMIT, priceLimit.isPresent() ? priceLimit.get().micros() : Long.MAX_VALUE);
  }

  /** Writes the sum of the year so far of an accumulator, by its place in the plan. */
  public void yearToDate(int accumulator, long fen) {
    registers[HEAD + 2 * accumulator] = fen;
    registers[HEAD + 2 * accumulator + 1] = fen;
  }

  /** Writes what the account holds and which of the two payers serve this visit. */
  public void payers(long balanceFen, boolean poolOpen, boolean accountOpen) {
    set(BALANCE, balanceFen);
    set(POOL_OPEN, poolOpen ? 1 : 0);
    set(ACCOUNT_OPEN, accountOpen ? 1 : 0);
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

  public long deductible() {
    return get(DEDUCTIBLE);
  }

  public long poolFund() {
    return get(FUND);
  }

  public long personalAccount() {
    return get(ACCOUNT);
  }

  public long cash() {
    return get(CASH);
  }

  /** The sum of the year with this bill in it. */
  public long yearToDateAfter(int accumulator) {
    return registers[HEAD + 2 * accumulator + 1];
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

  /** A sheet that ran before keeps its inputs; the results start again from nothing. */
  void clearResults() {
    for (int register = TOTAL; register <= CASH; register++) {
      registers[register] = 0;
    }
    for (int at = HEAD; at < firstLine; at += 2) {
      registers[at + 1] = registers[at];
    }
    for (int line = 0; line < lines; line++) {
      for (int register = LINE_AMOUNT; register <= LINE_IN_SCOPE; register++) {
        set(line, register, 0);
      }
    }
  }

  long get(int register) {
    return registers[register];
  }

  void set(int register, long value) {
    registers[register] = value;
  }

  long get(int line, int register) {
    return registers[firstLine + line * WIDTH + register];
  }

  void set(int line, int register, long value) {
    registers[firstLine + line * WIDTH + register] = value;
  }

  long before(int accumulator) {
    return registers[HEAD + 2 * accumulator];
  }

  void grow(int accumulator, long fen) {
    registers[HEAD + 2 * accumulator + 1] = Math.addExact(before(accumulator), fen);
  }
}
