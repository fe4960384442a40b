package io.caresettle.journal;

import io.caresettle.problem.JournalUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/** The file of a journal, and what is done with it before the first record. */
final class JournalFile {

  /** Up to this size an opening compares indexes with tables, too. */
  private static final long SMALL = 64L << 20;

  /** What a till writes on some busy days; an opening looks at no more. */
  private static final long LAST_LINKS = 20_000;

  static final String BROKEN =
      "The journal is damaged or somebody changed it: settle nothing here, keep the file as it is,"
          + " let journal verify look at it, and call whoever looks after security; found: ";

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
      throw new JournalUnavailable(
          JournalUnavailable.Reason.NO_SUCH_FILE,
          "There is no journal " + file + ": name the right file");
    }
  }

  /**
   * Brings the file to this version, and counts the opening.
   *
   * @throws JournalUnavailable when it is not this institution's, or our keys do not open it
   */
  static Life prepare(
      Connection connection, String institution, int slot, DataKeys keys, SecureRandom random)
      throws SQLException {
    Schema.migrate(connection);
    if (Schema.number(connection, "SELECT count(*) FROM life") == 0) {
      within(connection, () -> Lives.begin(connection, Lives.named(institution, slot, random)));
    }
    requireOwner(connection, institution);
    link(connection);
    requireWhole(connection);
    keys.read(connection);
    keys.requireOpenable(Records.dataKeysOfUnfinished(connection));
    keys.shareAmongHolders(connection);
    keys.read(connection);
    Life life = Life.last(connection).orElseThrow();
    PlainRecords.seal(connection, keys, institution, life.epoch());
    link(connection);
    return life.opened(connection, slot);
  }

  /**
   * @throws JournalUnavailable when the file, or the end of its audit chain, is not as it was left
   */
  private static void requireWhole(Connection connection) throws SQLException {
    boolean small =
        (long) Schema.number(connection, "PRAGMA page_count")
                * Schema.number(connection, "PRAGMA page_size")
            <= SMALL;
    String found = text(connection, small ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)");
    if (!found.equals("ok")) {
      throw new JournalUnavailable(JournalUnavailable.Reason.DAMAGED, BROKEN + found);
    }
    if (PlainRecords.areLeft(connection)) {
      return;
    }
    Optional<Verification.Fault> fault =
        ChainCheck.tails(connection, Life.all(connection), LAST_LINKS);
    if (fault.isPresent()) {
      throw new JournalUnavailable(JournalUnavailable.Reason.DAMAGED, BROKEN + fault.get());
    }
  }

  /** Gives an older file the audit chain that it lacks, once nothing in it is in clear. */
  static void link(Connection connection) throws SQLException {
    if (!PlainRecords.areLeft(connection) && Lives.areUnlinked(connection)) {
      within(
          connection,
          () -> {
            Lives.link(connection);
            return true;
          });
    }
  }

  /** Something to do within one transaction. */
  interface Step<T> {
    T take() throws SQLException;
  }

  static <T> T within(Connection connection, Step<T> step) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      boolean done = false;
      try {
        T result = step.take();
        statement.execute("COMMIT");
        done = true;
        return result;
      } finally {
        if (!done) {
          statement.execute("ROLLBACK");
        }
      }
    }
  }

  /**
   * @throws JournalUnavailable when it is another institution's
   */
  static void requireOwner(Connection connection, String institution) throws SQLException {
    String owner = owner(connection);
    if (!owner.equals(institution)) {
      throw new JournalUnavailable(
          JournalUnavailable.Reason.OTHER_INSTITUTION,
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
      row.next();
      return row.getString(1);
    }
  }

  /** Whose journal it is; every life has the same. */
  static String owner(Connection connection) throws SQLException {
    return text(connection, "SELECT institution FROM life ORDER BY number LIMIT 1");
  }
}
