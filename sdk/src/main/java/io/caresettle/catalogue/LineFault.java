package io.caresettle.catalogue;

/**
 * What is wrong with one line of a downloaded file.
 *
 * @param file its name
 * @param line from 1 on
 * @param column from 1 on, between tabs; 0 where the whole line is meant
 */
public record LineFault(String file, long line, int column, String zh, String en) {

  @Override
  public String toString() {
    return file + ':' + line + (column > 0 ? ":" + column : "") + ": " + zh + ' ' + en;
  }
}
