package io.caresettle.sim.year;

import io.caresettle.money.Quantity;
import io.caresettle.money.Rate;
import io.caresettle.money.Rounding;
import io.caresettle.money.UnitPrice;
import io.caresettle.policy.plan.CareType;
import io.caresettle.sim.adjudicate.Claim;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.Catalogue;
import io.caresettle.split.CatalogueClass;
import io.caresettle.split.CatalogueItem;
import io.caresettle.split.FeeLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A small invented catalogue, and bills of it: for the till in its words, for the centre in its.
 */
final class Goods {

  /**
   * What can be bought.
   *
   * @param share the first self-pay in parts of 10,000
   * @param price an ordinary one, in yuan
   */
  private record Item(
      String code, CatalogueClass kind, int share, String price, Optional<String> limit) {

    /** Cosmetics and the like, which no account ever pays (R-ACCT-04). */
    boolean accountNever() {
      return code.equals("TESTC2");
    }
  }

  private static Item item(String code, CatalogueClass kind, int share, String price) {
    return new Item(code, kind, share, price, Optional.empty());
  }

  private static Item limited(String code, int share, String price, String limit) {
    return new Item(code, CatalogueClass.B, share, price, Optional.of(limit));
  }

  private static final List<Item> DRUGS =
      List.of(
          item("TESTA1", CatalogueClass.A, 0, "12.50"),
          item("TESTA2", CatalogueClass.A, 0, "3.12"),
          item("TESTB1", CatalogueClass.B, 1000, "28.90"),
          limited("TESTB2", 500, "61.34", "55.00"),
          item("TESTC1", CatalogueClass.C, 0, "36.00"));
  private static final List<Item> CARE =
      List.of(
          item("TESTA3", CatalogueClass.A, 0, "80.00"),
          item("TESTA4", CatalogueClass.A, 0, "260.00"),
          item("TESTB3", CatalogueClass.B, 2000, "420.00"),
          limited("TESTB4", 1000, "1180.00", "900.00"),
          item("TESTC2", CatalogueClass.C, 0, "150.00"));

  private static final List<Item> ALL =
      java.util.stream.Stream.concat(DRUGS.stream(), CARE.stream()).toList();

  static final Catalogue CATALOGUE =
      new Catalogue(
          "TEST",
          ALL.stream()
              .map(
                  i ->
                      new CatalogueItem(
                          i.code(),
                          "测试项目",
                          i.kind(),
                          Rate.basisPoints(i.share()),
                          i.limit().map(UnitPrice::parse),
                          i.accountNever()))
              .collect(Collectors.toMap(CatalogueItem::code, Function.identity())));

  static final Map<String, Claim.Item> CENTRES =
      ALL.stream()
          .map(
              i ->
                  new Claim.Item(i.code(), i.kind().name(), i.share(), i.limit(), i.accountNever()))
          .collect(Collectors.toMap(Claim.Item::code, Function.identity()));

  private Goods() {}

  /** A bill of about so many yuan. */
  static Bill bill(Dice dice, BillId id, CareType care, int yuan) {
    List<FeeLine> lines = new ArrayList<>();
    int count = care.isStay() ? dice.between(3, 9) : dice.between(1, 4);
    for (int i = 1; i <= count; i++) {
      Item item = item(dice, care, i);
      UnitPrice price = UnitPrice.parse(item.price());
      long units = Math.max(1, 1_000_000L * yuan / count / price.micros());
      // A few things are sold by halves; each makes whole fen, whatever a law's rounding is.
      Quantity quantity = new Quantity(10_000 * units + (dice.percent(10) ? 5_000 : 0));
      lines.add(
          new FeeLine(
              Integer.toString(i),
              item.code(),
              price,
              quantity,
              price.times(quantity, Rounding.HALF_UP)));
    }
    return new Bill(id, lines);
  }

  private static Item item(Dice dice, CareType care, int line) {
    boolean drug = care == CareType.PHARMACY || line % 2 == 1;
    // What is not in the catalogue is rare: nobody asks a fund for it.
    return dice.percent(88)
        ? (drug ? DRUGS : CARE).get(dice.between(0, 3))
        : (drug ? DRUGS : CARE).get(4);
  }

  /** The same lines as they travel. */
  static List<Claim.Line> travelling(Bill bill) {
    return bill.lines().stream()
        .map(
            line ->
                Claim.Line.scaled(
                    line.lineId(),
                    line.catalogueCode(),
                    line.unitPrice().micros(),
                    line.quantity().tenThousandths(),
                    line.lineTotal().fen()))
        .toList();
  }
}
