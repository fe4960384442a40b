package io.caresettle.sim.national;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.ClearingApplication;
import io.caresettle.centre.ClearingClaim;
import io.caresettle.centre.national.flow.NationalConnector;
import io.caresettle.credential.card.CardReader;
import io.caresettle.eligibility.Institution;
import io.caresettle.eligibility.Visit;
import io.caresettle.operator.Shift;
import io.caresettle.policy.plan.CareType;
import io.caresettle.reconciliation.DayReport;
import io.caresettle.sdk.Clearing;
import io.caresettle.sdk.Counter;
import io.caresettle.sdk.DayClosing;
import io.caresettle.sdk.Terminal;
import io.caresettle.settlement.Backoff;
import io.caresettle.settlement.CancelOutcome;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.UndoProfile;
import io.caresettle.settlement.Wish;
import io.caresettle.sim.Await;
import io.caresettle.sim.Simulator;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.FeeLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A real terminal at the simulated national platform")
@Timeout(180)
class TerminalOverNationalTest {

  @TempDir Path folder;
  private final MovedClock clock = new MovedClock();
  private Optional<Simulator> simulator = Optional.empty();
  private Optional<NationalServer> national = Optional.empty();
  private Optional<Terminal> terminal = Optional.empty();

  @AfterEach
  void close() {
    terminal.ifPresent(Terminal::close);
    national.ifPresent(NationalServer::close);
    simulator.ifPresent(Simulator::close);
  }

  private Simulator town() {
    return simulator.orElseThrow();
  }

  private NationalServer platform() {
    return national.orElseThrow();
  }

  private Terminal open(String profile, Institution institution) {
    Simulator started = Simulator.start(folder, clock);
    simulator = Optional.of(started);
    NationalServer serving =
        NationalServer.start(started.centre().desk(), NationalSettings.of(profile), 0);
    national = Optional.of(serving);
    var settings = TillSettings.of(serving, profile, institution);
    Terminal opened =
        Terminal.open(
            started
                .terminal(institution.code())
                .centre(NationalConnector.at(settings))
                .testPersons()
                .journalKey(
                    new io.caresettle.protocol.keys.EncryptionPair(
                        io.caresettle.protocol.sm.Sm2PrivateKey.generate(
                            new java.security.SecureRandom())))
                .undoProfile(UndoProfile.nationalInterface(Duration.ofMinutes(10)))
                .deadline(Duration.ofSeconds(60))
                .backoff(
                    Backoff.fullJitter(
                        Duration.ofMillis(20), Duration.ofMillis(200), new Random(1)))
                .build());
    terminal = Optional.of(opened);
    return opened;
  }

  private static BillId id(Institution at, String number) {
    return new BillId(at.code(), number);
  }

  private Quote quote(Terminal at, Counter counter, CareType care, String number) {
    var card =
        new CardReader().read(town().card("P0000001"), town().authenticator(), Simulator.DEMO_DAY);
    var patient = counter.identify(card, town().registration("P0000001", "V-" + number));
    var may = counter.eligibility(patient, new Visit("V-" + number, care, Simulator.DEMO_DAY));
    return counter.quote(
        may,
        new Bill(
            id(at.institution(), number), List.of(FeeLine.of("1", "TEST-0001", "23.00", "2"))));
  }

  private static SettlementOutcome outcome(Terminal at, String number) {
    return at.outcomeOf(id(at.institution(), number)).orElseThrow();
  }

  private void wholeWay(Institution institution, CareType care) {
    Terminal at = open("base", institution);
    Counter counter = at.counter(town().operator("cashier-1"));
    Quote quote = quote(at, counter, care, "B1");
    assertInstanceOf(SettlementOutcome.Settled.class, counter.settle(quote.bill(), quote));
    assertEquals(1, town().centre().settlementsStanding());
    at.acknowledge(quote.bill());
    Shift supervisor = at.takeShift(town().operator("supervisor-1"));
    assertInstanceOf(
        CancelOutcome.Cancelled.class, counter.with(supervisor, c -> c.cancel(quote.bill(), "退费")));
    assertEquals(0, town().centre().settlementsStanding());
  }

  @Test
  @DisplayName("settles and cancels a purchase")
  void purchase() {
    wholeWay(Simulator.PHARMACY, CareType.PHARMACY);
  }

