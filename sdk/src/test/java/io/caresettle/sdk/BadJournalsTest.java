package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.journal.JournalKeys;
import io.caresettle.journal.SqliteJournal;
import io.caresettle.journal.TestJournalKeys;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.problem.JournalUnavailable.Reason;
import io.caresettle.settlement.SettlementOutcome.Settled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A terminal says what is wrong with its journal, and what to do about it")
@Timeout(150)
class BadJournalsTest {

  @TempDir Path folder;
  private Till till;

  @BeforeEach
  void open() {
    till = new Till(folder);
    assertInstanceOf(Settled.class, till.counter.settle(Till.id("B1"), till.quote("B1")));
  }

  @AfterEach
  void close() {
    till.close();
  }

  private void assertRefused(Reason reason, String todo) {
    assertRefused(reason, todo, till.config());
  }

  private static void assertRefused(Reason reason, String todo, TerminalConfig.Builder config) {
    TerminalConfig built = config.build();
    JournalUnavailable told =
        assertThrows(JournalUnavailable.class, () -> Terminal.open(built).close());
    assertEquals(reason, told.reason(), told::toString);
    String message = String.valueOf(told.getMessage());
    assertTrue(message.startsWith(reason.zh() + " / "), message);
    assertTrue(message.contains(todo), message);
  }

  private void change(String sql) throws SQLException {
    till.terminal.close();
    try (var file = DriverManager.getConnection("jdbc:sqlite:" + till.journal);
        var statement = file.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Test
  void aSecondProgramOnIt() {
    assertRefused(Reason.IN_USE, "close the other terminal");
  }

  @Test
  void aNewerSchema() throws SQLException {
    change("PRAGMA user_version = 99");
    assertRefused(Reason.NEWER_VERSION, "install the version that wrote it");
  }

  @Test
  void anotherInstitutions() {
    Path other = folder.resolve("other.db");
    SqliteJournal.open(
            other,
            "TEST00000002",
            7,
            JournalKeys.of(TestJournalKeys.TERMINAL, List.of(), Optional.empty()),
            till.clock,
            new SecureRandom(),
            entry -> {})
        .close();
    assertRefused(Reason.OTHER_INSTITUTION, "name the right file", till.config().journal(other));
  }

  @Test
  void aBrokenChain() throws SQLException {
    till.terminal.close();
    try (var file = DriverManager.getConnection("jdbc:sqlite:" + till.journal);
        var statement = file.createStatement();
        var triggers =
            statement.executeQuery(
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'record'")) {
      List<String> names = new ArrayList<>();
      while (triggers.next()) {
        names.add(triggers.getString(1));
      }
      for (String name : names) {
        statement.executeUpdate("DROP TRIGGER " + name);
      }
      statement.executeUpdate("UPDATE record SET message_id = 'X' WHERE type = 'SETTLED'");
    }
    assertRefused(Reason.DAMAGED, "journal verify");
  }

  @Test
  void aFileThatIsNoDatabase() throws IOException {
    till.terminal.close();
    Path other = folder.resolve("other.db");
    Files.writeString(other, "no database, and longer than its header would be ".repeat(50));
    assertRefused(Reason.DAMAGED, "look at the disk and the file", till.config().journal(other));
  }
}
