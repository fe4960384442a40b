package io.caresettle.sim.national;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The day's books over raw HTTP")
@Timeout(120)
class BooksTest {

  private static String undone(RawCaller till, RawCaller.Answer settled) {
    return till.call("2103", Inputs.undo(settled.field("setl_id"), settled.field("mdtrt_id")))
        .good()
        .field("setl_id");
  }

  @Test
  @DisplayName("balance by totals, refunds apart, and say what the centre has where they do not")
  void totals() {
    try (Town town = Town.of("base")) {
      RawCaller till = town.pharmacy();
      RawCaller.Answer first = till.call("2102", Inputs.drugs("R1")).good();
      till.call("2102", Inputs.drugs("R2")).good();
      RawCaller.Answer both =
          till.call("3201", Inputs.totals("41", "94.00", "0.00", "94.00", "2")).good();
      assertEquals("0", both.field("stmt_rslt"));
      undone(till, till.call("2102", Inputs.drugs("R3")).good());
      assertEquals(
          "0",
          till.call("3201", Inputs.totals("41", "94.00", "0.00", "94.00", "2"))
              .good()
              .field("stmt_rslt"));
      String refunds =
          Inputs.totals("41", "-47.00", "0.00", "-47.00", "1")
              .replace("\"data\":{", "\"data\":{\"refd_setl_flag\":\"1\",");
      assertEquals("0", till.call("3201", refunds).good().field("stmt_rslt"));
      RawCaller.Answer less =
          till.call("3201", Inputs.totals("41", "47.00", "0.00", "47.00", "1")).good();
      assertEquals("1", less.field("stmt_rslt"));
      assertTrue(less.field("stmt_rslt_dscr").contains("2 笔"), less.body());
      assertEquals(first.field("medins_setl_id").length(), 30);
    }
  }

  @Test
  @DisplayName("tell by file what only the centre has, what only we have, and where fen differ")
  void details() {
    try (Town town = Town.of("base")) {
      RawCaller till = town.pharmacy();
      RawCaller.Answer same = till.call("2102", Inputs.drugs("R1")).good();
      RawCaller.Answer other = till.call("2102", Inputs.drugs("R2")).good();
      RawCaller.Answer theirs = till.call("2102", Inputs.drugs("R3")).good();
      String rows =
          Statement.details(
              till,
              "41",
              row(same, "47.00") + row(other, "46.00") + "S0\tM0\tP0000001\t1.00\t0.00\t0.00\t0\n");
      assertEquals(3, rows.lines().count(), rows);
      assertTrue(rows.contains(other.field("medins_setl_id") + "\t000103\t0\t金额不一致\t47.00"), rows);
      assertTrue(rows.contains("S0\tnull\t000102"), rows);
      assertTrue(rows.contains(theirs.field("medins_setl_id") + "\t1\t0\t中心有，机构无"), rows);
      assertTrue(!rows.contains(same.field("setl_id")), rows);
    }
  }

  private static String row(RawCaller.Answer settled, String total) {
    return String.join(
            "\t",
            settled.field("setl_id"),
            settled.field("mdtrt_id"),
            "P0000001",
            total,
            settled.field("fund_pay_sumamt"),
            settled.field("acct_pay"),
            "0")
        + "\n";
  }

  @Test
  @DisplayName("are cleared once for a month and a class, until the request is withdrawn")
  void clearing() {
    try (Town town = Town.of("base")) {
      RawCaller till = town.pharmacy();
      String month =
          "{\"data\":{\"clr_type\":\"41\",\"clr_way\":\"10\",\"setlym\":\"202611\","
              + "\"psntime\":\"2\",\"medfee_sumamt\":\"94.00\",\"med_sumfee\":\"94.00\","
              + "\"fund_appy_sum\":\"0.00\",\"cash_payamt\":\"0.00\",\"acct_pay\":\"94.00\","
              + "\"begndate\":\"2026-11-01\",\"enddate\":\"2026-11-30\"}}";
      String request = till.call("3203", month).good().field("clr_appy_evt_id");
      assertTrue(till.call("3203", month).refused().contains("已申请"));
      till.call("3204", "{\"data\":{\"clr_appy_evt_id\":\"" + request + "\"}}").good();
      till.call("3203", month).good();
    }
  }

  @Test
  @DisplayName("know the refund by a number of its own, below zero, with the undo's message id")
  void theRefundsOwnRow() {
    try (Town town = Town.of(NationalSettings.of("base").withNegativeUndo(), c -> c)) {
      RawCaller till = town.pharmacy();
      RawCaller.Answer settled = till.call("2102", Inputs.drugs("R1")).good();
      String visit = settled.field("mdtrt_id");
      String id = till.nextId();
      RawCaller.Answer undone =
          till.call("2103", id, Inputs.undo(settled.field("setl_id"), visit)).good();
      assertEquals(-47_00, undone.fen("psn_pay"));
      RawCaller.Answer refund =
          till.call("5203", Inputs.undo(undone.field("setl_id"), visit)).good();
      assertEquals(-47_00, refund.fen("medfee_sumamt"));
      assertEquals(id, refund.field("medins_setl_id"));
      assertEquals("1", refund.field("refd_setl_flag"));
    }
  }
}
