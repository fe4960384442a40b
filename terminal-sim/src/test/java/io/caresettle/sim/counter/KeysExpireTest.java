package io.caresettle.sim.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.ExpiryAlarm;
import io.caresettle.protocol.certificate.Validity;
import io.caresettle.sdk.Terminal;
import io.caresettle.sdk.TerminalConfig;
import io.caresettle.sdk.TerminalListener;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.centre.TestKeys;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A terminal whose certificates expire")
@Timeout(180)
class KeysExpireTest {

  private final Instant ten = Simulator.atTen().instant();

  private final Simulator simulator = Simulator.start();
  private final List<ExpiryAlarm> alarms = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    simulator.close();
  }

  /** A terminal whose own clock is at {@code now} and whose last valid second is {@code to}. */
  private Terminal open(Instant now, Instant to) {
    CertifiedKeys known = TestKeys.terminal(Simulator.HOSPITAL.code());
    Validity validity = new Validity(ten.minus(Duration.ofDays(100)), to);
    CertifiedKeys own =
        new CertifiedKeys(
            known.keys(),
            TestKeys.authority()
                .issue(
                    known.certificates().subject(),
                    known.keys().identity(),
                    validity,
                    new SecureRandom()));
    TerminalConfig config =
        simulator
            .hospital()
            .centre(simulator.centre().address(), own, TestKeys.trust(), TestKeys.centreId())
            .clock(Clock.fixed(now, Simulator.SHANGHAI))
            .listener(
                new TerminalListener() {
                  @Override
                  public void keysExpire(ExpiryAlarm alarm) {
                    alarms.add(alarm);
                    throw new IllegalStateException("somebody's screen is broken");
                  }
                })
            .build();
    return Terminal.open(config);
  }

  /** At least so often, for a terminal signs in by itself as well, and nothing else. */
  private void assertAlarm(ExpiryAlarm.Level level, long days, int times) {
    assertTrue(alarms.size() >= times, alarms::toString);
    assertEquals(Set.of(new ExpiryAlarm(level, days)), Set.copyOf(alarms));
  }

  @Test
  void saysSoWhenItOpensAndWhenItSignsInAndGoesOn() {
    try (Terminal terminal = open(ten, ten.plus(Duration.ofDays(20)))) {
      assertAlarm(ExpiryAlarm.Level.RENEW, 20, 1);
      terminal.signIn();
      assertAlarm(ExpiryAlarm.Level.RENEW, 20, 2);
      assertTrue(alarms.get(0).text().contains("20"), alarms.get(0)::text);
    }
  }

  @Test
  void isUrgentInTheLastWeek() {
    try (Terminal terminal = open(ten, ten.plus(Duration.ofDays(5)))) {
      assertAlarm(ExpiryAlarm.Level.URGENT, 5, 1);
      terminal.signIn();
      assertAlarm(ExpiryAlarm.Level.URGENT, 5, 2);
    }
  }

  @Test
  void opensAllTheSameWhenTheyAreExpired() {
    try (Terminal terminal = open(ten, ten.minusSeconds(1))) {
      assertAlarm(ExpiryAlarm.Level.EXPIRED, 0, 1);
      assertEquals(List.of(), terminal.unfinished());
    }
  }

  @Test
  void isSilentWhileThereIsNothingToDo() {
    try (Terminal terminal = open(ten, ten.plus(Duration.ofDays(40)))) {
      terminal.signIn();
      assertEquals(List.of(), alarms);
    }
  }

  @Test
  void hearsItFromTheCentresClockWhereItsOwnIsBehind() {
    // By its own clock there are sixty days, and nothing to say when it opens.
    try (Terminal terminal = open(ten.minus(Duration.ofDays(50)), ten.plus(Duration.ofDays(10)))) {
      terminal.signIn();
      assertAlarm(ExpiryAlarm.Level.RENEW, 10, 1);
    }
  }
}
