package io.caresettle.journal;

import java.sql.SQLException;
import java.time.Clock;

/** A database for the tills of a story that is told elsewhere. */
public final class SharedDatabase {

  private final String url;

  public SharedDatabase() throws SQLException {
    this.url = Databases.fresh();
  }

  /** The journal of one till. */
  public Journal till(int slot, Clock clock) {
    return Store.POSTGRESQL.open(url, "TEST00000001", slot, TestJournalKeys.standard(), clock);
  }

  /** As if every till had been silent for more than a minute. */
  public void leasesRunOut() throws SQLException {
    Databases.execute(url, "UPDATE open_bill SET lease_until = 0");
  }
}
