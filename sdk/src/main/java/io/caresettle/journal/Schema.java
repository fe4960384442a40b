package io.caresettle.journal;

import io.caresettle.problem.JournalUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Brings a file to the tables of this version by numbered scripts. */
final class Schema {

  /** In order; a script that was released is never changed. */
  private static final List<String> SCRIPTS =
      List.of(
          "001-records.sql",
          "002-sealed-bodies.sql",
          "003-certificates.sql",
          "004-acts.sql",
          "005-audit-chain.sql");

  /** "CSjl", so that {@code file} and we know the database for what it is. */
  private static final int APPLICATION_ID = 0x43536a6c;

  private Schema() {}

  /**
   * @throws JournalUnavailable when the file is newer than this version, or is no journal
   */
  static void migrate(Connection connection) throws SQLException {
    int version = number(connection, "PRAGMA user_version");
    if (version > SCRIPTS.size()) {
      throw tooNew(version, SCRIPTS.size());
    }
    boolean empty = number(connection, "SELECT count(*) FROM sqlite_master") == 0;
    if (!(version == 0 && empty) && number(connection, "PRAGMA application_id") != APPLICATION_ID) {
      throw new JournalUnavailable(
          JournalUnavailable.Reason.NOT_A_JOURNAL,
          "The file is a database, but no journal of CareSettle: name another file");
    }
    for (int next = version + 1; next <= SCRIPTS.size(); next++) {
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate(
            "BEGIN IMMEDIATE;\n"
                + script(SCRIPTS.get(next - 1))
                + "PRAGMA application_id = "
                + APPLICATION_ID
                + ";\nPRAGMA user_version = "
                + next
                + ";\nCOMMIT;");
      }
    }
  }

  static JournalUnavailable tooNew(int version, int known) {
    return new JournalUnavailable(
        JournalUnavailable.Reason.NEWER_VERSION,
        "The journal has schema "
            + version
            + ", and this version knows "
            + known
            + " at most: install the version that wrote it, or a newer one");
  }

  /**
   * Looks at a file that must not be changed.
   *
   * @throws JournalUnavailable when it is no journal of this version
   */
  static void require(Connection connection) throws SQLException {
    if (number(connection, "PRAGMA application_id") != APPLICATION_ID) {
      throw new JournalUnavailable(
          JournalUnavailable.Reason.NOT_A_JOURNAL,
          "The file is no journal of CareSettle: name another file");
    }
    int version = number(connection, "PRAGMA user_version");
    if (version != SCRIPTS.size()
        || PlainRecords.areLeft(connection)
        || Lives.areUnlinked(connection)) {
      throw new JournalUnavailable(
          "The journal has schema "
              + version
              + ", and is read as it is with schema "
              + SCRIPTS.size()
              + " alone: open the terminal once with this version, or read the journal with the one"
              + " that wrote it");
    }
  }

  static int number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }

  static String script(String name) {
    try (InputStream in = Schema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The library lacks its own file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("The library's own file " + name + " cannot be read", e);
    }
  }
}
