package io.caresettle.protocol.certificate;

import io.caresettle.protocol.KeyRejected;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * From when until when, both included, in whole seconds.
 *
 * @param from a fraction of a second is dropped
 * @param to not before {@code from}; a fraction of a second is dropped
 */
public record Validity(Instant from, Instant to) {

  public Validity {
    from = from.truncatedTo(ChronoUnit.SECONDS);
    to = to.truncatedTo(ChronoUnit.SECONDS);
    if (to.isBefore(from)) {
      throw new KeyRejected("A validity from " + from + " to " + to + " ends before it begins");
    }
  }

  /** Whether the whole second of {@code instant} lies within. */
  public boolean contains(Instant instant) {
    return !beginsAfter(instant) && !endedBefore(instant);
  }

  boolean beginsAfter(Instant instant) {
    return instant.isBefore(from);
  }

  boolean endedBefore(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).isAfter(to);
  }

  /**
   * When both are valid.
   *
   * @throws KeyRejected if that is never
   */
  public Validity and(Validity other) {
    return new Validity(
        from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
  }

  @Override
  public String toString() {
    return from + " to " + to;
  }
}
