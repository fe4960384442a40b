package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.FakeCentre.Fault;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Consents;
import io.caresettle.money.Payer;
import io.caresettle.operator.TestOperators;
import io.caresettle.policy.plan.CareType;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.Misuse;
import io.caresettle.reimbursement.ClaimReason;
import io.caresettle.reimbursement.ClaimSlip;
import io.caresettle.settlement.PaperWidth;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome.Refused;
import io.caresettle.settlement.SettlementOutcome.Settled;
import io.caresettle.settlement.SettlementOutcome.Unknown;
import io.caresettle.settlement.Wish;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("While the centre is out of reach")
@Tag("R-TXN-08")
@Timeout(150)
class OffLineTest {

  @TempDir Path folder;
  private Till till;

  @BeforeEach
  void open() {
    till = new Till(folder);
  }

  @AfterEach
  void close() {
    till.close();
  }

  private static Visit visit(String number) {
    return new Visit(number, CareType.OUTPATIENT, LocalDate.of(2026, 11, 20));
  }

  private ClaimSlip slipOffLine(String number) {
    return till.counter
        .claims()
        .slipWithoutTheCentre(
            Till.registered("V1"),
            visit("V1"),
            Till.bill(number, "100.00"),
            ClaimReason.CENTRE_OUT_OF_REACH);
  }

  private void goOffLine() {
    till.centre.setReachable(false);
    till.restart();
  }

  private List<String> told() {
    return till.centre.costs().told();
  }

  @Test
  @DisplayName("a full-cash sale is made, with a slip that is durable")
  void aFullCashSaleWithASlip() {
    goOffLine();
    ClaimSlip slip = slipOffLine("B1");
    assertEquals(slip.paid().total(), slip.paid().paidBy(Payer.CASH));
    assertTrue(slip.text(PaperWidth.MM_80).contains("医保中心无法联通"));
    assertEquals(1, till.recordsOf("CLAIM_SLIP"));
    assertEquals(1, till.recordsOf("COSTS_INTENT"));
  }

  @Test
  @DisplayName("nobody is declared to be the patient, and nothing binding is split")
  void neitherVerdictNorQuote() {
    Eligibility eligibility = till.eligibility();
    till.centre.setReachable(false);
    assertThrows(
        CentreUnreachable.class,
        () -> till.counter.quote(eligibility, Till.bill("B1", "100.00"), Consents.none()));
    till.restart();
    assertThrows(CentreUnreachable.class, till::eligibility);
    assertEquals(0, till.recordsOf("QUOTED"));
  }

  @Test
  @DisplayName("no fund and no account pays, and no settlement waits for the line")
  void noSettlementIsBegunOrQueued() {
    Quote quote = till.quote("B1");
    till.centre.next(Fault.NO_WAY);
    assertThrows(CentreUnreachable.class, () -> till.counter.settle(Till.id("B1"), quote));
    assertEquals(0, till.recordsOf("SETTLE_INTENT"));
    till.restart();
    Await.until(() -> till.terminal.centreTime().isPresent());
    Await.until(() -> till.centre.calls("signIn").size() >= 2);
    assertEquals(List.of(), till.terminal.unfinished());
    assertEquals(Optional.empty(), till.terminal.outcomeOf(Till.id("B1")));
    assertEquals(0, till.centre.settlementsStanding());
    // Somebody has to be there once more: the quote of before is as good as it ever was.
    assertInstanceOf(Settled.class, till.counter.settle(Till.id("B2"), till.quote("B2")));
  }

  @Test
  @DisplayName("a reversal is kept, and delivered when the centre is back")
  void aReversalWaits() {
    Quote quote = till.quote("B1");
    till.centre.next(Fault.ANSWER_LOST);
    assertInstanceOf(Unknown.class, till.counter.settle(Till.id("B1"), quote));
    var supervisor = till.terminal.takeShift(TestOperators.OP_8);
    assertInstanceOf(
        Unknown.class,
        till.terminal.resolve(supervisor, Till.id("B1"), Wish.NOT_WANTED, Duration.ofMillis(100)));
    Await.until(() -> till.recordsOf("REVERSE_INTENT") == 1);
    till.restart();
    assertEquals(1, till.centre.settlementsStanding());
    till.centre.setReachable(true);
    Await.until(() -> till.terminal.outcomeOf(Till.id("B1")).orElseThrow() instanceof Refused);
    assertEquals(0, till.centre.settlementsStanding());
  }

