package io.caresettle.samples;

import io.caresettle.sdk.Counter;
import io.caresettle.sdk.Terminal;
import io.caresettle.settlement.PaperWidth;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.sim.Simulator;
import io.caresettle.split.BillId;

/**
 * The POS crashes after settling and before it booked anything. After the restart it asks, and
 * finds out.
 */
public final class CallerCrashes {

  private CallerCrashes() {}

  public static void main(String... args) {
    try (Simulator simulator = Simulator.start()) {
      BillId bill;
      try (Terminal terminal = Terminal.open(simulator.pharmacy().build());
          Counter counter = terminal.counter(simulator.operator("cashier-1"))) {
        Quote quote = Purchase.upToTheQuote(simulator, counter, "POS-0003");
        bill = quote.bill();
        var unused = counter.settle(bill, quote);
        // Here the POS loses its memory: it never learns what settle answered.
      }

      // The next morning. The bill's number comes from the POS's own database, or from
      // unfinished().
      try (Terminal terminal = Terminal.open(simulator.pharmacy().build())) {
        for (BillId open : terminal.unfinished()) {
          System.out.println("未入账 not booked yet: " + open);
          SettlementOutcome ending = terminal.outcomeOf(open).orElseThrow();
          System.out.println(LostAnswer.kind(ending));
          if (ending instanceof SettlementOutcome.Settled) {
            System.out.println(terminal.slip(open).asCopy().text(PaperWidth.MM_58));
          }
          terminal.acknowledge(open); // only after the POS's own transaction has committed
        }
        System.out.println(
            "剩余 left: "
                + terminal.unfinished().size()
                + ", settled once: "
                + simulator.centre().settlementsStanding());
      }
    }
  }
}
