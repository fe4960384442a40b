package io.caresettle.centre.national.flow;

import static io.caresettle.centre.national.flow.Desk.answered;
import static io.caresettle.centre.national.flow.Desk.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.CallBook;
import io.caresettle.centre.Fate;
import io.caresettle.centre.PreparedSettlement;
import io.caresettle.centre.Reply;
import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.national.flow.ScriptedPlatform.Fault;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.policy.plan.CareType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A settlement whose answer is lost")
@Timeout(180)
class UnknownOutcomeTest {

  private Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  private void with(String profile, Unconfirmed answers) {
    desk.close();
    desk = new Desk(profile, CallBook.inMemory(), answers, HisDetails.NONE);
  }

  private SettleMessage lost(CareType care, String bill, Fault fault) {
    PreparedSettlement prepared = desk.prepared(bill, desk.tried(care, bill));
    desk.platform.next(care == CareType.PHARMACY ? "2102" : "2207", fault);
    assertInstanceOf(Reply.NoAnswer.class, desk.settle(prepared));
    return prepared.message();
  }

  private Reply<Fate> query(SettleMessage message) {
    return desk.centre.query(message, Desk.WITHIN);
  }

  @Test
  @DisplayName("is found by its visit, its lines and its settlement, and is ours by its message id")
  void foundByItsVisit() {
    for (CareType care : List.of(CareType.PHARMACY, CareType.OUTPATIENT)) {
      SettleMessage message = lost(care, "B-" + care, new Fault.AnswerLost());
      Fate fate = answered(query(message));
      Fate.Standing standing = assertInstanceOf(Fate.Standing.class, fate);
      assertEquals(message, standing.receipt().message());
    }
    assertTrue(desk.platform.numbers().containsAll(List.of("5201", "5204", "5203")));
  }

  @Test
  @DisplayName("among others of the same person is told apart from them")
  void toldApart() {
    desk.settled(CareType.PHARMACY, "B1");
    SettleMessage message = lost(CareType.PHARMACY, "B2", new Fault.AnswerLost());
    desk.settled(CareType.PHARMACY, "B3");
    Fate.Standing standing = assertInstanceOf(Fate.Standing.class, answered(query(message)));
    assertEquals(message, standing.receipt().message());
  }

  @Test
  @DisplayName("that nothing is found of is unknown still: an empty list proves nothing")
  void emptyProvesNothing() {
    for (CareType care : List.of(CareType.PHARMACY, CareType.OUTPATIENT)) {
      SettleMessage message = lost(care, "B-" + care, new Fault.RequestLost());
      assertInstanceOf(Reply.NoAnswer.class, query(message), care.name());
    }
  }

  @Test
  @DisplayName("is not found only where the province has said that an empty list is proof")
  void emptyProvesWhereConfirmed() {
    with("base", Unconfirmed.safe().withEmptyMeansAbsent());
    SettleMessage message = lost(CareType.OUTPATIENT, "B1", new Fault.RequestLost());
    assertInstanceOf(Fate.NotFound.class, answered(query(message)));
  }

  private Fault among(String... visits) {
    List<Value> rows = new ArrayList<>();
    for (String visit : visits) {
      rows.add(
          visit.isEmpty()
              ? Node.EMPTY.with("ipt_otp_no", "X")
              : Node.EMPTY.with("mdtrt_id", visit));
    }
    return new Fault.Output(Node.EMPTY.with("mdtrtinfo", new Value.Rows(rows)));
  }

  @Test
  @DisplayName("is not called absent where more visits were listed than were looked at")
  void cutList() {
    with("base", Unconfirmed.safe().withEmptyMeansAbsent());
    SettleMessage message = lost(CareType.PHARMACY, "B1", new Fault.RequestLost());
    desk.platform.next("5201", among("1", "2", "3", "4", "5", "6", "7", "8", "9"));
    assertInstanceOf(Reply.NoAnswer.class, query(message));
    desk.platform.next("5201", among("1", ""));
    assertInstanceOf(Reply.NoAnswer.class, query(message));
    desk.platform.next("5201", among("1", "2"));
    assertInstanceOf(Fate.NotFound.class, answered(query(message)));
  }

  @Test
  @DisplayName("is not called absent beside a settlement that does not say whose it is")
  void nobodysSettlement() {
    with("base", Unconfirmed.safe().withEmptyMeansAbsent());
    SettleMessage message = lost(CareType.PHARMACY, "B1", new Fault.AnswerLost());
    desk.platform.next(
        "5203",
        new Fault.Edited(
            output ->
                output.with(
                    "setlinfo",
                    output.node("setlinfo").orElse(Node.EMPTY).without("medins_setl_id"))));
    assertInstanceOf(Reply.NoAnswer.class, query(message));
  }

