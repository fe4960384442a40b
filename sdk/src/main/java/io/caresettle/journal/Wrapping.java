package io.caresettle.journal;

import io.caresettle.protocol.sm.SecretBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One data key, wrapped for one key that can open it. */
@SuppressWarnings("ArrayRecordComponent") // Is never compared, and lives for one opening.
record Wrapping(JournalKeys.Role role, String keyId, byte[] wrapped) {

  static Wrapping of(JournalKeys.Holder holder, SecretBytes key) {
    return new Wrapping(holder.role(), holder.keyId(), holder.key().wrap(key));
  }

  /** The day of each data key, by its number. */
  static Map<Long, LocalDate> days(Connection connection) throws SQLException {
    Map<Long, LocalDate> days = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT number, day FROM data_key")) {
      while (rows.next()) {
        days.put(rows.getLong(1), LocalDate.parse(rows.getString(2)));
      }
    }
    return days;
  }

  /** All of them, by the number of their data key. */
  static Map<Long, List<Wrapping>> all(Connection connection) throws SQLException {
    Map<Long, List<Wrapping>> all = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT data_key, holder, key_id, wrapped FROM wrapping"
                    + " ORDER BY data_key, holder DESC")) {
      while (rows.next()) {
        all.computeIfAbsent(rows.getLong(1), number -> new ArrayList<>())
            .add(
                new Wrapping(
                    JournalKeys.Role.valueOf(rows.getString(2)),
                    rows.getString(3),
                    rows.getBytes(4)));
      }
    }
    return all;
  }

  /** Keeps a data key of this day with its wrappings, and gives its number. */
  static long keep(Connection connection, DataKeys.Made made) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO data_key (day) VALUES (?) RETURNING number")) {
      insert.setString(1, made.day().toString());
      long number = Records.only(insert);
      for (Wrapping one : made.wrappings()) {
        one.insert(connection, number);
      }
      return number;
    }
  }

  void insert(Connection connection, long number) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO wrapping VALUES (?, ?, ?, ?)")) {
      insert.setLong(1, number);
      insert.setString(2, role.name());
      insert.setString(3, keyId);
      insert.setBytes(4, wrapped);
      insert.executeUpdate();
    }
  }

  /** Leaves the key out. */
  @Override
  public String toString() {
    return "Wrapping[" + role + " " + keyId + "]";
  }
}
