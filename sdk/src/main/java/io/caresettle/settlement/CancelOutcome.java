package io.caresettle.settlement;

import io.caresettle.problem.NextStep;
import io.caresettle.split.BillId;
import io.caresettle.split.SettlementSplit;

/** How a cancellation ended, told by what the cashier must do next. */
public sealed interface CancelOutcome {

  /** Which bill it is. */
  BillId bill();

  /**
   * The settlement stands no more.
   *
   * @param returned what goes back, payer by payer, to where it came from
   */
  record Cancelled(
      BillId bill, String settlementId, String cancellationId, SettlementSplit returned)
      implements CancelOutcome {}

  /** The centre refused, and the settlement stands as before. */
  record StillStands(
      BillId bill, String code, String zh, String en, String legalBasis, NextStep next)
      implements CancelOutcome {

    /** Chinese with English beside it. */
    public String reason() {
      return zh + " / " + en;
    }
  }

  /** Nobody here knows yet. The same cancellation is repeated until the centre answers. */
  record Unknown(BillId bill, long journalPosition, String messageId) implements CancelOutcome {}
}
