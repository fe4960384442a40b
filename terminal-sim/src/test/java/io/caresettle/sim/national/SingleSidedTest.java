package io.caresettle.sim.national;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What one side knows and the other does not")
@Timeout(180)
class SingleSidedTest {

  private static String uploaded(RawCaller his) {
    String visit = his.call("2201", Inputs.registration("O1")).good().field("mdtrt_id");
    his.call("2203", Inputs.description(visit)).good();
    his.call("2204", Inputs.lines(visit, "B1")).good();
    return visit;
  }

  private static void unanswered(RawCaller caller, String number, String id, String input) {
    byte[] body = caller.envelope(number, id, input).getBytes(StandardCharsets.UTF_8);
    assertThrows(IOException.class, () -> caller.posted(number, body));
  }

  @Test
  @DisplayName(
      "settled there, answer lost: visit, lines and settlement lead back to our message id")
  void settledThereAnswerLost() {
    try (Town town = Town.of("base")) {
      RawCaller his = town.hospital();
      String visit = uploaded(his);
      town.national.faults().next("2207", NationalFaults.Kind.CLOSE);
      String id = his.nextId();
      unanswered(his, "2207", id, Inputs.bill(visit, "B1", "90.00"));
      assertEquals(1, town.centre.settlementsStanding());

      assertEquals(visit, his.call("5201", Inputs.visitsBetween("11")).good().field("mdtrt_id"));
      String settlement = his.call("5204", Inputs.linesOf(visit)).good().field("setl_id");
      RawCaller.Answer told = his.call("5203", Inputs.undo(settlement, visit)).good();
      assertEquals(id, told.field("medins_setl_id"));
      assertEquals(90_00, told.fen("medfee_sumamt"));
    }
  }

  @Test
  @DisplayName("a sale settled there without an answer is found by its person and window")
  void saleSettledThereAnswerLost() {
    try (Town town = Town.of("base")) {
      RawCaller till = town.pharmacy();
      town.national.faults().next("2102", NationalFaults.Kind.CLOSE);
      String id = till.nextId();
      unanswered(till, "2102", id, Inputs.drugs("R1"));
      String visit = till.call("5201", Inputs.visitsBetween("41")).good().field("mdtrt_id");
      String settlement = till.call("5204", Inputs.linesOf(visit)).good().field("setl_id");
      assertEquals(
          id, till.call("5203", Inputs.undo(settlement, visit)).good().field("medins_setl_id"));
    }
  }

  @Test
  @DisplayName("never arrived: the visit is there, and its lines belong to no settlement")
  void neverArrived() {
    try (Town town = Town.of("base")) {
      RawCaller his = town.hospital();
      String visit = uploaded(his);
      town.national.faults().next("2207", NationalFaults.Kind.HTTP_500_BEFORE);
      RawCaller.Answer answer = his.call("2207", Inputs.bill(visit, "B1", "90.00"));
      assertEquals(500, answer.status());
      RawCaller.Answer lines = his.call("5204", Inputs.linesOf(visit)).good();
      assertEquals("B1-1", lines.field("feedetl_sn"));
      assertEquals("", lines.field("setl_id"));
      assertEquals(0, town.centre.settlementsStanding());
    }
  }

  @Test
  @DisplayName("registered, uploaded, never settled: found again, taken back, and nothing is left")
  void registeredAndLeft() {
    try (Town town = Town.of("base")) {
      RawCaller his = town.hospital();
      String visit = uploaded(his);
      assertEquals(visit, his.call("5201", Inputs.visitsBetween("11")).good().field("mdtrt_id"));
      assertTrue(his.call("2202", Inputs.withdrawal(visit, "O1")).refused().contains("费用已上传"));
      his.call("2205", Inputs.takeBack(visit, "0000")).good();
      his.call("2202", Inputs.withdrawal(visit, "O1")).good();
      assertEquals("", his.call("5201", Inputs.visitsBetween("11")).good().field("mdtrt_id"));
      assertTrue(his.call("2204", Inputs.lines(visit, "B2")).refused().contains("已撤销"));
    }
  }

