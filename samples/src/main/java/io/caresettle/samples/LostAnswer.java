package io.caresettle.samples;

import io.caresettle.protocol.wire.MessageType;
import io.caresettle.sdk.Counter;
import io.caresettle.sdk.Terminal;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.Wish;
import io.caresettle.sim.Simulator;
import java.time.Duration;

/** The line drops after the money moved. Did she pay? The resolver finds out; nobody pays twice. */
public final class LostAnswer {

  private LostAnswer() {}

  public static void main(String... args) {
    try (Simulator simulator = Simulator.start();
        Terminal terminal = Terminal.open(simulator.pharmacy().build());
        Counter counter = terminal.counter(simulator.operator("cashier-1"))) {
      Quote quote = Purchase.upToTheQuote(simulator, counter, "POS-0002");

      simulator.centre().faults().loseNext(MessageType.SETTLE);
      SettlementOutcome outcome = counter.settle(quote.bill(), quote, Duration.ofSeconds(2));
      System.out.println("第一次 first: " + kind(outcome));

      if (outcome instanceof SettlementOutcome.Unknown) {
        // She is still here and wants it. Whoever has left is NOT_WANTED: then it is undone.
        outcome =
            terminal.resolve(counter.shift(), quote.bill(), Wish.WANTED, Duration.ofSeconds(15));
      }
      System.out.println("然后 then: " + kind(outcome));
      System.out.println(
          "中心有效结算 standing at the centre: " + simulator.centre().settlementsStanding());
    }
  }

  static String kind(SettlementOutcome outcome) {
    return outcome.fold(
        settled -> "已结算 settled " + settled.settlementId(),
        differently -> "金额有变 settled with other figures",
        refused -> "未结算 refused: " + refused.reason(),
        unknown -> "未知 unknown");
  }
}
