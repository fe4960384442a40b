package io.caresettle.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The bills that are not at their end. It is what the records say, kept up with each of them, so
 * that nobody has to look through all bills to find the few.
 */
final class OpenBills {

  /** A bill with an attempt, and whether its caller was told that nobody knows. */
  private record Open(long intent, boolean unsure) {}

  private OpenBills() {}

  /** Follows one record that was just inserted by the till whose slot is {@code owner}. */
  static void follow(
      Connection connection,
      Dialect dialect,
      String bill,
      RecordType type,
      long position,
      int owner)
      throws SQLException {
    if (type.opens()) {
      Open open = new Open(position, type != RecordType.SETTLE_INTENT);
      put(connection, dialect.leaseEnd(), bill, open, owner);
    } else if (type == RecordType.UNKNOWN) {
      run(connection, "UPDATE open_bill SET unsure = 1 WHERE bill = ?", bill);
    } else if (type == RecordType.ACKNOWLEDGED) {
      run(connection, "DELETE FROM open_bill WHERE bill = ?", bill);
    } else if (type.closes()) {
      run(connection, "DELETE FROM open_bill WHERE bill = ? AND unsure = 0", bill);
    }
  }

  private static void put(Connection connection, String leaseEnd, String bill, Open open, int owner)
      throws SQLException {
    try (PreparedStatement put =
        connection.prepareStatement(
            "INSERT INTO open_bill (bill, intent, unsure, owner, lease_until)"
                + " VALUES (?, ?, ?, ?, "
                + leaseEnd
                + ") ON CONFLICT (bill) DO UPDATE"
                + " SET intent = excluded.intent, unsure = excluded.unsure")) {
      put.setString(1, bill);
      put.setLong(2, open.intent());
      put.setInt(3, open.unsure() ? 1 : 0);
      put.setInt(4, owner);
      put.executeUpdate();
    }
  }

  private static void run(Connection connection, String sql, String bill) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, bill);
      statement.executeUpdate();
    }
  }

  /** The numbers of all of them, oldest first. */
  static List<String> all(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT bill FROM open_bill ORDER BY intent")) {
      List<String> bills = new ArrayList<>();
      while (rows.next()) {
        bills.add(rows.getString(1));
      }
      return bills;
    }
  }

  /** The numbers of those that this till answers for, oldest first. */
  static List<String> of(Connection connection, int owner) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT bill FROM open_bill WHERE owner = ? ORDER BY intent")) {
      select.setInt(1, owner);
      try (ResultSet rows = select.executeQuery()) {
        List<String> bills = new ArrayList<>();
        while (rows.next()) {
          bills.add(rows.getString(1));
        }
        return bills;
      }
    }
  }

  /** Makes the table of a journal that had none yet. */
  static void rebuild(Connection connection, int owner) throws SQLException {
    for (Map.Entry<String, Open> open : fromRecords(connection).entrySet()) {
      put(connection, "0", open.getKey(), open.getValue(), owner);
    }
  }

  /** Whether the table is what the records say. */
  static boolean isTrue(Connection connection) throws SQLException {
    Map<String, Open> kept = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT bill, intent, unsure FROM open_bill")) {
      while (rows.next()) {
        kept.put(rows.getString(1), new Open(rows.getLong(2), rows.getInt(3) != 0));
      }
    }
    return kept.equals(fromRecords(connection));
  }

  private static Map<String, Open> fromRecords(Connection connection) throws SQLException {
    Map<String, Open> open = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT position, bill, type FROM record WHERE type NOT IN ('QUOTED', 'WANTED')"
                    + " ORDER BY position")) {
      while (rows.next()) {
        follow(open, rows.getLong(1), rows.getString(2), rows.getString(3));
      }
    }
    return open;
  }

  private static void follow(Map<String, Open> open, long position, String bill, String name) {
    RecordType type = RecordType.valueOf(name);
    if (type.opens()) {
      open.put(bill, new Open(position, type != RecordType.SETTLE_INTENT));
    } else if (type == RecordType.UNKNOWN) {
      open.computeIfPresent(bill, (number, was) -> new Open(was.intent(), true));
    } else if (type == RecordType.ACKNOWLEDGED) {
      open.remove(bill);
    } else if (type.closes()) {
      open.computeIfPresent(bill, (number, was) -> was.unsure() ? was : null);
    }
  }
}
