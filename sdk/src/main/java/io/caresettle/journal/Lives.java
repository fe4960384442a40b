package io.caresettle.journal;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/** How a journal comes to life, and how an older one gets the audit chain that it lacks. */
final class Lives {

  private Lives() {}

  /** A life that never was before, of a till that is told to have this slot. */
  static Life named(String institution, int slot, SecureRandom random) {
    byte[] name = new byte[16];
    random.nextBytes(name);
    return new Life(0, institution, HexFormat.of().formatHex(name), 0, slot, slot, 0, 0);
  }

  /** Begins the first life of a till, within the transaction that is open. */
  static Life begin(Connection connection, Life life) throws SQLException {
    Life begun = life.insert(connection);
    Chain.of(connection, begun).begin(connection, begun, true);
    return begun;
  }

  /**
   * Whether the journal was kept by a version that knew no chain, and nobody has linked it yet. Of
   * a later one whose links are gone, somebody took them.
   */
  static boolean areUnlinked(Connection connection) throws SQLException {
    return Schema.number(connection, "SELECT count(*) FROM life WHERE asked_slot = " + Life.NO_SLOT)
            == 1
        && Schema.number(connection, "SELECT count(*) FROM (SELECT 1 FROM link LIMIT 1) AS one")
            == 0;
  }

  /** Links what an earlier version kept, within the transaction that is open. */
  static void link(Connection connection) throws SQLException {
    Life life = Life.last(connection).orElseThrow();
    Chain chain = Chain.of(connection, life);
    chain.begin(connection, life, true);
    for (LinkedRow.Kind kind : LinkedRow.Kind.values()) {
      if (kind != LinkedRow.Kind.LIFE) {
        link(connection, chain, kind);
      }
    }
    OpenBills.rebuild(connection, life.askedSlot());
  }

  private static void link(Connection connection, Chain chain, LinkedRow.Kind kind)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(RowReader.select(kind) + " ORDER BY " + kind.key())) {
      while (rows.next()) {
        chain.link(connection, RowReader.read(kind, rows));
      }
    }
  }
}
