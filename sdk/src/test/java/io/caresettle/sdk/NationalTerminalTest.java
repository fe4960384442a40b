package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.national.flow.ScriptedPlatform.Fault;
import io.caresettle.centre.national.message.Node;
import io.caresettle.operator.TestOperators;
import io.caresettle.reconciliation.DayReport;
import io.caresettle.reconciliation.Difference;
import io.caresettle.settlement.CancelOutcome;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.Wish;
import io.caresettle.split.BillId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A real terminal over the national interface")
@Timeout(120)
class NationalTerminalTest {

  @TempDir Path folder;
  private final List<String> disputes = new CopyOnWriteArrayList<>();
  private NationalTill till;

  @BeforeEach
  void open() {
    till =
        new NationalTill(
            folder,
            new TerminalListener() {
              @Override
              public void disputed(BillId bill, String reason) {
                disputes.add(bill.number() + ' ' + reason);
              }
            });
  }

  @AfterEach
  void close() {
    till.close();
  }

  private void awaitEnd(String number) {
    Await.until(
        () ->
            !(till.terminal.outcomeOf(till.id(number)).orElseThrow()
                instanceof SettlementOutcome.Unknown));
  }

  private SettlementOutcome outcome(String number) {
    return till.terminal.outcomeOf(till.id(number)).orElseThrow();
  }

  @Test
  @DisplayName("identifies, quotes, settles, cancels, and takes the visit back")
  void settlesAndCancels() {
    assertInstanceOf(SettlementOutcome.Settled.class, till.settle("B1"));
    till.terminal.acknowledge(till.id("B1"));
    assertInstanceOf(CancelOutcome.Cancelled.class, till.counter.cancel(till.id("B1"), "退费"));
    assertTrue(till.platform.book().standing().isEmpty());
    till.clock.advance(Duration.ofMinutes(30));
    assertEquals(List.of(), till.terminal.openVisits());
    assertEquals(List.of(), till.platform.book().visits());
    assertEquals(0, till.platform.book().lines());
  }

  @Test
  @DisplayName("finds a settlement whose answer was lost, by itself and with its figures")
  void findsALostAnswer() {
    till.platform.next("2207", new Fault.AnswerLost());
    assertInstanceOf(SettlementOutcome.Unknown.class, till.settle("B1"));
    awaitEnd("B1");
    assertInstanceOf(SettlementOutcome.Settled.class, outcome("B1"));
    assertEquals(1, till.platform.book().standing().size());
    assertEquals(List.of(), till.platform.requests("2601"));
  }

  @Test
  @DisplayName("finds it after a crash, too")
  void findsItAfterACrash() {
    till.platform.next("2207", new Fault.AnswerLost());
    till.platform.next("5204", new Fault.RequestLost());
    assertInstanceOf(SettlementOutcome.Unknown.class, till.settle("B1"));
    till.restart();
    awaitEnd("B1");
    assertInstanceOf(SettlementOutcome.Settled.class, outcome("B1"));
  }

  @Test
  @DisplayName("reverses what is not wanted, by the id of the message that settled it")
  void reverses() {
    till.platform.next("2207", new Fault.AnswerLost());
    for (int i = 0; i < 200; i++) {
      till.platform.next("5204", new Fault.RequestLost());
    }
    assertInstanceOf(SettlementOutcome.Unknown.class, till.settle("B1"));
    SettlementOutcome ended =
        till.terminal.resolve(
            till.terminal.takeShift(TestOperators.OP_7),
            till.id("B1"),
            Wish.NOT_WANTED,
            Duration.ofSeconds(20));
    assertInstanceOf(SettlementOutcome.Refused.class, ended);
    assertTrue(till.platform.book().standing().isEmpty());
  }

