package io.caresettle.sim.simulate;

import io.caresettle.problem.JournalUnavailable;
import io.caresettle.settlement.Turns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;

/** All that is still to happen, in order, and the only time there is: it passes between events. */
final class Agenda extends Clock {

  /** Ten in the morning in China. */
  static final Instant START = Instant.parse("2026-11-20T02:00:00Z");

  private record Event(long at, long number, Life life, Runnable task) {}

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
  private long now;
  private long number;

  /** Plans {@code task}, which is not done when {@code life} is over by then. */
  Runnable after(Duration wait, Life life, Runnable task) {
    Event event = new Event(now + Math.max(0, wait.toNanos()), number++, life, task);
    if (!life.isOver()) {
      events.add(event);
    }
    return () -> events.remove(event);
  }

  /** What a process waits by. */
  Turns turns(Life life) {
    return new Turns() {
      @Override
      public void now(Runnable task) {
        var unused = Agenda.this.after(Duration.ZERO, life, task);
      }

      @Override
      public Runnable after(Duration wait, Runnable task) {
        return Agenda.this.after(wait, life, task);
      }

      @Override
      public long nanos() {
        return now;
      }
    };
  }

  /** Time passes within an event: all stand still meanwhile. */
  void pass(Duration time) {
    now += time.toNanos();
  }

  /**
   * Does what there is to do until {@code end} after the start, or until nothing is left.
   *
   * @param broken hears what the tasks of a living process threw
   * @return whether nothing is left
   */
  boolean run(Duration end, BiConsumer<Life, Throwable> broken) {
    while (!events.isEmpty() && events.element().at() <= end.toNanos()) {
      Event next = events.remove();
      now = Math.max(now, next.at());
      if (!next.life().isOver()) {
        live(next, broken);
      }
    }
    return events.isEmpty();
  }

  private static void live(Event event, BiConsumer<Life, Throwable> broken) {
    try {
      event.task().run();
    } catch (JournalUnavailable e) {
      // Told to whoever asked; the till ends by itself soon.
      return;
    } catch (RuntimeException | Error e) {
      if (!(e instanceof ProcessEnded && event.life().isOver())) {
        broken.accept(event.life(), e);
      }
    }
  }

  Duration elapsed() {
    return Duration.ofNanos(now);
  }

  @Override
  public Instant instant() {
    return START.plusNanos(now);
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
