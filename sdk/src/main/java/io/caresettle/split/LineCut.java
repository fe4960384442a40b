package io.caresettle.split;

import io.caresettle.money.Money;

/** What one line of a bill is made of; the four parts add up to the amount by construction. */
public record LineCut(
    String lineId, Money outOfCatalogue, Money overLimit, Money firstSelfPay, Money inScope) {

  public Money amount() {
    return outOfCatalogue.plus(overLimit).plus(firstSelfPay).plus(inScope);
  }
}
