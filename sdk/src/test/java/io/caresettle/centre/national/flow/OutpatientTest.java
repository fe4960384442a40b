package io.caresettle.centre.national.flow;

import static io.caresettle.centre.national.flow.Desk.answered;
import static io.caresettle.centre.national.flow.Desk.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.Receipt;
import io.caresettle.centre.Reply;
import io.caresettle.centre.Trial;
import io.caresettle.centre.VisitCall;
import io.caresettle.centre.VisitCall.State;
import io.caresettle.centre.national.flow.ScriptedPlatform.Fault;
import io.caresettle.centre.national.message.Node;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.CareType;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("An outpatient visit over the national interface")
@Timeout(180)
class OutpatientTest {

  private final Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  private String kept(String bill) {
    return desk.book.of(Desk.id(bill)).stream()
        .map(call -> call.kind() + ' ' + call.state())
        .collect(Collectors.joining(", "));
  }

  @Test
  @DisplayName("is registered, told, charged, tried, settled and undone")
  void wholeWay() {
    Receipt receipt = desk.settled(CareType.OUTPATIENT, "B1");
    assertEquals(
        List.of("2201", "2203A", "2204", "2206", "2207"),
        desk.platform.numbers().stream().filter(n -> n.startsWith("22")).toList());
    assertEquals("60.00", receipt.split().paidBy(Payer.POOL_FUND).toString());
    Node settled = desk.platform.requests("2207").get(0).node("input").orElseThrow();
    Node data = settled.node("data").orElseThrow();
    assertEquals("100.00", data.text("inscp_scp_amt").orElse(""));
    assertEquals(
        desk.platform
            .requests("2204")
            .get(0)
            .node("input")
            .orElseThrow()
            .nodes("feedetail")
            .get(0)
            .text("chrg_bchno"),
        data.text("chrg_bchno"));
    answered(desk.cancel(receipt));
    assertTrue(desk.platform.book().standing().isEmpty());
  }

  @Test
  @DisplayName("is kept call by call before it leaves and after it is answered")
  void keptCallByCall() {
    desk.settled(CareType.OUTPATIENT, "B1");
    assertEquals("2201 STANDS, 2204 STANDS, 2207 STANDS", kept("B1"));
  }

  @Test
  @DisplayName("whose registration is lost on the way is found again, and not made twice")
  void registrationIsFound() {
    desk.shown();
    desk.platform.next("2201", new Fault.AnswerLost());
    assertInstanceOf(Reply.NoAnswer.class, desk.trial(CareType.OUTPATIENT, "B1"));
    assertEquals("2201 BEGUN", kept("B1"));
    answered(desk.trial(CareType.OUTPATIENT, "B1"));
    assertEquals(1, desk.platform.book().visits().size());
    assertEquals(1, desk.platform.requests("2201").size());
  }

  @Test
  @DisplayName("that is registered already goes on with that registration")
  void registeredBefore() {
    desk.shown();
    desk.platform.next("2201", new Fault.AnswerLost());
    assertInstanceOf(Reply.NoAnswer.class, desk.trial(CareType.OUTPATIENT, "B1"));
    // Another book: this terminal knows of no call.
    Desk other = desk;
    VisitCall lost = other.book.of(Desk.id("B1")).get(0);
    other.book.keep(lost.as(State.GONE, desk.now));
    other.platform.next("2201", new Fault.Refused("医保门诊已登记"));
    answered(other.trial(CareType.OUTPATIENT, "B1"));
    assertEquals(1, desk.platform.book().visits().size());
  }

  @Test
  @DisplayName("whose registration nobody can find is not registered again")
  void registrationStaysUnknown() {
    desk.shown();
    desk.platform.next("2201", new Fault.RequestLost());
    assertInstanceOf(Reply.NoAnswer.class, desk.trial(CareType.OUTPATIENT, "B1"));
    assertInstanceOf(Reply.NoAnswer.class, desk.trial(CareType.OUTPATIENT, "B1"));
    assertEquals(1, desk.platform.requests("2201").size());
  }

  @Test
  @DisplayName("tried anew takes the lines of the trial before back, by their batch alone")
  void linesOnce() {
    desk.tried(CareType.OUTPATIENT, "B1");
    Trial again = desk.tried(CareType.OUTPATIENT, "B1");
    assertEquals(1, desk.platform.book().lines());
    assertEquals(1, desk.platform.requests("2205").size());
    assertNotEquals(
        "0000",
        desk.platform
            .requests("2205")
            .get(0)
            .node("input")
            .orElseThrow()
            .node("data")
            .orElseThrow()
            .text("chrg_bchno")
            .orElse(""));
    answered(desk.settle(desk.prepared("B1", again)));
  }

  @Test
  @DisplayName("is not settled with the quote whose lines were taken back since")
  void staleQuote() {
    Trial old = desk.tried(CareType.OUTPATIENT, "B1");
    desk.tried(CareType.OUTPATIENT, "B1");
    assertEquals("LINES_GONE", refused(desk.settle(desk.prepared("B1", old))).code());
    assertEquals(List.of(), desk.platform.requests("2207"));
  }

  @Test
  @DisplayName("that is settled, or may be, is not tried again: its lines stay")
  void linesStayOnceSettled() {
    Trial trial = desk.tried(CareType.OUTPATIENT, "B1");
    desk.platform.next("2207", new Fault.AnswerLost());
    assertInstanceOf(Reply.NoAnswer.class, desk.settle(desk.prepared("B1", trial)));
    assertEquals("CANNOT", refused(desk.trial(CareType.OUTPATIENT, "B1")).code());
    assertEquals(List.of(), desk.platform.requests("2205"));
  }
}
