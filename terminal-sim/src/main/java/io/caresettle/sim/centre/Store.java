package io.caresettle.sim.centre;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteOpenMode;

/**
 * The centre's one file, or its memory: one connection, every message one transaction on it, and
 * each statement prepared once.
 */
final class Store implements AutoCloseable {

  /** Makes something of one row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Something done inside a transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws Refused;
  }

  private static final int WRITE_VERSION = 18;
  private static final int READ_VERSION = 19;
  private static final byte ROLLBACK = 1;
  private static final int SMALL_PAGE = 1024;

  private final Connection connection;

  /** Those that nobody is reading from. */
  private final Map<String, PreparedStatement> idle = new HashMap<>();

  private boolean inside;

  Store(Keeping keeping) {
    try {
      connection = connect(keeping);
      try (Statement statement = connection.createStatement()) {
        if (keeping instanceof Keeping.OnDisk) {
          statement.execute("PRAGMA journal_mode=WAL");
          statement.execute("PRAGMA synchronous=FULL");
        }
        statement.execute("PRAGMA foreign_keys=ON");
        if (!(keeping instanceof Keeping.InMemory memory && memory.hasTables())) {
          makeTables(statement);
        }
      }
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      throw new IllegalStateException("The centre's file cannot be opened", e);
    }
  }

  private static void makeTables(Statement statement) throws SQLException {
    for (String sql : schema().split(";", -1)) {
      if (!sql.isBlank()) {
        statement.execute(sql);
      }
    }
  }

  private static Connection connect(Keeping keeping) throws SQLException {
    SQLiteConfig wanted = new SQLiteConfig();
    // Nobody asks for them, and the driver would read one back after every row it writes.
    wanted.setGetGeneratedKeys(false);
    if (keeping instanceof Keeping.OnDisk disk) {
      return DriverManager.getConnection(
          "jdbc:sqlite:" + disk.file().toAbsolutePath(), wanted.toProperties());
    }
    // A desk is used by one thread at a time, and each write copies the page that it changes.
    wanted.setOpenMode(SQLiteOpenMode.NOMUTEX);
    wanted.setPageSize(SMALL_PAGE);
    byte[] image = ((Keeping.InMemory) keeping).image();
    Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:", wanted.toProperties());
    if (image.length > 0) {
      memory.unwrap(SQLiteConnection.class).deserialize("main", image);
    }
    return memory;
  }

  /** One that lasts is not made, but found. */
  static Store of(Keeping keeping) {
    return keeping instanceof Keeping.Lasting lasting ? lasting.store() : new Store(keeping);
  }

  /** Empties every table, and keeps what was prepared. */
  void forget() {
    var unused =
        transaction(
            () -> {
              // Else the order of the tables would matter.
              write("PRAGMA defer_foreign_keys=ON");
              List<String> tables =
                  all(
                      "SELECT name FROM sqlite_master WHERE type = 'table'",
                      row -> row.getString(1));
              tables.forEach(table -> write("DELETE FROM \"" + table + '"'));
              return tables;
            });
  }

  /** All that is committed, as one image. */
  byte[] image() {
    try {
      byte[] image = connection.unwrap(SQLiteConnection.class).serialize("main");
      // Of a file with a write-ahead log it says so, and memory has none.
      image[WRITE_VERSION] = ROLLBACK;
      image[READ_VERSION] = ROLLBACK;
      return image;
    } catch (SQLException e) {
      throw broken(e);
    }
  }

  private static String schema() {
    try (InputStream in = Store.class.getResourceAsStream("/centre/schema.sql")) {
      if (in == null) {
        throw new IllegalStateException("The centre's schema is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("The centre's schema cannot be read", e);
    }
  }

  /** All of {@code work}, or nothing of it when it throws; inside another one, a part of that. */
  <T> T transaction(Supplier<T> work) {
    if (inside) {
      return work.get();
    }
    try {
      boolean done = false;
      inside = true;
      try {
        T result = work.get();
        connection.commit();
        done = true;
        return result;
      } finally {
        inside = false;
        if (!done) {
          connection.rollback();
        }
      }
    } catch (SQLException e) {
      throw broken(e);
    }
  }

  /** Inside a transaction: a refusal takes back what {@code work} wrote, and only that. */
  <T> T undoIfRefused(Work<T> work) throws Refused {
    write("SAVEPOINT part");
    try {
      T result = work.run();
      write("RELEASE part");
      return result;
    } catch (Refused refused) {
      write("ROLLBACK TO part");
      // It stays open else, and a part around this one would be taken back to here only.
      write("RELEASE part");
      throw refused;
    }
  }

  /** How many rows were written. */
  int write(String sql, Object... values) {
    try {
      PreparedStatement statement = prepare(sql, values);
      int written = statement.executeUpdate();
      giveBack(sql, statement);
      return written;
    } catch (SQLException e) {
      throw broken(e);
    }
  }

  <T> List<T> all(String sql, Row<T> read, Object... values) {
    try {
      PreparedStatement statement = prepare(sql, values);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(read.read(rows));
        }
      }
      giveBack(sql, statement);
      return found;
    } catch (SQLException e) {
      throw broken(e);
    }
  }

  <T> Optional<T> one(String sql, Row<T> read, Object... values) {
    return all(sql, read, values).stream().findFirst();
  }

  long number(String sql, Object... values) {
    return one(sql, row -> row.getLong(1), values).orElse(0L);
  }

  private PreparedStatement prepare(String sql, Object... values) throws SQLException {
    PreparedStatement before = idle.remove(sql);
    PreparedStatement statement = before == null ? connection.prepareStatement(sql) : before;
    try {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  /** One that failed is not given back; a second reader of the same question has its own. */
  private void giveBack(String sql, PreparedStatement statement) throws SQLException {
    PreparedStatement other = idle.put(sql, statement);
    if (other != null) {
      other.close();
    }
  }

  private static IllegalStateException broken(SQLException e) {
    return new IllegalStateException("The centre's file failed", e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw broken(e);
    }
  }
}
