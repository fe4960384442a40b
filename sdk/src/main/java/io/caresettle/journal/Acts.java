package io.caresettle.journal;

import io.caresettle.problem.RecordUnreadable;
import io.caresettle.protocol.NotAuthentic;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The table of acts, as SQL sees it: bodies go in and come out sealed. */
final class Acts {

  private static final String COLUMNS =
      "SELECT position, kind, visit, operator, at_millis, data_key, body, signature FROM act ";

  /** An act as it was read. */
  @SuppressWarnings("ArrayRecordComponent") // Lives from the file to the reader.
  record Row(
      long position,
      ActKind kind,
      String visitNumber,
      String operatorId,
      Instant time,
      SealedBody body,
      byte[] signature) {

    /** Opens it, on the thread of whoever wants to read it. */
    Act open(String epoch, DataKeys keys) {
      try {
        byte[] clear =
            keys.boxOf(body.dataKey(), position)
                .open(ActDraft.place(epoch, kind, visitNumber, operatorId, time), body.sealed());
        String text = new String(clear, StandardCharsets.UTF_8);
        return new Act(position, kind, visitNumber, operatorId, time, text, signature);
      } catch (NotAuthentic e) {
        throw new RecordUnreadable(
            "Act "
                + position
                + " is damaged or was moved there from elsewhere: keep the journal's file as it is,"
                + " and call whoever looks after security",
            e);
      }
    }
  }

  private Acts() {}

  static SealedBody seal(DataKeys.OfDay key, String epoch, ActDraft draft) {
    byte[] place =
        ActDraft.place(epoch, draft.kind(), draft.visitNumber(), draft.operatorId(), draft.time());
    return new SealedBody(key.number(), key.box().seal(place, draft.bodyBytes()));
  }

  /** Their positions, in the order of {@code drafts}; each body stands where its draft does. */
  static List<Long> insert(Connection connection, List<ActDraft> drafts, List<SealedBody> bodies)
      throws SQLException {
    List<Long> positions = new ArrayList<>(drafts.size());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO act (kind, visit, operator, at_millis, data_key, body, signature)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING position")) {
      for (int i = 0; i < drafts.size(); i++) {
        ActDraft draft = drafts.get(i);
        insert.setString(1, draft.kind().name());
        insert.setString(2, draft.visitNumber());
        insert.setString(3, draft.operatorId());
        insert.setLong(4, draft.time().toEpochMilli());
        insert.setLong(5, bodies.get(i).dataKey());
        insert.setBytes(6, bodies.get(i).sealed());
        insert.setBytes(7, draft.signature());
        try (ResultSet row = insert.executeQuery()) {
          positions.add(row.getLong(1));
        }
      }
    }
    return positions;
  }

  /** All of one visit, oldest first. */
  static List<Row> of(Connection connection, String visitNumber) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(COLUMNS + "WHERE visit = ? ORDER BY position")) {
      select.setString(1, visitNumber);
      return rows(select);
    }
  }

  /** All of one day in China, oldest first. */
  static List<Row> ofDay(Connection connection, LocalDate day) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            COLUMNS + "WHERE at_millis >= ? AND at_millis < ? ORDER BY position")) {
      select.setLong(1, DataKeys.startOf(day).toEpochMilli());
      select.setLong(2, DataKeys.startOf(day.plusDays(1)).toEpochMilli());
      return rows(select);
    }
  }

  /** All there are, oldest first. */
  static List<Row> all(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(COLUMNS + "ORDER BY position")) {
      return rows(select);
    }
  }

  private static List<Row> rows(PreparedStatement select) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      List<Row> all = new ArrayList<>();
      while (rows.next()) {
        all.add(
            new Row(
                rows.getLong(1),
                ActKind.valueOf(rows.getString(2)),
                rows.getString(3),
                rows.getString(4),
                Instant.ofEpochMilli(rows.getLong(5)),
                new SealedBody(rows.getLong(6), rows.getBytes(7)),
                rows.getBytes(8)));
      }
      return all;
    }
  }
}
