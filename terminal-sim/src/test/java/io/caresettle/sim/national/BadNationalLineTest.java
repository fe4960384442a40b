package io.caresettle.sim.national;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.national.flow.NationalConnector;
import io.caresettle.credential.card.CardReader;
import io.caresettle.eligibility.Institution;
import io.caresettle.eligibility.Visit;
import io.caresettle.operator.Shift;
import io.caresettle.policy.plan.CareType;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.sdk.Counter;
import io.caresettle.sdk.Terminal;
import io.caresettle.settlement.Backoff;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.UndoProfile;
import io.caresettle.settlement.Wish;
import io.caresettle.sim.Simulator;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.FeeLine;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A till whose line to the national platform is bad")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class BadNationalLineTest {

  private static final boolean DEEP = "deep".equals(System.getProperty("caresettle.tier"));
  private static final Duration RESOLVE_WITHIN = Duration.ofSeconds(60);

  /** After it nothing of the request is done. */
  private static final List<String> BEFORE = List.of("http-500-before", "lose-request");

  /** It is done, once, and the caller does not hear so, or late. */
  private static final List<String> AFTER =
      List.of(
          "close", "half-answer", "http-500", "garbage", "duplicate", "delay 300ms", "lose-answer");

  /** What is settled where, and what is done wrong then. */
  record Case(Institution at, CareType care, List<String> faults, Wish wish) {
    @Override
    public String toString() {
      return care + " " + faults + " " + wish;
    }
  }

  /** A till of each institution with its counter, open for all cases. */
  private final List<Terminal> terminals = new ArrayList<>();

  private final List<Counter> counters = new ArrayList<>();

  private Optional<Simulator> simulator = Optional.empty();
  private Optional<NationalServer> national = Optional.empty();
  private int bills;

  @BeforeAll
  void start(@TempDir Path folder) {
    Simulator started = Simulator.start(folder, Clock.fixed(Town.NOW, ZoneOffset.UTC));
    simulator = Optional.of(started);
    national =
        Optional.of(NationalServer.start(started.centre().desk(), NationalSettings.of("base"), 0));
    terminals.add(open(Simulator.HOSPITAL));
    terminals.add(open(Simulator.PHARMACY));
    terminals.forEach(at -> counters.add(at.counter(town().operator("cashier-1"))));
  }

  @AfterAll
  void close() {
    counters.forEach(Counter::close);
    terminals.forEach(Terminal::close);
    national.ifPresent(NationalServer::close);
    simulator.ifPresent(Simulator::close);
  }

  private Simulator town() {
    return simulator.orElseThrow();
  }

  private Terminal open(Institution institution) {
    var settings = TillSettings.of(national.orElseThrow(), "base", institution);
    return Terminal.open(
        town()
            .terminal(institution.code())
            .centre(NationalConnector.at(settings))
            .testPersons()
            .undoProfile(UndoProfile.nationalInterface(Duration.ofMinutes(10)))
            .deadline(Duration.ofSeconds(3))
            .backoff(
                Backoff.fullJitter(Duration.ofMillis(20), Duration.ofMillis(200), new Random(1)))
            .build());
  }

  static Stream<Case> cases() {
    List<Case> all = new ArrayList<>();
    List<String> settling = new ArrayList<>(BEFORE);
    settling.addAll(AFTER);
    for (String one : settling) {
      // Nothing proves that a request never came, but that it is reversed.
      Wish asked = BEFORE.contains(one) ? Wish.NOT_WANTED : Wish.WANTED;
      all.add(new Case(Simulator.PHARMACY, CareType.PHARMACY, List.of("2102 " + one), asked));
      all.add(new Case(Simulator.HOSPITAL, CareType.OUTPATIENT, List.of("2207 " + one), asked));
      all.add(new Case(Simulator.HOSPITAL, CareType.INPATIENT, List.of("2304 " + one), asked));
      for (Wish wish : List.of(Wish.WANTED, Wish.NOT_WANTED)) {
        String then = wish == Wish.WANTED ? "5203 " : "2601 ";
        all.add(
            new Case(
                Simulator.PHARMACY, CareType.PHARMACY, List.of("2102 close", then + one), wish));
      }
    }
    // In every build each moment and each fault once or more; all of them in the deep tier.
    return DEEP ? all.stream() : Stream.iterate(0, i -> i + 4).map(all::get).limit(all.size() / 4);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  @DisplayName("and the platform agree on every bill in the end, and it stands once or not at all")
  void bothAgree(Case one) {
    int which = one.at().equals(Simulator.HOSPITAL) ? 0 : 1;
    Terminal at = terminals.get(which);
    Counter counter = counters.get(which);
    int before = town().centre().settlementsStanding();
    Quote quote = quote(at, counter, one.care(), "B" + ++bills);
    one.faults()
        .forEach(
            fault -> {
              String said = national.orElseThrow().faults().obey("fault " + fault);
              assertTrue(said.contains("armed"), said);
            });
    SettlementOutcome outcome = settled(at, counter, quote, one.wish());
    int standing = town().centre().settlementsStanding() - before;
    assertEquals(outcome instanceof SettlementOutcome.Settled ? 1 : 0, standing, "" + outcome);
    assertTrue(!(outcome instanceof SettlementOutcome.Unknown), "" + outcome);
    at.acknowledge(quote.bill());
    assertTrue(town().centre().books().balance(), town().centre().books()::toString);
  }

  private Quote quote(Terminal at, Counter counter, CareType care, String number) {
    // Nobody is at two institutions at once.
    String person = care == CareType.PHARMACY ? "P0000002" : "P0000001";
    var card =
        new CardReader().read(town().card(person), town().authenticator(), Simulator.DEMO_DAY);
    var patient = counter.identify(card, town().registration(person, "V-" + number));
    var visit =
        care.isStay()
            ? new Visit("V-" + number, care, Simulator.DEMO_DAY).discharged(Simulator.DEMO_DAY)
            : new Visit("V-" + number, care, Simulator.DEMO_DAY);
    return counter.quote(
        counter.eligibility(patient, visit),
        new Bill(
            new BillId(at.institution().code(), number),
            List.of(FeeLine.of("1", "TEST-0001", "1.00", "2"))));
  }

  /** What the bill comes to, whoever has to find it out. */
  private SettlementOutcome settled(Terminal at, Counter counter, Quote quote, Wish wish) {
    SettlementOutcome first;
    try {
      first = counter.settle(quote.bill(), quote);
    } catch (CentreUnreachable nothingWasSent) {
      first = counter.settle(quote.bill(), quote);
    }
    if (!(first instanceof SettlementOutcome.Unknown)) {
      return first;
    }
    Shift supervisor = at.takeShift(town().operator("supervisor-1"));
    return at.resolve(supervisor, quote.bill(), wish, RESOLVE_WITHIN);
  }
}
