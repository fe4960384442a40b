package io.caresettle.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.problem.JournalUnavailable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * The thread that writes the journal. Waiting for it cannot be interrupted, so tests have a thread.
 */
@Timeout(value = 15, threadMode = ThreadMode.SEPARATE_THREAD)
class JournalWriterTest {

  @Test
  void nobodyWaitsForEverWhenTheMachineRunsOutOfMemory() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE life (opening INTEGER)");
      statement.execute("INSERT INTO life VALUES (1)");
    }
    JournalWriter writer = new JournalWriter(connection, 1, "journal-under-test");
    assertEquals("kept", writer.await(c -> "kept"));
    assertThrows(
        JournalUnavailable.class,
        () ->
            writer.await(
                c -> {
                  throw new OutOfMemoryError("as a test");
                }));
    assertThrows(JournalUnavailable.class, () -> writer.await(c -> 7));
    writer.close();
  }
}
