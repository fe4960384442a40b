package io.caresettle.centre;

/**
 * A cancellation as it will be sent, each time it is sent: made before its intent is durable, and
 * kept with it.
 *
 * @param messageId the cancellation's own
 * @param original the message that settled
 * @param document as in {@link PreparedSettlement}
 */
public record PreparedCancellation(
    String messageId, SettleMessage original, String settlementId, Evidence document) {}
