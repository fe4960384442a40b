package io.caresettle.journal;

import io.caresettle.split.BillId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The table of records, as SQL sees it: bodies go in and come out sealed. */
final class Records {

  private static final String CLOSING =
      Arrays.stream(RecordType.values())
          .filter(RecordType::closes)
          .map(type -> "'" + type + "'")
          .collect(Collectors.joining(", "));

  private static final String OPENING =
      Arrays.stream(RecordType.values())
          .filter(RecordType::opens)
          .map(type -> "'" + type + "'")
          .collect(Collectors.joining(", "));

  /** Bill and position of the last attempt or cancellation, for that is the one that counts. */
  private static final String UNFINISHED =
      "SELECT last.bill, last.position FROM (SELECT bill, MAX(position) AS position FROM record"
          + " WHERE type IN ("
          + OPENING
          + ") GROUP BY bill) AS last"
          + " WHERE NOT EXISTS (SELECT 1 FROM record AS later"
          + " WHERE later.bill = last.bill AND later.position > last.position"
          + " AND (later.type = 'ACKNOWLEDGED' OR (later.type IN ("
          + CLOSING
          + ") AND NOT EXISTS (SELECT 1 FROM record AS unsure"
          + " WHERE unsure.bill = last.bill AND unsure.type = 'UNKNOWN' AND"
          + " unsure.position BETWEEN last.position AND later.position))))";

  /** A record as it was read. */
  record Row(long position, RecordType type, String messageId, Instant time, SealedBody body) {

    /** Opens it, on the thread of whoever wants to read it. */
    Entry open(BillId bill, String epoch, DataKeys keys) {
      String clear =
          body.open(
              keys.boxOf(body.dataKey(), position),
              epoch,
              position,
              bill.number(),
              type,
              messageId,
              time);
      return new Entry(position, bill, type, messageId, time, clear);
    }
  }

  private Records() {}

  /** Their positions, in the order of {@code drafts}; each body stands where its draft does. */
  static List<Long> insert(
      Connection connection, List<Draft> drafts, List<SealedBody> bodies, Instant time)
      throws SQLException {
    List<Long> positions = new ArrayList<>(drafts.size());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO record (bill, type, message_id, at_millis, data_key, body)"
                + " VALUES (?, ?, ?, ?, ?, ?) RETURNING position")) {
      for (int i = 0; i < drafts.size(); i++) {
        Draft draft = drafts.get(i);
        insert.setString(1, draft.bill().number());
        insert.setString(2, draft.type().name());
        insert.setString(3, draft.messageId());
        insert.setLong(4, time.toEpochMilli());
        insert.setLong(5, bodies.get(i).dataKey());
        insert.setBytes(6, bodies.get(i).sealed());
        try (ResultSet row = insert.executeQuery()) {
          positions.add(row.getLong(1));
        }
      }
    }
    return positions;
  }

  /** All of one bill, oldest first. */
  static List<Row> of(Connection connection, String billNumber) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT position, type, message_id, at_millis, data_key, body FROM record"
                + " WHERE bill = ? ORDER BY position")) {
      select.setString(1, billNumber);
      try (ResultSet rows = select.executeQuery()) {
        List<Row> all = new ArrayList<>();
        while (rows.next()) {
          all.add(
              new Row(
                  rows.getLong(1),
                  RecordType.valueOf(rows.getString(2)),
                  rows.getString(3),
                  Instant.ofEpochMilli(rows.getLong(4)),
                  new SealedBody(rows.getLong(5), rows.getBytes(6))));
        }
        return all;
      }
    }
  }

  /** The numbers of the bills that are not at their end, oldest first. */
  static List<String> unfinished(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(UNFINISHED + " ORDER BY last.position")) {
      List<String> bills = new ArrayList<>();
      while (rows.next()) {
        bills.add(rows.getString(1));
      }
      return bills;
    }
  }

  /** The numbers of the bills with such a record, by its first. */
  static List<String> having(Connection connection, RecordType type) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT bill FROM record WHERE type = ? GROUP BY bill ORDER BY MIN(position)")) {
      select.setString(1, type.name());
      try (ResultSet rows = select.executeQuery()) {
        List<String> bills = new ArrayList<>();
        while (rows.next()) {
          bills.add(rows.getString(1));
        }
        return bills;
      }
    }
  }

  /** The data keys without which the unfinished bills cannot be taken to their end. */
  static List<Long> dataKeysOfUnfinished(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT DISTINCT data_key FROM record WHERE bill IN (SELECT bill FROM ("
                    + UNFINISHED
                    + "))")) {
      List<Long> keys = new ArrayList<>();
      while (rows.next()) {
        keys.add(rows.getLong(1));
      }
      return keys;
    }
  }
}
