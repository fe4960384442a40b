package io.caresettle.sim.centre;

import static io.caresettle.sim.centre.TestTill.HOSPITAL;
import static io.caresettle.sim.centre.TestTill.PHARMACY;
import static io.caresettle.sim.centre.TestTill.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.wire.CardCredential;
import io.caresettle.protocol.wire.CatalogueAnswer;
import io.caresettle.protocol.wire.CatalogueRequest;
import io.caresettle.protocol.wire.CredentialStanding;
import io.caresettle.protocol.wire.FeeLine;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.SignIn;
import io.caresettle.protocol.wire.SignInAnswer;
import io.caresettle.protocol.wire.Split;
import io.caresettle.protocol.wire.TrialBody;
import io.caresettle.protocol.wire.Visit;
import io.caresettle.sim.phone.CodeIssuer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The centre, asked before any money moves,")
class AskingTests {

  private static final FeeLine LINE = line("1", "TEST-0001", 200_000_000, 10_000);

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock();
  private CentreDesk desk;
  private TestTill till;

  @BeforeEach
  void open() {
    desk = CentreDesk.open(TestCentre.settings(folder, clock));
    till = new TestTill(desk, HOSPITAL);
  }

  @AfterEach
  void close() {
    assertTrue(desk.books().balance());
    desk.close();
  }

  private Split split(TestTill at, TrialBody body) {
    return at.quote(body).getSplit();
  }

  private void assertRefused(Reason reason, UnaryOperator<TrialBody.Builder> change) {
    TrialBody body = change.apply(till.body("B1", "P0000001", LINE)).build();
    till.lookUp(body.getVisit().getVisitNumber(), body.getPersonNumber());
    assertEquals(reason.name(), till.trial(till.nextId(), body).getRefusal().getCode());
  }

  @Test
  @DisplayName("signs a terminal in, and notes a journal of another life")
  void signIn() {
    SignIn.Builder signIn =
        SignIn.newBuilder()
            .setInstitutionCode(HOSPITAL)
            .setTerminalSlot(1)
            .setJournalEpoch("first");
    for (String epoch : new String[] {"first", "first", "next day", "second"}) {
      if (epoch.equals("next day")) {
        clock.advance(Duration.ofDays(1));
        continue;
      }
      SignInAnswer answer =
          TestTill.parse(
              SignInAnswer.parser(),
              till.exchange(
                  MessageType.SIGN_IN, till.nextId(), signIn.setJournalEpoch(epoch).build()));
      assertEquals(
          epoch.equals("first") ? "2026-11-20" : "2026-11-21",
          answer.getSignedIn().getBusinessDate());
      assertEquals(1, answer.getSignedIn().getGrantedSlot());
    }
    assertEquals(1, desk.epochChanges());
    SignInAnswer elsewhere =
        TestTill.parse(
            SignInAnswer.parser(),
            till.exchange(
                MessageType.SIGN_IN, till.nextId(), signIn.setInstitutionCode(PHARMACY).build()));
    assertEquals("UNKNOWN_INSTITUTION", elsewhere.getRefusal().getCode());
  }

  @Test
  @DisplayName("sends thirty items")
  void catalogue() {
    CatalogueAnswer answer =
        TestTill.parse(
            CatalogueAnswer.parser(),
            till.exchange(
                MessageType.CATALOGUE, till.nextId(), CatalogueRequest.getDefaultInstance()));
    assertEquals(30, answer.getItemsCount());
    assertEquals(12_500_000, answer.getItems(1).getPriceLimitMicros());
  }

  @Test
  @DisplayName("knows the holder of a card only when all that the card says fits")
  void cards() {
    assertEquals("测试甲", till.lookUp("V1", "P0000001").getPerson().getName());
    CardCredential wrong =
        CardCredential.newBuilder()
            .setCardIdentifier("320500D15600000500000001FFFFFFFF")
            .setCardNumber("A00000011")
            .setIssuingArea("320500")
            .setIdentityNumber("329900196205070029")
            .build();
    assertEquals("CARD_UNKNOWN", till.lookUp("V1", wrong).getRefusal().getCode());
  }

  @Test
  @DisplayName("says of a lost card that it is lost, and tries no bill after it")
  void lostCard() {
    TrialBody body = till.body("B1", "P0000005", LINE).build();
    assertEquals(
        CredentialStanding.REPORTED_LOST,
        till.lookUp("V-B1", "P0000005").getPerson().getStanding());
    assertEquals("NOT_IDENTIFIED", till.trial(till.nextId(), body).getRefusal().getCode());
  }

  @Test
  @DisplayName("binds a code to the first visit that shows it")
  void codes() {
    String code = CodeIssuer.ofTheSimulation(clock).issue("P0000002").text();
    assertEquals("P0000002", till.lookUpByCode("V1", code).getPerson().getPersonNumber());
    assertEquals("P0000002", till.lookUpByCode("V1", code).getPerson().getPersonNumber());
    assertEquals("CODE_BOUND", till.lookUpByCode("V2", code).getRefusal().getCode());
    assertEquals(
        "CODE_BOUND", new TestTill(desk, PHARMACY).lookUpByCode("V1", code).getRefusal().getCode());
    clock.advance(Duration.ofMinutes(2));
    assertEquals("CODE_EXPIRED", till.lookUpByCode("V1", code).getRefusal().getCode());
    assertEquals("CODE_NOT_GENUINE", till.lookUpByCode("V1", "CSTEST1.x.y").getRefusal().getCode());
    char last = code.charAt(code.length() - 2);
    String forged = code.substring(0, code.length() - 2) + (last == 'A' ? "BA" : "AA");
    assertEquals("CODE_NOT_GENUINE", till.lookUpByCode("V1", forged).getRefusal().getCode());
  }

