package io.caresettle.split;

import io.caresettle.money.Rate;
import io.caresettle.money.UnitPrice;
import java.util.Optional;

/**
 * One item of the benefit catalogue (医保目录), as the centre publishes it for a day.
 *
 * @param firstSelfPay the patient's first share of the item (先行自付比例); zero for class A
 * @param priceLimit the highest unit price that is counted (定价上限), where there is one
 * @param accountNever no account may pay it (R-ACCT-04); such an item is of class C
 */
public record CatalogueItem(
    String code,
    String name,
    CatalogueClass catalogueClass,
    Rate firstSelfPay,
    Optional<UnitPrice> priceLimit,
    boolean accountNever) {

  /** An item of which an account may pay what it may pay of others like it. */
  public CatalogueItem(
      String code,
      String name,
      CatalogueClass catalogueClass,
      Rate firstSelfPay,
      Optional<UnitPrice> priceLimit) {
    this(code, name, catalogueClass, firstSelfPay, priceLimit, false);
  }
}
