package io.caresettle.split;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one line of a bill is made of; the four parts add up to the amount by construction.
 *
 * @param paid who pays it, where somebody asked; only who pays something
 */
public record LineCut(
    String lineId,
    Money outOfCatalogue,
    Money overLimit,
    Money firstSelfPay,
    Money inScope,
    Map<Payer, Money> paid) {

  /**
   * @throws IllegalArgumentException when who pays it is said, and does not add up to it
   */
  public LineCut {
    EnumMap<Payer, Money> kept = new EnumMap<>(Payer.class);
    Money sum = Money.ZERO;
    for (Map.Entry<Payer, Money> part : paid.entrySet()) {
      sum = sum.plus(part.getValue());
      if (part.getValue().fen() != 0) {
        kept.put(part.getKey(), part.getValue());
      }
    }
    Money amount = outOfCatalogue.plus(overLimit).plus(firstSelfPay).plus(inScope);
    if (!paid.isEmpty() && !sum.equals(amount)) {
      throw new IllegalArgumentException(
          "Line " + lineId + " of " + amount + " yuan is paid with " + sum);
    }
    paid = Map.copyOf(kept);
  }

  /** A line of which nobody asked who pays it. */
  public LineCut(
      String lineId, Money outOfCatalogue, Money overLimit, Money firstSelfPay, Money inScope) {
    this(lineId, outOfCatalogue, overLimit, firstSelfPay, inScope, Map.of());
  }

  public Money amount() {
    return outOfCatalogue.plus(overLimit).plus(firstSelfPay).plus(inScope);
  }
}
