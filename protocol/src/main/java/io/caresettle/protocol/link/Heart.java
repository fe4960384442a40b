package io.caresettle.protocol.link;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether anybody is at the other end of a line: asks when it was quiet for a while, and
 * gives up when it stays quiet. Of the line's event loop alone.
 */
final class Heart {

  private final EventExecutor loop;
  private final long probeAfter;
  private final long closeAfter;
  private final Runnable probe;
  private final Runnable giveUp;

  private @Nullable Future<?> next;
  private long lastHeard;
  private boolean resting;
  private boolean stuck;
  private long stuckSince;

  Heart(EventExecutor loop, Pulse pulse, Runnable probe, Runnable giveUp) {
    this.loop = loop;
    this.probeAfter = Waits.nanos(pulse.probeAfter());
    this.closeAfter = Waits.nanos(pulse.closeAfter());
    this.probe = probe;
    this.giveUp = giveUp;
  }

  void start() {
    lastHeard = now();
    beatIn(probeAfter);
  }

  /** A whole authentic message came. */
  void heard() {
    lastHeard = now();
  }

  /**
   * Whether this end does not read at the moment. The other end cannot be heard then, and is not
   * blamed for it; it is still told that somebody is here.
   */
  void rest(boolean now) {
    resting = now;
    lastHeard = now();
  }

  /** Whether the line takes no bytes at the moment. */
  void stuck(boolean now) {
    if (now && !stuck) {
      stuckSince = now();
    }
    stuck = now;
  }

  void stop() {
    if (next != null) {
      next.cancel(false);
    }
  }

  private void beat() {
    long now = now();
    long quiet = resting ? 0 : now - lastHeard;
    long held = stuck ? now - stuckSince : 0;
    if (quiet >= closeAfter || held >= closeAfter) {
      giveUp.run();
      return;
    }
    boolean asks = resting || quiet >= probeAfter;
    if (asks) {
      probe.run();
    }
    long wait = asks ? probeAfter : probeAfter - quiet;
    beatIn(Math.min(wait, closeAfter - Math.max(quiet, held)));
  }

  private void beatIn(long nanos) {
    next = loop.schedule(this::beat, nanos, TimeUnit.NANOSECONDS);
  }

  private long now() {
    return loop.ticker().nanoTime();
  }
}
