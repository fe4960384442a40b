package io.caresettle.sim.counter;

import io.caresettle.sim.Simulator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Ten in the morning of the demo day, until a test moves it; all threads see the same time. */
final class SteppingClock extends Clock {

  private volatile Instant now = Simulator.atTen().instant();

  void moveTo(Duration afterTen) {
    now = Simulator.atTen().instant().plus(afterTen);
  }

  @Override
  public ZoneId getZone() {
    return Simulator.SHANGHAI;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
