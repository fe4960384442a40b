package io.caresettle.policy.plan;

import java.util.Arrays;

/**
 * What a run did, as plain numbers: off by default, and then free.
 *
 * <p>A working that is on belongs to one run at a time and may be used again, which allocates
 * nothing; {@link Plan#explain} makes lines of it afterwards.
 */
public final class Working {

  /** Keeps nothing. */
  public static final Working OFF = new Working(0, false);

  static final int WIDTH = 9;

  private final boolean on;
  private long[] numbers;
  private Formula[] formulas;
  private Remark[] remarks;
  private int used;
  private int step;
  private int line = -1;

  private Working(int entries, boolean on) {
    this.numbers = new long[entries * WIDTH];
    this.formulas = new Formula[entries];
    this.remarks = new Remark[entries];
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
    used = 0;
  }

  /** What follows belongs to this step of the plan. */
  void step(int index) {
    if (on) { // OFF is shared between threads: nobody writes into it.
      step = index;
      line = -1;
    }
  }

  /** What follows belongs to this line of the bill. */
  void line(int index) {
    if (on) {
      line = index;
    }
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
    int at = used * WIDTH;
    if (at == numbers.length) {
      numbers = Arrays.copyOf(numbers, at * 2);
      formulas = Arrays.copyOf(formulas, used * 2);
      remarks = Arrays.copyOf(remarks, used * 2);
    }
    numbers[at] = step;
    numbers[at + 1] = line;
    numbers[at + 2] = a;
    numbers[at + 3] = b;
    numbers[at + 4] = c;
    numbers[at + 5] = d;
    numbers[at + 6] = divisor;
    numbers[at + 7] = result;
    numbers[at + 8] = remainder;
    formulas[used] = formula;
    remarks[used] = remark;
    used++;
  }

  int size() {
    return used;
  }

  long number(int entry, int place) {
    return numbers[entry * WIDTH + place];
  }

  Formula formula(int entry) {
    return formulas[entry];
  }

  Remark remark(int entry) {
    return remarks[entry];
  }
}
