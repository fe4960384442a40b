package io.caresettle.centre.national.flow;

import static io.caresettle.centre.national.flow.Desk.answered;
import static io.caresettle.centre.national.flow.Desk.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.caresettle.centre.CancelRequest;
import io.caresettle.centre.PreparedCancellation;
import io.caresettle.centre.PreparedSettlement;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Reply;
import io.caresettle.centre.national.flow.ScriptedPlatform.Fault;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.policy.plan.CareType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What a gateway says is not what the platform did")
@Timeout(180)
class NotThePlatformTest {

  private final Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  private static Fault gateway(String code, String text) {
    return new Fault.Instead(Node.EMPTY.with("code", new Value.Digits(code)).with("message", text));
  }

  private PreparedCancellation cancellation(Receipt receipt) {
    return desk.centre.prepare(
        new CancelRequest(desk.nextId(), receipt, "退费", "0001", "", desk.now));
  }

  @Test
  @DisplayName("its acknowledgement of a reversal undoes nothing")
  void acknowledged() {
    PreparedSettlement prepared = desk.prepared("B1", desk.tried(CareType.OUTPATIENT, "B1"));
    desk.platform.next("2207", new Fault.AnswerLost());
    assertInstanceOf(Reply.NoAnswer.class, desk.settle(prepared));
    desk.platform.next("2601", gateway("0", "请求已受理"));
    assertInstanceOf(Reply.NoAnswer.class, desk.reverse(prepared.message()));
  }

  @Test
  @DisplayName("its error after a settlement is no refusal: the settlement stands, and is found")
  void errorAfterwards() {
    PreparedSettlement prepared = desk.prepared("B1", desk.tried(CareType.OUTPATIENT, "B1"));
    desk.platform.next("2207", gateway("999", "后端服务超时"));
    assertInstanceOf(Reply.NoAnswer.class, desk.settle(prepared));
    assertFalse(desk.platform.book().standing().isEmpty());
    answered(desk.centre.query(prepared.message(), Desk.WITHIN));
  }

  @Test
  @DisplayName("a cancellation that was sent before is not called refused by words nobody knows")
  void repeatRefused() {
    Receipt receipt = desk.settled(CareType.OUTPATIENT, "B1");
    PreparedCancellation once = cancellation(receipt);
    desk.platform.next("2208", new Fault.AnswerLost());
    assertInstanceOf(Reply.NoAnswer.class, desk.centre.cancel(once, Desk.WITHIN));
    for (String words : new String[] {"没有人知道的文字", "签到已失效，请重新签到", "没有人知道的文字"}) {
      // The platform is behind with what it tells, so the settlement seems to stand.
      desk.platform.next("5203", stands(receipt));
      desk.platform.next("2208", new Fault.Refused(words));
      assertInstanceOf(Reply.NoAnswer.class, desk.centre.cancel(once, Desk.WITHIN), words);
    }
  }

  @Test
  @DisplayName("a cancellation that is refused at its first sending is refused")
  void firstRefused() {
    PreparedCancellation once = cancellation(desk.settled(CareType.OUTPATIENT, "B1"));
    desk.platform.next("2208", new Fault.Refused("没有人知道的文字"));
    assertEquals("REFUSED", refused(desk.centre.cancel(once, Desk.WITHIN)).code());
  }

  private static Fault stands(Receipt receipt) {
    return new Fault.Output(
        Node.EMPTY.with(
            "setlinfo",
            Node.EMPTY
                .with("setl_id", receipt.settlementId())
                .with("medins_setl_id", receipt.message().messageId())
                .with("refd_setl_flag", "0")));
  }
}
