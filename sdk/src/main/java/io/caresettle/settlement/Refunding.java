package io.caresettle.settlement;

import io.caresettle.split.BillId;
import java.util.Optional;

/**
 * Where a refund stands (退费重结): the old bill is cancelled, then what remains is settled anew under
 * a number of its own.
 *
 * @param old the bill that is cancelled
 * @param anew the number under which the remaining lines are settled
 * @param cancelled how the cancellation stands
 * @param settled how the new bill ended; empty while nobody has begun to settle it, also because
 *     the process ended between the two
 * @param mayBegin whether another quote of the new bill may be settled: nobody has begun to, or it
 *     was refused, reversed, or never left
 */
public record Refunding(
    BillId old,
    BillId anew,
    CancelOutcome cancelled,
    Optional<SettlementOutcome> settled,
    boolean mayBegin) {

  /**
   * Whether the old bill stands no more and the new one is yet to be quoted, confirmed, settled;
   * once more, where that came to nothing.
   */
  public boolean isBetween() {
    return cancelled instanceof CancelOutcome.Cancelled && mayBegin;
  }

  /** What the new bill's trial names as replaced; empty while the old one may stand. */
  public Optional<String> replaces() {
    return cancelled instanceof CancelOutcome.Cancelled c
        ? Optional.of(c.settlementId())
        : Optional.empty();
  }
}
