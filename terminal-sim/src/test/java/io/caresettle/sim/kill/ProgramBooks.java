package io.caresettle.sim.kill;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a hospital's program keeps of its bills, in a database of its own that outlives it. */
final class ProgramBooks implements AutoCloseable {

  /** How far a bill came, as the program knows. */
  enum Stage {
    BEGUN,
    SETTLED,
    NOT_SETTLED
  }

  /**
   * One bill.
   *
   * @param settlementId empty where it is not settled
   * @param acknowledged whether the till was told that it is booked
   */
  record Row(String number, Stage stage, String settlementId, boolean acknowledged) {}

  private final Connection connection;

  private ProgramBooks(Connection connection) {
    this.connection = connection;
  }

  static ProgramBooks open(Path file) {
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA busy_timeout = 20000");
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("PRAGMA synchronous = FULL");
        statement.execute(
            "CREATE TABLE IF NOT EXISTS bill (number TEXT PRIMARY KEY, stage TEXT NOT NULL,"
                + " settlement TEXT NOT NULL DEFAULT '', acknowledged INTEGER NOT NULL DEFAULT 0)");
      }
      return new ProgramBooks(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Row begin(String number) {
    change("INSERT INTO bill (stage, number) VALUES (?, ?)", Stage.BEGUN.name(), number);
    return new Row(number, Stage.BEGUN, "", false);
  }

  void settled(String number, String settlementId) {
    change(
        "UPDATE bill SET stage = 'SETTLED', settlement = ? WHERE number = ?", settlementId, number);
  }

  void notSettled(String number) {
    change("UPDATE bill SET stage = ? WHERE number = ?", Stage.NOT_SETTLED.name(), number);
  }

  void acknowledged(String number) {
    change("UPDATE bill SET acknowledged = ? WHERE number = ?", "1", number);
  }

  List<Row> open() {
    return rows("acknowledged = 0 AND number <> ?", "");
  }

  List<Row> all() {
    return rows("number <> ?", "");
  }

  boolean has(String number) {
    return !rows("number = ?", number).isEmpty();
  }

  Row row(String number) {
    return rows("number = ?", number).get(0);
  }

  private synchronized void change(String sql, String value, String number) {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, value);
      update.setString(2, number);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized List<Row> rows(String where, String value) {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT * FROM bill WHERE " + where + " ORDER BY rowid")) {
      select.setString(1, value);
      try (ResultSet rows = select.executeQuery()) {
        List<Row> all = new ArrayList<>();
        while (rows.next()) {
          all.add(
              new Row(
                  rows.getString(1),
                  Stage.valueOf(rows.getString(2)),
                  rows.getString(3),
                  rows.getInt(4) == 1));
        }
        return all;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
