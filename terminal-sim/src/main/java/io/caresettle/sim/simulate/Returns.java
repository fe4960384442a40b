package io.caresettle.sim.simulate;

import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.Misuse;
import io.caresettle.settlement.CancelOrder;
import io.caresettle.settlement.CancelOutcome;
import io.caresettle.sim.simulate.CallerBooks.Row;
import io.caresettle.sim.simulate.CallerBooks.Stage;
import io.caresettle.sim.simulate.CallerBooks.Taken;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.util.Optional;

/**
 * The part of the hospital's program for patients who come back with a bill that is booked: all of
 * it is cancelled, or part of it is refunded, which settles the rest under a number of its own.
 */
final class Returns {

  private static final Duration WITHIN = Duration.ofSeconds(10);

  private final Caller caller;
  private final Till till;
  private final Dice dice;

  Returns(Caller caller, Till till, Dice dice) {
    this.caller = caller;
    this.till = till;
    this.dice = dice;
  }

  /** Decides, once for each bill, whether its patient comes back. */
  void consider(Row row) {
    if (row.considered) {
      return;
    }
    row.considered = true;
    if (till.world.isStorm() && dice.happens(till.world.weather.taken())) {
      row.taken = row.plan.hasRest() && dice.happens(600) ? Taken.REFUND : Taken.CANCEL;
    }
    remember(row);
  }

  /** The patient is on the way, whichever life of the program will serve. */
  void remember(Row row) {
    if (row.taken != Taken.NO) {
      caller.later(dice.seconds(5, 300), row, () -> begin(row));
    }
  }

  private void begin(Row row) {
    if (row.stage == Stage.SETTLED && row.taken != Taken.NO) {
      row.stage = Stage.CANCELLING;
      till.slips.takeBack(row.plan.id(row.number));
      caller.tell(row, "is brought back: " + row.taken);
      if (caller.goesOn("before it cancels")) {
        ask(row);
      }
    }
  }

  /** Cancels, or asks what became of the cancellation: both are one call. */
  void ask(Row row) {
    BillId bill = row.plan.id(row.number);
    if (caller.at(row).disputeOf(bill).isPresent() || caller.at(row).outcomeOf(bill).isEmpty()) {
      row.stage = Stage.DISPUTED;
      caller.tell(row, "cannot be cancelled, and is left to a person");
      return;
    }
    CancelOrder order = new CancelOrder("退费", "op-1", "op-2");
    caller.then(
        row,
        caller
            .at(row)
            .cancelLater(
                bill,
                row.taken == Taken.REFUND
                    ? order.before(row.plan.id(row.plan.restNumber()))
                    : order,
                WITHIN),
        outcome -> told(row, outcome),
        e -> {
          if (e instanceof CentreUnreachable || isDisputed(row, e) || Caller.isOfAnotherTill(e)) {
            again(row);
          } else {
            Caller.fail(e);
          }
        });
  }

  private boolean isDisputed(Row row, Throwable e) {
    return e instanceof Misuse && caller.at(row).disputeOf(row.plan.id(row.number)).isPresent();
  }

  private void told(Row row, CancelOutcome outcome) {
    if (outcome instanceof CancelOutcome.Unknown) {
      again(row);
    } else if (outcome instanceof CancelOutcome.StillStands refused) {
      caller.tell(row, "stands still: " + refused.code());
      if (caller.goesOn("before it gives the slip back")) {
        row.taken = Taken.NO;
        row.stage = Stage.SETTLED;
        till.slips.print(refused.bill(), row.settlementId);
        caller.acknowledge(row);
      }
    } else if (outcome instanceof CancelOutcome.Cancelled cancelled) {
      cancelled(row, cancelled);
    }
  }

  private void cancelled(Row row, CancelOutcome.Cancelled cancelled) {
    if (!caller.goesOn("before it books a cancellation")) {
      return;
    }
    row.stage = Stage.CANCELLED;
    row.settlementId = "";
    caller.tell(row, "is booked as cancelled");
    Optional<Row> rest = Optional.empty();
    if (row.taken == Taken.REFUND) {
      // In one transaction of its database: after a crash, the rest is settled by another life.
      Plan plan = row.plan.rest(cancelled.settlementId(), till.world.agenda.elapsed());
      till.books.open(plan);
      rest = Optional.of(till.books.row(plan.number()));
    }
    caller.acknowledge(row);
    rest.ifPresent(one -> caller.later(dice.seconds(1, 60), one, () -> caller.serve(one)));
  }

  private void again(Row row) {
    caller.later(dice.seconds(5, 60), row, () -> ask(row));
  }
}
