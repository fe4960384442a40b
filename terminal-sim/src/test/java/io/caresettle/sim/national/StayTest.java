package io.caresettle.sim.national;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A stay over raw HTTP")
@Timeout(180)
class StayTest {

  private static String lines(String visit) {
    StringBuilder lines = new StringBuilder("{\"feedetail\":[");
    for (int day = 1; day <= 10; day++) {
      lines
          .append(day == 1 ? "" : ",")
          .append(Inputs.line(visit, "", "L" + day, "TEST-0021", "500.000000", "500.00"));
    }
    return lines.append("]}").toString();
  }

  @Test
  @DisplayName("is admitted, discharged and settled, and comes apart in the order of its undos")
  void fromAdmissionToSettlementAndBack() {
    try (Town town = Town.of("base")) {
      RawCaller his = town.hospital();
      String visit = his.call("2401", Inputs.admission("IP1")).good().field("mdtrt_id");
      assertTrue(his.call("2401", Inputs.admission("IP2")).refused().contains("在院"));
      his.call("2301", lines(visit)).good();
      his.call("2303", Inputs.stay(visit, "5000.00")).good();
      assertTrue(his.call("2304", Inputs.stay(visit, "5000.00")).refused().contains("2402"));
      assertTrue(his.call("2405", Inputs.linesOf(visit)).refused().contains("不能撤销出院"));
      his.call("2402", Inputs.discharge(visit)).good();
      RawCaller.Answer settled = his.call("2304", Inputs.stay(visit, "5000.00")).good();
      assertEquals(5_000_00, settled.fen("medfee_sumamt"));
      assertTrue(settled.fen("act_pay_dedc") > 0, settled.body());
      assertTrue(settled.fen("hifp_pay") > 0, settled.body());
      assertEquals(
          5_000_00,
          settled.fen("fund_pay_sumamt") + settled.fen("acct_pay") + settled.fen("psn_cash_pay"));

      assertTrue(his.call("2405", Inputs.linesOf(visit)).refused().contains("撤销结算"));
      his.call("2305", Inputs.undo(settled.field("setl_id"), visit)).good();
      assertTrue(his.call("2404", Inputs.linesOf(visit)).refused().contains("2405"));
      his.call("2405", Inputs.linesOf(visit)).good();
      assertTrue(his.call("2404", Inputs.linesOf(visit)).refused().contains("2302"));
      his.call(
              "2302",
              "{\"data\":{\"feedetl_sn\":\"0000\",\"mdtrt_id\":\""
                  + visit
                  + "\",\"psn_no\":\"P0000001\"}}")
          .good();
      his.call("2404", Inputs.linesOf(visit)).good();
      assertEquals(0, town.centre.settlementsStanding());
      assertTrue(town.centre.books().balance());
    }
  }

  @Test
  @DisplayName("a returned line takes the line that it names out of the bill")
  void aReturnedLine() {
    try (Town town = Town.of("base")) {
      RawCaller his = town.hospital();
      String visit = his.call("2401", Inputs.admission("IP1")).good().field("mdtrt_id");
      his.call("2301", lines(visit)).good();
      String back =
          Inputs.line(visit, "", "BACK", "TEST-0021", "500.000000", "-500.00")
              .replace("\"cnt\":\"1\"", "\"cnt\":\"-1\",\"init_feedetl_sn\":\"L3\"");
      his.call("2301", "{\"feedetail\":[" + back + "]}").good();
      assertTrue(his.call("2303", Inputs.stay(visit, "5000.00")).refused().contains("4500.00"));
      RawCaller.Answer trial = his.call("2303", Inputs.stay(visit, "4500.00")).good();
      assertEquals(4_500_00, trial.fen("medfee_sumamt"));
    }
  }

  @Test
  @DisplayName("an admission whose answer was lost is reversed by its message id")
  void aReversedAdmission() {
    try (Town town = Town.of("base")) {
      RawCaller his = town.hospital();
      String id = his.nextId();
      String visit = his.call("2401", id, Inputs.admission("IP1")).good().field("mdtrt_id");
      his.call("2601", Inputs.reversal(id, "2401")).good();
      assertTrue(his.call("2301", lines(visit)).refused().contains("已撤销"));
      his.call("2401", Inputs.admission("IP1")).good();
    }
  }
}
