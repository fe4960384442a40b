package io.caresettle.sim.national;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.card.CardReader;
import io.caresettle.eligibility.Visit;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.CareType;
import io.caresettle.reconciliation.DayReport;
import io.caresettle.sdk.Counter;
import io.caresettle.sdk.Terminal;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.sim.Simulator;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.FeeLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What one port settles, the other knows")
@Timeout(120)
class BothPortsTest {

  @TempDir Path folder;
  private final MovedClock clock = new MovedClock();

  @Test
  @DisplayName("a sealed settlement is in the national totals and told by 5203, until it is undone")
  void sealedSeenFromNational() {
    try (Simulator town = Simulator.start(folder, clock);
        NationalServer national =
            NationalServer.start(town.centre().desk(), NationalSettings.of("base"), 0);
        Terminal till = Terminal.open(town.terminal(Simulator.HOSPITAL.code()).build());
        Counter counter = till.counter(town.operator("cashier-1"))) {
      SettlementOutcome.Settled settled = settled(town, counter);
      RawCaller his = new RawCaller(national.endpoint(), Town.HOSPITAL, Town.NOW);
      String total = settled.split().total().toString();
      String account = settled.split().paidBy(Payer.PERSONAL_ACCOUNT).toString();
      String funds =
          settled
              .split()
              .total()
              .minus(settled.split().paidBy(Payer.PERSONAL_ACCOUNT))
              .minus(settled.split().paidBy(Payer.CASH))
              .toString();
      RawCaller.Answer told = his.call("5203", Inputs.undo(settled.settlementId(), "V-B1")).good();
      assertEquals(total, told.field("medfee_sumamt"));
      assertEquals(account, told.field("acct_pay"));
      assertEquals("0", told.field("refd_setl_flag"));
      String totals = Inputs.totals("11", total, funds, account, "1");
      assertEquals("0", his.call("3201", totals).good().field("stmt_rslt"));
      counter.with(
          till.takeShift(town.operator("supervisor-1")), c -> c.cancel(settled.bill(), "退费"));
      assertEquals("1", his.call("3201", totals).good().field("stmt_rslt").replace("000102", "1"));
      assertEquals(
          "1",
          his.call("5203", Inputs.undo(settled.settlementId(), "V-B1"))
              .good()
              .field("refd_setl_flag"));
    }
  }

  private static SettlementOutcome.Settled settled(Simulator town, Counter counter) {
    var card =
        new CardReader().read(town.card("P0000001"), town.authenticator(), Simulator.DEMO_DAY);
    var patient = counter.identify(card, town.registration("P0000001", "V-B1"));
    var may =
        counter.eligibility(patient, new Visit("V-B1", CareType.OUTPATIENT, Simulator.DEMO_DAY));
    Quote quote =
        counter.quote(
            may,
            new Bill(
                new BillId(Simulator.HOSPITAL.code(), "B1"),
                List.of(FeeLine.of("1", "TEST-0001", "23.00", "2"))));
    return assertInstanceOf(SettlementOutcome.Settled.class, counter.settle(quote.bill(), quote));
  }

  @Test
  @DisplayName("a sealed till's day end names what 2102 settled, and is clean without it")
  void nationalSeenFromSealed() {
    try (Simulator town = Simulator.start(folder, clock);
        NationalServer national =
            NationalServer.start(town.centre().desk(), NationalSettings.of("base"), 0);
        Terminal till = Terminal.open(town.terminal(Simulator.PHARMACY.code()).build())) {
      // In the numbers of this till: it compares its own.
      RawCaller raw = new RawCaller(national.endpoint(), Town.PHARMACY, Town.NOW).after(100);
      RawCaller.Answer settled = raw.call("2102", Inputs.drugs("R1")).good();
      clock.now = clock.now.plus(Duration.ofDays(1));
      DayReport report =
          till.dayEnd(till.takeShift(town.operator("supervisor-1"))).compare(Simulator.DEMO_DAY);
      assertFalse(report.isClean(), report::text);
      assertTrue(report.text().contains(settled.field("mdtrt_id")), report::text);
    }
  }
}
