package io.caresettle.journal;

import io.caresettle.problem.JournalUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.sqlite.SQLiteConfig;

/** The file of a journal, and what is done with it before the first record. */
final class JournalFile {

  private JournalFile() {}

  /** A connection as journals want it: nothing lost in a power cut, nothing left where it was. */
  static Connection connect(Path file) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    boolean ready = false;
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("PRAGMA secure_delete = ON");
      ready = true;
      return connection;
    } finally {
      if (!ready) {
        connection.close();
      }
    }
  }

  /** A connection that changes nothing, and makes no file where there is none. */
  static Connection connectToRead(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(5000);
    return config.createConnection("jdbc:sqlite:" + file);
  }

  /**
   * @throws JournalUnavailable when there is none: a name that was mistyped must not make one
   */
  static void requireThere(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new JournalUnavailable("There is no journal " + file + ": name the right file");
    }
  }

  /**
   * Brings the file to this version, and counts the opening.
   *
   * @throws JournalUnavailable when it is not this institution's, or our keys do not open it
   */
  static void prepare(Connection connection, String institution, DataKeys keys, SecureRandom random)
      throws SQLException {
    Schema.migrate(connection);
    if (Schema.number(connection, "SELECT count(*) FROM life") == 0) {
      byte[] name = new byte[16];
      random.nextBytes(name);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO life VALUES (?, ?, 0, 0)")) {
        insert.setString(1, institution);
        insert.setString(2, HexFormat.of().formatHex(name));
        insert.executeUpdate();
      }
    }
    requireOwner(connection, institution);
    keys.read(connection);
    keys.requireOpenable(Records.dataKeysOfUnfinished(connection));
    keys.shareAmongHolders(connection);
    keys.read(connection);
    PlainRecords.seal(connection, keys, institution, text(connection, "SELECT epoch FROM life"));
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE life SET opening = opening + 1");
    }
  }

  /**
   * @throws JournalUnavailable when it is another institution's
   */
  static void requireOwner(Connection connection, String institution) throws SQLException {
    String owner = text(connection, "SELECT institution FROM life");
    if (!owner.equals(institution)) {
      throw new JournalUnavailable(
          "The journal belongs to institution "
              + owner
              + ", not to "
              + institution
              + ": name the right file");
    }
  }

  static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.getString(1);
    }
  }
}
