package io.caresettle.sim.kill;

import io.caresettle.credential.code.InsuranceCodeReader;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Patient;
import io.caresettle.journal.JournalPlace;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.plan.CareType;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.sdk.Counter;
import io.caresettle.sdk.Terminal;
import io.caresettle.sdk.TerminalConfig;
import io.caresettle.sdk.TerminalListener;
import io.caresettle.settlement.Backoff;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.Wish;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.TestOperators;
import io.caresettle.sim.centre.TestKeys;
import io.caresettle.sim.centre.TestRecoveryKey;
import io.caresettle.sim.phone.CodeIssuer;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.FeeLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A till in a process of its own that serves callers of other processes, a line a question, and
 * says each record that is durable. It ends when it is told to close, or is killed.
 */
final class TillHost {

  /** No call here should give up because the machine is busy. */
  private static final Duration LONG = Duration.ofSeconds(60);

  private final Terminal terminal;
  private final Clock clock;

  private TillHost(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  /**
   * Opens, and serves until the input says close.
   *
   * @param args the centre's port, the journal's place, and by how many milliseconds its clock is
   *     ahead of the machine's
   */
  public static void main(String... args) throws IOException {
    Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofMillis(Long.parseLong(args[2])));
    try (Terminal terminal = Terminal.open(config(Integer.parseInt(args[0]), args[1], clock));
        ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      TillHost host = new TillHost(terminal, clock);
      Thread accepting = new Thread(() -> host.accept(door), "door");
      accepting.setDaemon(true);
      accepting.start();
      System.out.println("PORT " + door.getLocalPort());
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      if (!"close".equals(in.readLine())) {
        // The parent is gone.
        Runtime.getRuntime().halt(3);
      }
      System.out.println("CLOSED " + terminal.close(LONG));
    }
  }

  private static TerminalConfig config(int port, String journal, Clock clock) {
    return TerminalConfig.builder()
        .centre(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
            TestKeys.terminal(Simulator.PHARMACY.code()),
            TestKeys.trust(),
            TestKeys.centreId())
        .institution(Simulator.PHARMACY)
        .slot(1)
        .journal(JournalPlace.named(journal))
        .recoveryKey(TestRecoveryKey.pair().publicKey())
        .operators(TestOperators.book())
        .policy(PolicyBook.shipped())
        .clock(clock)
        .deadline(LONG)
        .backoff(Backoff.fullJitter(Duration.ofMillis(20), Duration.ofMillis(500), new Random()))
        .listener(
            new TerminalListener() {
              @Override
              public void recordAppended(long position, String type, BillId bill) {
                System.out.println("KEPT " + position + " " + type + " " + bill.number());
              }
            })
        .build();
  }

  private void accept(ServerSocket door) {
    try {
      while (true) {
        Socket caller = door.accept();
        Thread serving = new Thread(() -> serve(caller), "caller");
        serving.setDaemon(true);
        serving.start();
      }
    } catch (IOException e) {
      // The door is closed.
      return;
    }
  }

  private void serve(Socket caller) {
    try (caller;
        Counter counter = terminal.counter(TestOperators.key("cashier-1"));
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(caller.getOutputStream(), true, StandardCharsets.UTF_8)) {
      for (String asked = in.readLine(); asked != null; asked = in.readLine()) {
        out.println(answer(counter, asked.split(" ", -1)));
      }
    } catch (IOException e) {
      // The caller was killed; what it asked for goes on.
      return;
    }
  }

  private String answer(Counter counter, String... asked) {
    try {
      return switch (asked[0]) {
        case "settle" -> settle(counter, bill(asked[1]), asked[2]);
        case "outcome" -> terminal.outcomeOf(bill(asked[1])).map(this::said).orElse("NONE");
        case "resolve" ->
            said(
                terminal.resolve(
                    terminal.takeShift(TestOperators.key("supervisor-1")),
                    bill(asked[1]),
                    Wish.WANTED,
                    LONG));
        case "booked" -> booked(bill(asked[1]));
        case "unfinished" ->
            "BILLS "
                + terminal.unfinished().stream()
                    .map(BillId::number)
                    .collect(Collectors.joining(" "));
        default -> "FAULT " + asked[0];
      };
    } catch (CentreUnreachable e) {
      return "UNREACHABLE";
    } catch (RuntimeException e) {
      return "FAULT " + e.toString().replace('\n', ' ');
    }
  }

  private String settle(Counter counter, BillId bill, String person) {
    CodeIssuer issuer = CodeIssuer.ofTheSimulation(clock);
    String visit = "V-" + bill.number();
    Patient patient =
        counter.identify(
            new InsuranceCodeReader(issuer.keys(), clock).fromText(issuer.issue(person).text()),
            Bench.registration(person, visit));
    Quote quote =
        counter.quote(
            counter.eligibility(patient, new Visit(visit, CareType.PHARMACY, Simulator.DEMO_DAY)),
            new Bill(bill, List.of(FeeLine.of("1", "TEST-0001", "1.00", "1"))));
    return said(counter.settle(bill, quote));
  }

  private String booked(BillId bill) {
    if (terminal.outcomeOf(bill).isPresent()) {
      terminal.acknowledge(bill);
    }
    return "OK";
  }

  private String said(SettlementOutcome outcome) {
    return outcome.fold(
        settled -> "SETTLED " + settled.settlementId(),
        differently ->
            said(
                terminal.accept(
                    terminal.takeShift(TestOperators.key("supervisor-1")), differently)),
        refused -> "REFUSED " + refused.code(),
        unknown -> "UNKNOWN");
  }

  private static BillId bill(String number) {
    return new BillId(Simulator.PHARMACY.code(), number);
  }
}
