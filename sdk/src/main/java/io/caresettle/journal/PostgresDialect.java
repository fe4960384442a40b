package io.caresettle.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** One database, several tills of an institution, each with a slot of its own. */
final class PostgresDialect implements Dialect {

  /** By the clock of the database, which all tills have in common. */
  private static final String NOW = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

  private static final String LEASE_END = NOW + " + 60000";

  /** So many bills are taken on at a time; whoever asks again gets more. */
  private static final int MOST = 100;

  @Override
  public String begin() {
    return "BEGIN";
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

  @Override
  public void requireOurs(Connection connection, Life life, List<Draft> drafts)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT owner FROM open_bill WHERE bill = ? FOR UPDATE")) {
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

  @Override
  public List<String> unfinished(Connection connection, int slot) throws SQLException {
    return OpenBills.of(connection, slot);
  }

  @Override
  public List<String> takeOver(Connection connection, int slot) throws SQLException {
    try (PreparedStatement keep =
            connection.prepareStatement(
                "UPDATE open_bill SET lease_until = " + LEASE_END + " WHERE owner = ?");
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
