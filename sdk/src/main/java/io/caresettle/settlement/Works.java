package io.caresettle.settlement;

import io.caresettle.journal.Journal;
import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.problem.RecordUnreadable;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What every call has in common. */
record Works(
    Line line,
    Ledger ledger,
    Sender sender,
    Resolver resolver,
    SettlerSettings settings,
    OpenStages open) {

  static Works of(Line line, Journal journal, SettlerSettings settings) {
    Sender sender = new Sender(line, journal::nextMessageId, settings);
    Ledger ledger =
        new Ledger(
            journal,
            sender,
            settings,
            e ->
                settings
                    .turns()
                    .now(
                        () -> {
                          throw Stages.thrown(e);
                        }));
    return new Works(
        line, ledger, sender, new Resolver(ledger, line, settings), settings, new OpenStages());
  }

  Turns turns() {
    return settings.turns();
  }

  /**
   * What the caller waits for; it ends also where all is closing, as soon as {@code leave} says.
   */
  <T> CompletableFuture<T> told(CompletableFuture<T> found, Runnable leave) {
    CompletableFuture<T> told = Stages.told(found, turns());
    open.add(found, told, leave);
    return told;
  }

  /** What is left until {@code end} on the clock of {@link Turns}; never negative. */
  Duration left(long end) {
    return Duration.ofNanos(Math.max(0, end - turns().nanos()));
  }

  /** Something was told of a message of {@code bill}, whoever waits for it or does not. */
  void answered(BillId bill, Supplier<Event> what) {
    try {
      ledger.on(
          bill,
          work -> {
            try {
              work.happen(what.get());
              if (work.state().unresolved()) {
                resolver.now(bill);
              }
            } catch (JournalUnavailable e) {
              // Whoever waits is woken and answers "unknown"; the next opening finds the intent.
              return;
            } catch (DeviceFault e) {
              // It came too late, and its reversal could not be signed: it is still unknown.
              resolver.now(bill);
            }
          });
    } catch (JournalUnavailable | RecordUnreadable e) {
      // The bill cannot even be read. The next opening finds the intent.
      return;
    }
  }
}
