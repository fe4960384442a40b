package io.caresettle.sim.centre;

import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.wire.ResolveCode;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Which national code is bound to which visit. The codes themselves are not kept, only digests. */
record CodeBindings(Store store) {

  private static final String COLUMNS =
      "SELECT id, digest, request, institution, terminal, slot, visit, person, at, expires"
          + " FROM code_binding WHERE ";

  /**
   * One person at one visit of one terminal.
   *
   * @param terminal the party id of its keys
   */
  @SuppressWarnings("ArrayRecordComponent") // Lives for one message and is never compared.
  record Binding(
      String id,
      byte[] digest,
      String request,
      String institution,
      String terminal,
      int slot,
      String visit,
      String person,
      Instant at,
      Instant expires) {

    boolean isOf(Request request, String visitNumber) {
      return institution.equals(request.institution())
          && terminal.equals(request.terminal().partyId())
          && visit.equals(visitNumber);
    }

    boolean isOver(Instant now) {
      return !now.isBefore(expires);
    }
  }

  static byte[] digest(ResolveCode asked) {
    return Sm3.digest(asked.getCode().getBytes(StandardCharsets.UTF_8));
  }

  Optional<Binding> ofCode(byte[] digest) {
    return store.one(COLUMNS + "digest = ?", CodeBindings::read, digest);
  }

  Optional<Binding> ofRequest(String institution, String request) {
    return store.one(
        COLUMNS + "institution = ? AND request = ?", CodeBindings::read, institution, request);
  }

  Optional<Binding> find(String id) {
    return store.one(COLUMNS + "id = ?", CodeBindings::read, id);
  }

  void keep(Binding binding) {
    store.write(
        "INSERT INTO code_binding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        binding.id(),
        binding.digest(),
        binding.request(),
        binding.institution(),
        binding.terminal(),
        binding.slot(),
        binding.visit(),
        binding.person(),
        binding.at().toEpochMilli(),
        binding.expires().toEpochMilli());
  }

  private static Binding read(ResultSet row) throws SQLException {
    return new Binding(
        row.getString(1),
        row.getBytes(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getInt(6),
        row.getString(7),
        row.getString(8),
        Instant.ofEpochMilli(row.getLong(9)),
        Instant.ofEpochMilli(row.getLong(10)));
  }
}
