package io.caresettle.settlement;

import io.caresettle.centre.Evidence;
import io.caresettle.centre.SettleMessage;
import io.caresettle.split.BillId;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to settle a bill, as it is kept before anything is sent.
 *
 * @param message the attempt's own message
 * @param bodyDigest what the bill is bound to
 * @param document the settle message as it is sent; empty in records of the first version
 * @param wantedUntil when the resolver stops looking for it and undoes it
 * @param at when it was signed, by the wall clock: what waits for the longest life of a message
 *     must outlive the process
 * @param atCentre the same by the centre's clock, which nobody can set here; empty in records of
 *     earlier versions, and where the centre had not told its time
 */
record Intent(
    SettleMessage message,
    String quoteReference,
    String bodyDigest,
    Evidence document,
    Figures confirmed,
    String operator,
    Instant wantedUntil,
    Instant at,
    Optional<Instant> atCentre,
    Particulars particulars) {

  Intent(
      SettleMessage message,
      String quoteReference,
      String bodyDigest,
      Evidence document,
      Figures confirmed,
      String operator,
      Instant wantedUntil,
      Instant at,
      Particulars particulars) {
    this(
        message,
        quoteReference,
        bodyDigest,
        document,
        confirmed,
        operator,
        wantedUntil,
        at,
        Optional.empty(),
        particulars);
  }

  BillId bill() {
    return message.bill();
  }
}
