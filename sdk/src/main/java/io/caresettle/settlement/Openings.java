package io.caresettle.settlement;

import io.caresettle.journal.RecordType;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.problem.RecordUnreadable;
import io.caresettle.split.BillId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What is done with the bills that another process left open: an earlier one, or another till. */
final class Openings {

  private static final String COPY = "restored copy";

  private final Works works;

  /** What was open before anything was begun here. */
  private final List<BillId> inherited;

  /** What is still to be taken up of it, or disputed. */
  private final Set<BillId> left;

  private final Set<BillId> disputed = new LinkedHashSet<>();
  private boolean copies;

  /** What {@link #takeOver} has looked at, and does not look at again. */
  private final Set<BillId> seen = new HashSet<>();

  Openings(Works works) {
    this.works = works;
    this.inherited = works.ledger().unfinished();
    this.left = new LinkedHashSet<>(inherited);
    this.seen.addAll(inherited);
  }

  /** Whatever was on its way when the process ended is unknown, and nobody works on it yet. */
  void mark() {
    for (BillId bill : inherited) {
      try {
        var unused = where(bill, work -> happened(work, new Event.Restarted()));
      } catch (JournalUnavailable e) {
        if (e.reason() != JournalUnavailable.Reason.OTHER_TILL) {
          throw e;
        }
        // Another till took it over while this one was opening: it is not this one's any more.
        left.remove(bill);
      }
    }
  }

  synchronized void takeUp() {
    works.resolver().release(Set.of());
    each(this::takeUp);
  }

  private synchronized boolean isCopy() {
    return copies;
  }

  /** Whether none is left whose taking up, or dispute, failed. */
  synchronized boolean isDone() {
    return left.isEmpty();
  }

  /** What fails stays, to be done when it is said again, and keeps no other from being done. */
  private void each(Consumer<BillId> task) {
    for (BillId bill : List.copyOf(left)) {
      if (isDone(bill, task)) {
        left.remove(bill);
      }
    }
  }

  private static boolean isDone(BillId bill, Consumer<BillId> task) {
    try {
      task.accept(bill);
      return true;
    } catch (RuntimeException e) {
      // Such as of a full disk. Whoever asks for the bill meets the same and is told.
      return false;
    }
  }

  private void takeUp(BillId bill) {
    if (where(bill, work -> happened(work, new Event.Restarted()))) {
      works.resolver().now(bill);
    }
  }

  private static boolean happened(Case work, Event event) {
    work.happen(event);
    return work.state().unresolved();
  }

  /**
   * Each bill is disputed as a copy's once: what a person has decided about it since is gone on
   * with after a restart, and so is what this life of the journal began itself. Of what could not
   * be disputed nothing is undone meanwhile.
   */
  synchronized List<BillId> disputeCopies() {
    if (!copies) {
      // Also what was taken up before anybody knew.
      copies = true;
      left.addAll(inherited);
    }
    try {
      each(
          bill -> {
            if (where(bill, this::dispute)) {
              disputed.add(bill);
            } else {
              takeUp(bill);
            }
          });
    } finally {
      works.resolver().release(left);
    }
    return List.copyOf(disputed);
  }

  private boolean dispute(Case work) {
    BillState state = work.state();
    if ((state.unresolved() || state instanceof BillState.Settling)
        && isOfAnEarlierLife(state)
        && !wasDisputed(work.bill())) {
      work.happen(new Event.Contested(COPY));
    }
    return work.state() instanceof BillState.Disputed;
  }

  /** A copy is granted another slot, which stands in the message ids that it gives out. */
  private boolean isOfAnEarlierLife(BillState state) {
    return state
        .lastIntent()
        .filter(i -> MessageSlot.of(i.message().messageId()) != works.ledger().slot())
        .isPresent();
  }

  private boolean wasDisputed(BillId bill) {
    return works.ledger().records(bill).stream()
        .filter(entry -> entry.type() == RecordType.DISPUTED)
        .map(RecordReader::understand)
        .anyMatch(r -> r instanceof BillRecord.Disputed d && d.reason().equals(COPY));
  }

  /**
   * Takes up what a till left that nobody has heard of for a while. Calls that are at work here are
   * not disturbed. In a copy nothing is taken: what its database says of the other tills is as old
   * as the copy, and they may have gone on.
   */
  void takeOver() {
    if (isCopy()) {
      return;
    }
    List<BillId> ours = works.ledger().takeOver();
    seen.retainAll(ours);
    for (BillId bill : ours) {
      if (!seen.contains(bill)
          && where(bill, work -> !works.ledger().isAtWork(bill) && seen.add(bill))) {
        takeUp(bill);
      }
    }
  }

  /** What is true of the bill; false of one that cannot be read. */
  private boolean where(BillId bill, Predicate<Case> question) {
    try {
      return works.ledger().ask(bill, question::test);
    } catch (RecordUnreadable e) {
      // It stays on the list, and whoever asks for it is told why. The others are not concerned.
      return false;
    }
  }
}
