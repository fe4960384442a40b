package io.caresettle.centre;

import java.time.Instant;

/**
 * One cancellation of a settlement that stands.
 *
 * @param messageId the cancellation's own, the same each time it is sent
 * @param receipt of the settlement that is to be undone
 * @param reason such as 退费
 * @param approvedBy the second person, where the institution asks for one; empty otherwise
 * @param time by the terminal's clock
 */
public record CancelRequest(
    String messageId,
    Receipt receipt,
    String reason,
    String operator,
    String approvedBy,
    Instant time) {}
