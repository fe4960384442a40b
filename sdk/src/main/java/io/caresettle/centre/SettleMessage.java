package io.caresettle.centre;

import io.caresettle.split.BillId;

/** Which settle message is meant: its id, and the bill it was sent for. */
public record SettleMessage(String messageId, BillId bill) {}
