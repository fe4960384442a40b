package io.caresettle.journal;

import io.caresettle.problem.RecordUnreadable;
import io.caresettle.protocol.NotAuthentic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The table of acts, as SQL sees it: bodies go in and come out sealed. */
final class Acts {

  private static final String COLUMNS =
      "SELECT position, epoch, kind, visit, at_millis, data_key, body FROM act"
          + " JOIN life ON life.number = act.life ";

  /** An act as it was read. */
  record Row(
      long position, String epoch, ActKind kind, String visitKey, Instant time, SealedBody body) {

    /** Opens it, on the thread of whoever wants to read it. */
    Act open(DataKeys keys) {
      try {
        byte[] clear =
            keys.boxOf(body.dataKey(), position)
                .open(ActDraft.place(epoch, kind, visitKey, time), body.sealed());
        ActDraft.Said said = ActDraft.Said.of(clear);
        return new Act(
            position,
            epoch,
            kind,
            said.visitNumber(),
            said.operatorId(),
            time,
            said.body(),
            said.signature());
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
    String visitKey = ActDraft.visitKey(epoch, draft.visitNumber());
    byte[] place = ActDraft.place(epoch, draft.kind(), visitKey, draft.time());
    return new SealedBody(key.number(), key.box().seal(place, draft.said().bytes()));
  }

  /** Their positions, in the order of {@code drafts}; each body stands where its draft does. */
  static List<Long> insert(
      Connection connection, Chain chain, Life life, List<ActDraft> drafts, List<SealedBody> bodies)
      throws SQLException {
    List<Long> positions = new ArrayList<>(drafts.size());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO act (kind, visit, at_millis, data_key, body, life)"
                + " VALUES (?, ?, ?, ?, ?, ?) RETURNING position")) {
      for (int i = 0; i < drafts.size(); i++) {
        ActDraft draft = drafts.get(i);
        String visitKey = ActDraft.visitKey(life.epoch(), draft.visitNumber());
        long millis = draft.time().toEpochMilli();
        insert.setString(1, draft.kind().name());
        insert.setString(2, visitKey);
        insert.setLong(3, millis);
        insert.setLong(4, bodies.get(i).dataKey());
        insert.setBytes(5, bodies.get(i).sealed());
        insert.setLong(6, life.number());
        long position = Records.only(insert);
        positions.add(position);
        chain.link(
            connection,
            LinkedRow.act(
                position,
                life.number(),
                draft.kind().name(),
                visitKey,
                millis,
                LinkedRow.Sealed.of(bodies.get(i))));
      }
    }
    return positions;
  }

  /** All of one visit, oldest first. Each life of the journal hides its number in its own way. */
  static List<Row> of(Connection connection, String visitNumber) throws SQLException {
    List<Life> lives = Life.all(connection);
    String keys = String.join(", ", Collections.nCopies(lives.size(), "?"));
    try (PreparedStatement select =
        connection.prepareStatement(COLUMNS + "WHERE visit IN (" + keys + ") ORDER BY position")) {
      for (int i = 0; i < lives.size(); i++) {
        select.setString(i + 1, ActDraft.visitKey(lives.get(i).epoch(), visitNumber));
      }
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
                rows.getString(2),
                ActKind.valueOf(rows.getString(3)),
                rows.getString(4),
                Instant.ofEpochMilli(rows.getLong(5)),
                new SealedBody(rows.getLong(6), rows.getBytes(7))));
      }
      return all;
    }
  }
}
