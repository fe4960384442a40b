package io.caresettle.centre.national.flow;

import static io.caresettle.centre.national.flow.Desk.answered;
import static io.caresettle.centre.national.flow.Desk.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.PreparedSettlement;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Reply;
import io.caresettle.centre.Trial;
import io.caresettle.centre.national.flow.ScriptedPlatform.Fault;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.CareType;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A stay over the national interface")
@Timeout(180)
class StayTest {

  private final Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  private List<String> ofTheStay() {
    return desk.platform.numbers().stream()
        .filter(n -> n.startsWith("23") || n.startsWith("24"))
        .toList();
  }

  @Test
  @DisplayName("is admitted, charged, tried, discharged, settled and undone")
  void wholeWay() {
    Receipt receipt = desk.settled(CareType.INPATIENT, "B1");
    assertEquals(List.of("2401", "2301", "2303", "2402", "2304"), ofTheStay());
    assertEquals("60.00", receipt.split().paidBy(Payer.POOL_FUND).toString());
    assertEquals(1, desk.platform.book().discharged().size());
    assertEquals(receipt.split(), answered(desk.cancel(receipt)).returned());
  }

  @Test
  @DisplayName("that cannot be discharged is not settled")
  void noDischargeNoSettlement() {
    Trial trial = desk.tried(CareType.INPATIENT, "B1");
    desk.platform.next("2402", new Fault.Refused("在院信息有误"));
    assertEquals("REFUSED", refused(desk.settle(desk.prepared("B1", trial))).code());
    assertEquals(List.of(), desk.platform.requests("2304"));
  }

  @Test
  @DisplayName("whose discharge is lost is not settled before somebody knows")
  void lostDischarge() {
    Trial trial = desk.tried(CareType.INPATIENT, "B1");
    PreparedSettlement prepared = desk.prepared("B1", trial);
    desk.platform.next("2402", new Fault.AnswerLost());
    assertInstanceOf(Reply.NotSent.class, desk.settle(prepared));
    assertInstanceOf(Reply.NotSent.class, desk.settle(desk.prepared("B1", trial)));
    assertEquals(List.of(), desk.platform.requests("2304"));
  }

  @Test
  @DisplayName("tried anew takes its lines back one by one, and is admitted once")
  void triedAnew() {
    desk.tried(CareType.INPATIENT, "B1");
    answered(desk.settle(desk.prepared("B1", desk.tried(CareType.INPATIENT, "B1"))));
    assertEquals(1, desk.platform.requests("2401").size());
    assertEquals(1, desk.platform.requests("2302").size());
    assertEquals(1, desk.platform.book().lines());
  }

  @Test
  @DisplayName("of a kind that the interface does not have is refused in words")
  void familyBed() {
    desk.shown();
    assertEquals(
        "NOT_IN_THE_NATIONAL_INTERFACE", refused(desk.trial(CareType.FAMILY_BED, "B1")).code());
    assertTrue(refused(desk.trial(CareType.FAMILY_BED, "B1")).zh().contains("家庭病床"));
  }
}
