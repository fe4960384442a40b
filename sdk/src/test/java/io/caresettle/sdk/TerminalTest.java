package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.FakeCentre.Fault;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Patient;
import io.caresettle.operator.TestOperators;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.problem.CentreRefused;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.problem.Misuse;
import io.caresettle.problem.NextStep;
import io.caresettle.settlement.PaperWidth;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome.Settled;
import io.caresettle.settlement.SettlementOutcome.Unknown;
import io.caresettle.settlement.Slip;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.Estimate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A terminal and its counters")
@Timeout(150)
class TerminalTest {

  private static final BillId BILL = Till.id("B1");

  @TempDir Path folder;
  private final ConcurrentLinkedQueue<String> news = new ConcurrentLinkedQueue<>();
  private Till till;

  @BeforeEach
  void open() {
    till =
        new Till(
            folder,
            new TerminalListener() {
              @Override
              public void recordAppended(long position, String type, BillId bill) {
                news.add(position + " " + type);
                throw new IllegalStateException("somebody's logging is broken");
              }

              @Override
              public void closedWithOpenBills(List<BillId> bills) {
                news.add("open " + bills);
              }
            });
  }

  @AfterEach
  void close() {
    till.close();
  }

  @Test
  void theWholeWayFromACardToASlip() {
    Eligibility eligibility = till.eligibility();
    Estimate estimate = till.counter.estimate(eligibility, Till.bill("B1", "100.00"));
    assertEquals("100.00", estimate.split().total().toString());
    Quote quote = till.counter.quote(eligibility, Till.bill("B1", "100.00"));
    assertInstanceOf(Settled.class, till.counter.settle(BILL, quote));
    String slip = till.terminal.slip(BILL).text(PaperWidth.MM_80);
    assertTrue(slip.contains("测**"), slip);
    assertFalse(slip.contains("测试甲"), slip);
    assertTrue(slip.contains("示例药品"), slip);
    assertTrue(slip.contains("TEST FIGURES 测试数据"), slip);
  }

  @Test
  @DisplayName("the slip tells of a layer that pays nothing because its numbers are not published")
  void theSlipTellsWhatWasLeftOut() {
    Quote quote = till.quote("B1");
    assertInstanceOf(Settled.class, till.counter.settle(BILL, quote));
    till.restart();
    Slip slip = till.terminal.slip(BILL);
    Slip.Told told =
        slip.told().stream().filter(one -> one.rule().equals("R-CI-01")).findFirst().orElseThrow();
    assertTrue(told.zh().contains("大病保险未计入") && told.zh().contains("SZ 36¶2"), told.zh());
    assertTrue(told.en().contains("is left out") && told.en().contains("SZ 36¶2"), told.en());
    String text = slip.text(PaperWidth.MM_80);
    assertTrue(text.contains("* 大病保险未计入"), text);
  }

  @Test
  @Tag("R-SCOPE-12")
  void packsThatAreTakenIntoUseCountFromThenOn() {
    Eligibility before = till.eligibility();
    assertEquals(
        "100.00",
        till.counter.estimate(before, Till.bill("B1", "100.00")).split().total().toString());
    till.terminal.takeIntoUse(PolicyBook.of(List.of()));
    assertThrows(
        NoRuleInForce.class, () -> till.counter.estimate(before, Till.bill("B1", "100.00")));
  }

  @Test
  void aListenerThatFailsFailsNoSettlement() {
    assertInstanceOf(Settled.class, till.counter.settle(BILL, till.quote("B1")));
    assertEquals(List.of("1 QUOTED", "2 SETTLE_INTENT", "3 SETTLED"), List.copyOf(news));
  }

  @Test
  void aTerminalOpensWhileTheCentreIsDown() {
    till.counter.settle(BILL, till.quote("B1"));
    till.centre.setReachable(false);
    till.restart();
    assertInstanceOf(Settled.class, till.terminal.outcomeOf(BILL).orElseThrow());
    assertEquals(Optional.empty(), till.terminal.outcomeOf(Till.id("B2")));
    assertThrows(CentreUnreachable.class, till::eligibility);
    till.centre.setReachable(true);
    till.eligibility();
  }

