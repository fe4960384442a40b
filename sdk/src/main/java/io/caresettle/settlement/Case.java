package io.caresettle.settlement;

import io.caresettle.problem.DeviceFault;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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

  /** For as long as it takes. Held while a record is kept, and never while the line is used. */
  void lock() {
    lock.lock();
  }

  /** Whether it is locked; not when somebody else has it until then, or an interrupt comes. */
  boolean lock(Duration within) {
    try {
      return lock.tryLock() || lock.tryLock(within.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
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
   * @throws DeviceFault when a reversal cannot be signed; the state is as before
   */
  Machine.Step happen(Event event) {
    Machine.Step step = Machine.on(state, event);
    try {
      state = ledger.keep(bill, state, step.records());
    } catch (DeviceFault e) {
      // The journal is as good as before; only the message was not signed.
      throw e;
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
