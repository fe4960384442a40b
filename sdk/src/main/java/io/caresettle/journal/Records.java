package io.caresettle.journal;

import io.caresettle.split.BillId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The table of records, as SQL sees it: bodies go in and come out sealed. */
final class Records {

  /** A record as it was read. */
  record Row(
      long position,
      String epoch,
      RecordType type,
      String messageId,
      Instant time,
      SealedBody body) {

    /** Opens it, on the thread of whoever wants to read it. */
    Entry open(BillId bill, DataKeys keys) {
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
      Connection connection,
      Opening opening,
      Life life,
      List<Draft> drafts,
      List<SealedBody> bodies,
      List<LinkedRow.Sealed> digests,
      Instant time)
      throws SQLException {
    List<Long> positions = new ArrayList<>(drafts.size());
    long millis = time.toEpochMilli();
    Dialect dialect = opening.dialect();
    dialect.requireOurs(connection, life, drafts);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO record (bill, type, message_id, at_millis, data_key, body, life)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING position")) {
      for (int i = 0; i < drafts.size(); i++) {
        Draft draft = drafts.get(i);
        String bill = draft.bill().number();
        insert.setString(1, bill);
        insert.setString(2, draft.type().name());
        insert.setString(3, draft.messageId());
        insert.setLong(4, millis);
        insert.setLong(5, bodies.get(i).dataKey());
        insert.setBytes(6, bodies.get(i).sealed());
        insert.setLong(7, life.number());
        long position = only(insert);
        positions.add(position);
        OpenBills.follow(connection, dialect, bill, draft.type(), position, life.askedSlot());
        opening
            .chain()
            .link(
                connection,
                LinkedRow.record(
                    position,
                    life.number(),
                    bill,
                    draft.type().name(),
                    draft.messageId(),
                    millis,
                    digests.get(i)));
      }
    }
    return positions;
  }

  /** The one number that {@code insert} gives back. */
  static long only(PreparedStatement insert) throws SQLException {
    try (ResultSet row = insert.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** When the last record was kept, in milliseconds since 1970; 0 of a journal without any. */
  static long newest(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT at_millis FROM record ORDER BY position DESC LIMIT 1")) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /** All of one bill, oldest first. */
  static List<Row> of(Connection connection, String billNumber) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT position, epoch, type, message_id, at_millis, data_key, body FROM record"
                + " JOIN life ON life.number = record.life WHERE bill = ? ORDER BY position")) {
      select.setString(1, billNumber);
      try (ResultSet rows = select.executeQuery()) {
        List<Row> all = new ArrayList<>();
        while (rows.next()) {
          all.add(row(rows));
        }
        return all;
      }
    }
  }

  /** The row at hand, whose columns are those of {@link #of}. */
  static Row row(ResultSet rows) throws SQLException {
    return new Row(
        rows.getLong(1),
        rows.getString(2),
        RecordType.valueOf(rows.getString(3)),
        rows.getString(4),
        Instant.ofEpochMilli(rows.getLong(5)),
        new SealedBody(rows.getLong(6), rows.getBytes(7)));
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

  /** Those of them that have one in this time, by its first there. */
  static List<String> having(Connection connection, RecordType type, Instant from, Instant to)
      throws SQLException {
    // The type stands in the statement, so that the index of attempts is found.
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT bill FROM record WHERE type = '"
                + type.name()
                + "' AND at_millis >= ? AND at_millis < ? GROUP BY bill ORDER BY MIN(position)")) {
      select.setLong(1, from.toEpochMilli());
      select.setLong(2, to.toEpochMilli());
      try (ResultSet rows = select.executeQuery()) {
        List<String> bills = new ArrayList<>();
        while (rows.next()) {
          bills.add(rows.getString(1));
        }
        return bills;
      }
    }
  }

  /** The data keys without which costs that wait to be told cannot be told. */
  static List<Long> dataKeysOfWaitingCosts(Connection connection) throws SQLException {
    return dataKeys(
        connection,
        "SELECT costs.bill FROM record AS costs WHERE costs.type = 'COSTS_INTENT' AND NOT EXISTS"
            + " (SELECT 1 FROM record AS ended WHERE ended.bill = costs.bill AND ended.message_id ="
            + " costs.message_id AND ended.type IN ('COSTS_UPLOADED', 'COSTS_WITHDRAWN'))");
  }

  /** The data keys without which the unfinished bills cannot be taken to their end. */
  static List<Long> dataKeysOfUnfinished(Connection connection) throws SQLException {
    return dataKeys(connection, "SELECT bill FROM open_bill");
  }

  private static List<Long> dataKeys(Connection connection, String bills) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT DISTINCT data_key FROM record WHERE bill IN (" + bills + ")")) {
      List<Long> keys = new ArrayList<>();
      while (rows.next()) {
        keys.add(rows.getLong(1));
      }
      return keys;
    }
  }
}
