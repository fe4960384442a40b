package io.caresettle.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.problem.JournalUnavailable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * The thread that writes the journal. Waiting for it cannot be interrupted, so tests have a thread.
 */
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
class JournalWriterTest {

  @Test
  void nobodyWaitsForEverWhenTheMachineRunsOutOfMemory() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    JournalWriter writer = new JournalWriter(connection, new Unguarded(), "journal-under-test");
    assertEquals("kept", writer.write(c -> "kept"));
    assertThrows(
        JournalUnavailable.class,
        () ->
            writer.write(
                c -> {
                  throw new OutOfMemoryError("as a test");
                }));
    assertThrows(JournalUnavailable.class, () -> writer.write(c -> 7));
    writer.close();
  }

  private static final class Unguarded implements JournalWriter.Guard {
    @Override
    public void begin(Connection connection, boolean writes) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
      }
    }

    @Override
    public void committed() {}

    @Override
    public void rolledBack() {}

    @Override
    public void claim(Connection connection, SortedSet<String> bills) {}

    @Override
    public boolean again(SQLException failure, int tries) {
      return false;
    }

    @Override
    public boolean waitedInVain(SQLException failure) {
      return false;
    }
  }
}
