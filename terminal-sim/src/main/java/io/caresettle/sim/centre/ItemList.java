package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.CatalogueAnswer;
import io.caresettle.protocol.wire.CatalogueClass;
import io.caresettle.protocol.wire.CatalogueItem;
import io.caresettle.sim.adjudicate.Claim;
import java.util.LinkedHashMap;
import java.util.Map;

/** The centre's benefit catalogue, as it judges by it and as it sends it. */
record ItemList(String version, Map<String, Claim.Item> items, CatalogueAnswer answer) {

  /** Read once: every centre of this machine starts with the same. */
  private static final class Shipped {
    static final ItemList READ = of(Sheet.ofResource("catalogue.yaml"));
  }

  static ItemList ofResources() {
    return Shipped.READ;
  }

  static ItemList of(Sheet sheet) {
    CatalogueAnswer.Builder answer = CatalogueAnswer.newBuilder().setVersion(sheet.text("version"));
    Map<String, Claim.Item> items = new LinkedHashMap<>();
    for (Sheet row : sheet.sheets("items")) {
      Claim.Item item =
          new Claim.Item(
              row.text("code"),
              row.text("class"),
              Integer.parseInt(row.textIfAny("first-self-pay").orElse("0")),
              row.textIfAny("price-limit"));
      if (items.put(item.code(), item) != null) {
        throw new IllegalArgumentException("Twice in the catalogue: " + item.code());
      }
      answer.addItems(onTheWire(item, row.text("name")));
    }
    return new ItemList(sheet.text("version"), Map.copyOf(items), answer.build());
  }

  private static CatalogueItem onTheWire(Claim.Item item, String name) {
    CatalogueItem.Builder wire =
        CatalogueItem.newBuilder()
            .setCode(item.code())
            .setName(name)
            .setCatalogueClass(CatalogueClass.valueOf("CLASS_" + item.itemClass()))
            .setFirstSelfPayBasisPoints(item.firstSelfPay());
    item.priceLimit().ifPresent(limit -> wire.setPriceLimitMicros(micros(limit)));
    return wire.build();
  }

  private static long micros(String yuan) {
    int point = yuan.indexOf('.');
    String whole = point < 0 ? yuan : yuan.substring(0, point);
    String decimals = point < 0 ? "" : yuan.substring(point + 1);
    return Long.parseLong(whole + decimals + "0".repeat(6 - decimals.length()));
  }
}
