package io.caresettle.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The certificates that a journal keeps, by key id. They are few, and looked for with every
 * receipt, so they stay in memory.
 */
final class Certificates {

  private final Map<String, List<byte[]>> known;

  private Certificates(Map<String, List<byte[]>> known) {
    this.known = known;
  }

  static Certificates read(Connection connection) throws SQLException {
    Map<String, List<byte[]>> known = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT key_id, encoded FROM certificates ORDER BY number")) {
      while (rows.next()) {
        known.computeIfAbsent(rows.getString(1), id -> new ArrayList<>()).add(rows.getBytes(2));
      }
    }
    return new Certificates(known);
  }

  /** Keeps one, unless it is there already: two threads may have found that it was not. */
  static boolean insert(Connection connection, Chain chain, String keyId, byte[] encoded)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO certificates (key_id, encoded) SELECT ?, ? WHERE NOT EXISTS"
                + " (SELECT 1 FROM certificates WHERE key_id = ? AND encoded = ?)"
                + " RETURNING number")) {
      insert.setString(1, keyId);
      insert.setBytes(2, encoded);
      insert.setString(3, keyId);
      insert.setBytes(4, encoded);
      try (ResultSet row = insert.executeQuery()) {
        if (!row.next()) {
          return false;
        }
        chain.link(connection, LinkedRow.certificates(row.getLong(1), keyId, encoded));
        return true;
      }
    }
  }

  synchronized boolean has(String keyId, byte[] encoded) {
    return known.getOrDefault(keyId, List.of()).stream()
        .anyMatch(each -> Arrays.equals(each, encoded));
  }

  /** It is durable now. */
  synchronized void kept(String keyId, byte[] encoded) {
    if (!has(keyId, encoded)) {
      known.computeIfAbsent(keyId, id -> new ArrayList<>()).add(encoded.clone());
    }
  }

  synchronized List<byte[]> of(String keyId) {
    return known.getOrDefault(keyId, List.of()).stream().map(byte[]::clone).toList();
  }
}
