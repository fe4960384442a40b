package io.caresettle.settlement;

import io.caresettle.centre.SignedIn;
import io.caresettle.problem.Misuse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The centre's time, told at sign-in and carried on by a clock that nobody can set. Business dates
 * are the centre's, whatever the till's calendar says.
 */
public final class CentreClock {

  private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);

  private record Told(SignedIn signedIn, long atNanos) {}

  private final LongSupplier nanos;
  private volatile Optional<Told> told = Optional.empty();

  /**
   * @param nanos a monotonic clock, such as {@code System::nanoTime}
   */
  public CentreClock(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Takes the centre's word for what time it is. */
  public void set(SignedIn signedIn) {
    told = Optional.of(new Told(signedIn, nanos.getAsLong()));
  }

  /** Whether the centre has told its time, and its business day has not ended since. */
  public boolean isToday() {
    return told.filter(t -> businessDate().equals(t.signedIn().businessDate())).isPresent();
  }

  /** What time it is at the centre; empty until it has told. */
  public Optional<Instant> known() {
    return told.map(t -> now());
  }

  /**
   * Which business day it is at the centre.
   *
   * @throws Misuse until the centre has told its time
   */
  public LocalDate today() {
    return businessDate();
  }

  Instant now() {
    Told t = told();
    return t.signedIn().centreTime().plus(Duration.ofNanos(nanos.getAsLong() - t.atNanos()));
  }

  /** The day at sign-in, and one more for each day that began since: at the cut-off or midnight. */
  LocalDate businessDate() {
    SignedIn s = told().signedIn();
    Instant end = end(s);
    Instant now = now();
    return now.isBefore(end)
        ? s.businessDate()
        : s.businessDate().plusDays(1 + Duration.between(end, now).toDays());
  }

  /** What the centre says, unless that was over when it said so; then midnight. */
  private static Instant end(SignedIn s) {
    return s.businessDateEnds()
        .filter(s.centreTime()::isBefore)
        .orElseGet(() -> day(s.centreTime()).plusDays(1).atStartOfDay().toInstant(SHANGHAI));
  }

  private Told told() {
    return told.orElseThrow(
        () ->
            new Misuse(
                "The terminal has not signed in since it was opened, so it cannot tell whether a"
                    + " quote still holds: sign in, or ask for a new quote"));
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, SHANGHAI);
  }
}
