package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.SignedDocument;
import java.util.Optional;

/**
 * What was cancelled, by which document, with the receipt that says so; and which documents were
 * refused. A refused document stays refused: the counter was told so, and a copy of it that comes
 * late must not undo what the counter believes to stand.
 */
record CancelBook(Store store) {

  /**
   * A cancellation.
   *
   * @param document the message id in the document that asked for it
   */
  record Done(String settlement, String document, String bill, SignedDocument receipt) {}

  /** Of this settle message. */
  Optional<Done> find(String institution, String message) {
    return store.one(
        "SELECT settlement, document, bill, receipt FROM cancellation"
            + " WHERE institution = ? AND message = ?",
        row ->
            new Done(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Readings.stored(SignedDocument.getDefaultInstance(), row.getBytes(4))),
        institution,
        message);
  }

  void put(String id, String message, Done done, Request request) {
    store.write(
        "INSERT INTO cancellation VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        done.settlement(),
        request.institution(),
        message,
        done.document(),
        done.bill(),
        done.receipt().toByteArray(),
        request.now().toEpochMilli());
  }

  Optional<Refusal> refusal(String institution, String document, byte[] digest) {
    return store.one(
        "SELECT refusal FROM cancellation_refused"
            + " WHERE institution = ? AND document = ? AND digest = ?",
        row -> Readings.stored(Refusal.getDefaultInstance(), row.getBytes(1)),
        institution,
        document,
        digest);
  }

  void refuse(String document, byte[] digest, Refusal refusal, Request request) {
    store.write(
        "INSERT INTO cancellation_refused VALUES (?, ?, ?, ?, ?)",
        request.institution(),
        document,
        digest,
        refusal.toByteArray(),
        request.now().toEpochMilli());
  }
}
