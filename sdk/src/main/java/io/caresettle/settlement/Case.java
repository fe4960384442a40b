package io.caresettle.settlement;

import io.caresettle.split.BillId;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One bill in work: its state, and who waits for it. */
final class Case {

  private final BillId bill;
  private final Ledger ledger;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private BillState state;
  private boolean failed;

  Case(BillId bill, Ledger ledger, BillState state) {
    this.bill = bill;
    this.ledger = ledger;
    this.state = state;
  }

  BillId bill() {
    return bill;
  }

  void lock() {
    lock.lock();
  }

  void unlock() {
    lock.unlock();
  }

  /** Only under the lock. */
  BillState state() {
    return state;
  }

  /**
   * Only under the lock: makes durable what follows from {@code event}, and gives what is to be
   * sent now.
   *
   * @throws io.caresettle.problem.JournalUnavailable when it cannot be kept; the state is as before
   */
  Machine.Step happen(Event event) {
    Machine.Step step = Machine.on(state, event);
    try {
      state = ledger.keep(bill, state, step.records());
    } catch (RuntimeException e) {
      failed = true;
      throw e;
    } finally {
      changed.signalAll();
    }
    return step;
  }

  /**
   * Only under the lock: waits until the state is no longer {@code old} or {@code nanos} have
   * passed.
   *
   * @return what is left of {@code nanos}; nothing is left too when the journal has failed
   */
  long await(BillState old, long nanos) throws InterruptedException {
    long left = nanos;
    while (state == old && left > 0) {
      if (failed) {
        return 0;
      }
      left = changed.awaitNanos(left);
    }
    return left;
  }
}
