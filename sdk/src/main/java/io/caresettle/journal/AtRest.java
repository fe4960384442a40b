package io.caresettle.journal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A journal's place in the hands of somebody who is no terminal, with what each store does in its
 * own way. A file is held by the lock of its terminal. A database is read as it stands at one
 * moment, while its tills go on; to change it, all of them must be closed.
 */
final class AtRest implements AutoCloseable {

  private final Connection connection;
  private final Runnable unlock;
  private final boolean database;

  private AtRest(Connection connection, Runnable unlock, boolean database) {
    this.connection = connection;
    this.unlock = unlock;
    this.database = database;
  }

  /**
   * To read, and to leave it as it is.
   *
   * @throws io.caresettle.problem.JournalUnavailable when there is none, a terminal has the file
   *     open, or it was written by another version
   */
  static AtRest toRead(JournalPlace place) throws SQLException {
    AtRest rest = open(place, true);
    return rest.ready(
        () -> {
          if (rest.database) {
            rest.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
          }
          rest.requireVersion();
        });
  }

  /** To change it; otherwise as {@link #toRead}. The version is not looked at. */
  static AtRest toChange(JournalPlace place) throws SQLException {
    AtRest rest = open(place, false);
    return rest.ready(
        () -> {
          if (rest.database) {
            PostgresSchema.requireNoTill(rest.connection);
          }
        });
  }

  /** Something to do before anybody has it. */
  private interface Step {
    void take() throws SQLException;
  }

  private AtRest ready(Step step) throws SQLException {
    boolean ready = false;
    try {
      step.take();
      ready = true;
      return this;
    } finally {
      if (!ready) {
        close();
      }
    }
  }

  private static AtRest open(JournalPlace place, boolean reads) throws SQLException {
    if (place instanceof JournalPlace.Watched watched) {
      return open(watched.place(), reads);
    }
    if (place instanceof JournalPlace.InDatabase there) {
      Connection connection =
          DriverManager.getConnection(there.url(), Deadlines.AT_REST.with(there.login()));
      return new AtRest(connection, () -> {}, true);
    }
    JournalPlace.InFile in = (JournalPlace.InFile) place;
    JournalFile.requireThere(in.file());
    JournalLock lock = JournalLock.take(in.file());
    boolean open = false;
    try {
      Connection connection =
          reads ? JournalFile.connectToRead(in.file()) : JournalFile.connect(in.file());
      open = true;
      return new AtRest(connection, lock::close, false);
    } finally {
      if (!open) {
        lock.close();
      }
    }
  }

  Connection connection() {
    return connection;
  }

  /**
   * @throws io.caresettle.problem.JournalUnavailable when it is no journal of this version
   */
  void requireVersion() throws SQLException {
    if (database) {
      PostgresSchema.require(connection);
    } else {
      Schema.require(connection);
    }
  }

  /** Whether anything was ever kept here, journal or not. */
  boolean isEmpty() throws SQLException {
    return Schema.number(
            connection,
            database
                ? "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"
                : "SELECT count(*) FROM sqlite_master")
        == 0;
  }

  /** Brings an older journal to this version. */
  void migrate() throws SQLException {
    if (database) {
      PostgresSchema.require(connection);
    } else {
      Schema.migrate(connection);
    }
  }

  /** One transaction, all of it or nothing. */
  <T> T within(JournalFile.Step<T> step) throws SQLException {
    execute(database ? "BEGIN" : "BEGIN IMMEDIATE");
    boolean done = false;
    try {
      T result = step.take();
      execute("COMMIT");
      done = true;
      return result;
    } finally {
      if (!done) {
        execute("ROLLBACK");
      }
    }
  }

  /** What was deleted is nowhere any more, as far as this store reaches. */
  void forgetDeleted() throws SQLException {
    if (database) {
      execute("VACUUM FULL wrapping");
    } else {
      PlainRecords.truncateLog(connection);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    try {
      connection.close();
    } finally {
      unlock.run();
    }
  }
}
