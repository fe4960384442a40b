package io.caresettle.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The table of signed heads. */
final class Anchors {

  private Anchors() {}

  static long insert(
      Connection connection, Chain chain, AuditHead head, byte[] receipt, Instant time)
      throws SQLException {
    long millis = time.toEpochMilli();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO anchor (epoch, head, digest, receipt, at_millis)"
                + " VALUES (?, ?, ?, ?, ?) RETURNING position")) {
      insert.setString(1, head.epoch());
      insert.setLong(2, head.position());
      insert.setBytes(3, HexFormat.of().parseHex(head.digest()));
      insert.setBytes(4, receipt);
      insert.setLong(5, millis);
      long position = Records.only(insert);
      chain.link(connection, LinkedRow.anchor(position, head, receipt, millis));
      return position;
    }
  }

  /** All of them, oldest first. */
  static List<Anchor> all(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT position, epoch, head, digest, receipt, at_millis FROM anchor"
                    + " ORDER BY position")) {
      List<Anchor> all = new ArrayList<>();
      while (rows.next()) {
        AuditHead head =
            new AuditHead(
                rows.getString(2), rows.getLong(3), HexFormat.of().formatHex(rows.getBytes(4)));
        all.add(
            new Anchor(
                rows.getLong(1), head, rows.getBytes(5), Instant.ofEpochMilli(rows.getLong(6))));
      }
      return all;
    }
  }
}
