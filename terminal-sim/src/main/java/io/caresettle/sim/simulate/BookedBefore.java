package io.caresettle.sim.simulate;

import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.SettlementOutcome.SettledDifferently;
import io.caresettle.sim.simulate.CallerBooks.Row;
import io.caresettle.sim.simulate.CallerBooks.Stage;
import io.caresettle.split.BillId;

/**
 * What a caller does with a bill whose end is in its books, and that its till lists again: mostly
 * it only was not acknowledged, but a till with an older copy of its disk may not know the end yet,
 * and an end that is not known cannot be acknowledged.
 */
final class BookedBefore {

  private final Caller caller;
  private final Till till;
  private final Dice dice;

  BookedBefore(Caller caller, Till till, Dice dice) {
    this.caller = caller;
    this.till = till;
    this.dice = dice;
  }

  static boolean is(Row row) {
    return row.stage == Stage.SETTLED || row.stage == Stage.NONE || row.stage == Stage.CANCELLED;
  }

  void ended(Row row, SettlementOutcome outcome) {
    BillId bill = row.plan.id(row.number);
    if (caller.at(row).disputeOf(bill).isPresent()) {
      caller.tell(row, "is booked and disputed, and left to a person");
    } else if (!till.contested.contains(bill)) {
      // A till that forgot nothing knows the end: that it does not would be found here.
      caller.acknowledge(row);
    } else if (outcome instanceof SettlementOutcome.Unknown) {
      caller.tell(row, "is booked, and its till does not know how it ended");
      caller.later(dice.seconds(5, 60), row, () -> caller.lookAgain(row));
    } else if (outcome instanceof SettledDifferently seen) {
      decide(row, seen);
    } else {
      caller.acknowledge(row);
    }
  }

  /** It was decided once already. */
  private void decide(Row row, SettledDifferently seen) {
    if (row.stage == Stage.SETTLED) {
      var unused = caller.at(row).accept(seen);
      caller.acknowledge(row);
    } else {
      caller.unwanted(row);
    }
  }
}
