package io.caresettle.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A life of a journal: it has an epoch and a slot, and begins where the life before it ended.
 *
 * @param previous the number of the life before it; 0 where there was none
 * @param askedSlot the slot that the till was told to have; -1 before anybody said
 * @param slot the slot that it has: another one where the centre granted another
 * @param opening how often it was opened
 * @param messageSeconds the last second whose message ids may have been given out
 */
record Life(
    long number,
    String institution,
    String epoch,
    long previous,
    int askedSlot,
    int slot,
    int opening,
    long messageSeconds) {

  static final int NO_SLOT = -1;

  private static final String ALL =
      "SELECT number, institution, epoch, previous, asked_slot, slot, opening, message_seconds"
          + " FROM life";

  /** All of them, oldest first. */
  static List<Life> all(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(ALL + " ORDER BY number")) {
      return read(select);
    }
  }

  /** The last one of a journal that one till keeps. */
  static Optional<Life> last(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(ALL + " ORDER BY number DESC LIMIT 1")) {
      return read(select).stream().findFirst();
    }
  }

  /** The last one of the till that was told to have this slot. */
  static Optional<Life> lastOf(Connection connection, int askedSlot) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(ALL + " WHERE asked_slot = ? ORDER BY number DESC LIMIT 1")) {
      select.setInt(1, askedSlot);
      return read(select).stream().findFirst();
    }
  }

  private static List<Life> read(PreparedStatement select) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      List<Life> lives = new ArrayList<>();
      while (rows.next()) {
        lives.add(
            new Life(
                rows.getLong(1),
                rows.getString(2),
                rows.getString(3),
                rows.getLong(4),
                rows.getInt(5),
                rows.getInt(6),
                rows.getInt(7),
                rows.getLong(8)));
      }
      return lives;
    }
  }

  /** Adds it with a number of its own, which this one's is not. */
  Life insert(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO life (institution, epoch, previous, asked_slot, slot, opening,"
                + " message_seconds) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING number")) {
      insert.setString(1, institution);
      insert.setString(2, epoch);
      insert.setLong(3, previous);
      insert.setInt(4, askedSlot);
      insert.setInt(5, slot);
      insert.setInt(6, opening);
      insert.setLong(7, messageSeconds);
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return numbered(row.getLong(1));
      }
    }
  }

  private Life numbered(long given) {
    return new Life(given, institution, epoch, previous, askedSlot, slot, opening, messageSeconds);
  }

  /** Counts one opening more, by a till that is told to have this slot. */
  Life opened(Connection connection, int asked) throws SQLException {
    int has = asked == askedSlot ? slot : asked;
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE life SET opening = opening + 1, asked_slot = ?, slot = ? WHERE number = ?")) {
      update.setInt(1, asked);
      update.setInt(2, has);
      update.setLong(3, number);
      update.executeUpdate();
    }
    return new Life(number, institution, epoch, previous, asked, has, opening + 1, messageSeconds);
  }

  static void reserve(Connection connection, long number, long until) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE life SET message_seconds = ? WHERE number = ?")) {
      update.setLong(1, until);
      update.setLong(2, number);
      update.executeUpdate();
    }
  }
}
