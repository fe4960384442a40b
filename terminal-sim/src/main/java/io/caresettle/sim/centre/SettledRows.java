package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.Split;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Settlements of the books, for whoever asks by their own keys. */
record SettledRows(Store store) {

  private static final String ROWS =
      "SELECT s.id, s.institution, s.message, s.bill, v.visit, s.person, s.scheme, s.area,"
          + " b.care_type, s.split, s.at, b.day, COALESCE(u.done_by, ''), COALESCE(u.day, ''),"
          + " EXISTS (SELECT 1 FROM cancellation c WHERE c.settlement = s.id)"
          + " FROM settlement s JOIN settled_bill b ON b.settlement = s.id"
          + " JOIN settled_visit v ON v.settlement = s.id"
          + " LEFT JOIN undoing u ON u.settlement = s.id WHERE ";

  Optional<Known.Settled> ofId(String institution, String id) {
    return store.one(
        ROWS + "s.institution = ? AND s.id = ?", SettledRows::read, institution, id);
  }

  Optional<Known.Settled> ofMessage(String institution, String message) {
    return store.one(
        ROWS + "s.institution = ? AND s.message = ?", SettledRows::read, institution, message);
  }

  List<Known.Settled> ofVisit(String institution, String visit) {
    return store.all(
        ROWS + "v.institution = ? AND v.visit = ? ORDER BY s.id",
        SettledRows::read,
        institution,
        visit);
  }

  /** Settled, or undone, in these days. */
  List<Known.Settled> inDays(String institution, String first, String last) {
    return store.all(
        ROWS
            + "b.institution = ? AND (b.day BETWEEN ? AND ? OR u.day BETWEEN ? AND ?)"
            + " ORDER BY s.id",
        SettledRows::read,
        institution,
        first,
        last,
        first,
        last);
  }

  private static Known.Settled read(ResultSet row) throws SQLException {
    return new Known.Settled(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        Readings.stored(Split.getDefaultInstance(), row.getBytes(10)),
        Instant.ofEpochMilli(row.getLong(11)),
        row.getString(12),
        row.getString(13),
        row.getString(14),
        row.getBoolean(15));
  }
}
