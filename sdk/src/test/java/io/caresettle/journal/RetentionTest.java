package io.caresettle.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.problem.JournalUnavailable;
import io.caresettle.problem.Misuse;
import io.caresettle.problem.RecordUnreadable;
import io.caresettle.sdk.TestClock;
import io.caresettle.split.BillId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The end of a journal's days, and its copies")
@Timeout(180)
class RetentionTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 11, 20);
  private static final LocalDate SECOND = FIRST.plusDays(1);

  @TempDir Path folder;
  private final TestClock clock = new TestClock("2026-11-20T02:00:00Z");
  private Path file = Path.of("");

  /** B1 ended on the first day, B2 was begun on the first and is open, B3 is the second day's. */
  @BeforeEach
  void twoDays() {
    file = folder.resolve("j.db");
    try (SqliteJournal journal = open(file)) {
      keep(journal, "B1", RecordType.SETTLE_INTENT, RecordType.SETTLED, RecordType.ACKNOWLEDGED);
      keep(journal, "B2", RecordType.SETTLE_INTENT);
      clock.advance(Duration.ofDays(1));
      keep(journal, "B3", RecordType.SETTLE_INTENT, RecordType.REFUSED);
    }
  }

  @Test
  void aDayWithAnOpenBillIsNotDestroyed() {
    JournalUnavailable refused = assertThrows(JournalUnavailable.class, () -> destroy(SECOND));
    assertTrue(refused.toString().contains("2026-11-20"), refused.toString());
    try (SqliteJournal journal = open(file)) {
      assertEquals(3, journal.of(bill("B1")).size());
    }
  }

  @Test
  void aDayWithCostsThatWaitToBeToldIsNotDestroyed() {
    close("B2");
    try (SqliteJournal journal = open(file)) {
      clock.advance(Duration.ofDays(-1));
      keep(journal, "B5", RecordType.COSTS_INTENT);
    }
    JournalUnavailable refused = assertThrows(JournalUnavailable.class, () -> destroy(SECOND));
    assertTrue(refused.toString().contains("wait to be told"), refused.toString());
    try (SqliteJournal journal = open(file)) {
      keep(journal, "B5", RecordType.COSTS_UPLOADED);
    }
    assertEquals(List.of(FIRST), destroy(SECOND).days());
  }

  @Test
  void aDestroyedDayLeavesNotesInClearAndTheChainStillVerifies() throws SQLException {
    close("B2");
    Retention.Destroyed destroyed = destroy(SECOND);
    assertEquals(List.of(FIRST), destroyed.days());
    assertEquals(4, destroyed.records());
    try (SqliteJournal journal = open(file)) {
      RecordUnreadable gone = assertThrows(RecordUnreadable.class, () -> journal.of(bill("B1")));
      assertTrue(gone.toString().contains("is destroyed"), gone.toString());
      assertEquals("body: secret", journal.of(bill("B3")).get(0).body());
    }
    assertEquals("1 SETTLE_INTENT of B1", note(1));
    try (RestingJournal resting = RestingJournal.open(file)) {
      assertTrue(resting.verify(List.of()).holds());
    }
    assertEquals(0, destroy(SECOND).records());
  }

  @Test
  void theKeysOfADestroyedDayAreNowhereInTheFileAnyMore() throws SQLException, IOException {
    close("B2");
    byte[] wrapped = wrapped();
    assertTrue(contains(wrapped));
    destroy(SECOND);
    assertFalse(contains(wrapped));
  }

  @Test
  void aNoteThatSomebodyChangesIsFound() throws SQLException {
    close("B2");
    destroy(SECOND);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DROP TRIGGER remnants_are_never_changed");
      statement.executeUpdate("UPDATE remnant SET note = 'x' WHERE position = 2");
    }
    try (RestingJournal resting = RestingJournal.open(file)) {
      assertEquals("remnant 2", resting.verify(List.of()).fault().orElseThrow().row());
    }
  }

  @Test
  void todayAndWhatComesIsNotDestroyed() {
    assertThrows(Misuse.class, () -> destroy(SECOND.plusDays(1)));
    try (SqliteJournal running = open(file)) {
      assertThrows(JournalUnavailable.class, () -> destroy(SECOND));
      assertEquals(3, running.of(bill("B1")).size());
    }
  }

  @Test
  void aJournalIsCopiedWhileItsTillGoesOnAndTheCopyIsWhole() {
    Path copy = folder.resolve("copy.db");
    AuditHead head;
    try (SqliteJournal journal = open(file)) {
      head = journal.head();
      Verification found = Backup.make(file, copy);
      assertTrue(found.holds());
      assertEquals(List.of(head), found.heads());
      keep(journal, "B4", RecordType.QUOTED);
      assertThrows(Misuse.class, () -> Backup.make(file, copy));
    }
    // The centre sees an old head, and grants another slot: no id is given out twice.
    try (SqliteJournal restored = open(copy);
        SqliteJournal original = open(file)) {
      assertEquals(original.epoch(), restored.epoch());
      assertEquals(head, restored.head());
      restored.begin("restored", 8);
      assertEquals(List.of(bill("B2")), restored.unfinished());
      assertEquals("body: secret", restored.of(bill("B1")).get(0).body());
      assertEquals("07", original.nextMessageId().substring(26, 28));
      assertEquals("08", restored.nextMessageId().substring(26, 28));
    }
  }

  private Retention.Destroyed destroy(LocalDate before) {
    return Retention.destroy(
        file,
        TestJournalKeys.standard(),
        before,
        SECOND,
        entry -> entry.position() + " " + entry.type() + " of " + entry.bill().number());
  }

  private void close(String bill) {
    try (SqliteJournal journal = open(file)) {
      keep(journal, bill, RecordType.ACKNOWLEDGED);
    }
  }

  private String note(long record) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT note FROM remnant WHERE record = " + record)) {
      return row.getString(1);
    }
  }

  private byte[] wrapped() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT wrapped FROM wrapping WHERE data_key = 1")) {
      return row.getBytes(1);
    }
  }

  private boolean contains(byte[] wanted) throws IOException {
    String text = new String(wanted, java.nio.charset.StandardCharsets.ISO_8859_1);
    try (var files = Files.list(folder)) {
      for (Path each : files.toList()) {
        if (new String(Files.readAllBytes(each), java.nio.charset.StandardCharsets.ISO_8859_1)
            .contains(text)) {
          return true;
        }
      }
    }
    return false;
  }

  private static BillId bill(String number) {
    return new BillId("TEST00000001", number);
  }

  private static void keep(SqliteJournal journal, String bill, RecordType... types) {
    for (RecordType type : types) {
      journal.append(List.of(new Draft(bill(bill), type, "M-" + bill, "body: secret")));
    }
  }

  private SqliteJournal open(Path which) {
    return SqliteJournal.open(
        which, "TEST00000001", 7, TestJournalKeys.standard(), clock, new SecureRandom(), e -> {});
  }
}
