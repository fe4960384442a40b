package io.caresettle.money;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of an item was given, in ten-thousandths of a unit (数量, up to four decimals); more than
 * zero.
 */
public record Quantity(long tenThousandths) {

  private static final Pattern UNITS = Pattern.compile("(\\d{1,12})(?:\\.(\\d{1,4}))?");

  /**
   * @throws IllegalArgumentException when the quantity is zero or negative
   */
  public Quantity {
    if (tenThousandths <= 0) {
      throw new IllegalArgumentException("A quantity must be more than zero");
    }
  }

  /**
   * Reads units with up to four decimals, such as {@code "2"} or {@code "0.5"}.
   *
   * @throws IllegalArgumentException when the text has another form or is not more than zero
   */
  public static Quantity parse(String units) {
    Matcher m = UNITS.matcher(units);
    if (!m.matches()) {
      throw new IllegalArgumentException(
          "Expected a quantity above zero with at most 4 decimals, such as 2 or 0.5, but found '"
              + units
              + "'");
    }
    String decimals = m.group(2) == null ? "" : m.group(2);
    return new Quantity(Long.parseLong(m.group(1)) * 10_000 + Decimals.scaled(decimals, 4));
  }

  @Override
  public String toString() {
    return Decimals.text(tenThousandths, 4, 0);
  }
}
