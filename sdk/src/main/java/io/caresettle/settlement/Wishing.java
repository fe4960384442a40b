package io.caresettle.settlement;

import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.Misuse;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One call that says whether a bill is wanted, and waits until it is known what becomes of it. */
final class Wishing extends Call<SettlementOutcome> {

  /** A wish is heard also by whoever does not want to wait for what becomes of it. */
  private static final Duration LEAST = Duration.ofSeconds(1);

  private final Wish wish;
  private final Duration within;
  private final long endOfTrying;

  /** Whether it is decided that the wish is heard, or that it is not. */
  private final AtomicBoolean decided = new AtomicBoolean();

  private volatile boolean heard;

  Wishing(Works works, Case work, Wish wish, Duration within) {
    super(works, work, within);
    this.wish = wish;
    this.within = within;
    this.endOfTrying = works.turns().nanos() + Math.max(within.toNanos(), LEAST.toNanos());
  }

  @Override
  void begin() {
    if (!decided.compareAndSet(false, true)) {
      return;
    }
    heard = true;
    Endings.requireAttempt(work);
    if (wish == Wish.NOT_WANTED) {
      requireNotBooked();
      work.happen(new Event.NotWanted(works.ledger().nextMessageId()));
    } else {
      work.happen(new Event.Wanted(works.settings().clock().instant().plus(within)));
    }
    if (work.state().unresolved()) {
      works.resolver().now(work.bill());
    }
    work.when(
        state -> !(state.unresolved() || state instanceof BillState.Settling),
        this::tellHowItStands);
  }

  private void requireNotBooked() {
    // What is being undone or cancelled already goes on, whoever does not want it either.
    boolean begun =
        work.state() instanceof BillState.Reversing || work.state() instanceof BillState.Cancelling;
    if (work.state().booked() && !begun) {
      throw new Misuse(
          "Bill "
              + work.bill()
              + " was settled and booked: what was booked is cancelled, not reversed");
    }
  }

  @Override
  void leave(Leaving why) {
    if (heard) {
      work.submit(guarded(this::tellHowItStands));
      return;
    }
    Duration left = works.left(endOfTrying);
    if (why != Leaving.DEADLINE || left.isZero()) {
      refuse();
      return;
    }
    try {
      // Never taken back: if the wish was heard by then, it does nothing.
      Runnable unused = works.turns().after(left, this::refuse);
    } catch (RejectedExecutionException e) {
      refuse();
    }
  }

  private void refuse() {
    if (decided.compareAndSet(false, true)) {
      fail(
          new CentreUnreachable(
              "Another call was at work on bill "
                  + work.bill()
                  + " until the deadline or an interrupt came, and the wish was not heard: say it"
                  + " again"));
    } else {
      work.submit(guarded(this::tellHowItStands));
    }
  }

  private void tellHowItStands() {
    tell(Outcomes.of(work.bill(), work.state()).orElseThrow());
  }
}
