package io.caresettle.sim.kill;

import io.caresettle.sim.Simulator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The machine's clock, moved to the demo day, and further where a test says so. */
final class MovedClock extends Clock {

  private volatile Duration ahead;

  private MovedClock(Duration ahead) {
    this.ahead = ahead;
  }

  /** Ten in the morning of the demo day, as it begins to run. */
  static MovedClock atTen() {
    return new MovedClock(
        Duration.between(Clock.systemUTC().instant(), Simulator.atTen().instant()));
  }

  void move(Duration further) {
    ahead = ahead.plus(further);
  }

  long aheadMillis() {
    return ahead.toMillis();
  }

  @Override
  public ZoneId getZone() {
    return Simulator.SHANGHAI;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("Nobody here asks for another zone");
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(ahead);
  }
}
