package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.UploadCosts;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Costs that were billed and paid outside a settlement: all are recorded (NT 41). */
record CostBook(Store store) {

  @SuppressWarnings("ArrayRecordComponent") // Compared by its bytes only, here.
  record Upload(String id, byte[] digest, Instant at) {

    boolean isOf(byte[] message) {
      return Arrays.equals(digest, message);
    }
  }

  Optional<Upload> find(String institution, String request) {
    return store.one(
        "SELECT id, digest, at FROM costs WHERE institution = ? AND request = ?",
        row -> new Upload(row.getString(1), row.getBytes(2), Instant.ofEpochMilli(row.getLong(3))),
        institution,
        request);
  }

  Upload put(UploadCosts costs, byte[] digest, Request request) {
    long number = store.number("SELECT MAX(rowid) FROM costs") + 1;
    String id =
        "C" + request.businessDate().toString().replace("-", "") + String.format("%08d", number);
    store.write(
        "INSERT INTO costs VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        request.institution(),
        costs.getRequestId(),
        digest,
        costs.getBillNumber(),
        costs.getReasonValue(),
        costs.toByteArray(),
        request.now().toEpochMilli());
    return new Upload(id, digest, request.now());
  }

  /** When this upload was taken back, whether it had arrived or not. */
  Optional<Instant> withdrawnAt(String institution, String request) {
    return store.one(
        "SELECT at FROM costs_withdrawn WHERE institution = ? AND request = ?",
        row -> Instant.ofEpochMilli(row.getLong(1)),
        institution,
        request);
  }

  void withdraw(String original, String reason, Request request) {
    store.write(
        "INSERT INTO costs_withdrawn VALUES (?, ?, ?, ?)",
        request.institution(),
        original,
        reason,
        request.now().toEpochMilli());
  }

  /** A bill that was paid in cash and recorded so is not settled beside that. */
  void refuseIfUploaded(String institution, String bill) throws Refused {
    long standing =
        store.number(
            "SELECT COUNT(*) FROM costs c WHERE c.institution = ? AND c.bill = ? AND NOT EXISTS"
                + " (SELECT 1 FROM costs_withdrawn w WHERE w.institution = c.institution"
                + " AND w.request = c.request)",
            institution,
            bill);
    if (standing > 0) {
      throw UndoReason.COSTS_STAND.because();
    }
  }
}
