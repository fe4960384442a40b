package io.caresettle.split;

import io.caresettle.money.Money;
import io.caresettle.money.Quantity;
import io.caresettle.money.Rounding;
import io.caresettle.money.UnitPrice;

/**
 * One line of a bill (费用明细).
 *
 * @param lineId the caller's number of the line, unique in its bill
 * @param catalogueCode code of the item in the catalogue
 * @param lineTotal price times quantity, in fen
 * @param specification of the goods (规格), such as 0.25g*24, for the slip; empty where nobody told
 *     it
 */
public record FeeLine(
    String lineId,
    String catalogueCode,
    UnitPrice unitPrice,
    Quantity quantity,
    Money lineTotal,
    String specification) {

  /**
   * @throws IllegalArgumentException when the total is not price times quantity, give or take the
   *     fraction of a fen that rounding decides
   */
  public FeeLine {
    Money halfUp = times(lineId, unitPrice, quantity, Rounding.HALF_UP);
    Money down = times(lineId, unitPrice, quantity, Rounding.DOWN);
    Money up = times(lineId, unitPrice, quantity, Rounding.UP);
    if (!lineTotal.equals(down) && !lineTotal.equals(up)) {
      throw new IllegalArgumentException(
          "Line "
              + lineId
              + ": the total is "
              + lineTotal
              + " yuan, but "
              + unitPrice
              + " × "
              + quantity
              + " makes "
              + halfUp);
    }
  }

  /** A line of whose goods nobody told the specification. */
  public FeeLine(
      String lineId, String catalogueCode, UnitPrice unitPrice, Quantity quantity, Money total) {
    this(lineId, catalogueCode, unitPrice, quantity, total, "");
  }

  /** The same line, whose slip says what package it is. */
  public FeeLine specified(String asOnThePackage) {
    return new FeeLine(lineId, catalogueCode, unitPrice, quantity, lineTotal, asOnThePackage);
  }

  private static Money times(String lineId, UnitPrice price, Quantity quantity, Rounding rounding) {
    try {
      return price.times(quantity, rounding);
    } catch (ArithmeticException overflow) {
      throw new IllegalArgumentException(
          "Line "
              + lineId
              + ": found "
              + price
              + " × "
              + quantity
              + ", expected an amount that can be counted",
          overflow);
    }
  }

  /**
   * A line from the texts of a HIS or POS, its total rounded half up to a fen.
   *
   * @param unitPrice yuan with at most six decimals, such as 12.3456
   * @param quantity more than zero, with at most four decimals
   * @throws IllegalArgumentException when one of the two has another form
   */
  public static FeeLine of(String lineId, String catalogueCode, String unitPrice, String quantity) {
    UnitPrice price = UnitPrice.parse(unitPrice);
    Quantity units = Quantity.parse(quantity);
    return new FeeLine(
        lineId, catalogueCode, price, units, times(lineId, price, units, Rounding.HALF_UP));
  }
}
