package io.caresettle.sim.centre;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The centre's one file: one connection, and every message one transaction on it. */
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

  private final Connection connection;

  Store(Path file) {
    try {
      connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode=WAL");
        statement.execute("PRAGMA synchronous=FULL");
        statement.execute("PRAGMA foreign_keys=ON");
        for (String sql : schema().split(";", -1)) {
          if (!sql.isBlank()) {
            statement.execute(sql);
          }
        }
      }
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      throw new IllegalStateException("The centre's file cannot be opened", e);
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

  /** All of {@code work}, or nothing of it when it throws. */
  <T> T transaction(Supplier<T> work) {
    try {
      boolean done = false;
      try {
        T result = work.get();
        connection.commit();
        done = true;
        return result;
      } finally {
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
    try {
      Savepoint before = connection.setSavepoint();
      try {
        T result = work.run();
        connection.releaseSavepoint(before);
        return result;
      } catch (Refused refused) {
        connection.rollback(before);
        throw refused;
      }
    } catch (SQLException e) {
      throw broken(e);
    }
  }

  /** How many rows were written. */
  int write(String sql, Object... values) {
    try (PreparedStatement statement = prepare(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw broken(e);
    }
  }

  <T> List<T> all(String sql, Row<T> read, Object... values) {
    try (PreparedStatement statement = prepare(sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(read.read(rows));
      }
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
    PreparedStatement statement = connection.prepareStatement(sql);
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