  @Test
  @DisplayName("is not asked for where 5204 wants the settlement's number: the day's details tell")
  void foshan() {
    with("guangdong-foshan", Unconfirmed.safe());
    desk.platform.book().accountInside();
    PreparedSettlement prepared = desk.prepared("B1", desk.tried(CareType.PHARMACY, "B1"));
    desk.platform.next("2102", new Fault.AnswerLost());
    assertInstanceOf(Reply.NoAnswer.class, desk.settle(prepared));
    assertInstanceOf(Reply.NoAnswer.class, query(prepared.message()));
    assertEquals(List.of(), desk.platform.requests("5201"));
    assertEquals(List.of(), desk.platform.requests("5204"));
  }

  @Test
  @DisplayName("that was refunded since is undone")
  void refundedAsTheFlagSays() {
    SettleMessage message = lost(CareType.OUTPATIENT, "B1", new Fault.AnswerLost());
    desk.platform.next(
        "5203",
        new Fault.Edited(
            output ->
                output.with(
                    "setlinfo",
                    output.node("setlinfo").orElse(Node.EMPTY).with("refd_setl_flag", "1"))));
    assertInstanceOf(Fate.WasUndone.class, answered(query(message)));
  }

  @Test
  @DisplayName("that was reversed since is found nowhere, which proves nothing")
  void refunded() {
    SettleMessage message = lost(CareType.OUTPATIENT, "B1", new Fault.AnswerLost());
    desk.platform.next("2601", new Fault.AnswerLost());
    assertInstanceOf(Reply.NoAnswer.class, desk.reverse(message));
    // The lines have no settlement any more, so nothing is found, which proves nothing.
    assertInstanceOf(Reply.NoAnswer.class, query(message));
  }

  @Test
  @DisplayName("with other amounts than were sent contradicts, and is no answer")
  void otherAmounts() {
    SettleMessage message = lost(CareType.OUTPATIENT, "B1", new Fault.AnswerLost());
    desk.platform.next(
        "5203",
        new Fault.Edited(
            output ->
                output.with(
                    "setlinfo",
                    output
                        .node("setlinfo")
                        .orElse(Node.EMPTY)
                        .with("medfee_sumamt", "101.00")
                        .with("inscp_scp_amt", "101.00")
                        .with("cash_payamt", "16.00"))));
    assertInstanceOf(Reply.NoAnswer.class, query(message));
    assertTrue(desk.findings.stream().anyMatch(f -> f.name().equals("TOTAL") && f.contradicts()));
  }

  @Test
  @DisplayName("that never left this terminal is refused for certain, and cannot leave any more")
  void neverLeft() {
    PreparedSettlement prepared = desk.prepared("B1", desk.tried(CareType.PHARMACY, "B1"));
    assertInstanceOf(Fate.WasRefused.class, answered(query(prepared.message())));
    assertInstanceOf(Reply.NotSent.class, desk.settle(prepared));
    assertEquals(List.of(), desk.platform.requests("2102"));
  }

  @Test
  @DisplayName("is reversed by its message id, under the person it was for")
  void reversed() {
    SettleMessage message = lost(CareType.PHARMACY, "B1", new Fault.AnswerLost());
    answered(desk.reverse(message));
    Node data =
        desk.platform
            .requests("2601")
            .get(0)
            .node("input")
            .orElseThrow()
            .node("data")
            .orElseThrow();
    assertEquals(message.messageId(), data.text("omsgid").orElse(""));
    assertEquals("2102", data.text("oinfno").orElse(""));
    assertEquals(ScriptedBook.PERSON, data.text("psn_no").orElse(""));
    assertTrue(desk.platform.book().standing().isEmpty());
  }

  @Test
  @DisplayName("whose reversal is refused is what the province's table of texts says")
  void refusalsByTheTable() {
    SettleMessage message = lost(CareType.OUTPATIENT, "B1", new Fault.AnswerLost());
    desk.platform.next("2601", new Fault.Refused("结算冲正失败"));
    assertEquals("TRY_AGAIN", refused(desk.reverse(message)).code());
    desk.platform.next("2601", new Fault.Refused("门诊结算和门诊结算撤销才支持冲正交易"));
    assertEquals("CANNOT", refused(desk.reverse(message)).code());
    desk.platform.next("2601", new Fault.Refused("没有人知道的文字"));
    assertEquals("REFUSED", refused(desk.reverse(message)).code());
    desk.platform.next("2601", new Fault.Refused("调用医保接口返参为空"));
    assertInstanceOf(Reply.NoAnswer.class, desk.reverse(message));
  }
}
