package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.EmergencyArrival;
import io.caresettle.centre.EmergencyRegistration;
import io.caresettle.centre.FakeCentre.Fault;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Visit;
import io.caresettle.journal.Act;
import io.caresettle.journal.ActKind;
import io.caresettle.operator.ActBody;
import io.caresettle.operator.Shift;
import io.caresettle.operator.TestOperators;
import io.caresettle.policy.plan.CareType;
import io.caresettle.problem.Misuse;
import io.caresettle.problem.NotPermitted;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome.Settled;
import io.caresettle.settlement.SettlementOutcome.SettledDifferently;
import io.caresettle.settlement.Wish;
import io.caresettle.split.BillId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A counter has one operator, who calls others and leaves it to others")
@Timeout(150)
class ShiftsTest {

  private static final BillId BILL = Till.id("B1");
  private static final Duration SOON = Duration.ofSeconds(30);

  private Till till;

  @BeforeEach
  void open(@TempDir Path folder) {
    till = new Till(folder);
  }

  @AfterEach
  void close() {
    till.close();
  }

  private Shift cashier() {
    till.counter = till.terminal.counter(TestOperators.CASHIER);
    return till.counter.shift();
  }

  private List<String> whoDid(ActKind kind) {
    return till.kept(kind).stream().map(Act::operatorId).toList();
  }

  @Test
  @DisplayName("who is called signs what they do, and the counter is its operator's again")
  void called() {
    Shift cashier = cashier();
    Eligibility eligibility = till.eligibility();
    Shift supervisor = till.terminal.takeShift(TestOperators.OP_8);
    Quote first = till.counter.quote(eligibility, Till.bill("B1", "100.00"));
    till.counter.with(supervisor, c -> c.settle(BILL, first));
    assertSame(cashier, till.counter.shift());
    Quote second = till.counter.quote(eligibility, Till.bill("B2", "100.00"));
    assertInstanceOf(Settled.class, till.counter.settle(Till.id("B2"), second));
    assertEquals(List.of("op-8", "cashier"), whoDid(ActKind.SETTLEMENT_ASKED));
  }

  @Test
  @DisplayName("who is called has gone also after what they did has failed")
  void calledInVain() {
    cashier();
    Shift supervisor = till.terminal.takeShift(TestOperators.OP_8);
    assertThrows(
        IllegalStateException.class,
        () ->
            till.counter.with(
                supervisor,
                c -> {
                  throw new IllegalStateException("the supervisor was called away");
                }));
    assertThrows(NotPermitted.class, () -> till.counter.allowAgain(Till.card(), "V1"));
    assertEquals(List.of(), whoDid(ActKind.FAILURES_OVERRIDDEN));
  }

  @Test
  @DisplayName("who takes a counter over serves the patient who stands there")
  void handedOverWithThePatient() {
    Eligibility eligibility = till.eligibility();
    Shift next = till.terminal.takeShift(TestOperators.OP_8);
    till.counter.handOver(next);
    assertSame(next, till.counter.shift());
    Quote quote = till.counter.quote(eligibility, Till.bill("B1", "100.00"));
    assertInstanceOf(Settled.class, till.counter.settle(BILL, quote));
    assertEquals(List.of("op-8"), whoDid(ActKind.SETTLEMENT_ASKED));
    Act left = till.kept(ActKind.SHIFT_HANDED_OVER).get(0);
    assertEquals("op-7", left.operatorId());
    assertEquals("V1", left.visitNumber());
    assertEquals("op-8", ActBody.read(left.body()).get("to"));
  }

  @Test
  @DisplayName("a shift with a patient at a counter does not end")
  void notWhileSomebodyIsServed() {
    Shift before = till.counter.shift();
    till.eligibility();
    Misuse refused =
        assertThrows(Misuse.class, () -> till.terminal.handOver(before, TestOperators.OP_8));
    assertTrue(refused.toString().contains("Counter.handOver"), refused.toString());
    till.counter.close();
    assertEquals("op-8", till.terminal.handOver(before, TestOperators.OP_8).operatorId());
    assertTrue(before.isOver());
  }

  @Test
  @DisplayName("a cashier merges nobody")
  void aCashierDoesNotMerge() {
    cashier();
    EmergencyRegistration emergency =
        till.counter.registerEmergency(
            new EmergencyArrival(
                new Visit("V1", CareType.OUTPATIENT, LocalDate.of(2026, 11, 20)),
                "about forty, blue coat",
                till.clock.instant()));
    Eligibility named = till.eligibility();
    assertThrows(NotPermitted.class, () -> till.counter.merge(emergency, named.patient()));
    assertEquals(List.of("register V1 by cashier"), till.centre.registrations().calls());
    assertEquals(List.of(), whoDid(ActKind.MERGED));
  }

  @Test
  @DisplayName("a cashier neither accepts other figures nor undoes a bill")
  void aCashierDoesNotDecide() {
    Shift cashier = cashier();
    till.centre.next(Fault.OTHER_FIGURES);
    SettledDifferently differently =
        assertInstanceOf(SettledDifferently.class, till.counter.settle(BILL, till.quote("B1")));
    assertThrows(NotPermitted.class, () -> till.terminal.accept(cashier, differently));
    assertThrows(
        NotPermitted.class, () -> till.terminal.resolve(cashier, BILL, Wish.NOT_WANTED, SOON));
    assertEquals(1, till.centre.settlementsStanding());
    assertEquals(List.of(), till.centre.calls("reverse"));
    assertInstanceOf(SettledDifferently.class, till.terminal.outcomeOf(BILL).orElseThrow());
    assertEquals(List.of(), whoDid(ActKind.DIFFERENCE_ACCEPTED));
    assertEquals(List.of(), whoDid(ActKind.RESOLVED));
  }
}
