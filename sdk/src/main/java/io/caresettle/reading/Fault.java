package io.caresettle.reading;

import java.util.Comparator;

/**
 * One thing that is wrong in a file, and where.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param path from the top of the file, such as {@code plan[3].source.article}; empty for the whole
 *     file
 * @param found what stands there
 * @param expected what should, with the nearest valid word where there is one
 */
public record Fault(String file, int line, int column, String path, String found, String expected) {

  static final Comparator<Fault> IN_ORDER =
      Comparator.comparing(Fault::file)
          .thenComparingInt(Fault::line)
          .thenComparingInt(Fault::column)
          .thenComparing(Fault::path);

  /** {@code suzhou.yaml:12:7: values.x.unit: found 'fens', expected …}. */
  @Override
  public String toString() {
    return file
        + ':'
        + line
        + ':'
        + column
        + ": "
        + (path.isEmpty() ? "" : path + ": ")
        + "found "
        + found
        + ", expected "
        + expected;
  }
}
