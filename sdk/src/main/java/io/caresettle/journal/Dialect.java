package io.caresettle.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;

/** What the databases of a journal do each in its own way. */
interface Dialect {

  /** Begins a transaction that may write. */
  String begin();

  /**
   * Makes sure, until the transaction ends, that this is still the last opening.
   *
   * @throws SQLException when another opening came after it, from whoever got past every lock
   */
  void fence(Connection connection, Life life) throws SQLException;

  /** Until when a bill belongs to the till that begins it, in SQL. */
  String leaseEnd();

  /** From now until the transaction ends, no other till writes of {@code bills}. */
  void claim(Connection connection, SortedSet<String> bills) throws SQLException;

  /**
   * Makes sure that the till works on the bills of {@code drafts}, which are claimed, and has seen
   * all that decides about them.
   *
   * @throws JournalWriter.Declined when another till has taken one of them on, or has written of it
   */
  void requireOurs(Connection connection, Life life, List<Draft> drafts) throws SQLException;

  /** The bills that are open and that the till with this slot answers for, oldest first. */
  List<String> unfinished(Connection connection, int slot) throws SQLException;

  /** Keeps what the till has, and takes on what nobody has any more; lists all of it. */
  List<String> takeOver(Connection connection, int slot) throws SQLException;
}
