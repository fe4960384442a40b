package io.caresettle.settlement;

import io.caresettle.centre.Evidence;
import io.caresettle.centre.Receipt;
import io.caresettle.journal.Entry;
import io.caresettle.journal.Journal;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** The bills in the journal; each is one {@link Case} for as long as anyone works on it. */
final class Ledger {

  private static final class Shared {
    final Case work;
    int users = 1;

    Shared(Case work) {
      this.work = work;
    }
  }

  /** Makes the documents that are kept before they are sent. */
  interface Signing {
    Evidence of(BillId bill, BillRecord.ReverseIntent reversal);

    Evidence of(Receipt receipt, BillRecord.CancelIntent cancellation);
  }

  private final Journal journal;
  private final Signing signing;
  private final SettlerSettings settings;
  private final Consumer<Throwable> broken;
  private final Map<BillId, Shared> inWork = new HashMap<>();
  private final Undoings undoings;
  private volatile UndoProfile profile;

  /**
   * @param broken hears of what no caller can be told
   */
  Ledger(Journal journal, Signing signing, SettlerSettings settings, Consumer<Throwable> broken) {
    this.journal = journal;
    this.signing = signing;
    this.settings = settings;
    this.broken = broken;
    this.undoings = new Undoings(settings.turns()::nanos);
    this.profile = settings.undo();
  }

  /**
   * A bill as it is kept.
   *
   * @param position of the last record that made it so; 0 where there is none
   */
  record Known(BillState state, long position) {}

  /** The bill, as the records that all tills have written make it. */
  Known read(BillId bill) {
    List<Entry> entries = journal.of(bill);
    long last = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).position();
    return new Known(RecordReader.fold(entries), last);
  }

  /** Keeps a quote: it changes nothing of the bill, and is right whatever has become of it. */
  void keep(BillId bill, BillRecord quote) {
    List<Entry> unused = journal.append(List.of(RecordWriter.draft(bill, quote)));
  }

  /** The bill's one case, for whoever gives it back. */
  Case take(BillId bill) {
    synchronized (inWork) {
      Shared shared = inWork.get(bill);
      if (shared == null) {
        // Read under the monitor: two cases of one bill would be two opinions on its state.
        shared = new Shared(new Case(bill, this, read(bill), broken));
        inWork.put(bill, shared);
      } else {
        shared.users++;
      }
      return shared.work;
    }
  }

  void giveBack(BillId bill) {
    synchronized (inWork) {
      Shared shared = inWork.get(bill);
      if (shared != null && --shared.users == 0) {
        inWork.remove(bill);
      }
    }
  }

  /** Does {@code task} with the bill's case as soon as it can be done. */
  void on(BillId bill, Consumer<Case> task) {
    Case work = take(bill);
    work.submit(
        () -> {
          try {
            task.accept(work);
          } finally {
            giveBack(bill);
          }
        });
  }

  /** What {@code question} finds, once those who came before are done. */
  <T> T ask(BillId bill, Function<Case, T> question) {
    CompletableFuture<T> found = new CompletableFuture<>();
    on(
        bill,
        work -> {
          try {
            found.complete(question.apply(work));
          } catch (RuntimeException | Error e) {
            found.completeExceptionally(e);
          }
        });
    return Stages.result(found);
  }

  /**
   * Makes {@code told} durable, reversals with their documents, and gives the bill after it.
   *
   * @throws io.caresettle.problem.JournalUnavailable also when another till has written of the bill
   *     since it was {@code known}
   */
  Known keep(BillId bill, Known known, List<BillRecord> told) {
    if (told.isEmpty()) {
      return known;
    }
    BillState state = known.state();
    List<BillRecord> records = new ArrayList<>();
    BillState then = state;
    for (BillRecord record : told) {
      BillRecord complete = complete(bill, then, record);
      records.add(complete);
      then = then.after(complete, 0);
    }
    BillState next = state;
    List<Entry> kept =
        journal.append(
            records.stream()
                .map(r -> RecordWriter.draft(bill, r).after(known.position()))
                .toList());
    for (int i = 0; i < records.size(); i++) {
      next = next.after(records.get(i), kept.get(i).position());
      undoings.kept(records.get(i), next);
    }
    return new Known(next, kept.get(kept.size() - 1).position());
  }

  private BillRecord complete(BillId bill, BillState state, BillRecord record) {
    if (record instanceof BillRecord.ReverseIntent reversal) {
      return reversal.with(signing.of(bill, reversal));
    } else if (record instanceof BillRecord.CancelIntent cancellation) {
      return cancellation.with(signing.of(state.standing().orElseThrow(), cancellation));
    }
    return record;
  }

  UndoProfile profile() {
    return profile;
  }

  /** What time it is when something is told of an attempt. */
  Now now(String messageId) {
    return new Now(
        settings.clock().instant(),
        settings.centreClock().known(),
        undoings.of(messageId),
        Optional.of(undoings.up()));
  }

  /** From now on, by the centre's word. */
  void longestMessageLife(Duration told) {
    profile = settings.undo().toldAtSignIn(told);
  }

  /** Whether a call is at work on the bill beside whoever asks. To be asked within a task of it. */
  boolean isAtWork(BillId bill) {
    synchronized (inWork) {
      Shared shared = inWork.get(bill);
      return shared != null && shared.users > 1;
    }
  }

  /** Tells of a dispute, once it is durable. */
  void contested(BillId bill, String reason) {
    settings.disputed().accept(bill, reason);
  }

  /** What the journal keeps of the bill, oldest first. */
  List<Entry> records(BillId bill) {
    return journal.of(bill);
  }

  List<BillId> unfinished() {
    return journal.unfinished();
  }

  List<BillId> takeOver() {
    return journal.takeOver();
  }

  int slot() {
    return journal.slot();
  }

  String nextMessageId() {
    return journal.nextMessageId();
  }
}
