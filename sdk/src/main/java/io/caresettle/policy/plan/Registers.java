package io.caresettle.policy.plan;

import io.caresettle.money.Payer;
import java.util.Arrays;

/**
 * The numbers of a sheet, each in its place of one {@code long[]}: first the results of a run, then
 * the inputs of the whole bill, the accumulators, the family's accounts and the layers, at last the
 * lines, row by row. What steps read and write; {@link Sheet} is what a caller sees of it.
 */
abstract class Registers {

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

  /** By place of the payer on the slip. */
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

  /** Where the accumulators begin, each with its sum before and after. */
  static final int HEAD = RESULTS + 8;

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
  final int accumulators;

  /** Where the accounts of the family begin, the layers, and the lines. */
  final int family;

  final int layer;
  final int firstLine;
  final long[] registers;

  /** By payer and line, once somebody asked. */
  long[] linePaid = {};

  Registers(int accumulators, int layers, int lines, int families) {
    this.lines = lines;
    this.families = families;
    this.accumulators = accumulators;
    this.family = HEAD + 2 * accumulators;
    this.layer = family + 2 * families;
    this.firstLine = layer + layers;
    this.registers = new long[firstLine + lines * WIDTH];
  }

  /** Whether a copy of the other fits here. */
  boolean isLike(Registers other) {
    return lines == other.lines && firstLine == other.firstLine;
  }

  void copy(Registers other) {
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
    if (seen > Sheet.MOST) {
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

  /** Whether a purse of the person's account stands below zero. */
  boolean isOverdrawn() {
    return get(CURRENT_YEAR) < 0 || get(PAST_YEARS) < 0;
  }

  boolean isOverdrawn(int account) {
    return registers[family + 2 * account] < 0;
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
