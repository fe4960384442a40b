package io.caresettle.sim.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.EmergencyArrival;
import io.caresettle.centre.EmergencyRegistration;
import io.caresettle.centre.Merged;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.FamilyBinding;
import io.caresettle.identity.FamilyPayer;
import io.caresettle.identity.Patient;
import io.caresettle.money.Money;
import io.caresettle.policy.plan.CareType;
import io.caresettle.problem.CentreRefused;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.sdk.Counter;
import io.caresettle.sdk.Terminal;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.TestOperators;
import io.caresettle.split.Bill;
import io.caresettle.split.FeeLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Whoever the centre knows better than the counter,")
@Timeout(180)
class NamesAtTheCentreTest {

  private final SteppingClock clock = new SteppingClock();
  private Bench bench;

  @BeforeEach
  void open(@TempDir Path folder) {
    bench = new Bench(folder, clock);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static Visit visit(String number) {
    return new Visit(number, CareType.OUTPATIENT, Simulator.DEMO_DAY);
  }

  private EmergencyArrival arrival(String visit) {
    return new EmergencyArrival(visit(visit), "about forty, blue coat", clock.instant());
  }

  private SocialSecurityCard card(String person) {
    return bench.read(bench.simulator.card(person));
  }

  private Patient identify(String person, String visit) {
    return bench.counter.identify(card(person), bench.simulator.registration(person, visit));
  }

  private SettlementOutcome settle(Patient patient, String visit, String bill) {
    Eligibility may = bench.counter.eligibility(patient, visit(visit));
    FeeLine line = FeeLine.of("1", "TEST-0006", "100.00", "10");
    Quote quote = bench.counter.quote(may, new Bill(Bench.bill(bill), List.of(line)));
    return bench.counter.settle(quote.bill(), quote);
  }

  @Test
  @DisplayName("R-BEN-09: is taken in unnamed, named by a card hours later, and settled then")
  void takenInAndSettledLater() {
    EmergencyRegistration emergency = bench.counter.registerEmergency(arrival("V-E1"));
    clock.moveTo(Duration.ofHours(3));
    Patient patient = identify("P0000001", "V-E1");
    CentreRefused before = assertThrows(CentreRefused.class, () -> settle(patient, "V-E1", "E1"));
    assertEquals("NOT_MERGED", before.code());
    Merged merged = bench.merge(emergency, patient);
    assertEquals("P0000001", merged.personNumber());
    assertInstanceOf(SettlementOutcome.Settled.class, settle(patient, "V-E1", "E1"));
    bench.assertOneStands();
  }

  @Test
  @DisplayName("R-BEN-09: is registered once and merged once, though each answer was lost")
  void lostAnswers() {
    bench.simulator.centre().faults().loseNext(MessageType.REGISTER);
    EmergencyRegistration emergency = bench.counter.registerEmergency(arrival("V-E1"));
    bench.assertSentAtLeast(2, "REGISTER");
    assertEquals(emergency, bench.counter.registerEmergency(arrival("V-E1")));
    Patient patient = identify("P0000001", "V-E1");
    bench.simulator.centre().faults().loseNext(MessageType.MERGE_REGISTRATION);
    Merged merged = bench.merge(emergency, patient);
    bench.assertSentAtLeast(2, "MERGE_REGISTRATION");
    assertEquals(merged, bench.merge(emergency, patient));
  }

  @Test
  @DisplayName("R-BEN-09: is nobody else once merged, and keeps the visit that was registered")
  void mergedIntoOne() {
    EmergencyRegistration emergency = bench.counter.registerEmergency(arrival("V-E1"));
    Merged unused = bench.merge(emergency, identify("P0000001", "V-E1"));
    Patient second = identify("P0000002", "V-E1");
    CentreRefused refused = assertThrows(CentreRefused.class, () -> bench.merge(emergency, second));
    assertEquals("REGISTRATION_MERGED", refused.code());
    Patient elsewhere = identify("P0000001", "V-other");
    assertThrows(Misuse.class, () -> bench.merge(emergency, elsewhere));
    assertThrows(Misuse.class, () -> bench.merge(emergency, second));
  }

  @Test
  @DisplayName("R-BEN-09: is let go when the registration was a mistake")
  void withdrawn() {
    EmergencyRegistration emergency = bench.counter.registerEmergency(arrival("V-E1"));
    bench.simulator.centre().faults().loseNext(MessageType.WITHDRAW_REGISTRATION);
    bench.counter.withdraw(emergency, "registered twice");
    Patient patient = identify("P0000001", "V-E1");
    CentreRefused refused =
        assertThrows(CentreRefused.class, () -> bench.merge(emergency, patient));
    assertEquals("REGISTRATION_WITHDRAWN", refused.code());
  }

  @Test
  @DisplayName("R-ID-07: lost a card, and the cashier is told since when")
  void lostWithItsHour() {
    SocialSecurityCard card = card("P0000001");
    bench.simulator.centre().reportCardLost(card.cardIdentifier());
    clock.moveTo(Duration.ofMinutes(20));
    CredentialRefused refused =
        assertThrows(CredentialRefused.class, () -> identify("P0000001", "V-1"));
    assertEquals(Reason.REPORTED_LOST, refused.reason());
    assertTrue(
        String.valueOf(refused.getMessage()).contains("挂失时间 2026-11-20 10:00"),
        refused.getMessage());
    bench.simulator.centre().cardFound(card.cardIdentifier());
    bench.assertNothingSettledAndNextPatientServed();
  }

  @Test
  @DisplayName("R-ID-07: loses it within the visit: nothing more is settled, and what stood stands")
  void lostWithinTheVisit() {
    Patient patient = identify("P0000001", "V-1");
    assertInstanceOf(SettlementOutcome.Settled.class, settle(patient, "V-1", "B1"));
    Eligibility may = bench.counter.eligibility(patient, visit("V-1"));
    FeeLine line = FeeLine.of("1", "TEST-0006", "100.00", "10");
    Quote quote = bench.counter.quote(may, new Bill(Bench.bill("B2"), List.of(line)));
    bench.simulator.centre().reportCardLost(card("P0000001").cardIdentifier());
    SettlementOutcome second = bench.counter.settle(quote.bill(), quote);
    SettlementOutcome.Refused refused = assertInstanceOf(SettlementOutcome.Refused.class, second);
    assertTrue(refused.toString().contains("2026-11-20 10:00"), refused.toString());
    CentreRefused third = assertThrows(CentreRefused.class, () -> settle(patient, "V-1", "B3"));
    assertEquals("REPORTED_LOST", third.code());
    bench.assertOneStands();
  }

  @Test
  @DisplayName("R-ID-04: shows one card in two places, and the second cashier and the bureau know")
  void twoPlaces() {
    Patient here = identify("P0000001", "V-1");
    clock.moveTo(Duration.ofMinutes(10));
    SocialSecurityCard card = card("P0000001");
    try (Terminal pharmacy = Terminal.open(bench.simulator.pharmacy().build());
        Counter there = pharmacy.counter(TestOperators.key("pharmacist-1"))) {
      CredentialRefused refused =
          assertThrows(
              CredentialRefused.class,
              () -> there.identify(card, bench.simulator.registration("P0000001", "V-P1")));
      assertEquals(Reason.SHOWN_ELSEWHERE, refused.reason());
      assertTrue(
          String.valueOf(refused.getMessage()).contains("2026-11-20 10:00"), refused.getMessage());
      assertEquals(1, bench.simulator.centre().shownElsewhere().size());
      assertInstanceOf(SettlementOutcome.Settled.class, settle(here, "V-1", "B1"));
      assertEquals(
          "P0000001",
          there.identify(card, bench.simulator.registration("P0000001", "V-P1")).personNumber());
    }
  }

  @Test
  @DisplayName("R-ID-06: is a relative who pays from the account, and never the patient")
  void familyPayer() {
    Patient child = identify("P0000003", "V-1");
    assertEquals(
        List.of("P0000001"),
        bench.counter.family(child).stream().map(FamilyBinding::payerNumber).toList());
    FamilyPayer payer = bench.counter.familyPayer(card("P0000001"), child);
    assertEquals("P0000001", payer.personNumber());
    assertEquals(child, payer.patient());
    assertEquals(FamilyBinding.Relation.PARENT, payer.binding().relation());
    assertEquals(Money.parseYuan("1000.00"), payer.accountBalance());
    // The patient at the counter is still the child.
    assertEquals(1, bench.counter.family(child).size());
  }

  @Test
  @DisplayName("R-ID-06: is no payer without a binding of today, nor with one's own credential")
  void noFamilyPayer() {
    Patient grown = identify("P0000004", "V-1");
    assertEquals(List.of(), bench.counter.family(grown));
    for (String shown : List.of("P0000002", "P0000001", "P0000004")) {
      SocialSecurityCard card = card(shown);
      CredentialRefused refused =
          assertThrows(
              CredentialRefused.class, () -> bench.counter.familyPayer(card, grown), shown);
      assertEquals(Reason.NOT_A_FAMILY_PAYER, refused.reason());
    }
  }

  @Test
  @DisplayName("R-ID-06, R-ID-07: is no payer with a credential that was lost")
  void lostFamilyPayer() {
    Patient child = identify("P0000003", "V-1");
    SocialSecurityCard card = card("P0000001");
    bench.simulator.centre().reportCardLost(card.cardIdentifier());
    CredentialRefused refused =
        assertThrows(CredentialRefused.class, () -> bench.counter.familyPayer(card, child));
    assertEquals(Reason.REPORTED_LOST, refused.reason());
    assertTrue(String.valueOf(refused.getMessage()).contains("2026-11-20 10:00"));
  }

  @Test
  @DisplayName("R-ID-04, R-ID-06: may pay at one place while being treated at another")
  void payerInTwoPlaces() {
    Patient unused = identify("P0000001", "V-1");
    try (Terminal pharmacy = Terminal.open(bench.simulator.pharmacy().build());
        Counter there = pharmacy.counter(TestOperators.key("pharmacist-1"))) {
      Patient child =
          there.identify(card("P0000003"), bench.simulator.registration("P0000003", "V-P1"));
      assertEquals("P0000001", there.familyPayer(card("P0000001"), child).personNumber());
    }
    assertEquals(List.of(), bench.simulator.centre().shownElsewhere());
  }
}
