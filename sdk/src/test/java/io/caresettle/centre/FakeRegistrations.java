package io.caresettle.centre;

import io.caresettle.identity.Patient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Registrations in memory: each visit is opened, and what was asked is written down. */
public final class FakeRegistrations implements Registrations {

  private static final Instant THEN = Instant.parse("2026-11-20T02:00:00Z");

  private final List<String> calls = new ArrayList<>();
  private boolean reachable = true;

  /** What was asked, in order. */
  public synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  /** While false, nothing leaves the terminal. */
  public synchronized void setReachable(boolean now) {
    reachable = now;
  }

  @Override
  public synchronized Reply<EmergencyRegistration> register(
      EmergencyArrival arrival, String operator, Duration within) {
    if (!reachable) {
      return new Reply.NotSent<>("the centre is down");
    }
    String visit = arrival.visit().number();
    calls.add("register " + visit + " by " + operator);
    return new Reply.Answered<>(new EmergencyRegistration("R-" + visit, "T1", visit, THEN));
  }

  @Override
  public synchronized Reply<Instant> withdraw(
      EmergencyRegistration registration, String reason, String operator, Duration within) {
    calls.add("withdraw " + registration.registrationId() + " " + reason);
    return new Reply.Answered<>(THEN);
  }

  @Override
  public synchronized Reply<Merged> merge(
      EmergencyRegistration registration, Patient patient, String operator, Duration within) {
    calls.add("merge " + registration.registrationId() + " " + patient.personNumber());
    return new Reply.Answered<>(
        new Merged(registration.registrationId(), patient.personNumber(), THEN));
  }
}
