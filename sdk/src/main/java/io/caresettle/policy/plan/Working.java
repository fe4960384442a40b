package io.caresettle.policy.plan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a run did, as plain numbers: off by default, and then free.
 *
 * <p>A working that is on belongs to one run at a time and may be used again, which allocates
 * nothing; {@link Plan#explain} makes lines of it afterwards.
 */
@SuppressWarnings("EnumOrdinal") // Numbers of a run, which nobody keeps.
public final class Working {

  /** Keeps nothing. */
  public static final Working OFF = new Working(0, false);

  /** Its names in one number, four operands, divisor, result, remainder. */
  private static final int WIDTH = 8;

  private static final Formula[] FORMULAS = Formula.values();
  private static final Remark[] REMARKS = Remark.values();

  private final boolean on;
  private long[] numbers;
  private int end;
  private int step;
  private int line = -1;

  /** The sheet with its lines cut, before the steps after. */
  private @Nullable Sheet cut;

  private Working(int entries, boolean on) {
    this.numbers = new long[entries * WIDTH];
    this.on = on;
  }

  /** A working that keeps everything. */
  public static Working on() {
    return new Working(64, true);
  }

  boolean isOn() {
    return on;
  }

  void start() {
    end = 0;
  }

  /** Keeps the lines as they were cut, to be told when somebody reads them. */
  void keep(Sheet sheet) {
    if (on) {
      cut = cut != null && cut.isLike(sheet) ? cut : sheet.twin();
      cut.copy(sheet);
    }
  }

  /** The sheet as its lines were cut; null before any run. */
  @Nullable Sheet cut() {
    return cut;
  }

  /** What follows belongs to this step of the plan. */
  void step(int index) {
    if (on) { // OFF is shared between threads: nobody writes into it.
      step = index;
      line = -1;
    }
  }

  /** What follows belongs to this line of the bill: only for a working that is on. */
  void line(int index) {
    line = index;
  }

  /** A sum in which nothing is rounded. */
  void sum(Formula formula, Remark remark, long a, long b, long c, long d, long result) {
    add(formula, remark, a, b, c, d, 1, result, 0);
  }

  /** A step that did nothing at all. */
  void nothing(Remark remark) {
    add(Formula.WHOLE, remark, 0, 0, 0, 0, 1, 0, 0);
  }

  /** A product that is kept exact: its whole fen, and the rest of one. */
  void exact(long a, long b, long divisor) {
    if (on) {
      long whole = a * b / divisor;
      add(Formula.EXACT, Remark.NONE, a, b, 0, 0, divisor, whole, a * b - whole * divisor);
    }
  }

  /** A sum that was rounded: what is exact is {@code result} plus {@code remainder ÷ divisor}. */
  void add(
      Formula formula,
      Remark remark,
      long a,
      long b,
      long c,
      long d,
      long divisor,
      long result,
      long remainder) {
    if (!on) {
      return;
    }
    int at = end;
    if (at == numbers.length) {
      numbers = Arrays.copyOf(numbers, at * 2);
    }
    long[] to = numbers;
    to[at] = (long) line << 32 | (long) step << 16 | formula.ordinal() << 8 | remark.ordinal();
    to[at + 1] = a;
    to[at + 2] = b;
    to[at + 3] = c;
    to[at + 4] = d;
    to[at + 5] = divisor;
    to[at + 6] = result;
    to[at + 7] = remainder;
    end = at + WIDTH;
  }

  int size() {
    return end / WIDTH;
  }

  /** From 1 on: a to d, the divisor, the result, the remainder. */
  long number(int entry, int place) {
    return numbers[entry * WIDTH + place];
  }

  /** Index of the entry's step in its plan. */
  int stepOf(int entry) {
    return (int) (number(entry, 0) >> 16 & 0xFFFF);
  }

  /** Index of the line; below zero where the step works on the whole bill. */
  int lineOf(int entry) {
    return (int) (number(entry, 0) >> 32);
  }

  Formula formula(int entry) {
    return FORMULAS[(int) (number(entry, 0) >> 8 & 0xFF)];
  }

  Remark remark(int entry) {
    return REMARKS[(int) (number(entry, 0) & 0xFF)];
  }
}
