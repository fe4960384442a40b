package io.caresettle.settlement;

import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.split.BillId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One bill in work: its state, what is to be done with it, one thing after the other, and who waits
 * for it.
 *
 * <p>Nobody waits for a turn: whoever comes while another is at work leaves the task, and the other
 * does it. A task may take as long as a record takes to become durable, and never uses the line.
 */
final class Case {

  private record Watch(Predicate<BillState> until, Runnable then) {}

  /** So often another till may be faster. */
  private static final int MOST_TRIES = 5;

  private final BillId bill;
  private final Ledger ledger;
  private final Consumer<Throwable> broken;
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private boolean busy;

  // Only within a task.
  private final List<Watch> watches = new ArrayList<>();
  private Ledger.Known known;
  private boolean failed;

  /**
   * @param broken hears of a task that threw; the others are not concerned
   */
  Case(BillId bill, Ledger ledger, Ledger.Known known, Consumer<Throwable> broken) {
    this.bill = bill;
    this.ledger = ledger;
    this.known = known;
    this.broken = broken;
  }

  BillId bill() {
    return bill;
  }

  /** Does {@code task} now, or as soon as those before it are done. */
  void submit(Runnable task) {
    synchronized (tasks) {
      tasks.add(task);
      if (busy) {
        return;
      }
      busy = true;
    }
    work();
  }

  /** Does {@code task} now, or not at all when somebody else is at work. */
  boolean tryNow(Runnable task) {
    synchronized (tasks) {
      if (busy) {
        return false;
      }
      busy = true;
      tasks.add(task);
    }
    work();
    return true;
  }

  private void work() {
    while (true) {
      Runnable next;
      synchronized (tasks) {
        if (tasks.isEmpty()) {
          busy = false;
          return;
        }
        next = tasks.remove();
      }
      guarded(next);
      look();
    }
  }

  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      broken.accept(e);
    }
  }

  private void look() {
    for (Watch watch : List.copyOf(watches)) {
      if (failed || watch.until().test(known.state())) {
        watches.remove(watch);
        guarded(watch.then());
      }
    }
  }

  /** Only within a task. */
  BillState state() {
    return known.state();
  }

  /**
   * Only within a task: does {@code then}, as part of a task, once the state is one of those; also
   * when the journal has failed, because then nothing will change any more.
   */
  void when(Predicate<BillState> until, Runnable then) {
    watches.add(new Watch(until, then));
  }

  /**
   * Only within a task: makes durable what follows from {@code event}, and gives what is to be sent
   * now. Where another till has written of the bill meanwhile, it is read again, and what follows
   * is decided by that.
   *
   * @throws JournalUnavailable when it cannot be kept; the state is as before, or as another till
   *     has made it
   * @throws DeviceFault when a reversal cannot be signed; the state is as before
   */
  Machine.Step happen(Event event) {
    for (int tries = 1; ; tries++) {
      try {
        return decide(event);
      } catch (DeviceFault e) {
        // The journal is as good as before; only the message was not signed.
        throw e;
      } catch (JournalUnavailable e) {
        if (e.reason() != JournalUnavailable.Reason.OTHER_TILL) {
          failed = true;
          throw e;
        }
        if (!isBehind() || tries == MOST_TRIES) {
          throw e;
        }
      } catch (RuntimeException | Error e) {
        failed = true;
        throw e;
      }
    }
  }

  /** Whether there was more to know; now it is known. */
  private boolean isBehind() {
    Ledger.Known now = ledger.read(bill);
    boolean behind = now.position() > known.position();
    known = now;
    return behind;
  }

  private Machine.Step decide(Event event) {
    Machine.Step step = Machine.on(known.state(), event, ledger.profile());
    known = ledger.keep(bill, known, step.records());
    for (BillRecord record : step.records()) {
      if (record instanceof BillRecord.Disputed d) {
        ledger.contested(bill, d.reason());
      } else if (record instanceof BillRecord.HeldByCentre h) {
        ledger.contested(bill, h.reason());
      }
    }
    return step;
  }
}
