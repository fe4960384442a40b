package io.caresettle.journal;

import io.caresettle.problem.JournalUnavailable;
import io.caresettle.split.BillId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/**
 * What earlier versions kept in clear: it is sealed, and wiped from the file and its write-ahead
 * log. What the disk itself remembers of blocks it gave back is beyond a program's reach.
 *
 * <p>The table of records in clear stays, empty, until the file is clean. So a power cut at any
 * moment leaves either records to seal or a file to clean, and the next opening goes on there.
 */
final class PlainRecords {

  private PlainRecords() {}

  /** Does what is still to be done; mostly nothing. */
  static void seal(Connection connection, DataKeys keys, String institution, String epoch)
      throws SQLException {
    if (!areLeft(connection)) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      try {
        move(connection, keys, institution, epoch);
        statement.execute("DELETE FROM plain_record");
        statement.execute("COMMIT");
      } catch (SQLException | RuntimeException e) {
        statement.execute("ROLLBACK");
        throw e;
      }
      statement.execute("VACUUM");
      truncateLog(connection);
      statement.execute("DROP TABLE plain_record");
    }
  }

  /** Whether something is still to be sealed or wiped. */
  static boolean areLeft(Connection connection) throws SQLException {
    return Schema.number(
            connection, "SELECT count(*) FROM sqlite_master WHERE name = 'plain_record'")
        != 0;
  }

  private static void move(Connection connection, DataKeys keys, String institution, String epoch)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT position, bill, type, message_id, at_millis, body FROM plain_record"
                    + " ORDER BY position");
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO record (position, bill, type, message_id, at_millis, data_key, body)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      while (rows.next()) {
        Draft draft =
            new Draft(
                new BillId(institution, rows.getString(2)),
                RecordType.valueOf(rows.getString(3)),
                rows.getString(4),
                rows.getString(6));
        Instant time = Instant.ofEpochMilli(rows.getLong(5));
        SealedBody body = SealedBody.seal(keyOf(connection, keys, time), epoch, draft, time);
        insert.setLong(1, rows.getLong(1));
        insert.setString(2, draft.bill().number());
        insert.setString(3, draft.type().name());
        insert.setString(4, draft.messageId());
        insert.setLong(5, time.toEpochMilli());
        insert.setLong(6, body.dataKey());
        insert.setBytes(7, body.sealed());
        insert.executeUpdate();
      }
    }
  }

  private static DataKeys.OfDay keyOf(Connection connection, DataKeys keys, Instant time)
      throws SQLException {
    var day = DataKeys.dayOf(time);
    var known = keys.find(day);
    if (known.isPresent()) {
      return known.get();
    }
    DataKeys.Made made = keys.make(day);
    return keys.kept(made, Wrapping.keep(connection, made));
  }

  /** Wipes what the write-ahead log still has of rows that are gone. */
  static void truncateLog(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet busy = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
      busy.next();
      if (busy.getInt(1) != 0) {
        throw new JournalUnavailable(
            "Another program reads the journal while something in it is to be wiped: close that"
                + " program, then do this again");
      }
    }
  }
}
