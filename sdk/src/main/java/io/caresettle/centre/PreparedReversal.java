package io.caresettle.centre;

/**
 * A reversal as it will be sent, each time it is sent: made before its intent is durable, and kept
 * with it.
 *
 * @param messageId the reversal's own
 * @param original what is to be undone
 * @param document as in {@link PreparedSettlement}
 */
public record PreparedReversal(String messageId, SettleMessage original, Evidence document) {}
