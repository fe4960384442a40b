package io.caresettle.sdk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A wall clock and a monotonic one that a test moves. */
public final class TestClock extends Clock {

  private Instant now;
  private long nanos;

  public TestClock(String now) {
    this.now = Instant.parse(now);
  }

  /** Time passes. */
  public synchronized void advance(Duration time) {
    now = now.plus(time);
    nanos += time.toNanos();
  }

  /** Somebody sets the wall clock; no time passes. */
  public synchronized void set(Duration by) {
    now = now.plus(by);
  }

  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
