package io.caresettle.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.problem.RecordUnreadable;
import io.caresettle.split.BillId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A journal keeps acts, sealed, for good, and for whoever takes it over")
class ActsTest {

  private static final Instant MORNING = Instant.parse("2026-11-20T02:00:00Z");
  private static final Instant BEFORE_MIDNIGHT = Instant.parse("2026-11-20T15:59:59.999Z");
  private static final Instant NEXT_DAY = Instant.parse("2026-11-20T16:00:00Z");
  private static final byte[] SIGNATURE = {7, 8, 9};

  @TempDir Path folder;

  private SqliteJournal open(JournalKeys keys) {
    return SqliteJournal.open(
        file(), "TEST00000001", 7, keys, Clock.systemUTC(), new SecureRandom(), e -> {});
  }

  private SqliteJournal open() {
    return open(TestJournalKeys.standard());
  }

  private Path file() {
    return folder.resolve("journal.db");
  }

  private static ActDraft act(ActKind kind, String visit, Instant time, String body) {
    return new ActDraft(kind, visit, "op-7", time, body, SIGNATURE);
  }

  @Test
  @DisplayName("what was noted is there after a restart, by visit and by day in China")
  void actsOutliveTheProcess() {
    try (SqliteJournal journal = open()) {
      List<Act> kept =
          journal.note(
              List.of(
                  act(ActKind.SHIFT_TAKEN, "", MORNING, "shift: 1"),
                  act(ActKind.REAL_NAME_VERDICT, "V-1", BEFORE_MIDNIGHT, "passed: true"),
                  act(ActKind.CONSENT, "V-1", NEXT_DAY, "line: 1")));
      assertEquals(List.of(1L, 2L, 3L), kept.stream().map(Act::position).toList());
    }
    try (SqliteJournal journal = open()) {
      List<Act> visit = journal.acts("V-1");
      assertEquals(
          List.of(ActKind.REAL_NAME_VERDICT, ActKind.CONSENT),
          visit.stream().map(Act::kind).toList());
      assertEquals("passed: true", visit.get(0).body());
      assertEquals(BEFORE_MIDNIGHT, visit.get(0).time());
      assertEquals("op-7", visit.get(0).operatorId());
      assertArrayEquals(SIGNATURE, visit.get(0).signature());
      assertEquals(List.of(), journal.acts("V-2"));
      assertEquals(2, journal.actsOf(LocalDate.of(2026, 11, 20)).size());
      assertEquals(1, journal.actsOf(LocalDate.of(2026, 11, 21)).size());
    }
  }

  @Test
  @DisplayName("what was done stands in no file in clear")
  void bodiesAreSealed() throws IOException {
    try (SqliteJournal journal = open()) {
      journal.note(List.of(act(ActKind.CONSENT, "V-1", MORNING, "giver: SECRETWORD")));
    }
    try (var files = Files.list(folder)) {
      for (Path each : files.toList()) {
        String bytes = Files.readString(each, StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("SECRETWORD"), each.toString());
      }
    }
  }

  @Test
  @DisplayName("nobody changes or deletes an act, and a body that was moved does not open")
  void actsAreNeverChanged() throws SQLException {
    try (SqliteJournal journal = open()) {
      journal.note(List.of(act(ActKind.CONSENT, "V-1", MORNING, "line: 1")));
    }
    assertThrows(SQLException.class, () -> change("UPDATE act SET visit = 'V-2'"));
    assertThrows(SQLException.class, () -> change("DELETE FROM act"));
    change("DROP TRIGGER acts_are_never_changed");
    change("UPDATE act SET kind = 'MERGED'");
    try (RestingJournal journal = RestingJournal.open(file(), TestJournalKeys.standard())) {
      RecordUnreadable moved = assertThrows(RecordUnreadable.class, () -> journal.acts("V-1"));
      assertTrue(moved.toString().contains("moved"), moved.toString());
    }
  }

  @Test
  @DisplayName("a journal of the version before takes acts, and keeps what it had")
  void olderJournalsAreBroughtUp() throws SQLException {
    BillId bill = new BillId("TEST00000001", "B1");
    OlderJournal.make(file(), 3);
    change("INSERT INTO data_key VALUES (1, '2026-11-19')");
    change("INSERT INTO record VALUES (1, 'B1', 'ACKNOWLEDGED', '', 1, 1, x'00')");
    try (SqliteJournal journal = open()) {
      journal.note(List.of(act(ActKind.RESOLVED, "", MORNING, "wish: WANTED")));
      assertThrows(RecordUnreadable.class, () -> journal.of(bill));
      assertEquals(1, journal.actsOf(LocalDate.of(2026, 11, 20)).size());
    }
  }

  @Test
  @DisplayName("who takes a journal over reads its acts, and so does who reads it at rest")
  void takenOverWithItsActs() {
    try (SqliteJournal journal = open()) {
      journal.note(List.of(act(ActKind.CONSENT, "V-1", MORNING, "line: 1")));
    }
    var newPair = TestJournalKeys.pair();
    Recovery.takeOver(file(), TestJournalKeys.RECOVERY, newPair.publicKey());
    JournalKeys taken =
        JournalKeys.of(newPair, List.of(), Optional.of(TestJournalKeys.RECOVERY.publicKey()));
    try (RestingJournal resting = RestingJournal.open(file(), taken)) {
      assertEquals(List.of("line: 1"), resting.acts().stream().map(Act::body).toList());
    }
    try (SqliteJournal journal = open(taken)) {
      assertEquals(1, journal.acts("V-1").size());
    }
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
