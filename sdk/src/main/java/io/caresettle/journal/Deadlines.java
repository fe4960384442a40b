package io.caresettle.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/**
 * How long a till waits for its database: a cashier who is told that the journal does not serve can
 * do something, and one who is told nothing cannot. Whoever sets them elsewhere is obeyed.
 *
 * @param answer until anything comes back over the network
 * @param lock until what another till has locked is free; shorter, so that it is told apart
 * @param idle until the database gives up a till that began a transaction and fell silent; shorter
 *     than {@code lock}, so that whoever waits for that one gets its turn
 */
record Deadlines(Duration answer, Duration lock, Duration idle) {

  static final Deadlines OF_A_TILL =
      new Deadlines(Duration.ofSeconds(30), Duration.ofSeconds(20), Duration.ofSeconds(30));

  /**
   * Whoever reads all of a journal, and keeps nobody waiting: long, where a query looks at it all.
   */
  static final Deadlines AT_REST =
      new Deadlines(Duration.ofMinutes(10), Duration.ofSeconds(20), Duration.ofMinutes(10));

  private static final String CONNECT_SECONDS = "10";

  /** What the driver is told before it connects; the address goes before it. */
  Properties with(Properties login) {
    Properties all = new Properties();
    all.setProperty("connectTimeout", CONNECT_SECONDS);
    all.setProperty("socketTimeout", String.valueOf(answer.toSeconds()));
    all.setProperty("tcpKeepAlive", "true");
    all.putAll(login);
    return all;
  }

  /** What the database is told once it is connected. */
  void tell(Connection connection) throws SQLException {
    Map<String, Duration> limits =
        Map.of("lock_timeout", lock, "idle_in_transaction_session_timeout", idle);
    try (PreparedStatement set =
        connection.prepareStatement(
            "SELECT set_config(?, ?, false) WHERE current_setting(?) = '0'")) {
      for (Map.Entry<String, Duration> limit : limits.entrySet()) {
        set.setString(1, limit.getKey());
        set.setString(2, String.valueOf(limit.getValue().toMillis()));
        set.setString(3, limit.getKey());
        set.execute();
      }
    }
  }
}
