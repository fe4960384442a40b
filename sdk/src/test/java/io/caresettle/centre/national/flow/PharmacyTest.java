package io.caresettle.centre.national.flow;

import static io.caresettle.centre.national.flow.Desk.answered;
import static io.caresettle.centre.national.flow.Desk.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.CallBook;
import io.caresettle.centre.Cancelled;
import io.caresettle.centre.PreparedSettlement;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Reply;
import io.caresettle.centre.Trial;
import io.caresettle.centre.national.flow.ScriptedPlatform.Fault;
import io.caresettle.centre.national.message.Node;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.CareType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A purchase over the national interface")
@Timeout(180)
class PharmacyTest {

  private final Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  @DisplayName("signs in by itself, looks the person up, is tried, settled and cancelled")
  void wholeWay() {
    Receipt receipt = desk.settled(CareType.PHARMACY, "B1");
    assertEquals(List.of("9001", "1162", "1101", "2101", "2102"), desk.platform.numbers());
    assertEquals("90.00", receipt.split().paidBy(Payer.PERSONAL_ACCOUNT).toString());
    assertEquals("10.00", receipt.split().paidBy(Payer.CASH).toString());
    assertEquals(Desk.DAY, receipt.businessDate());
    Cancelled cancelled = answered(desk.cancel(receipt));
    assertEquals(receipt.split(), cancelled.returned());
    assertTrue(desk.platform.book().standing().isEmpty());
  }

  @Test
  @DisplayName("is settled with the very bytes that were kept")
  void sendsTheKeptBytes() {
    PreparedSettlement prepared = desk.prepared("B1", desk.tried(CareType.PHARMACY, "B1"));
    answered(desk.settle(prepared));
    assertArrayEquals(prepared.document().document().bytes(), desk.platform.bytes("2102"));
    assertEquals(
        prepared.message().messageId(),
        desk.platform.requests("2102").get(0).text("msgid").orElse(""));
  }

  @Test
  @DisplayName("whose trial would not get through is refused field by field, and nothing is sent")
  void strictBeforeItLeaves() {
    CareDetails details =
        new CareDetails(
            Map.of(),
            Map.of(),
            List.of(),
            Map.of("insutype", "无此险种"),
            Map.of(),
            Map.of("1", new CareDetails.Line(Map.of("cnt", "many"), Map.of(), List.of())));
    try (Desk strict =
        new Desk("base", CallBook.inMemory(), Unconfirmed.safe(), unused -> details)) {
      strict.shown();
      String said = refused(strict.trial(CareType.PHARMACY, "B1")).zh();
      assertTrue(said.contains("drugdetail[0].cnt"), said);
      assertTrue(said.contains("druginfo.insutype"), said);
      assertEquals(List.of(), strict.platform.requests("2101"));
    }
  }

  @Test
  @DisplayName("of somebody whom nobody looked up is not tried")
  void nobodyUnknown() {
    assertEquals("SHOW_AGAIN", refused(desk.trial(CareType.PHARMACY, "B1")).code());
  }

  @Test
  @DisplayName("that the platform refuses is refused, with what it said and without numbers of it")
  void refusedAsItSaid() {
    Trial trial = desk.tried(CareType.PHARMACY, "B1");
    desk.platform.next("2102", new Fault.Refused("账户 320500198503120011 余额不足"));
    assertEquals("账户 *** 余额不足", refused(desk.settle(desk.prepared("B1", trial))).zh());
  }

  @Test
  @DisplayName("whose answer says that an earlier one landed is unknown, and never refused")
  void landedBeforeIsUnknown() {
    for (String text : List.of("患者已结算，请勿重复结算", "结算进行中，请勿重复操作", "调用医保接口返参为空")) {
      Trial trial = desk.tried(CareType.PHARMACY, "B1");
      desk.platform.next("2102", new Fault.Refused(text));
      assertInstanceOf(Reply.NoAnswer.class, desk.settle(desk.prepared("B1", trial)), text);
    }
  }

  @Test
  @DisplayName("whose amounts do not add up is no answer, and the finding says which")
  void contradictionIsNoAnswer() {
    Trial trial = desk.tried(CareType.PHARMACY, "B1");
    desk.platform.next(
        "2102",
        new Fault.Edited(
            output ->
                output.with(
                    "setlinfo",
                    output.node("setlinfo").orElse(Node.EMPTY).with("acct_pay", "90.01"))));
    assertInstanceOf(Reply.NoAnswer.class, desk.settle(desk.prepared("B1", trial)));
    assertTrue(
        desk.findings.stream().anyMatch(one -> one.name().equals("PAYERS") && one.contradicts()));
  }

  @Test
  @DisplayName("that names another message or person is no answer")
  void othersSettlementIsNoAnswer() {
    for (String field : List.of("medins_setl_id", "psn_no")) {
      Trial trial = desk.tried(CareType.PHARMACY, "B-" + field);
      desk.platform.next(
          "2102",
          new Fault.Edited(
              output ->
                  output.with(
                      "setlinfo",
                      output.node("setlinfo").orElse(Node.EMPTY).with(field, "another"))));
      assertInstanceOf(
          Reply.NoAnswer.class, desk.settle(desk.prepared("B-" + field, trial)), field);
    }
  }

  @Test
  @DisplayName("cancelled without an answer is asked for before it is cancelled again")
  void cancelledOnce() {
    Receipt receipt = desk.settled(CareType.PHARMACY, "B1");
    var prepared =
        desk.centre.prepare(
            new io.caresettle.centre.CancelRequest(
                desk.nextId(), receipt, "退费", "0001", "", desk.now));
    desk.platform.next("2103", new Fault.AnswerLost());
    assertInstanceOf(Reply.NoAnswer.class, desk.centre.cancel(prepared, Desk.WITHIN));
    assertEquals(receipt.split(), answered(desk.centre.cancel(prepared, Desk.WITHIN)).returned());
    assertEquals(1, desk.platform.requests("2103").size());
  }

  @Test
  @DisplayName("prints nothing of the person anywhere it prints itself")
  void namesNobody() {
    Trial trial = desk.tried(CareType.PHARMACY, "B1");
    PreparedSettlement prepared = desk.prepared("B1", trial);
    Reply<Receipt> reply = desk.settle(prepared);
    String all = trial + " " + prepared + " " + reply + desk.book.of(Desk.id("B1"));
    for (String secret : List.of("测试甲", "329900198503120011", ScriptedBook.PERSON, "token-")) {
      assertTrue(!all.contains(secret), secret);
    }
  }
}
