package io.caresettle.centre;

/**
 * A settle message as it will be sent: made before its intent is durable, and kept with it.
 *
 * @param document the signed document, or whatever this centre's messages are made of
 */
public record PreparedSettlement(SettleMessage message, Evidence document) {}