  @Test
  @DisplayName("settles and cancels an outpatient visit, and takes it back")
  void outpatient() {
    wholeWay(Simulator.HOSPITAL, CareType.OUTPATIENT);
    clock.now = clock.now.plus(Duration.ofMinutes(30));
    assertEquals(List.of(), terminal.orElseThrow().openVisits());
  }

  @Test
  @DisplayName("finds what was settled when the answer was lost, in a pharmacy and in a hospital")
  void lostAnswer() {
    Terminal at = open("base", Simulator.PHARMACY);
    Counter counter = at.counter(town().operator("cashier-1"));
    Quote quote = quote(at, counter, CareType.PHARMACY, "B1");
    platform().faults().next("2102", NationalFaults.Kind.CLOSE);
    assertInstanceOf(SettlementOutcome.Unknown.class, counter.settle(quote.bill(), quote));
    Await.until(() -> !(outcome(at, "B1") instanceof SettlementOutcome.Unknown));
    assertInstanceOf(SettlementOutcome.Settled.class, outcome(at, "B1"));
    assertEquals(1, town().centre().settlementsStanding());
  }

  @Test
  @DisplayName("reverses what is not wanted, where the province lets nobody ask")
  void reversesInFoshan() {
    Terminal at = open("guangdong-foshan", Simulator.HOSPITAL);
    Counter counter = at.counter(town().operator("cashier-1"));
    Quote quote = quote(at, counter, CareType.OUTPATIENT, "B1");
    platform().faults().next("2207", NationalFaults.Kind.CLOSE);
    assertInstanceOf(SettlementOutcome.Unknown.class, counter.settle(quote.bill(), quote));
    assertEquals(1, town().centre().settlementsStanding());
    Shift supervisor = at.takeShift(town().operator("supervisor-1"));
    assertInstanceOf(
        SettlementOutcome.Refused.class,
        at.resolve(supervisor, quote.bill(), Wish.NOT_WANTED, Duration.ofSeconds(60)));
    assertEquals(0, town().centre().settlementsStanding());
  }

  @Test
  @DisplayName("disputes an answer whose cash is ten fen more than adds up")
  void wrongAmounts() {
    Terminal at = open("base", Simulator.HOSPITAL);
    Counter counter = at.counter(town().operator("cashier-1"));
    Quote quote = quote(at, counter, CareType.OUTPATIENT, "B1");
    platform().faults().next("2207", NationalFaults.Kind.WRONG_AMOUNTS);
    assertInstanceOf(SettlementOutcome.Unknown.class, counter.settle(quote.bill(), quote));
    Await.until(() -> at.disputeOf(quote.bill()).isPresent());
  }

  @Test
  @DisplayName("closes its day with the platform's books, and claims what the funds owe of it")
  void closesItsDay() {
    Terminal at = open("base", Simulator.HOSPITAL);
    Counter counter = at.counter(town().operator("cashier-1"));
    Quote quote = quote(at, counter, CareType.OUTPATIENT, "B1");
    assertInstanceOf(SettlementOutcome.Settled.class, counter.settle(quote.bill(), quote));
    at.acknowledge(quote.bill());
    clock.now = clock.now.plus(Duration.ofDays(1));
    DayClosing closing = at.dayEnd(at.takeShift(town().operator("supervisor-1")));
    DayReport report = closing.compare(Simulator.DEMO_DAY);
    assertTrue(report.isClean(), report::text);

    Clearing clearing = closing.clearing();
    ClearingClaim claim = clearing.claims(Simulator.DEMO_DAY, Simulator.DEMO_DAY).get(0);
    ClearingApplication applied = clearing.apply(claim);
    assertEquals(ClearingApplication.State.APPLIED, applied.state());
    platform().faults().next("3204", NationalFaults.Kind.CLOSE);
    assertEquals(ClearingApplication.State.WITHDRAWAL_UNKNOWN, clearing.withdraw(applied).state());
    ClearingApplication gone = clearing.found(applied, Optional.empty());
    assertEquals(ClearingApplication.State.NONE, gone.state());
    assertEquals(ClearingApplication.State.APPLIED, clearing.apply(claim).state());
  }
}
