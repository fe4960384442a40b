package io.caresettle.centre;

import io.caresettle.money.Money;
import io.caresettle.split.SettlementSplit;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The centre's word that a settlement stands no more.
 *
 * @param returned what goes back, payer by payer, to where it came from
 * @param businessDate the day that the cancellation is counted in
 * @param evidence the document itself
 */
public record Cancelled(
    String cancellationId,
    String settlementId,
    SettlementSplit returned,
    Money accountBalanceAfter,
    Instant cancelledAt,
    LocalDate businessDate,
    Evidence evidence) {}
