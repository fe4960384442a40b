package io.caresettle.policy.plan;

import java.util.Arrays;

/**
 * What a run did, as plain numbers: off by default, and then free.
 *
 * <p>A working that is on belongs to one run; {@link Plan#explain} makes lines of it afterwards.
 */
public final class Working {

  /** Keeps nothing. */
  public static final Working OFF = new Working(new long[0], false);

  static final int WIDTH = 9;
  private final boolean on;
  private long[] numbers;
  private Remark[] remarks;
  private int used;
  private int step;

  private Working(long[] numbers, boolean on) {
    this.numbers = numbers;
    this.remarks = new Remark[numbers.length / WIDTH];
    this.on = on;
  }

  /** A working that keeps everything. */
  public static Working on() {
    return new Working(new long[32 * WIDTH], true);
  }

  boolean isOn() {
    return on;
  }

  void start() {
    used = 0;
  }

  void step(int index) {
    if (on) { // OFF is shared between threads: nobody writes into it.
      step = index;
    }
  }

  /** Only the sum, for a step whose operands are {@code a} to {@code d}. */
  void sum(int line, Remark remark, long a, long b, long c, long d, long result) {
    rounded(line, remark, a, b, c, d, 1, result, 0);
  }

  /** A step that did nothing at all. */
  void nothing(Remark remark) {
    rounded(-1, remark, 0, 0, 0, 0, 1, 0, 0);
  }

  /** A sum that was rounded: what is exact is {@code result} plus {@code remainder ÷ divisor}. */
  void rounded(
      int line,
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
    if (used == numbers.length) {
      numbers = Arrays.copyOf(numbers, used * 2);
      remarks = Arrays.copyOf(remarks, remarks.length * 2);
    }
    remarks[size()] = remark;
    numbers[used++] = step;
    numbers[used++] = line;
    numbers[used++] = a;
    numbers[used++] = b;
    numbers[used++] = c;
    numbers[used++] = d;
    numbers[used++] = divisor;
    numbers[used++] = result;
    numbers[used++] = remainder;
  }

  int size() {
    return used / WIDTH;
  }

  long number(int entry, int place) {
    return numbers[entry * WIDTH + place];
  }

  Remark remark(int entry) {
    return remarks[entry];
  }
}
