package io.caresettle.identity;

import static io.caresettle.identity.People.passed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.PersonName;
import io.caresettle.money.Money;
import io.caresettle.money.Rate;
import io.caresettle.policy.plan.CareType;
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

  private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
  private static final Patient PATIENT = patient("V1", Purpose.TREATMENT);

  private final ConsentCheck check = new ConsentCheck(SwitchedRules.now(), () -> NOW);

  private static CatalogueItem item(String code, CatalogueClass of) {
    return new CatalogueItem(code, code, of, Rate.basisPoints(0), Optional.empty());
  }

  private static Patient patient(String visit, Purpose purpose) {
    return passed(
        new RealNameCheck(RealNameProfile.TEST, IdentityRules.all(), () -> NOW)
            .decide(
                new Presented(People.card(), purpose, "a"),
                People.rolls(),
                People.registered(visit)));
  }

  private static Consent consent(String line, String code, String upTo) {
    return consent(line, code, upTo, Consent.Giver.NEAR_RELATIVE, "测试", NOW);
  }

  private static Consent consent(
      String line, String code, String upTo, Consent.Giver giver, String name, Instant at) {
    return new Consent(
        line, code, Money.parseYuan(upTo), giver, PersonName.of(name), Consent.Form.ON_PAPER, at);
  }

  private static Consents to(Consent... given) {
    return Consents.to(BILL.id(), PATIENT, given);
  }

  private Consented tried(Consents consents) {
    return check.beforeTrial(PATIENT, CareType.OUTPATIENT, BILL, CATALOGUE, consents);
  }

  private List<String> missing(Consents consents) {
    return assertThrows(ConsentMissing.class, () -> tried(consents)).lineIds();
  }

  @Test
  @Tag("R-SCOPE-05")
  @DisplayName("each line out of the catalogue or in no catalogue is named until somebody agrees")
  void eachLineIsAskedFor() {
    ConsentMissing none = assertThrows(ConsentMissing.class, () -> tried(Consents.none()));
    assertEquals(List.of("2", "3"), none.lineIds());
    assertTrue(String.valueOf(none.getMessage()).contains("20.00"), none.getMessage());
    assertEquals(List.of("3"), missing(to(consent("2", "OUT", "20.00"))));
    tried(to(consent("2", "OUT", "20.00"), consent("3", "UNLISTED", "5.00")));
  }

  @Test
  @Tag("R-SCOPE-05")
  @DisplayName("more than was agreed to asks again, and so does another item on the line")
  void moreThanAgreedAsksAgain() {
    for (Consent short2 : List.of(consent("2", "OUT", "19.99"), consent("2", "IN", "20.00"))) {
      assertEquals(List.of("2"), missing(to(short2, consent("3", "UNLISTED", "5.00"))));
    }
  }

  @Test
  @Tag("R-SCOPE-05")
  @DisplayName("a line's consent is worth its own line, and nothing of the next one")
  void eachLineForItself() {
    Consented agreed =
        tried(to(consent("2", "OUT", "1000.00"), consent("3", "UNLISTED", "1000.00")));
    assertEquals(Money.parseYuan("25.00"), agreed.upTo());
    check.beforeSettlement(BILL.id(), Money.parseYuan("25.00"), agreed);
    ConsentMissing more =
        assertThrows(
            ConsentMissing.class,
            () -> check.beforeSettlement(BILL.id(), Money.parseYuan("25.01"), agreed));
    assertEquals(List.of("1"), more.lineIds());
  }

  @Test
  @Tag("R-SCOPE-05")
  @DisplayName("what the centre alone counts out of scope is covered by consent to every line")
  void theCentreCountsMore() {
    Consent two = consent("2", "OUT", "20.00");
    Consent three = consent("3", "UNLISTED", "5.00");
    Consented part = tried(to(consent("1", "IN", "9.99"), two, three));
    assertEquals(Money.parseYuan("25.00"), part.upTo());
    Consented all = tried(to(consent("1", "IN", "10.00"), two, three));
    check.beforeSettlement(BILL.id(), Money.parseYuan("35.00"), all);
    Misuse other =
        assertThrows(
            Misuse.class,
            () -> check.beforeSettlement(new BillId("TEST00000001", "B2"), Money.ZERO, all));
    assertTrue(String.valueOf(other.getMessage()).contains("B2"));
  }

  @Test
  @Tag("R-SCOPE-05")
  @DisplayName("a consent is to one bill of one patient's visit")
  void noConsentServesTwice() {
    Consent two = consent("2", "OUT", "20.00");
    Consent three = consent("3", "UNLISTED", "5.00");
    for (Consents strange :
        List.of(
            Consents.to(new BillId("TEST00000001", "B2"), PATIENT, two, three),
            Consents.to(BILL.id(), patient("V2", Purpose.TREATMENT), two, three),
            Consents.emergency(BILL.id(), patient("V2", Purpose.TREATMENT), "抢救 rescue"))) {
      assertThrows(Misuse.class, () -> tried(strange));
    }
    tried(Consents.to(BILL.id(), patient("V1", Purpose.TREATMENT), two, three));
  }

  @Test
  @Tag("R-SCOPE-05")
  @DisplayName("who agreed as the insured bears the patient's name, and agreed lately")
  void whoAndWhen() {
    Consent three = consent("3", "UNLISTED", "5.00");
    for (Consent wrong :
        List.of(
            consent("2", "OUT", "20.00", Consent.Giver.INSURED, People.OTHER_NAME, NOW),
            consent("2", "OUT", "20.00", Consent.Giver.INSURED, People.NAME, NOW.plusSeconds(301)),
            consent(
                "2",
                "OUT",
                "20.00",
                Consent.Giver.GUARDIAN,
                People.OTHER_NAME,
                NOW.minus(ConsentCheck.OLDEST).minusSeconds(1)))) {
      assertEquals(List.of("2"), missing(to(wrong, three)));
    }
    tried(
        to(
            consent("2", "OUT", "20.00", Consent.Giver.INSURED, People.NAME, NOW.plusSeconds(300)),
            three));
  }

  @Test
  @DisplayName("an emergency with a reason lifts the need, for the catalogue and for the centre")
  void anEmergencyLiftsIt() {
    Consents emergency = Consents.emergency(BILL.id(), PATIENT, "抢救 rescue");
    check.beforeSettlement(BILL.id(), BILL.total(), tried(emergency));
    assertThrows(IllegalArgumentException.class, () -> Consents.emergency(BILL.id(), PATIENT, " "));
  }

  @Test
  @Tag("R-SCOPE-05")
  @DisplayName("but nobody is rescued in a pharmacy, nor by buying medicine")
  void aPurchaseIsNoEmergency() {
    Consents emergency = Consents.emergency(BILL.id(), PATIENT, "抢救 rescue");
    assertThrows(
        Misuse.class,
        () -> check.beforeTrial(PATIENT, CareType.PHARMACY, BILL, CATALOGUE, emergency));
    Patient buyer = patient("V1", Purpose.PURCHASE);
    assertThrows(
        Misuse.class,
        () -> check.beforeTrial(buyer, CareType.OUTPATIENT, BILL, CATALOGUE, emergency));
  }

  @Test
  @Tag("R-SCOPE-05")
  @DisplayName(
      "a settlement with more out of scope than agreed is not taken before somebody agrees")
  void otherFiguresAskAgain() {
    check.beforeAccepting(BILL.id(), Money.ZERO);
    assertThrows(ConsentMissing.class, () -> check.beforeAccepting(BILL.id(), new Money(1)));
  }

  @Test
  @DisplayName("a consent to a line that is not there, or two to one, is the caller's fault")
  void consentsAreToLinesOfTheBill() {
    assertThrows(Misuse.class, () -> tried(to(consent("9", "OUT", "20.00"))));
    assertThrows(
        IllegalArgumentException.class,
        () -> to(consent("2", "OUT", "1.00"), consent("2", "OUT", "2.00")));
  }
}
