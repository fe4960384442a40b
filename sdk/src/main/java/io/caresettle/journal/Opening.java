package io.caresettle.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;

/** One opening of a journal: what its transactions are surrounded with, and the chain they grow. */
final class Opening implements JournalWriter.Guard {

  private static final int SQLITE_FULL = 13;

  /** A database says so of a transaction that met another: nothing of it was written. */
  private static final Set<String> UNDONE = Set.of("40001", "40P01");

  /** A database says so of what waited for another's lock for as long as it may. */
  private static final String LOCKED = "55P03";

  private static final int MOST_TRIES = 10;

  private final Dialect dialect;
  private final Chain chain;

  private final BooleanSupplier makesRoom;
  private boolean writing;
  private volatile Runnable forced = () -> {};

  /**
   * @param makesRoom gives back room that was kept on the disk; whether there was any
   */
  Opening(Dialect dialect, Chain chain, BooleanSupplier makesRoom) {
    this.dialect = dialect;
    this.chain = chain;
    this.makesRoom = makesRoom;
  }

  /** Whether the disk had no room, by what SQLite says. */
  static boolean isFull(SQLException failure) {
    return failure.getErrorCode() == SQLITE_FULL;
  }

  /** From now on {@code told} hears of each write that was forced to the disk. */
  void watch(Runnable told) {
    forced = told;
  }

  Dialect dialect() {
    return dialect;
  }

  Chain chain() {
    return chain;
  }

  @Override
  public void begin(Connection connection, boolean writes) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(dialect.begin())) {
      statement.execute();
    }
    writing = writes;
    if (writes) {
      dialect.fence(connection, chain.life());
    }
  }

  @Override
  public void committed() {
    chain.committed();
    if (writing) {
      forced.run();
    }
  }

  @Override
  public void rolledBack() {
    chain.rolledBack();
  }

  @Override
  public void claim(Connection connection, SortedSet<String> bills) throws SQLException {
    if (!bills.isEmpty()) {
      dialect.claim(connection, bills);
    }
  }

  @Override
  public boolean again(SQLException failure, int tries) {
    if (isFull(failure)) {
      return tries == 1 && makesRoom.getAsBoolean();
    }
    // Where the undoing failed as well, nobody knows what the connection is in the middle of.
    return tries < MOST_TRIES
        && failure.getSuppressed().length == 0
        && UNDONE.contains(String.valueOf(failure.getSQLState()));
  }

  @Override
  public boolean waitedInVain(SQLException failure) {
    return failure.getSuppressed().length == 0 && LOCKED.equals(failure.getSQLState());
  }
}
