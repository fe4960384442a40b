package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.Registered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Visits that were opened for somebody whom nobody could name, and whose they turned out to be. */
record RegistrationBook(Store store) {

  private static final String COLUMNS =
      "SELECT id, visit, temporary, at, withdrawn_at, withdrawn_for, person, merged_at"
          + " FROM registration WHERE institution = ? AND ";

  /** One of them. */
  record Entry(
      String id,
      String visit,
      String temporary,
      Instant at,
      Optional<Instant> withdrawnAt,
      Optional<String> withdrawnFor,
      Optional<String> person,
      Optional<Instant> mergedAt) {

    Registered registered() {
      return Registered.newBuilder()
          .setRegistrationId(id)
          .setTemporaryPersonNumber(temporary)
          .setRegisteredAtMillis(at.toEpochMilli())
          .build();
    }
  }

  Optional<Entry> ofVisit(String institution, String visit) {
    return store.one(COLUMNS + "visit = ?", RegistrationBook::entry, institution, visit);
  }

  Optional<Entry> ofRequest(String institution, String request) {
    return store.one(COLUMNS + "request = ?", RegistrationBook::entry, institution, request);
  }

  /** Only at the institution that opened it. */
  Entry require(String institution, String id) throws Refused {
    return store
        .one(COLUMNS + "id = ?", RegistrationBook::entry, institution, id)
        .orElseThrow(Reason.REGISTRATION_UNKNOWN::because);
  }

  boolean isTemporary(String person) {
    return store.number("SELECT COUNT(*) FROM registration WHERE temporary = ?", person) > 0;
  }

  /**
   * @param message as it came, which says what is known of the person
   */
  Entry open(Request request, String requestId, byte[] digest, String visit, byte[] message) {
    long number = store.number("SELECT COUNT(*) FROM registration") + 1;
    String tail = request.today().toString().replace("-", "") + String.format("%06d", number);
    Entry opened =
        new Entry(
            "R" + tail,
            visit,
            "T" + tail,
            request.now(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    store.write(
        "INSERT INTO registration (id, institution, visit, request, digest, temporary, message, at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        opened.id(),
        request.institution(),
        visit,
        requestId,
        digest,
        opened.temporary(),
        message,
        request.now().toEpochMilli());
    return opened;
  }

  void withdraw(String id, String reason, Instant now) {
    store.write(
        "UPDATE registration SET withdrawn_at = ?, withdrawn_for = ? WHERE id = ?",
        now.toEpochMilli(),
        reason,
        id);
  }

  void merge(String id, String person, Instant now) {
    store.write(
        "UPDATE registration SET person = ?, merged_at = ? WHERE id = ?",
        person,
        now.toEpochMilli(),
        id);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        Instant.ofEpochMilli(row.getLong(4)),
        moment(row, 5),
        Optional.ofNullable(row.getString(6)),
        Optional.ofNullable(row.getString(7)),
        moment(row, 8));
  }

  private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
