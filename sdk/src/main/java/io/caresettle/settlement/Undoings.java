package io.caresettle.settlement;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Since when this process has been undoing which attempts, by a clock that nobody can set. */
final class Undoings {

  private final LongSupplier nanos;
  private final long opened;
  private final Map<String, Long> begun = new HashMap<>();

  Undoings(LongSupplier nanos) {
    this.nanos = nanos;
    this.opened = nanos.getAsLong();
  }

  /** For how long this process has looked after its bills. */
  Duration up() {
    return Duration.ofNanos(nanos.getAsLong() - opened);
  }

  /** A record of an attempt is durable, and {@code state} is what it made of the bill. */
  synchronized void kept(BillRecord record, BillState state) {
    if (record instanceof BillRecord.ReverseIntent r) {
      // Signed anew with another key, it is the same reversal.
      begun.putIfAbsent(r.messageId(), nanos.getAsLong());
    } else if (!(state instanceof BillState.Reversing)) {
      state.lastIntent().ifPresent(intent -> begun.remove(intent.message().messageId()));
    }
  }

  /** For how long; empty where it did not begin here. */
  synchronized Optional<Duration> of(String messageId) {
    return Optional.ofNullable(begun.get(messageId))
        .map(since -> Duration.ofNanos(nanos.getAsLong() - since));
  }
}
