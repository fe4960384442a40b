package io.caresettle.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Sealed drafts on their way into the table of records. */
record Appending(
    Opening opening,
    Life life,
    List<Draft> drafts,
    List<SealedBody> bodies,
    List<LinkedRow.Sealed> digests,
    Instant time)
    implements JournalWriter.Work<List<Long>> {

  @Override
  public List<Long> on(Connection connection) throws SQLException {
    return Records.insert(connection, opening, life, drafts, bodies, digests, time);
  }

  @Override
  public Collection<String> bills() {
    Set<String> bills = new TreeSet<>();
    drafts.forEach(draft -> bills.add(draft.bill().number()));
    return bills;
  }
}
