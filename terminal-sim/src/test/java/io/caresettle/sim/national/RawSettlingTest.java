package io.caresettle.sim.national;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A program that only knows HTTP and JSON")
@Timeout(180)
class RawSettlingTest {

  @Test
  @DisplayName("settles a pharmacy's bill to the fen, takes it back, and the account is as before")
  void aPharmacyBill() {
    try (Town town = Town.of("base")) {
      RawCaller till = town.pharmacy();
      RawCaller.Answer person = till.call("1101", Inputs.person()).good();
      assertEquals("P0000001", person.field("psn_no"));
      assertEquals(1_000_00, person.fen("balc"));
      RawCaller.Answer trial = till.call("2101", Inputs.drugs("R1")).good();
      assertEquals("", trial.field("setl_id"));
      assertEquals(47_00, trial.fen("acct_pay"));

      RawCaller.Answer settled = till.call("2102", Inputs.drugs("R1")).good();
      assertEquals(47_00, settled.fen("medfee_sumamt"));
      assertEquals(2_40, settled.fen("preselfpay_amt"));
      assertEquals(44_60, settled.fen("inscp_scp_amt"));
      assertEquals(0, settled.fen("fund_pay_sumamt"));
      assertEquals(47_00, settled.fen("psn_part_amt"));
      assertEquals(47_00, settled.fen("acct_pay"));
      assertEquals(0, settled.fen("psn_cash_pay"));
      assertEquals(953_00, settled.fen("balc"));
      assertEquals(trial.field("mdtrt_id"), settled.field("mdtrt_id"));
      assertEquals(1, town.centre.settlementsStanding());

      RawCaller.Answer undone =
          till.call("2103", Inputs.undo(settled.field("setl_id"), settled.field("mdtrt_id")))
              .good();
      assertEquals(47_00, undone.fen("psn_pay"));
      assertEquals(0, undone.fen("cash_payamt"));
      assertEquals(1_000_00, undone.fen("balc"));
      assertEquals(0, town.centre.settlementsStanding());
      assertTrue(town.centre.books().balance());
      assertTrue(
          till.call("2103", Inputs.undo(settled.field("setl_id"), settled.field("mdtrt_id")))
              .refused()
              .contains("请勿重复办理"));
    }
  }

  @Test
  @DisplayName("settles an outpatient visit to the fen, step by step, and undoes it backwards")
  void anOutpatientVisit() {
    try (Town town = Town.of("base")) {
      RawCaller his = town.hospital();
      String visit = his.call("2201", Inputs.registration("O1")).good().field("mdtrt_id");
      his.call("2203", Inputs.description(visit)).good();
      RawCaller.Answer cut = his.call("2204", Inputs.lines(visit, "B1")).good();
      assertEquals(60_00, cut.fen("det_item_fee_sumamt"));
      RawCaller.Answer trial = his.call("2206", Inputs.bill(visit, "B1", "90.00")).good();
      RawCaller.Answer settled = his.call("2207", Inputs.bill(visit, "B1", "90.00")).good();
      assertEquals(90_00, settled.fen("medfee_sumamt"));
      assertEquals(6_00, settled.fen("preselfpay_amt"));
      assertEquals(84_00, settled.fen("inscp_scp_amt"));
      assertEquals(trial.fen("hifp_pay"), settled.fen("hifp_pay"));
      assertEquals(
          settled.fen("medfee_sumamt"),
          settled.fen("fund_pay_sumamt") + settled.fen("acct_pay") + settled.fen("psn_cash_pay"));
      assertTrue(his.call("2207", Inputs.bill(visit, "B1", "90.00")).refused().contains("请勿重复结算"));
      assertTrue(his.call("2202", Inputs.withdrawal(visit, "O1")).refused().contains("先撤销结算"));

      String id = settled.field("setl_id");
      RawCaller.Answer told = his.call("5203", Inputs.undo(id, visit)).good();
      assertEquals("0", told.field("refd_setl_flag"));
      assertEquals(settled.fen("acct_pay"), told.fen("acct_pay"));
      his.call("2208", Inputs.undo(id, visit)).good();
      assertEquals("1", his.call("5203", Inputs.undo(id, visit)).good().field("refd_setl_flag"));
      his.call("2205", Inputs.takeBack(visit, "B1")).good();
      his.call("2202", Inputs.withdrawal(visit, "O1")).good();
      assertEquals(0, town.centre.settlementsStanding());
      assertTrue(town.centre.books().balance());
    }
  }
}
