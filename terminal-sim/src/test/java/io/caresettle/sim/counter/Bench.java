package io.caresettle.sim.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.EmergencyRegistration;
import io.caresettle.centre.Merged;
import io.caresettle.credential.Credential;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.credential.card.CardReader;
import io.caresettle.credential.card.CardTransport;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Patient;
import io.caresettle.operator.Shift;
import io.caresettle.policy.plan.CareType;
import io.caresettle.sdk.Counter;
import io.caresettle.sdk.Terminal;
import io.caresettle.sdk.TerminalListener;
import io.caresettle.settlement.Backoff;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.sim.Await;
import io.caresettle.sim.SignedIn;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.TestOperators;
import io.caresettle.sim.centre.Faults;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.FeeLine;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A hospital's counter and its centre, with all that comes and goes written down. */
final class Bench implements AutoCloseable, TerminalListener {

  /**
   * How long one call may take here. A lost answer costs a third of it, and a busy machine is slow
   * with the two that are left.
   */
  static final Duration PATIENCE = Duration.ofSeconds(6);

  /** For a settlement whose answer never comes: enough to send it. */
  static final Duration UNANSWERED = Duration.ofSeconds(2);

  final Simulator simulator;
  final Terminal terminal;
  final Counter counter;
  final List<String> sent = new CopyOnWriteArrayList<>();
  final List<String> alarms = new CopyOnWriteArrayList<>();
  final List<String> records = new CopyOnWriteArrayList<>();

  /** Its files stay in {@code folder}: a later bench takes up what this one left. */
  Bench(Path folder, Clock clock) {
    this(folder, clock, PATIENCE);
  }

  /** The same where one message may take so long. */
  Bench(Path folder, Clock clock, Duration patience) {
    this(folder, clock, patience, faults -> {});
    Terminal unused = SignedIn.at(terminal);
  }

  /** One that has not signed in yet, at a centre where something goes wrong from the start. */
  Bench(Path folder, Clock clock, Duration patience, Consumer<Faults> armed) {
    simulator = Simulator.start(folder, clock);
    armed.accept(simulator.centre().faults());
    terminal =
        Terminal.open(
            simulator
                .hospital()
                .deadline(patience)
                .backoff(
                    Backoff.fullJitter(Duration.ofMillis(20), Duration.ofMillis(200), new Random()))
                .rounds(Duration.ofMillis(200))
                .listener(this)
                .build());
    counter = terminal.counter(TestOperators.key("cashier-1"));
  }

  @Override
  public void messageSent(String type, int bytes, int sealedBytes) {
    sent.add(type);
  }

  @Override
  public void notAuthentic(String type) {
    alarms.add(type);
  }

  @Override
  public void recordAppended(long position, String type, BillId bill) {
    records.add(type);
  }

  /** News comes by itself, and may come later than the answer: it is waited for. */
  void assertSent(long times, String type) {
    Await.until(() -> sentOf(type) >= times);
    assertEquals(times, sentOf(type), sent::toString);
  }

  /** The same where the terminal's own rounds may have sent more. */
  void assertSentAtLeast(long times, String type) {
    Await.until(() -> sentOf(type) >= times);
  }

  /** But for the sign-ins of the terminal's own rounds: one may be on a line that is broken. */
  void assertAlarms(String... types) {
    Await.until(() -> alarmsOfCalls().size() >= types.length);
    assertEquals(List.of(types), alarmsOfCalls());
  }

  private List<String> alarmsOfCalls() {
    return alarms.stream().filter(type -> !type.equals("SIGN_IN")).toList();
  }

  /** The same where the terminal's own rounds may have met it, too. */
  void assertOnlyAlarm(String type) {
    Await.until(() -> !alarms.isEmpty());
    assertEquals(Set.of(type), Set.copyOf(alarms));
  }

  void assertRecorded(String type) {
    Await.until(() -> records.contains(type));
  }

  private long sentOf(String type) {
    return sent.stream().filter(type::equals).count();
  }

  /** The card in the slot, proved genuine. */
  SocialSecurityCard read(CardTransport card) {
    return new CardReader().read(card, simulator.authenticator(), Simulator.DEMO_DAY);
  }

  /** A supervisor is called to the cashier's counter. */
  Merged merge(EmergencyRegistration emergency, Patient patient) {
    Shift supervisor = terminal.takeShift(TestOperators.key("supervisor-1"));
    return counter.with(supervisor, c -> c.merge(emergency, patient));
  }

  /** Where the answer comes, whoever waits has the time that it takes. */
  SettlementOutcome settle(Quote quote) {
    return counter.settle(quote.bill(), quote, Duration.ofSeconds(40));
  }

  static BillId bill(String number) {
    return new BillId(Simulator.HOSPITAL.code(), number);
  }

  /** A trial of one line for P0000001, who was identified by card. */
  Quote quote(String number, String price) {
    return quote(number, price, "P0000001", read(simulator.card("P0000001")));
  }

  private Quote quote(String number, String price, String person, Credential shown) {
    String visit = "V-" + number;
    Patient patient = counter.identify(shown, simulator.registration(person, visit));
    Eligibility may =
        counter.eligibility(patient, new Visit(visit, CareType.OUTPATIENT, Simulator.DEMO_DAY));
    FeeLine line = FeeLine.of("1", "TEST-0006", price, "10");
    return counter.quote(may, new Bill(bill(number), List.of(line)));
  }

  /** An ending that the resolver found stays on the list until the caller says it has booked it. */
  void assertListedUntilBooked(BillId bill) {
    assertEquals(List.of(bill), terminal.unfinished());
    terminal.acknowledge(bill);
    assertEquals(List.of(), terminal.unfinished());
  }

  void assertNothingStands() {
    assertEquals(0, simulator.centre().settlementsStanding());
    assertEquals(List.of(), terminal.unfinished());
  }

  /** What stands is exactly one settlement, and the centre's books balance. */
  void assertOneStands() {
    assertEquals(1, simulator.centre().settlementsStanding());
    assertTrue(simulator.centre().books().balance(), simulator.centre().books()::toString);
  }

  /** Whatever went wrong before: nothing was settled by it, and the next in the queue is served. */
  void assertNothingSettledAndNextPatientServed() {
    assertNothingStands();
    Quote next = quote("NEXT", "100.00");
    assertInstanceOf(SettlementOutcome.Settled.class, settle(next));
    assertOneStands();
  }

  @Override
  public void close() {
    counter.close();
    terminal.close();
    simulator.close();
  }
}