  @Test
  @DisplayName("tries no bill of somebody who was not identified for this visit here")
  void nobodyIdentified() {
    TrialBody body = till.body("B1", "P0000001", LINE).build();
    till.lookUp("V-other", "P0000001");
    clock.advance(CentreSettings.TWO_PLACES_WINDOW);
    assertTrue(new TestTill(desk, PHARMACY).lookUp("V-B1", "P0000001").hasPerson());
    assertEquals("NOT_IDENTIFIED", till.trial(till.nextId(), body).getRefusal().getCode());
  }

  @Test
  @DisplayName("refuses a bill that is not as a bill must be")
  void malformedBills() {
    assertRefused(Reason.UNKNOWN_ITEM, b -> b.setLines(0, LINE.toBuilder().setCatalogueCode("X")));
    assertRefused(Reason.LINE_TOTAL, b -> b.setLines(0, LINE.toBuilder().setLineTotal(20001)));
    assertRefused(Reason.LINE_TOTAL, b -> b.setLines(0, LINE.toBuilder().setLineTotal(19999)));
    assertRefused(Reason.QUANTITY, b -> b.setLines(0, LINE.toBuilder().setQuantityE4(0)));
    assertRefused(Reason.QUANTITY, b -> b.addLines(LINE)); // the same line id
    assertRefused(Reason.QUANTITY, TrialBody.Builder::clearLines);
    assertRefused(Reason.UNKNOWN_INSTITUTION, b -> b.setInstitutionCode(PHARMACY));
    assertRefused(Reason.OUT_OF_AREA, b -> b.setArea("test"));
    assertRefused(Reason.NOT_ENROLLED, b -> b.setScheme("resident"));
    assertRefused(Reason.NOT_ENROLLED, b -> b.setPersonNumber("P0000007"));
  }

  @ParameterizedTest(name = "a day of service {0}: {1}")
  @CsvSource({
    "2026-11-21, SERVICE_DATE",
    "2025-12-31, SERVICE_DATE",
    "today, MALFORMED",
  })
  void daysOfService(String day, Reason reason) {
    assertRefused(reason, b -> b.setVisit(b.getVisit().toBuilder().setServiceDate(day).build()));
  }

  @Test
  @DisplayName("judges by the day of service, not of transmission (R-ELIG-22)")
  void lateUpload() {
    TrialBody.Builder body = till.body("B1", "P0000007", LINE);
    body.setVisit(body.getVisit().toBuilder().setServiceDate("2026-06-30"));
    // The deductible of June is 100.00: 70 % of 100.00.
    assertEquals(7000, split(till, body.build()).getPoolFund());
  }

  @Test
  @Tag("R-ACCT-07")
  @DisplayName("keeps the pool closed and the account open while benefits are suspended (SZ 21)")
  void suspended() {
    Split split = split(till, till.body("B1", "P0000006", LINE).build());
    assertEquals(0, split.getPoolFund());
    assertEquals(0, split.getDeductible());
    assertEquals(4200, split.getPersonalAccount());
  }

  @ParameterizedTest(name = "grade of {0}: pool pays {1}")
  @CsvSource({"TEST00000001, 5600", "TEST00000003, 0"})
  @Tag("R-ACCT-07")
  void grades(String institution, long fund) {
    TestTill at = new TestTill(desk, institution);
    Split split = split(at, at.body("B1", "P0000001", LINE).build());
    assertEquals(fund, split.getPoolFund());
    assertEquals(20000 - fund, split.getPersonalAccount());
  }

  @Test
  @DisplayName(
      "opens the pool at a pharmacy only for a reviewed prescription of a hospital (SZ 65)")
  void prescriptions() {
    TestTill pharmacy = new TestTill(desk, PHARMACY);
    TrialBody good = pharmacy.body("B1", "P0000001", LINE).build();
    assertEquals(7200, split(pharmacy, good).getPoolFund()); // 90 % at level 1
    var visit = good.getVisit();
    var rx = visit.getPrescription();
    for (var changed :
        new Visit[] {
          visit.toBuilder().clearPrescription().build(),
          visit.toBuilder().setPrescription(rx.toBuilder().setHospitalCode(PHARMACY)).build(),
          visit.toBuilder().setPrescription(rx.toBuilder().clearPharmacist()).build(),
          visit.toBuilder()
              .setPrescription(
                  rx.toBuilder().setReviewedAtMillis(clock.instant().toEpochMilli() + 1))
              .build(),
        }) {
      assertEquals(0, split(pharmacy, good.toBuilder().setVisit(changed).build()).getPoolFund());
    }
  }
}