  @Test
  @DisplayName("a reversal by message id undoes what stands, frees the lines, and is done once")
  void reversedByMessageId() {
    try (Town town = Town.of("base")) {
      RawCaller his = town.hospital();
      String visit = uploaded(his);
      String id = his.nextId();
      String settlement =
          his.call("2207", id, Inputs.bill(visit, "B1", "90.00")).good().field("setl_id");
      his.call("2601", Inputs.reversal(id, "2207")).good();
      his.call("2601", Inputs.reversal(id, "2207")).good();
      assertEquals(0, town.centre.settlementsStanding());
      assertTrue(his.call("5203", Inputs.undo(settlement, visit)).refused().contains("未查询到结算信息"));
      assertEquals("", his.call("5204", Inputs.linesOf(visit)).good().field("setl_id"));
      assertTrue(his.call("2207", id, Inputs.bill(visit, "B1", "90.00")).refused().contains("已冲正"));
      his.call("2207", Inputs.bill(visit, "B1", "90.00")).good();
      assertTrue(town.centre.books().balance());
    }
  }

  @Test
  @DisplayName("a message that was reversed before it came settles nothing when it comes")
  void reversedBeforeItCame() {
    try (Town town = Town.of("base")) {
      RawCaller till = town.pharmacy();
      String id = till.nextId();
      till.call("2601", Inputs.reversal(id, "2102")).good();
      assertTrue(till.call("2102", id, Inputs.drugs("R1")).refused().contains("已冲正"));
      assertEquals(0, town.centre.settlementsStanding());
    }
  }

  @Test
  @DisplayName("where reversing the unknown is refused, the message is dead all the same")
  void refusedAndDead() {
    NationalSettings settings = NationalSettings.of("base").refusingUnknownReversals();
    try (Town town = Town.of(settings, centre -> centre)) {
      RawCaller till = town.pharmacy();
      String id = till.nextId();
      assertTrue(till.call("2601", Inputs.reversal(id, "2102")).refused().contains("未查询到"));
      assertTrue(till.call("2102", id, Inputs.drugs("R1")).refused().contains("已冲正"));
      assertEquals(0, town.centre.settlementsStanding());
    }
  }

  @Test
  @DisplayName("an undo that was reversed before it came undoes nothing")
  void undoReversedBeforeItCame() {
    try (Town town = Town.of("base")) {
      RawCaller till = town.pharmacy();
      RawCaller.Answer settled = till.call("2102", Inputs.drugs("R1")).good();
      String undo = till.nextId();
      till.call("2601", Inputs.reversal(undo, "2103")).good();
      String input = Inputs.undo(settled.field("setl_id"), settled.field("mdtrt_id"));
      assertTrue(till.call("2103", undo, input).refused().contains("已冲正"));
      assertEquals(1, town.centre.settlementsStanding());
    }
  }

  @Test
  @DisplayName("the same message twice is one settlement and one answer; with another input none")
  void theSameMessageTwice() {
    try (Town town = Town.of("base")) {
      RawCaller till = town.pharmacy();
      String id = till.nextId();
      RawCaller.Answer first = till.call("2102", id, Inputs.drugs("R1")).good();
      RawCaller.Answer second = till.call("2102", id, Inputs.drugs("R1")).good();
      assertEquals(first.field("setl_id"), second.field("setl_id"));
      assertEquals(1, town.centre.settlementsStanding());
      assertTrue(till.call("2102", id, Inputs.drugs("R2")).refused().contains("报文ID重复"));
    }
  }

  @Test
  @DisplayName("where no enquiry leads there, the day's details carry our message id")
  void foundByTheDaysDetails() {
    try (Town town = Town.of("guangdong-foshan")) {
      RawCaller his = town.hospital();
      String visit = uploaded(his);
      town.national.faults().next("2207", NationalFaults.Kind.CLOSE);
      String id = his.nextId();
      unanswered(his, "2207", id, Inputs.bill(visit, "B1", "90.00"));
      assertTrue(his.call("5204", Inputs.linesOf(visit)).refused().contains("setl_id"));
      String rows = Statement.details(his, "11", "");
      assertTrue(rows.contains("\t" + id + "\t"), rows);
      assertFalse(rows.contains("null\tnull"), rows);
    }
  }
}
