package io.caresettle.centre.national.message;

/**
 * How much of a message is read. What it takes in memory follows from these and not from who sends
 * it: about fifty bytes for each value, and two for each byte.
 *
 * @param values how many texts, numbers, objects and lists in all
 * @param textLength the longest text, in characters: a file travels as one
 */
public record Limits(int bytes, int depth, int values, int textLength) {

  /**
   * What is usual: the interface says 40 000 characters, files and day details are longer, and 10
   * MB is refused.
   */
  public static final Limits USUAL = new Limits(4 << 20, 24, 200_000, 3 << 20);

  /**
   * For whoever downloads catalogues: a file of twenty-four megabytes, which is thirty-two as text.
   * Reading one takes about five times as much memory.
   */
  public static final Limits FILES = new Limits(34 << 20, 24, 200_000, 33 << 20);
}
