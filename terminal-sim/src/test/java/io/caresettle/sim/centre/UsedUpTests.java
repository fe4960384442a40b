package io.caresettle.sim.centre;

import static io.caresettle.sim.centre.TestTill.line;
import static io.caresettle.sim.centre.TestTill.receipt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.wire.Prescription;
import io.caresettle.protocol.wire.Quote;
import io.caresettle.protocol.wire.SettleAnswer;
import io.caresettle.protocol.wire.TrialAnswer;
import io.caresettle.protocol.wire.TrialBody;
import java.time.LocalDate;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The centre knows which agreement and which prescription still counts:")
class UsedUpTests extends BillStory {

  private TestTill pharmacy() {
    return new TestTill(desk, TestTill.PHARMACY);
  }

  private static TrialBody sale(
      TestTill till, String bill, UnaryOperator<Prescription.Builder> change) {
    TrialBody.Builder body = till.body(bill, PERSON, line("1", "TEST-0001", 300_000_000, 10_000));
    body.getVisitBuilder()
        .setPrescription(
            change.apply(body.getVisit().getPrescription().toBuilder().setNumber("RX7")));
    return body.build();
  }

  private static TrialAnswer trial(TestTill till, TrialBody body) {
    till.lookUp(body.getVisit().getVisitNumber(), body.getPersonNumber());
    return till.trial(till.nextId(), body);
  }

  @Test
  @Tag("R-RX-01")
  @DisplayName("one is used once, also after a restart, and again when its bill was undone")
  void aPrescriptionIsUsedOnce() {
    TestTill till = pharmacy();
    TrialBody first = sale(till, "B1", p -> p);
    TrialBody second = sale(till, "B2", p -> p);
    Quote early = till.quote(second);
    String id = till.nextId();
    receipt(till.settle(id, till.quote(first), first));
    SettleAnswer late = till.settle(till.nextId(), early, second);
    assertRefused(Reason.PRESCRIPTION_USED, late);
    assertTrue(late.getRefusal().getLegalBasis().contains("R-RX-01"));

    desk.close();
    // Other quotes than before, for a reference is given once.
    desk = CentreDesk.open(TestCentre.settings(folder, clock).withRandom(new Random(8)));
    TestTill again = pharmacy();
    for (int i = 0; i < 50; i++) {
      again.nextId();
    }
    TrialBody third = sale(again, "B3", p -> p);
    assertEquals(Reason.PRESCRIPTION_USED.name(), trial(again, third).getRefusal().getCode());
    assertTrue(trial(again, sale(again, "B4", p -> p.setNumber("RX8"))).hasQuote());

    assertTrue(again.reverse(id, "B1").hasReceipt());
    receipt(again.settle(again.nextId(), again.quote(third), third));
  }

  @ParameterizedTest
  @Tag("R-RX-01")
  @DisplayName("an expired one opens no pool")
  @CsvSource({
    "'',         true",
    "2026-11-19, false",
    "2026-11-20, true",
    "2026-11-21, true",
    "someday,    false",
  })
  void anExpiredPrescriptionOpensNoPool(String until, boolean pool) {
    TestTill till = pharmacy();
    TrialAnswer answer = trial(till, sale(till, "B1", p -> p.setValidUntil(until)));
    assertEquals(pool, answer.getQuote().getSplit().getPoolFund() > 0, answer::toString);
  }

  /** TESTSZ000009 is suspended from October 2026 on; TESTSZ000008's agreement ended in 2025. */
  @ParameterizedTest
  @Tag("R-INST-07")
  @DisplayName("no house settles outside its agreement, nor for days of a suspension")
  @CsvSource({
    "TESTSZ000009, 2026-09-30, ''",
    "TESTSZ000009, 2026-10-01, AGREEMENT_SUSPENDED",
    "TESTSZ000009, 2026-11-20, AGREEMENT_SUSPENDED",
    "TESTSZ000008, 2026-11-20, NO_AGREEMENT",
    "TESTSZ000001, 2026-11-20, ''",
  })
  void anAgreementHasItsDays(String institution, String day, String code) {
    TestTill there = TestTill.of(desk, institution, institution + "-9");
    TrialBody.Builder body = there.body("B1", PERSON, line("1", "TEST-0001", 300_000_000, 10_000));
    body.getVisitBuilder().setServiceDate(day);
    assertEquals(code, trial(there, body.build()).getRefusal().getCode());
  }

  /** R-INST-11: what was served before is claimed by hand once the agreement is over. */
  @ParameterizedTest
  @Tag("R-INST-11")
  @DisplayName("once an agreement is over nothing is settled, be it for days before")
  @CsvSource({"2025-12-31, ''", "2026-01-01, NO_AGREEMENT"})
  void anAgreementThatIsOver(String today, String code) {
    Agreement agreement = Rolls.ofResources().place("TESTSZ000008").orElseThrow().agreement();
    LocalDate service = LocalDate.of(2025, 12, 30);
    String refused = "";
    try {
      agreement.require(service, LocalDate.parse(today));
    } catch (Refused e) {
      refused = e.refusal().getCode();
    }
    assertEquals(code, refused);
  }
}
