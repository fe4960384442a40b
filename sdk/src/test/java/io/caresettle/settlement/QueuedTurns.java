package io.caresettle.settlement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;

/** One thread, one queue of events, and a time that passes only between them. */
final class QueuedTurns extends Clock implements Turns {

  private record Event(long at, long number, Runnable task) {}

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
  private final Thread only = Thread.currentThread();
  private long now;
  private long number;

  @Override
  public void now(Runnable task) {
    Runnable unused = after(Duration.ZERO, task);
  }

  @Override
  public Runnable after(Duration wait, Runnable task) {
    if (Thread.currentThread() != only) {
      throw new AssertionError("Another thread is at work: " + Thread.currentThread());
    }
    Event event = new Event(now + wait.toNanos(), number++, task);
    events.add(event);
    return () -> events.remove(event);
  }

  @Override
  public long nanos() {
    return now;
  }

  /** Does whatever there is to do, for so long. */
  void run(Duration most) {
    long end = now + most.toNanos();
    for (Event next = events.peek(); next != null && next.at() <= end; next = events.peek()) {
      events.remove();
      now = next.at();
      next.task().run();
    }
    now = end;
  }

  /** The process ends, and what it had on the wire is lost with it. */
  void crash() {
    events.clear();
  }

  @Override
  public Instant instant() {
    return Samples.NOON.plusNanos(now);
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
