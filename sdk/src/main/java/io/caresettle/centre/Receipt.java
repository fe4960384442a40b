package io.caresettle.centre;

import io.caresettle.money.Money;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The centre's word that a settlement stands.
 *
 * @param message which settle message it answers
 * @param evidence the document itself, for whoever doubts it years later
 */
public record Receipt(
    String settlementId,
    SettleMessage message,
    ScopeCut cut,
    SettlementSplit split,
    Money accountBalanceAfter,
    Instant settledAt,
    LocalDate businessDate,
    Evidence evidence) {

  /**
   * @throws IllegalArgumentException when the bill was cut into another total than was split
   */
  public Receipt {
    Balance.check(cut, split);
  }
}
