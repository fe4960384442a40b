package io.caresettle.journal;

import io.caresettle.problem.JournalUnavailable;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Brings a PostgreSQL database to the tables of this version, and opens one slot of it. */
final class PostgresSchema {

  /** In order; a script that was released is never changed. */
  private static final List<String> SCRIPTS = List.of("postgresql-001-journal.sql");

  /** "CSjl", under which tills wait for each other while one opens. */
  private static final int ADVISORY = 0x43536a6c;

  /** As long as a busy database may take to notice that a till was killed. */
  private static final int TRIES = 100;

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

  private static final int LAST_LINKS = 2_000;
  private static final int SLOTS = 100;

  private PostgresSchema() {}

  /** Brings the database to this version, and counts the opening of this slot. */
  static Life prepare(
      Connection connection, String institution, int slot, DataKeys keys, SecureRandom random)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      requireForcedWrites(statement);
      takeSlot(connection, slot);
      statement.execute("BEGIN");
      boolean done = false;
      try {
        statement.execute("SELECT pg_advisory_xact_lock(" + ADVISORY + ")");
        migrate(connection, statement);
        Life life = open(connection, institution, slot, keys, random);
        statement.execute("COMMIT");
        done = true;
        return life;
      } finally {
        if (!done) {
          statement.execute("ROLLBACK");
        }
      }
    }
  }

  private static void requireForcedWrites(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SHOW fsync")) {
      requireForced(row.next() ? row.getString(1) : "");
    }
    statement.execute("SET synchronous_commit = on");
  }

  /**
   * @throws JournalUnavailable when the setting is another than on
   */
  static void requireForced(String fsync) {
    if (!fsync.equals("on")) {
      throw new JournalUnavailable(
          "The journal's database does not force what it commits to its disk (fsync is off), and"
              + " would lose settlements in a power cut: switch fsync on");
    }
  }

  /**
   * The lock ends with the connection, and so with the process that holds it; a database notices
   * the end of a connection a moment later than whoever ended it, so a taken slot is asked for
   * again before it counts as taken.
   */
  private static boolean takesSlotAtLast(Connection connection, int slot) throws SQLException {
    for (int tries = 0; tries < TRIES; tries++) {
      if (takesSlot(connection, slot)) {
        return true;
      }
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
    return false;
  }

  private static void takeSlot(Connection connection, int slot) throws SQLException {
    if (takesSlotAtLast(connection, slot)) {
      return;
    }
    throw new JournalUnavailable(
        JournalUnavailable.Reason.IN_USE,
        "Slot "
            + slot
            + " of the journal is open already: close the other terminal, or give this one a slot"
            + " of its own");
  }

  private static boolean takesSlot(Connection connection, int slot) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("SELECT pg_try_advisory_lock(?, ?)")) {
      lock.setInt(1, ADVISORY);
      lock.setInt(2, slot);
      try (ResultSet row = lock.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /**
   * Keeps every till from opening until the connection ends.
   *
   * @throws JournalUnavailable when one is open
   */
  static void requireNoTill(Connection connection) throws SQLException {
    for (int slot = 0; slot < SLOTS; slot++) {
      if (!takesSlotAtLast(connection, slot)) {
        throw new JournalUnavailable(
            "A till has slot "
                + slot
                + " of the journal open: close all terminals that keep it, then do this again");
      }
    }
  }

  /**
   * Looks at a database that must not be changed.
   *
   * @throws JournalUnavailable when it holds no journal of this version
   */
  static void require(Connection connection) throws SQLException {
    if (Schema.number(
            connection, "SELECT count(*) FROM pg_class WHERE oid = to_regclass('journal_schema')")
        == 0) {
      throw new JournalUnavailable(
          "The database holds no journal of CareSettle: name another one, or its schema");
    }
    int version = Schema.number(connection, "SELECT coalesce(max(version), 0) FROM journal_schema");
    if (version > SCRIPTS.size()) {
      throw Schema.tooNew(version, SCRIPTS.size());
    }
    if (version < SCRIPTS.size() || Schema.number(connection, "SELECT count(*) FROM life") == 0) {
      throw new JournalUnavailable(
          "The database's journal is older than this version, or nobody ever kept one there: open a"
              + " terminal on it once");
    }
  }

  private static void migrate(Connection connection, Statement statement) throws SQLException {
    statement.execute("CREATE TABLE IF NOT EXISTS journal_schema (version INTEGER NOT NULL)");
    int version = Schema.number(connection, "SELECT coalesce(max(version), 0) FROM journal_schema");
    if (version > SCRIPTS.size()) {
      throw Schema.tooNew(version, SCRIPTS.size());
    }
    for (int next = version + 1; next <= SCRIPTS.size(); next++) {
      statement.execute(Schema.script(SCRIPTS.get(next - 1)));
      statement.execute("INSERT INTO journal_schema VALUES (" + next + ")");
    }
  }

  private static Life open(
      Connection connection, String institution, int slot, DataKeys keys, SecureRandom random)
      throws SQLException {
    if (Schema.number(connection, "SELECT count(*) FROM life") > 0) {
      JournalFile.requireOwner(connection, institution);
    }
    Optional<Life> last = Life.lastOf(connection, slot);
    Life life =
        last.isPresent()
            ? last.get()
            : Lives.begin(connection, Lives.named(institution, slot, random));
    Optional<Verification.Fault> fault =
        ChainCheck.tails(
            connection,
            Life.all(connection).stream().filter(each -> each.askedSlot() == slot).toList(),
            LAST_LINKS);
    if (fault.isPresent()) {
      throw new JournalUnavailable(
          JournalUnavailable.Reason.DAMAGED, JournalFile.BROKEN + fault.get());
    }
    keys.read(connection);
    keys.requireOpenable(Records.dataKeysOfUnfinished(connection));
    keys.shareAmongHolders(connection);
    keys.read(connection);
    return life.opened(connection, slot);
  }
}