  @Test
  void aSecondTerminalOnTheSameJournalIsRefused() {
    TerminalConfig config = till.config().build();
    assertThrows(JournalUnavailable.class, () -> Terminal.open(config));
  }

  @Test
  void closingListsWhatIsUnfinishedAndTakesNoMore() {
    till.centre.next(Fault.ANSWER_HELD);
    Quote quote = till.quote("B1");
    assertInstanceOf(Unknown.class, till.counter.settle(BILL, quote, Duration.ofSeconds(1)));
    assertEquals(List.of(BILL), till.terminal.close(Duration.ofMillis(20)));
    assertTrue(news.contains("open [" + BILL + "]"), news.toString());
    assertEquals(List.of(), till.terminal.close(Duration.ZERO));
    assertThrows(Misuse.class, () -> till.counter.settle(BILL, quote));
  }

  @Test
  void closingWaitsForABillInFlight() {
    till.centre.next(Fault.ANSWER_HELD);
    Quote quote = till.quote("B1");
    var settling = CompletableFuture.supplyAsync(() -> till.counter.settle(BILL, quote));
    Await.until(() -> !till.centre.calls("settle").isEmpty());
    var closing = CompletableFuture.supplyAsync(() -> till.terminal.close(Duration.ofSeconds(20)));
    Await.until(this::takesNoMore);
    till.centre.release();
    assertInstanceOf(Settled.class, Await.result(settling));
    assertEquals(List.of(BILL), Await.result(closing));
  }

  private boolean takesNoMore() {
    try {
      till.terminal.counter(TestOperators.OP_8).close();
      return false;
    } catch (Misuse e) {
      return true;
    }
  }

  @Test
  void onlyThePatientAtTheCounterIsServed() {
    Patient patient = till.eligibility().patient();
    Visit visit = new Visit("V1", CareType.OUTPATIENT, LocalDate.of(2026, 11, 20));
    Counter other = till.terminal.counter(TestOperators.OP_8);
    assertThrows(Misuse.class, () -> other.eligibility(patient, visit));
    Visit another = new Visit("V2", CareType.OUTPATIENT, LocalDate.of(2026, 11, 20));
    assertThrows(Misuse.class, () -> till.counter.eligibility(patient, another));
    till.counter.close();
    assertThrows(Misuse.class, () -> till.counter.eligibility(patient, visit));
  }

  @Test
  void whoHasLeftTheCounterGetsNeitherEstimateNorQuote() {
    Eligibility kept = till.eligibility();
    Bill bill = Till.bill("B1", "100.00");
    till.counter.close();
    assertThrows(Misuse.class, () -> till.counter.estimate(kept, bill));
    assertThrows(Misuse.class, () -> till.counter.quote(kept, bill));
  }

  @Test
  void aRefusedCredentialIsTheTurnOfWhoShowedItAndAnyOtherRefusalTheCashiers() {
    till.centre.refuseLookUps("CODE_BOUND");
    assertEquals(
        CredentialRefused.Reason.CODE_BOUND_TO_ANOTHER_VISIT,
        assertThrows(CredentialRefused.class, till::eligibility).reason());
    till.centre.refuseLookUps("UNKNOWN_INSTITUTION");
    CentreRefused refused = assertThrows(CentreRefused.class, till::eligibility);
    assertEquals("UNKNOWN_INSTITUTION", refused.code());
    assertEquals(NextStep.STOP_THE_SALE, refused.next());
  }

  @Test
  void aFaultyConfigurationIsToldWholeAndAtOnce() {
    TerminalConfig empty = TerminalConfig.builder().slot(100).deadline(Duration.ZERO).build();
    String told = assertThrows(Misuse.class, () -> Terminal.open(empty)).toString();
    for (String name :
        List.of(
            "centre:",
            "institution:",
            "slot:",
            "journal:",
            "journalKey:",
            "recoveryKey:",
            "policy:",
            "deadline:")) {
      assertTrue(told.contains(name), told);
    }
  }

  @Test
  void noTicketCanBeMadeByHand() {
    for (Class<?> ticket : List.of(Patient.class, Eligibility.class, Quote.class)) {
      assertEquals(0, ticket.getConstructors().length, ticket.getName());
    }
  }
}
