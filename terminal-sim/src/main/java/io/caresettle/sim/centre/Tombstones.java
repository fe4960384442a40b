package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.SignedDocument;
import java.util.Optional;

/** The messages that can no longer settle, each with the receipt that says so. */
record Tombstones(Store store) {

  @SuppressWarnings("ArrayRecordComponent") // Lives for one message and is never compared.
  record Tombstone(String bill, byte[] receipt) {}

  static void refuseIfUndone(Store store, Request request) throws Refused {
    if (new Tombstones(store).find(request.institution(), request.id()).isPresent()) {
      throw Reason.UNDONE_BEFORE.because();
    }
  }

  Optional<Tombstone> find(String institution, String message) {
    return store.one(
        "SELECT bill, receipt FROM tombstone WHERE institution = ? AND message = ?",
        row -> new Tombstone(row.getString(1), row.getBytes(2)),
        institution,
        message);
  }

  void put(Request request, String message, String bill, SignedDocument receipt) {
    store.write(
        "INSERT INTO tombstone VALUES (?, ?, ?, ?, ?)",
        request.institution(),
        message,
        bill,
        receipt.toByteArray(),
        request.now().toEpochMilli());
  }
}
