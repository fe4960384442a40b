package io.caresettle.sim.kill;

import io.caresettle.policy.author.PolicyBook;
import io.caresettle.sdk.Counter;
import io.caresettle.sdk.Terminal;
import io.caresettle.sdk.TerminalConfig;
import io.caresettle.sdk.TerminalListener;
import io.caresettle.settlement.Quote;
import io.caresettle.sim.SignedIn;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.TestOperators;
import io.caresettle.sim.centre.TestKeys;
import io.caresettle.sim.centre.TestRecoveryKey;
import io.caresettle.split.BillId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A till in a process of its own: it settles one bill, says each record that is durable, and stands
 * still after a record of the kind it was told, until it is killed. Where nobody kills it, it ends
 * by itself as soon as its standard input ends.
 */
final class DoomedTill {

  private DoomedTill() {}

  /**
   * Opens, settles, and ends only when it is killed.
   *
   * @param args the centre's port, the journal's file, the kind of record to stand still after, and
   *     for how many milliseconds to wait for the settlement's answer
   */
  public static void main(String... args) {
    int port = Integer.parseInt(args[0]);
    String last = args[2];
    TerminalConfig config =
        TerminalConfig.builder()
            .centre(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                TestKeys.terminal(Simulator.PHARMACY.code()),
                TestKeys.trust(),
                TestKeys.centreId())
            .institution(Simulator.PHARMACY)
            .slot(1)
            .journal(Path.of(args[1]))
            .recoveryKey(TestRecoveryKey.pair().publicKey())
            .operators(TestOperators.book())
            .policy(PolicyBook.shipped())
            .clock(Simulator.atTen())
            .listener(
                new TerminalListener() {
                  @Override
                  public void recordAppended(long position, String type, BillId bill) {
                    System.out.println(type);
                    if (type.equals(last)) {
                      standStill();
                    }
                  }
                })
            .build();
    try (Terminal terminal = SignedIn.at(Terminal.open(config));
        Counter counter = terminal.counter(TestOperators.key("cashier-1"))) {
      Quote quote = Bench.quote(counter);
      var unused = counter.settle(quote.bill(), quote, Duration.ofMillis(Long.parseLong(args[3])));
      System.out.println("ENDED");
      standStill();
    }
  }

  /** Nobody ever writes to a till: this returns when the parent is gone, and then so are we. */
  private static void standStill() {
    try {
      while (System.in.read() >= 0) {
        System.out.println("Nothing was expected here");
      }
    } catch (IOException e) {
      System.out.println("The standard input broke");
    }
    Runtime.getRuntime().halt(3);
  }
}
