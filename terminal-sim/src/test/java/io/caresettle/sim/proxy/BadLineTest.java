package io.caresettle.sim.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.card.CardReader;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Patient;
import io.caresettle.policy.plan.CareType;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.EnvelopeRejected;
import io.caresettle.sdk.Counter;
import io.caresettle.sdk.Terminal;
import io.caresettle.settlement.Backoff;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.Wish;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.TestOperators;
import io.caresettle.sim.centre.TestKeys;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.FeeLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A till whose line to the centre is bad")
@Timeout(300)
class BadLineTest {

  private static final Duration RESOLVE_WITHIN = Duration.ofMinutes(2);

  /** Enough to send a settlement, where its answer may never come. */
  private static final Duration UNANSWERED = Duration.ofSeconds(2);

  private static final BillId BILL = new BillId(Simulator.HOSPITAL.code(), "B-1");

  @TempDir Path folder;
  private final Queue<String> suffered = new ConcurrentLinkedQueue<>();
  private Simulator simulator;

  @BeforeEach
  void start() {
    simulator = Simulator.start(folder, Simulator.atTen());
  }

  @AfterEach
  void theBooksAgree() {
    assertTrue(simulator.centre().books().balance(), simulator.centre().books()::toString);
    simulator.close();
  }

  private void told(int line, Direction direction, String moment, Optional<Fault> fault) {
    fault.ifPresent(f -> suffered.add(moment + " " + f.getClass().getSimpleName()));
  }

  private Terminal behind(FaultProxy proxy) {
    return Terminal.open(
        simulator
            .hospital()
            .centre(
                proxy.address(),
                TestKeys.terminal(Simulator.HOSPITAL.code()),
                TestKeys.trust(),
                TestKeys.centreId())
            .deadline(Duration.ofSeconds(4))
            .backoff(
                Backoff.fullJitter(Duration.ofMillis(20), Duration.ofMillis(200), new Random()))
            .build());
  }

  private Quote quote(Counter counter) {
    Patient patient =
        counter.identify(
            new CardReader()
                .read(simulator.card("P0000001"), simulator.authenticator(), Simulator.DEMO_DAY),
            simulator.registration("P0000001", "V-1"));
    Eligibility may =
        counter.eligibility(patient, new Visit("V-1", CareType.OUTPATIENT, Simulator.DEMO_DAY));
    return counter.quote(
        may, new Bill(BILL, List.of(FeeLine.of("1", "TEST-0006", "100.00", "10"))));
  }

  /** What the bill comes to, whoever has to find it out. */
  private static SettlementOutcome settled(Terminal terminal, Counter counter, Quote quote) {
    SettlementOutcome first;
    try {
      first = counter.settle(BILL, quote, UNANSWERED);
    } catch (CentreUnreachable nothingWasSent) {
      first = counter.settle(BILL, quote);
    }
    return first instanceof SettlementOutcome.Unknown
        ? terminal.resolve(
            terminal.takeShift(TestOperators.key("supervisor-1")),
            BILL,
            Wish.WANTED,
            RESOLVE_WITHIN)
        : first;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "settle lose",
        "settle cut-one-way",
        "settle reset",
        "settle half-open",
        "settle corrupt"
      })
  @DisplayName(
      "undoes a bill whose message does not reach the centre, and nothing of it comes true later")
  void beforeTheCentre(String fault) {
    SettlementOutcome outcome = outcomeUnder(fault);
    assertEquals("REVERSED", assertInstanceOf(SettlementOutcome.Refused.class, outcome).code());
    assertEquals(0, simulator.centre().settlementsStanding());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "settle duplicate",
        "settle split=7",
        "settle throttle=4000",
        "settle-answer lose",
        "settle-answer delay=3s",
        "settle-answer duplicate",
        "settle-answer reorder",
        "settle-answer split=1",
        "settle-answer cut-one-way",
        "settle-answer reset",
        "settle-answer half-open",
        "settle-answer corrupt",
        "query lose",
        "query-answer reset"
      })
  @DisplayName("knows that a bill stands, once, whatever becomes of the answer")
  void afterTheMoneyMoved(String fault) {
    assertInstanceOf(SettlementOutcome.Settled.class, outcomeUnder(fault));
    assertEquals(1, simulator.centre().settlementsStanding());
  }

  @Test
  @DisplayName("agrees with the centre about a bill whose message came late")
  void aMessageThatComesLate() {
    SettlementOutcome outcome = outcomeUnder("settle delay=3s");
    // Whether the query or the message is first is up to the line.
    assertEquals(
        outcome instanceof SettlementOutcome.Settled ? 1 : 0,
        simulator.centre().settlementsStanding());
  }

  private SettlementOutcome outcomeUnder(String fault) {
    try (FaultProxy proxy = FaultProxy.start(0, simulator.centre().address(), this::told);
        Terminal terminal = behind(proxy);
        Counter counter = terminal.counter(TestOperators.key("cashier-1"))) {
      signInAtLast(terminal);
      Quote quote = quote(counter);
      proxy.ask(fault);
      if (fault.startsWith("query")) {
        proxy.ask("settle-answer reset");
      }
      return settled(terminal, counter, quote);
    } finally {
      String moment = fault.substring(0, fault.indexOf(' '));
      assertTrue(suffered.stream().anyMatch(s -> s.startsWith(moment + " ")), suffered::toString);
    }
  }

  @Test
  @DisplayName("is as well served by a proxy that does nothing as by none")
  void nothingHappens() {
    try (FaultProxy proxy = FaultProxy.start(0, simulator.centre().address(), this::told);
        Terminal terminal = behind(proxy);
        Counter counter = terminal.counter(TestOperators.key("cashier-1"))) {
      signInAtLast(terminal);
      assertInstanceOf(SettlementOutcome.Settled.class, counter.settle(BILL, quote(counter)));
    }
    assertEquals(List.of(), List.copyOf(suffered));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello lose", "response corrupt", "confirm half-open", "ready reset"})
  @DisplayName("sends nothing of a bill while its session cannot be made, and settles afterwards")
  void aHandshakeThatFails(String fault) {
    try (FaultProxy proxy = FaultProxy.start(0, simulator.centre().address(), this::told)) {
      // Before the terminal is there: it shakes hands by itself as soon as it is.
      proxy.ask(fault);
      settlesBehind(proxy);
    }
    assertEquals(1, suffered.size(), suffered::toString);
  }

  private void settlesBehind(FaultProxy proxy) {
    try (Terminal terminal = behind(proxy);
        Counter counter = terminal.counter(TestOperators.key("cashier-1"))) {
      signInAtLast(terminal);
      assertEquals(0, simulator.centre().settlementsStanding());
      assertInstanceOf(SettlementOutcome.Settled.class, settled(terminal, counter, quote(counter)));
      assertEquals(1, simulator.centre().settlementsStanding());
    }
  }

  /** A handshake that does not end is given up after three seconds, and a call after four. */
  private static void signInAtLast(Terminal terminal) {
    for (int i = 0; i < 20; i++) {
      try {
        terminal.signIn();
        return;
      } catch (CentreUnreachable | EnvelopeRejected nothingWasSent) {
        assertEquals(List.of(), terminal.unfinished());
      }
    }
    throw new AssertionError("The line did not recover");
  }
}
