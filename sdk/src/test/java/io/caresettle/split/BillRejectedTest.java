package io.caresettle.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.money.Money;
import io.caresettle.money.Quantity;
import io.caresettle.money.Rate;
import io.caresettle.money.UnitPrice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A bill that cannot be estimated")
class BillRejectedTest {

  private static FeeLine line(String id, String code, String price, String quantity, String total) {
    return new FeeLine(
        id, code, UnitPrice.parse(price), Quantity.parse(quantity), Money.parseYuan(total));
  }

  private static CatalogueItem item(String code, CatalogueClass kind, int share) {
    return new CatalogueItem(code, "示例", kind, Rate.basisPoints(share), Optional.empty());
  }

  @Test
  @Tag("R-SCOPE-01")
  @DisplayName("is told every line at fault, what was found and what was expected")
  void tellsAllFaults() {
    Catalogue catalogue =
        new Catalogue(
            "2026",
            Map.of(
                "A1", item("A1", CatalogueClass.A, 0),
                "A2", item("A2", CatalogueClass.A, 1),
                "B1", item("B1", CatalogueClass.B, 10_001)));
    Bill bill =
        new Bill(
            Cases.ID,
            List.of(
                line("1", "A1", "1.00", "1", "1.00"),
                line("2", "X9", "1.00", "1", "1.00"), //    no such item: never a guess
                line("3", "A1", "0.005", "1", "0.00"), //   rounded down, but the plan says half-up
                line("4", "X8", "0.005", "1", "0.00"), //   both
                line("5", "A2", "1.00", "1", "1.00"),
                line("6", "B1", "1.00", "1", "1.00")));
    BillRejected rejected =
        assertThrows(
            BillRejected.class,
            () ->
                Splitter.estimate(Cases.SUZHOU, bill, catalogue, Cases.person("0.00", Cases.BOTH)));
    assertEquals(
        List.of(
            "line 2: found the code X9, expected a code of the catalogue 2026",
            "line 3: found the total 0.00, expected 0.01 = 0.005 × 1",
            "line 4: found the total 0.00, expected 0.01 = 0.005 × 1",
            "line 4: found the code X8, expected a code of the catalogue 2026",
            "line 5: found a catalogue item of class A with a first self-pay of 1/10000, expected"
                + " none for class A, and at most the whole",
            "line 6: found a catalogue item of class B with a first self-pay of 10001/10000,"
                + " expected none for class A, and at most the whole"),
        rejected.faults().stream().map(BillRejected.Fault::toString).toList());
  }

  @Test
  @DisplayName("is told that it is too large, where each line can be counted and all cannot")
  void aTotalThatCannotBeCountedIsRefused() {
    Catalogue catalogue = new Catalogue("2026", Map.of("A1", item("A1", CatalogueClass.A, 0)));
    FeeLine one = line("1", "A1", "6000000000", "1", "6000000000.00");
    FeeLine two = line("2", "A1", "6000000000", "1", "6000000000.00");
    Bill bill = new Bill(Cases.ID, List.of(one, two));
    PersonState person = Cases.person("0.00", Cases.BOTH);
    BillRejected rejected =
        assertThrows(
            BillRejected.class, () -> Splitter.estimate(Cases.SUZHOU, bill, catalogue, person));
    assertEquals(
        List.of(
            "total: found an amount too large to count, expected at most 10000000000.00 yuan in"
                + " all"),
        rejected.faults().stream().map(BillRejected.Fault::toString).toList());
  }
}
