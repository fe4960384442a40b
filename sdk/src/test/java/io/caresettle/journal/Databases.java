package io.caresettle.journal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL server for all tests of a run, which forces its writes, and a database for each.
 */
final class Databases {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private static final class Server {
    static final EmbeddedPostgres IT = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setPGStartupWait(Duration.ofMinutes(2))
            .start();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private Databases() {}

  /** The address of a database that nobody used before. */
  static String fresh() throws SQLException {
    String name = "journal" + COUNT.incrementAndGet();
    execute(Server.IT.getJdbcUrl("postgres", "postgres"), "CREATE DATABASE " + name);
    return Server.IT.getJdbcUrl("postgres", name);
  }

  static void execute(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
