package io.caresettle.sim.counter;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.Centre;
import io.caresettle.centre.CentreConnector;
import io.caresettle.centre.CentreNews;
import io.caresettle.centre.sealed.SealedCentre;
import io.caresettle.credential.card.CardReader;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Patient;
import io.caresettle.journal.Backup;
import io.caresettle.policy.plan.CareType;
import io.caresettle.sdk.Alarm;
import io.caresettle.sdk.Counter;
import io.caresettle.sdk.Terminal;
import io.caresettle.sdk.TerminalConfig;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.TestOperators;
import io.caresettle.sim.centre.Noticed;
import io.caresettle.sim.centre.TestKeys;
import io.caresettle.split.Bill;
import io.caresettle.split.FeeLine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A till that signs in again and again while it settles")
@Timeout(120)
class BusyTillTest {

  private static final boolean DEEP = "deep".equals(System.getProperty("caresettle.tier"));
  private static final int SIGN_INS = DEEP ? 10 : 4;

  /** How many settlements overtake each sign-in. */
  private static final int OVERTAKING = DEEP ? 20 : 4;

  @TempDir Path folder;
  private Simulator simulator;

  /** Of the original: how it hears of its line, and what is done while a sign-in is on its way. */
  private final AtomicReference<Optional<CentreNews>> news =
      new AtomicReference<>(Optional.empty());

  private final AtomicReference<Runnable> overtakes = new AtomicReference<>(() -> {});
  private final AtomicInteger signIns = new AtomicInteger();

  @BeforeEach
  void open() {
    simulator = Simulator.start(folder, Simulator.atTen());
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  private TerminalConfig.Builder config() {
    return simulator.hospital().rounds(Duration.ofMillis(20));
  }

  private CentreConnector overtaken() {
    CentreConnector straight =
        SealedCentre.at(
            List.of(simulator.centre().address()),
            Optional.empty(),
            TestKeys.terminal(Simulator.HOSPITAL.code()),
            TestKeys.trust(),
            simulator.centre().identity().partyId());
    return (institution, ids, clock, told, certificates) -> {
      news.set(Optional.of(told));
      return overtaken(straight.connect(institution, ids, clock, told, certificates));
    };
  }

  private Centre overtaken(Centre centre) {
    return (Centre)
        Proxy.newProxyInstance(
            Centre.class.getClassLoader(),
            new Class<?>[] {Centre.class},
            (self, method, arguments) -> {
              boolean signIn = method.getName().equals("signIn");
              if (signIn) {
                overtakes.getAndSet(() -> {}).run();
              }
              try {
                return method.invoke(centre, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                signIns.addAndGet(signIn ? 1 : 0);
              }
            });
  }

  private static void until(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() - start < 60_000_000_000L, "What was awaited did not happen");
      LockSupport.parkNanos(2_000_000);
    }
  }

  private Eligibility eligibility(Counter counter) {
    Patient patient =
        counter.identify(
            new CardReader()
                .read(simulator.card("P0000001"), simulator.authenticator(), Simulator.DEMO_DAY),
            simulator.registration("P0000001", "V-1"));
    return counter.eligibility(patient, new Visit("V-1", CareType.OUTPATIENT, Simulator.DEMO_DAY));
  }

  private static Quote quote(Counter counter, Eligibility may, int number) {
    return counter.quote(
        may,
        new Bill(Bench.bill("B" + number), List.of(FeeLine.of("1", "TEST-0006", "1.00", "1"))));
  }

  @Test
  @DisplayName("is never taken for its own copy, and a true copy of it is found all the same")
  void isNoCopyOfItself() {
    Path copy = folder.resolve("copy.db");
    TerminalConfig busy =
        config()
            .centre(overtaken())
            .journalKey(TestKeys.terminal(Simulator.HOSPITAL.code()).keys().encryption())
            .build();
    try (Terminal original = Terminal.open(busy)) {
      Counter counter = original.counter(TestOperators.key("cashier-1"));
      Eligibility may = eligibility(counter);
      List<SettlementOutcome> ended = new ArrayList<>();
      for (int i = 0; i < SIGN_INS; i++) {
        List<Quote> quotes = new ArrayList<>();
        for (int j = 0; j < OVERTAKING; j++) {
          quotes.add(quote(counter, may, i * OVERTAKING + j));
        }
        int before = signIns.get();
        overtakes.set(
            () -> quotes.forEach(quote -> ended.add(counter.settle(quote.bill(), quote))));
        requireNonNull(news.get())
            .orElseThrow()
            .addressFailed(simulator.centre().address(), "the line is lost");
        until(() -> signIns.get() > before);
        if (i == SIGN_INS / 2) {
          assertTrue(
              Backup.make(folder.resolve("till-" + Simulator.HOSPITAL.code() + ".db"), copy)
                  .holds());
        }
      }
      assertEquals(SIGN_INS * OVERTAKING, ended.size());
      ended.forEach(one -> assertInstanceOf(SettlementOutcome.Settled.class, one));
      assertEquals(List.of(), simulator.centre().noticed());
      assertEquals(List.of(), original.alarms());

      try (Terminal second = Terminal.open(config().journal(copy).build())) {
        until(() -> alarms(second).contains(Alarm.Kind.JOURNAL_IS_COPY));
      }
      assertEquals(
          List.of(Noticed.Kind.COPY_OLDER),
          simulator.centre().noticed().stream().map(Noticed::kind).toList());
    }
  }

  private static List<Alarm.Kind> alarms(Terminal terminal) {
    return terminal.alarms().stream().map(Alarm::kind).toList();
  }
}