  @Test
  @DisplayName("all costs are kept, and told once the centre is back, until it has answered")
  void costsAreToldUntilAnswered() {
    goOffLine();
    slipOffLine("B1");
    till.counter
        .claims()
        .selfPaidWithoutTheCentre(
            Till.registered("V2"),
            visit("V2"),
            Till.bill("B2", "20.00"),
            ClaimReason.NO_CREDENTIAL);
    till.restart();
    assertEquals(List.of(), told());
    till.centre.costs().setSilent(true);
    till.centre.setReachable(true);
    Await.until(() -> told().size() > 1);
    assertEquals(0, till.recordsOf("COSTS_UPLOADED"));
    till.centre.costs().setSilent(false);
    Await.until(() -> till.recordsOf("COSTS_UPLOADED") == 2);
    assertEquals(2, told().stream().distinct().count(), told()::toString);
    assertTrue(told().get(0).endsWith("B1 CENTRE_OUT_OF_REACH 100.00"), told()::toString);
    assertTrue(told().get(told().size() - 1).endsWith("B2 NO_CREDENTIAL 20.00"));
    till.restart();
    Await.until(() -> till.terminal.centreTime().isPresent());
    assertEquals(2, till.recordsOf("COSTS_INTENT"));
    assertEquals(2, till.recordsOf("COSTS_UPLOADED"));
  }

  @Test
  @DisplayName("costs that wait for a day are an alarm until they are told")
  void oldCostsAreAnAlarm() {
    goOffLine();
    slipOffLine("B1");
    till.clock.advance(Duration.ofHours(25));
    Await.until(() -> isStanding(Alarm.Kind.COSTS_WAIT));
    Alarm alarm =
        till.terminal.alarms().stream()
            .filter(a -> a.kind() == Alarm.Kind.COSTS_WAIT)
            .findFirst()
            .orElseThrow();
    assertTrue(alarm.zh().contains("费用") && alarm.en().contains("25 hours"), alarm::text);
    till.centre.setReachable(true);
    Await.until(() -> !isStanding(Alarm.Kind.COSTS_WAIT));
    assertEquals(1, till.recordsOf("COSTS_UPLOADED"));
  }

  private boolean isStanding(Alarm.Kind kind) {
    return till.terminal.alarms().stream().anyMatch(alarm -> alarm.kind() == kind);
  }

  @Test
  @DisplayName("costs that the centre will not take are told to a person, and not again")
  void refusedCosts() {
    till.centre.costs().refuse("BILL_SETTLED");
    slipOffLine("B1");
    Await.until(() -> isStanding(Alarm.Kind.COSTS_REFUSED));
    Await.until(() -> till.recordsOf("COSTS_UPLOADED") == 1);
  }

  @Test
  @DisplayName("costs are taken back before their bill is settled after all")
  void settledAfterAll() {
    goOffLine();
    slipOffLine("B1");
    till.centre.setReachable(true);
    Await.until(() -> till.recordsOf("COSTS_UPLOADED") == 1);
    assertInstanceOf(Settled.class, till.counter.settle(Till.id("B1"), till.quote("B1")));
    assertEquals(1, till.centre.costs().withdrawn().size());
    assertTrue(told().get(0).startsWith(till.centre.costs().withdrawn().get(0)));
    assertEquals(1, till.recordsOf("COSTS_WITHDRAWN"));
    assertThrows(
        Misuse.class,
        () ->
            till.counter
                .claims()
                .selfPaidWithoutTheCentre(
                    Till.registered("V1"),
                    visit("V1"),
                    Till.bill("B1", "100.00"),
                    ClaimReason.NO_CREDENTIAL));
    assertFalse(till.centre.costs().told().size() > 1);
  }
}
