package io.caresettle.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;

/** One database, several tills of an institution, each with a slot of its own. */
final class PostgresDialect implements Dialect {

  /** By the clock of the database, which all tills have in common. */
  private static final String NOW = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

  private static final String LEASE_END = NOW + " + 60000";

  /** "CSjb", under which tills wait for each other at one bill. */
  private static final int BILLS = 0x43536a62;

  /** So many bills are taken on at a time; whoever asks again gets more. */
  private static final int MOST = 100;

  @Override
  public String begin() {
    return "BEGIN ISOLATION LEVEL READ COMMITTED";
  }

  /** The row is locked until the transaction ends: whoever opens the slot anew waits for that. */
  @Override
  public void fence(Connection connection, Life life) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT opening FROM life WHERE number = ? FOR UPDATE")) {
      select.setLong(1, life.number());
      if (Records.only(select) != life.opening()) {
        throw new SQLException("The journal was opened by another process for this slot");
      }
    }
  }

  @Override
  public String leaseEnd() {
    return LEASE_END;
  }

  /**
   * A bill that nobody has begun has no row to lock, and two tills would begin it; so its number is
   * locked as well. All locks are waited for here, in one order, and none after it.
   */
  @Override
  public void claim(Connection connection, SortedSet<String> bills) throws SQLException {
    Object[] numbers = bills.stream().map(String::hashCode).distinct().sorted().toArray();
    try (PreparedStatement lock =
        connection.prepareStatement(
            "SELECT pg_advisory_xact_lock(" + BILLS + ", bill) FROM unnest(?) AS bill")) {
      lock.setArray(1, connection.createArrayOf("int4", numbers));
      lock.execute();
    }
    try (PreparedStatement lock =
        connection.prepareStatement(
            "SELECT bill FROM open_bill WHERE bill = ANY (?) ORDER BY bill FOR UPDATE")) {
      lock.setArray(1, connection.createArrayOf("text", bills.toArray()));
      lock.execute();
    }
  }

  @Override
  public void requireOurs(Connection connection, Life life, List<Draft> drafts)
      throws SQLException {
    requireOwned(connection, life, drafts);
    requireSeen(connection, drafts);
  }

  private static void requireOwned(Connection connection, Life life, List<Draft> drafts)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT owner FROM open_bill WHERE bill = ?")) {
      for (Draft draft : drafts) {
        select.setString(1, draft.bill().number());
        try (ResultSet row = select.executeQuery()) {
          // That an ending was booked, any till may say: it decides nothing.
          if (row.next()
              && row.getInt(1) != life.askedSlot()
              && draft.type() != RecordType.ACKNOWLEDGED) {
            throw new JournalWriter.Declined(
                "Bill "
                    + draft.bill()
                    + " is worked on by the till with slot "
                    + row.getInt(1)
                    + ": ask for its outcome a little later, and do nothing else with it here");
          }
        }
      }
    }
  }

  /** Whoever decided by what is no longer all has to decide anew. */
  private static void requireSeen(Connection connection, List<Draft> drafts) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT 1 FROM record WHERE bill = ? AND position > ? AND type NOT IN ("
                + RecordType.undeciding()
                + ") LIMIT 1")) {
      for (Draft draft : drafts) {
        if (draft.seen().isPresent()) {
          select.setString(1, draft.bill().number());
          select.setLong(2, draft.seen().getAsLong());
          try (ResultSet row = select.executeQuery()) {
            if (row.next()) {
              throw new JournalWriter.Declined(
                  "Another till has written of bill "
                      + draft.bill()
                      + " meanwhile: ask for its outcome, then decide anew");
            }
          }
        }
      }
    }
  }

  @Override
  public List<String> unfinished(Connection connection, int slot) throws SQLException {
    return OpenBills.of(connection, slot);
  }

  /** Waits for no bill: whoever has one locked is at work on it, and it is looked at next time. */
  @Override
  public List<String> takeOver(Connection connection, int slot) throws SQLException {
    try (PreparedStatement keep =
            connection.prepareStatement(
                "UPDATE open_bill SET lease_until = "
                    + LEASE_END
                    + " WHERE bill IN (SELECT bill FROM open_bill WHERE owner = ? ORDER BY bill"
                    + " FOR UPDATE SKIP LOCKED)");
        PreparedStatement take =
            connection.prepareStatement(
                "UPDATE open_bill SET owner = ?, lease_until = "
                    + LEASE_END
                    + " WHERE bill IN (SELECT bill FROM open_bill WHERE owner <> ?"
                    + " AND lease_until < "
                    + NOW
                    + " ORDER BY intent LIMIT "
                    + MOST
                    + " FOR UPDATE SKIP LOCKED)")) {
      keep.setInt(1, slot);
      keep.executeUpdate();
      take.setInt(1, slot);
      take.setInt(2, slot);
      take.executeUpdate();
    }
    return OpenBills.of(connection, slot);
  }
}
