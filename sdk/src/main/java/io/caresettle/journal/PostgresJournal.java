package io.caresettle.journal;

import io.caresettle.problem.JournalUnavailable;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * A journal in a PostgreSQL database, which several tills of one institution keep together. Each
 * has a slot, an opening and an audit chain of its own; a bill belongs to the one that began it,
 * until another takes it on.
 */
public final class PostgresJournal extends JdbcJournal {

  private PostgresJournal(
      Connection connection,
      Opening opening,
      DataKeys dataKeys,
      Clock clock,
      Consumer<Entry> appended)
      throws SQLException {
    super(connection, opening, dataKeys, clock, appended);
  }

  /**
   * Opens the journal in the database, and makes it if there is none.
   *
   * @param url as JDBC has it, {@code jdbc:postgresql:…}
   * @param login what the driver wants beside it, such as user and password
   * @param slot 0 to 99, this till's own part of the institution's message ids
   * @param keys who opens the data keys: those of all tills of this journal, for each may have to
   *     finish what another began
   * @param random names a life, and makes data keys
   * @param appended hears of every record that this till keeps; it must be quick and must not throw
   * @throws JournalUnavailable when another till has the slot open, when it is another
   *     institution's, when a newer version wrote it, or when the database does not serve or does
   *     not force what it commits to its disk
   */
  public static PostgresJournal open(
      String url,
      Properties login,
      String institutionCode,
      int slot,
      JournalKeys keys,
      Clock clock,
      SecureRandom random,
      Consumer<Entry> appended) {
    return open(
        url, login, Deadlines.OF_A_TILL, institutionCode, slot, keys, clock, random, appended);
  }

  /** The same with other deadlines. */
  static PostgresJournal open(
      String url,
      Properties login,
      Deadlines deadlines,
      String institutionCode,
      int slot,
      JournalKeys keys,
      Clock clock,
      SecureRandom random,
      Consumer<Entry> appended) {
    try {
      Connection connection = DriverManager.getConnection(url, deadlines.with(login));
      try {
        deadlines.tell(connection);
        DataKeys dataKeys = new DataKeys(keys, random);
        Life life = PostgresSchema.prepare(connection, institutionCode, slot, dataKeys, random);
        Opening opening =
            new Opening(new PostgresDialect(), Chain.of(connection, life), () -> false);
        return new PostgresJournal(connection, opening, dataKeys, clock, appended);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new JournalUnavailable(
          "The journal's database cannot be used: look whether it runs, and whether this machine may"
              + " reach it",
          e);
    }
  }
}
