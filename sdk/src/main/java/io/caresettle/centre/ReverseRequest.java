package io.caresettle.centre;

import java.time.Instant;

/**
 * One reversal.
 *
 * @param messageId the reversal's own, the same each time it is sent
 * @param original what is to be undone
 */
public record ReverseRequest(String messageId, SettleMessage original, Instant time) {}
