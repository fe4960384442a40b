package io.caresettle.centre.sealed;

import io.caresettle.centre.Reply;
import java.time.Duration;
import java.util.function.Function;

/**
 * Asks for a lost answer again, within the time that one question has. Only for questions that
 * carry a request id, under which the centre does a thing once and answers as often as it is asked.
 */
final class Again {

  /** Enough for a lost answer and a broken line; more would only keep a queue waiting. */
  private static final int TRIES = 3;

  private Again() {}

  /**
   * The first answer, or what became of the last try.
   *
   * @param once asks once, for at most as long as it is told
   */
  static <T> Reply<T> untilAnswered(Duration within, Function<Duration, Reply<T>> once) {
    long end = System.nanoTime() + within.toNanos();
    // Silence shows only when time is over: the first try may not use all of it.
    Reply<T> reply = once.apply(within.dividedBy(TRIES));
    for (int tried = 1; tried < TRIES && isLost(reply); tried++) {
      Duration left = Duration.ofNanos(end - System.nanoTime());
      if (left.isNegative() || left.isZero() || Thread.currentThread().isInterrupted()) {
        break;
      }
      Reply<T> next = once.apply(tried == TRIES - 1 ? left : left.dividedBy(2));
      // What a try before may have done is not undone because this one never left.
      if (!(next instanceof Reply.NotSent)) {
        reply = next;
      }
    }
    return reply;
  }

  private static boolean isLost(Reply<?> reply) {
    return reply instanceof Reply.NoAnswer || reply instanceof Reply.NotSent;
  }
}
