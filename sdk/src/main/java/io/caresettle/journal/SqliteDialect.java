package io.caresettle.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;

/** One file, one till. */
final class SqliteDialect implements Dialect {

  @Override
  public String begin() {
    return "BEGIN IMMEDIATE";
  }

  @Override
  public void fence(Connection connection, Life life) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT opening FROM life WHERE number = ?")) {
      select.setLong(1, life.number());
      if (Records.only(select) != life.opening()) {
        throw new SQLException("The journal was opened by another process");
      }
    }
  }

  @Override
  public String leaseEnd() {
    return "0";
  }

  @Override
  public void claim(Connection connection, SortedSet<String> bills) {}

  @Override
  public void requireOurs(Connection connection, Life life, List<Draft> drafts) {}

  @Override
  public List<String> unfinished(Connection connection, int slot) throws SQLException {
    return OpenBills.all(connection);
  }

  @Override
  public List<String> takeOver(Connection connection, int slot) throws SQLException {
    return OpenBills.all(connection);
  }
}