  @Test
  @DisplayName("ends a settlement that never arrived in a listed dispute, and not in a guess")
  void neverArrivedIsDisputed() {
    till.platform.next("2207", new Fault.RequestLost());
    assertInstanceOf(SettlementOutcome.Unknown.class, till.settle("B1"));
    till.clock.advance(Duration.ofMinutes(30));
    Await.until(() -> till.terminal.disputeOf(till.id("B1")).isPresent());
    assertEquals(List.of(till.id("B1")), till.terminal.unfinished());
  }

  @Test
  @DisplayName("disputes an answer whose money does not add up")
  void disputesContradictions() {
    Fault wrong =
        new Fault.Edited(
            output ->
                output.with(
                    "setlinfo",
                    output.node("setlinfo").orElse(Node.EMPTY).with("acct_pay", "25.01")));
    till.platform.next("2207", wrong);
    assertInstanceOf(SettlementOutcome.Unknown.class, till.settle("B1"));
    Await.until(() -> !disputes.isEmpty());
    assertTrue(disputes.get(0).startsWith("B1 PAYERS"), disputes::toString);
  }

  @Test
  @DisplayName("leaves no registration behind when it crashes before it settles")
  void crashLeavesNoRegistration() {
    var unused = till.quote("B1");
    assertEquals(1, till.platform.book().visits().size());
    till.restart();
    Await.until(() -> till.platform.book().visits().isEmpty());
    assertEquals(0, till.platform.book().lines());
  }

  @Test
  @DisplayName("leaves none behind when the registration's answer was lost in the crash")
  void lostRegistrationIsFoundAndUndone() {
    till.platform.next("2201", new Fault.AnswerLost());
    try {
      var unused = till.quote("B1");
    } catch (io.caresettle.problem.CentreUnreachable expected) {
      assertEquals(1, till.platform.book().visits().size());
    }
    till.restart();
    Await.until(() -> till.platform.book().visits().isEmpty());
  }

  @Test
  @DisplayName("leaves a visit alone that is quoted and may be settled still")
  void leavesQuotesAlone() {
    var quote = till.quote("B1");
    assertEquals(List.of(), till.terminal.openVisits());
    assertInstanceOf(SettlementOutcome.Settled.class, till.counter.settle(till.id("B1"), quote));
  }

  @Test
  @DisplayName("closes its day: by the sums where they agree, by the details where they do not")
  void closesItsDay() {
    assertInstanceOf(SettlementOutcome.Settled.class, till.settle("B1"));
    till.terminal.acknowledge(till.id("B1"));
    till.clock.advance(Duration.ofDays(1));
    till.platform.book().time("2026-11-21 10:00:05");
    DayClosing closing = till.terminal.dayEnd(till.terminal.takeShift(TestOperators.OP_7));
    DayReport report = closing.compare(NationalTill.DAY);
    assertTrue(report.isClean(), report::text);
    assertEquals(1, till.platform.requests("3201").size());
    assertEquals(List.of(), till.platform.requests("3202"));
  }

  @Test
  @DisplayName("finds at the day's end what was disputed and stands there")
  void dayEndFindsTheGhost() {
    till.platform.next("2207", new Fault.AnswerLost());
    for (int i = 0; i < 200; i++) {
      till.platform.next("5204", new Fault.RequestLost());
      till.platform.next("2601", new Fault.Refused("没有人知道的文字"));
    }
    assertInstanceOf(SettlementOutcome.Unknown.class, till.settle("B1"));
    till.clock.advance(Duration.ofDays(1));
    till.platform.book().time("2026-11-21 10:00:05");
    Await.until(() -> till.terminal.disputeOf(till.id("B1")).isPresent());
    DayClosing closing = till.terminal.dayEnd(till.terminal.takeShift(TestOperators.OP_7));
    DayReport report = closing.compare(NationalTill.DAY);
    assertTrue(!report.isClean());
    Difference ghost =
        Stream.concat(report.details().stream(), report.carried().stream())
            .filter(one -> one.bill().equals(till.id("B1")))
            .findFirst()
            .orElseThrow();
    assertTrue(ghost.theirSide().orElseThrow().stands(), report::text);
  }
}
