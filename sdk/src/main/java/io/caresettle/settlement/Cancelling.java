package io.caresettle.settlement;

import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.Misuse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One call to cancel what stands: it makes the intent durable, leaves the sending to the resolver,
 * and waits for the centre's word. A bill that is cancelled, or being cancelled, is so once.
 */
final class Cancelling extends Call<CancelOutcome> {

  private enum Phase {
    ASKING,
    HEARD,
    LEFT
  }

  private final CancelOrder order;
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.ASKING);

  Cancelling(Works works, Case work, CancelOrder order, Duration within) {
    super(works, work, within);
    this.order = order;
  }

  @Override
  void begin() {
    if (!phase.compareAndSet(Phase.ASKING, Phase.HEARD)) {
      return;
    }
    work.happen(new Event.CancelAsked(works.ledger().nextMessageId(), order));
    if (work.state() instanceof BillState.Cancelling) {
      works.resolver().now(work.bill());
    } else if (!(work.state() instanceof BillState.Cancelled)) {
      throw new Misuse(
          "Bill "
              + work.bill()
              + " is "
              + work.state().name()
              + ": only a settlement that stands can be cancelled");
    }
    work.when(state -> !(state instanceof BillState.Cancelling), this::tellHowItStands);
  }

  @Override
  void leave(Leaving why) {
    if (phase.compareAndSet(Phase.ASKING, Phase.LEFT)) {
      fail(
          new CentreUnreachable(
              "Another call was at work on bill "
                  + work.bill()
                  + " until the deadline or an interrupt came, and nothing was cancelled: say it"
                  + " again"));
    } else {
      work.submit(guarded(this::tellHowItStands));
    }
  }

  private void tellHowItStands() {
    tell(Outcomes.ofCancelling(work.bill(), work.state()));
  }
}
