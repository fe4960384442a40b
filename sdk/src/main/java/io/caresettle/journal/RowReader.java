package io.caresettle.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Reads rows as the audit chain sees them, without a key. */
final class RowReader implements AutoCloseable {

  private final Connection connection;
  private final Map<LinkedRow.Kind, PreparedStatement> statements =
      new EnumMap<>(LinkedRow.Kind.class);

  RowReader(Connection connection) {
    this.connection = connection;
  }

  /** The row at this place, if there is one. A life's is not read here: it tells of another. */
  Optional<LinkedRow> read(LinkedRow.Kind kind, long position) throws SQLException {
    PreparedStatement select = statements.get(kind);
    if (select == null) {
      select = connection.prepareStatement(select(kind) + " WHERE " + kind.key() + " = ?");
      statements.put(kind, select);
    }
    select.setLong(1, position);
    try (ResultSet rows = select.executeQuery()) {
      return rows.next() ? Optional.of(read(kind, rows)) : Optional.empty();
    }
  }

  /** All columns of this kind that are linked. */
  static String select(LinkedRow.Kind kind) {
    return switch (kind) {
      case LIFE -> throw new IllegalArgumentException("A life is not read alone");
      case RECORD ->
          "SELECT position, life, bill, type, message_id, at_millis, data_key, body FROM record";
      case ACT -> "SELECT position, life, kind, visit, at_millis, data_key, body FROM act";
      case CERTIFICATES -> "SELECT number, key_id, encoded FROM certificates";
      case ANCHOR -> "SELECT position, epoch, head, digest, receipt, at_millis FROM anchor";
      case REMNANT -> "SELECT position, record, day, note FROM remnant";
    };
  }

  static LinkedRow read(LinkedRow.Kind kind, ResultSet row) throws SQLException {
    long position = row.getLong(1);
    return switch (kind) {
      case LIFE -> throw new IllegalArgumentException("A life is not read alone");
      case RECORD ->
          LinkedRow.record(
              position,
              row.getLong(2),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              row.getLong(6),
              LinkedRow.Sealed.of(new SealedBody(row.getLong(7), row.getBytes(8))));
      case ACT ->
          LinkedRow.act(
              position,
              row.getLong(2),
              row.getString(3),
              row.getString(4),
              row.getLong(5),
              LinkedRow.Sealed.of(new SealedBody(row.getLong(6), row.getBytes(7))));
      case CERTIFICATES -> LinkedRow.certificates(position, row.getString(2), row.getBytes(3));
      case ANCHOR -> {
        AuditHead head =
            new AuditHead(
                row.getString(2), row.getLong(3), HexFormat.of().formatHex(row.getBytes(4)));
        yield LinkedRow.anchor(position, head, row.getBytes(5), row.getLong(6));
      }
      case REMNANT ->
          LinkedRow.remnant(position, row.getLong(2), row.getString(3), row.getString(4));
    };
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement each : statements.values()) {
      each.close();
    }
  }
}
