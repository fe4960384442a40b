package io.caresettle.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** One opening of a journal: what its transactions are surrounded with, and the chain they grow. */
class Opening implements JournalWriter.Guard {

  private final Dialect dialect;
  private final Chain chain;

  Opening(Dialect dialect, Chain chain) {
    this.dialect = dialect;
    this.chain = chain;
  }

  Dialect dialect() {
    return dialect;
  }

  Chain chain() {
    return chain;
  }

  @Override
  public void begin(Connection connection, boolean writes) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(dialect.begin());
    }
    if (writes) {
      dialect.fence(connection, chain.life());
    }
  }

  @Override
  public void committed() {
    chain.committed();
  }

  @Override
  public void rolledBack() {
    chain.rolledBack();
  }

  @Override
  public boolean madeRoom(SQLException failure) {
    return false;
  }
}
