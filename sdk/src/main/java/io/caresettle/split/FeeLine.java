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
 */
public record FeeLine(
    String lineId, String catalogueCode, UnitPrice unitPrice, Quantity quantity, Money lineTotal) {

  /**
   * @throws IllegalArgumentException when the total is not price times quantity, give or take the
   *     fraction of a fen that rounding decides
   */
  public FeeLine {
    Money down = unitPrice.times(quantity, Rounding.DOWN);
    Money halfUp = unitPrice.times(quantity, Rounding.HALF_UP);
    if (!lineTotal.equals(down) && !lineTotal.equals(halfUp)) {
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
}
