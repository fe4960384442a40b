package io.caresettle.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.PersonName;
import io.caresettle.money.Money;
import io.caresettle.money.Rate;
import io.caresettle.problem.ConsentMissing;
import io.caresettle.problem.Misuse;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.Catalogue;
import io.caresettle.split.CatalogueClass;
import io.caresettle.split.CatalogueItem;
import io.caresettle.split.FeeLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Nobody pays alone for what they did not agree to before")
class ConsentCheckTest {

  private static final Catalogue CATALOGUE =
      new Catalogue(
          "1", Map.of("IN", item("IN", CatalogueClass.A), "OUT", item("OUT", CatalogueClass.C)));
  private static final Bill BILL =
      new Bill(
          new BillId("TEST00000001", "B1"),
          List.of(
              FeeLine.of("1", "IN", "10.00", "1"),
              FeeLine.of("2", "OUT", "20.00", "1"),
              FeeLine.of("3", "UNLISTED", "5.00", "1")));

  private final ConsentCheck check = new ConsentCheck(SwitchedRules.now());

  private static CatalogueItem item(String code, CatalogueClass of) {
    return new CatalogueItem(code, code, of, Rate.basisPoints(0), Optional.empty());
  }

  private static Consent consent(String line, String code, String upTo) {
    return new Consent(
        line,
        code,
        Money.parseYuan(upTo),
        Consent.Giver.NEAR_RELATIVE,
        PersonName.of("测试"),
        Consent.Form.ON_PAPER,
        Instant.EPOCH);
  }

  @Test
  @Tag("R-SCOPE-05")
  @DisplayName("each line out of the catalogue or in no catalogue is named until somebody agrees")
  void eachLineIsAskedFor() {
    ConsentMissing none =
        assertThrows(
            ConsentMissing.class, () -> check.beforeTrial(BILL, CATALOGUE, Consents.none()));
    assertEquals(List.of("2", "3"), none.lineIds());
    assertTrue(String.valueOf(none.getMessage()).contains("20.00"), none.getMessage());
    Consents one = Consents.of(consent("2", "OUT", "20.00"));
    ConsentMissing other =
        assertThrows(ConsentMissing.class, () -> check.beforeTrial(BILL, CATALOGUE, one));
    assertEquals(List.of("3"), other.lineIds());
    check.beforeTrial(
        BILL,
        CATALOGUE,
        Consents.of(consent("2", "OUT", "20.00"), consent("3", "UNLISTED", "5.00")));
  }

  @Test
  @Tag("R-SCOPE-05")
  @DisplayName("more than was agreed to asks again, and so does another item on the line")
  void moreThanAgreedAsksAgain() {
    for (Consent short2 : List.of(consent("2", "OUT", "19.99"), consent("2", "IN", "20.00"))) {
      Consents told = Consents.of(short2, consent("3", "UNLISTED", "5.00"));
      assertEquals(
          List.of("2"),
          assertThrows(ConsentMissing.class, () -> check.beforeTrial(BILL, CATALOGUE, told))
              .lineIds());
    }
    Consents agreed = Consents.of(consent("2", "OUT", "20.00"));
    check.beforeSettlement("B1", Money.parseYuan("20.00"), agreed);
    assertThrows(
        ConsentMissing.class, () -> check.beforeSettlement("B1", Money.parseYuan("20.01"), agreed));
  }

  @Test
  @DisplayName("an emergency with a reason lifts the need, for the catalogue and for the centre")
  void anEmergencyLiftsIt() {
    Consents emergency = Consents.emergency("抢救 rescue");
    check.beforeTrial(BILL, CATALOGUE, emergency);
    check.beforeSettlement("B1", Money.parseYuan("25.00"), emergency);
    assertThrows(IllegalArgumentException.class, () -> Consents.emergency(" "));
  }

  @Test
  @DisplayName("a consent to a line that is not there, or two to one, is the caller's fault")
  void consentsAreToLinesOfTheBill() {
    Consents strange = Consents.of(consent("9", "OUT", "20.00"));
    assertThrows(Misuse.class, () -> check.beforeTrial(BILL, CATALOGUE, strange));
    assertThrows(
        IllegalArgumentException.class,
        () -> Consents.of(consent("2", "OUT", "1.00"), consent("2", "OUT", "2.00")));
  }
}
