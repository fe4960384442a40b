package io.caresettle.journal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Properties;

/** Where a journal of a test is kept. */
enum Store {
  SQLITE {
    @Override
    String fresh(Path folder) {
      return "jdbc:sqlite:" + folder.resolve("j.db");
    }

    @Override
    JdbcJournal open(String url, String institution, int slot, JournalKeys keys, Clock clock) {
      return SqliteJournal.open(
          Path.of(url.substring("jdbc:sqlite:".length())),
          institution,
          slot,
          keys,
          clock,
          new SecureRandom(),
          e -> {});
    }

    @Override
    String unguarded(String table, String sql) {
      String name = table.equals("record") ? "record_is" : table + "s_are";
      return "DROP TRIGGER "
          + name
          + "_never_changed; DROP TRIGGER "
          + name
          + "_never_deleted; "
          + sql;
    }

    @Override
    String newerSchema() {
      return "PRAGMA user_version = 99";
    }
  },

  POSTGRESQL {
    @Override
    String fresh(Path folder) throws SQLException {
      return Databases.fresh();
    }

    @Override
    JdbcJournal open(String url, String institution, int slot, JournalKeys keys, Clock clock) {
      return PostgresJournal.open(
          url, new Properties(), institution, slot, keys, clock, new SecureRandom(), e -> {});
    }

    @Override
    String unguarded(String table, String sql) {
      return "ALTER TABLE " + table + " DISABLE TRIGGER USER; " + sql;
    }

    @Override
    String newerSchema() {
      return "INSERT INTO journal_schema VALUES (99)";
    }
  };

  abstract String fresh(Path folder) throws SQLException;

  abstract JdbcJournal open(
      String url, String institution, int slot, JournalKeys keys, Clock clock);

  /** As whoever owns the database can: its guards go first. */
  abstract String unguarded(String table, String sql);

  abstract String newerSchema();

  static Verification verify(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      return ChainCheck.of(connection, java.util.List.of());
    }
  }

  static void change(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        java.sql.Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
