package io.caresettle.journal;

import io.caresettle.protocol.sm.Sm3;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The audit chain of a journal's present life, where it grows: a link for each row, in the
 * transaction of the row. It is used by one thread, but for {@link #head}.
 */
final class Chain {

  private static final byte[] NOTHING = new byte[32];

  /** Where a chain ends. */
  @SuppressWarnings("ArrayRecordComponent") // Is never compared.
  private record End(Life life, long number, byte[] digest) {
    AuditHead head() {
      return new AuditHead(life.epoch(), number, HexFormat.of().formatHex(digest));
    }
  }

  private End end;
  private volatile End durable;

  private Chain(End end) {
    this.end = end;
    this.durable = end;
  }

  /** The chain of {@code life}, as the last opening left it. */
  static Chain of(Connection connection, Life life) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT number, digest FROM link WHERE life = ? ORDER BY number DESC LIMIT 1")) {
      select.setLong(1, life.number());
      try (ResultSet row = select.executeQuery()) {
        return new Chain(
            row.next()
                ? new End(life, row.getLong(1), row.getBytes(2))
                : new End(life, 0, NOTHING));
      }
    }
  }

  /** The digest of a link over the one before it and a row. */
  static byte[] digest(byte[] before, LinkedRow row) {
    return Sm3.digest(before, row.bytes());
  }

  /** The digest before the first link. */
  static byte[] nothing() {
    return NOTHING.clone();
  }

  /** What a life without another before it begins with. */
  static AuditHead none() {
    return new AuditHead("", 0, HexFormat.of().formatHex(NOTHING));
  }

  void link(Connection connection, LinkedRow row) throws SQLException {
    End next = new End(end.life(), end.number() + 1, digest(end.digest(), row));
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO link VALUES (?, ?, ?, ?, ?)")) {
      insert.setLong(1, next.life().number());
      insert.setLong(2, next.number());
      insert.setString(3, row.kind().name());
      insert.setLong(4, row.position());
      insert.setBytes(5, next.digest());
      insert.executeUpdate();
    }
    end = next;
  }

  /** Begins {@code life}, which follows the one at hand, or none where {@code first} says so. */
  void begin(Connection connection, Life life, boolean first) throws SQLException {
    AuditHead before = first ? none() : end.head();
    end = new End(life, 0, NOTHING);
    link(connection, LinkedRow.life(life.number(), life.institution(), life.epoch(), before));
  }

  /** Whether nothing was ever linked in this life. */
  boolean isEmpty() {
    return end.number() == 0;
  }

  /** The transaction is durable. */
  void committed() {
    durable = end;
  }

  /** The transaction never was. */
  void rolledBack() {
    end = durable;
  }

  /** Where the chain stands on the disk. */
  AuditHead head() {
    return durable.head();
  }

  /** The life that is on the disk. */
  Life life() {
    return durable.life();
  }

  /** The digest of one link, if it is there. */
  static Optional<String> digestOf(Connection connection, long life, long number)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT digest FROM link WHERE life = ? AND number = ?")) {
      select.setLong(1, life);
      select.setLong(2, number);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(HexFormat.of().formatHex(row.getBytes(1)))
            : Optional.empty();
      }
    }
  }
}
