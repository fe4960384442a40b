package io.caresettle.split;

import io.caresettle.money.Money;

/**
 * What one bill is made of (R-SETL-05): out of the catalogue + over the price limit + first
 * self-pay + in scope. The total is their sum by construction.
 *
 * @param outOfCatalogue 自费: outside the catalogue, all by the patient
 * @param overLimit 超限价自付: above the price limit
 * @param firstSelfPay 先行自付: the patient's first slice of an item, inside the catalogue
 * @param inScope 符合政策范围: what the scheme looks at
 * @param deductible the part of {@code inScope} that the deductible took (起付标准)
 */
public record ScopeCut(
    Money outOfCatalogue, Money overLimit, Money firstSelfPay, Money inScope, Money deductible) {

  /**
   * @throws IllegalArgumentException when a part is negative, or the deductible is more than what
   *     is in scope
   */
  public ScopeCut {
    if (outOfCatalogue.isNegative()
        || overLimit.isNegative()
        || firstSelfPay.isNegative()
        || inScope.isNegative()
        || deductible.isNegative()
        || deductible.compareTo(inScope) > 0) {
      throw new IllegalArgumentException(
          "No bill is cut like this: out of catalogue "
              + outOfCatalogue
              + ", over limit "
              + overLimit
              + ", first self-pay "
              + firstSelfPay
              + ", in scope "
              + inScope
              + ", deductible "
              + deductible);
    }
  }

  public Money total() {
    return outOfCatalogue.plus(overLimit).plus(firstSelfPay).plus(inScope);
  }
}
