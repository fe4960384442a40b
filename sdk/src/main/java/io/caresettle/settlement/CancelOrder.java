package io.caresettle.settlement;

import io.caresettle.split.BillId;
import java.util.Optional;

/**
 * Why a settlement is to be cancelled, and by whom.
 *
 * @param reason such as 退费
 * @param approvedBy the second person, where the institution asks for one; empty otherwise
 * @param anew the bill under which the remaining lines are settled, where it is a refund of others
 */
public record CancelOrder(
    String reason, String operator, String approvedBy, Optional<BillId> anew) {

  /** A cancellation of all of it. */
  public CancelOrder(String reason, String operator, String approvedBy) {
    this(reason, operator, approvedBy, Optional.empty());
  }

  /** The first half of a refund. */
  public CancelOrder before(BillId remaining) {
    return new CancelOrder(reason, operator, approvedBy, Optional.of(remaining));
  }
}
