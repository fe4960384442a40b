package io.caresettle.sim.kill;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL server for all tests of a run, which forces its writes. */
final class TestDatabase {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private static final class Server {
    static final EmbeddedPostgres IT = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setPGStartupWait(Duration.ofMinutes(3))
            .start();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private TestDatabase() {}

  /** The address of a database that nobody used before. */
  static String fresh() throws SQLException {
    String name = "killed" + COUNT.incrementAndGet();
    try (Connection connection =
            DriverManager.getConnection(Server.IT.getJdbcUrl("postgres", "postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return Server.IT.getJdbcUrl("postgres", name);
  }
}
