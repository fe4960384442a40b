package io.caresettle.settlement;

import io.caresettle.centre.Opaque;
import io.caresettle.centre.SettleMessage;
import io.caresettle.split.BillId;
import java.time.Instant;

/**
 * One attempt to settle a bill, as it is kept before anything is sent.
 *
 * @param message the attempt's own message
 * @param bodyDigest what the bill is bound to
 * @param wantedUntil when the resolver stops looking for it and undoes it
 */
record Intent(
    SettleMessage message,
    String quoteReference,
    String bodyDigest,
    Opaque body,
    Figures confirmed,
    String operator,
    Instant wantedUntil,
    Particulars particulars) {

  BillId bill() {
    return message.bill();
  }
}
