package io.caresettle.centre;

import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One settlement of a day as the centre's book holds it.
 *
 * @param receiptDigest SM3 of the receipt's document in lower-case hex
 * @param undoing what undid it; empty while it stands
 */
public record DaySettlement(
    String settlementId,
    SettleMessage message,
    ClearingGroup group,
    LocalDate businessDate,
    Instant settledAt,
    ScopeCut cut,
    SettlementSplit split,
    String receiptDigest,
    Optional<Undoing> undoing) {

  /**
   * What undid a settlement.
   *
   * @param by the message id of the reversal, or the number of the cancellation
   * @param on the day that the undoing is counted in
   */
  public record Undoing(String by, Instant at, LocalDate on) {}

  /**
   * @throws IllegalArgumentException when the bill was cut into another total than was split
   */
  public DaySettlement {
    Balance.check(cut, split);
  }

  public boolean stands() {
    return undoing.isEmpty();
  }
}
