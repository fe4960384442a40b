package io.caresettle.sim.simulate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/** A till's wall clock, which somebody sets now and then. */
final class ShiftedClock extends Clock {

  private final Clock right;
  private final Supplier<Duration> offset;

  ShiftedClock(Clock right, Supplier<Duration> offset) {
    this.right = right;
    this.offset = offset;
  }

  @Override
  public Instant instant() {
    return right.instant().plus(offset.get());
  }

  @Override
  public ZoneId getZone() {
    return right.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
