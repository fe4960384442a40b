package io.caresettle.settlement;

/** The paper a slip is printed on. */
public enum PaperWidth {
  MM_58(32),
  MM_80(48);

  private final int columns;

  PaperWidth(int columns) {
    this.columns = columns;
  }

  /** How many Latin characters fit in a line; a Chinese one takes two places. */
  public int columns() {
    return columns;
  }
}
