package io.caresettle.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.problem.JournalUnavailable;
import io.caresettle.sdk.TestClock;
import io.caresettle.split.BillId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The audit chain shows what somebody did to a journal behind its back")
@Timeout(180)
class AuditChainTest {

  private static final BillId BILL = new BillId("TEST00000001", "B1");

  @TempDir Path folder;
  private final TestClock clock = new TestClock("2026-11-20T02:00:00Z");
  private AuditHead anchored = new AuditHead("", 0, "");

  /** Six rows are linked before the anchor, and three after it with the anchor itself. */
  @BeforeEach
  void aJournalWithAnAnchor() {
    try (SqliteJournal journal = open()) {
      journal.append(List.of(draft(RecordType.QUOTED, ""), draft(RecordType.SETTLE_INTENT, "M1")));
      journal.append(List.of(draft(RecordType.SETTLED, "M1")));
      journal.note(
          List.of(
              new ActDraft(
                  ActKind.RESOLVED,
                  "V-1",
                  "op-7",
                  clock.instant(),
                  "wish: WANTED",
                  new byte[] {1})));
      journal.keepCertificates("key-1", new byte[] {1, 2, 3});
      anchored = journal.head();
      journal.keepAnchor(anchored, new byte[] {9});
      journal.append(List.of(draft(RecordType.ACKNOWLEDGED, "")));
      journal.append(List.of(draft(RecordType.LATE_ANSWER, "")));
    }
  }

  @Test
  void anUntouchedJournalHoldsAndSaysWhatIsAnchored() {
    Verification found = verify();
    assertEquals(Optional.empty(), found.fault());
    assertEquals(6, anchored.position());
    assertEquals(9, found.links());
    assertEquals(Optional.of(anchored), found.anchored());
    assertEquals(3, found.unproven());
    try (SqliteJournal journal = open()) {
      assertEquals(found.heads(), List.of(journal.head()));
      assertEquals(List.of(anchored), journal.anchors().stream().map(Anchor::head).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE record SET bill = 'B2' WHERE position = 2",
        "UPDATE record SET type = 'REFUSED' WHERE position = 3",
        "UPDATE record SET message_id = 'M9' WHERE position = 3",
        "UPDATE record SET at_millis = at_millis + 1 WHERE position = 5",
        "UPDATE record SET body = x'00' WHERE position = 4",
        "UPDATE record SET data_key = 2 WHERE position = 4",
        "UPDATE record SET life = 2 WHERE position = 1",
        "UPDATE act SET visit = 'x'",
        "UPDATE certificates SET encoded = x'00'",
        "UPDATE anchor SET receipt = x'00'",
        "UPDATE link SET digest = x'00' WHERE number = 3",
        "UPDATE life SET epoch = 'another'",
        "UPDATE life SET institution = 'TEST00000009'",
        "UPDATE record SET position = 1 - position WHERE position < 3;"
            + "UPDATE record SET position = 2 + position WHERE position < 1"
      })
  void whateverIsChangedIsFound(String sql) throws SQLException {
    change(sql);
    assertEquals(Verification.Kind.CHANGED, fault().kind(), sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM record WHERE position = 3",
        "DELETE FROM act",
        "DELETE FROM certificates",
        "DELETE FROM anchor",
        "DELETE FROM link WHERE number = 3",
        "DELETE FROM record WHERE position = 5"
      })
  void whateverIsGoneIsFound(String sql) throws SQLException {
    change(sql);
    assertEquals(Verification.Kind.GAP, fault().kind(), sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO record SELECT 17, bill, type, '', at_millis, data_key, body, life FROM record"
            + " WHERE position = 3",
        "INSERT INTO act SELECT 17, kind, visit, at_millis, data_key, body, life FROM act",
        "INSERT INTO link SELECT life, 10, kind, position, digest FROM link WHERE number = 3"
      })
  void whateverIsAddedIsFound(String sql) throws SQLException {
    change(sql);
    assertEquals(Verification.Kind.INSERTED, fault().kind(), sql);
  }

  @Test
  void aChainThatIsCutBeforeASignedHeadIsFoundByWhoKeptTheHead() throws SQLException {
    change(
        "DELETE FROM link WHERE number >= 6; DELETE FROM record WHERE position > 3;"
            + "DELETE FROM anchor; DELETE FROM certificates;"
            + "INSERT INTO open_bill VALUES ('B1', 2, 0, 1, 0)");
    assertTrue(verify().holds(), "the file alone cannot show it");
    assertEquals(Optional.empty(), verify().anchored());
    assertEquals(
        Verification.Kind.TRUNCATED, verify(List.of(anchored)).fault().orElseThrow().kind());
  }

  @Test
  void whoWritesTheChainAnewIsFoundByASignedHead() throws SQLException {
    change("DELETE FROM link; UPDATE record SET message_id = 'M9' WHERE position = 3");
    try (Connection connection = connect()) {
      Lives.link(connection);
    }
    assertEquals(Verification.Kind.REWRITTEN, fault().kind());
  }

  @Test
  void aBillThatSomebodyTookFromTheOpenOnesIsFound() throws SQLException {
    try (SqliteJournal journal = open()) {
      journal.append(List.of(draft(RecordType.SETTLE_INTENT, "M2")));
    }
    change("DELETE FROM open_bill");
    assertEquals(Verification.Kind.OPEN_BILLS, fault().kind());
  }

  @Test
  void aTillDoesNotOpenAJournalWhoseChainIsBroken() throws SQLException {
    change("UPDATE record SET message_id = 'M9' WHERE position = 3");
    JournalUnavailable refused = assertThrows(JournalUnavailable.class, this::open);
    assertTrue(refused.toString().contains("record 3 changed, at link 4"), refused.toString());
  }

  @Test
  void aJournalWhoseWholeChainIsGoneIsNotLinkedAnew() throws SQLException {
    change("DELETE FROM link");
    assertThrows(JournalUnavailable.class, this::open);
    assertEquals(Verification.Kind.GAP, fault().kind());
  }

  @ParameterizedTest
  @CsvSource({"2", "3", "4"})
  void whatAnEarlierVersionKeptIsLinkedWhenItIsOpened(int version) throws SQLException {
    Path older = folder.resolve("older.db");
    OlderJournal.make(older, version);
    change(
        older,
        "INSERT INTO data_key VALUES (1, '2026-11-19');"
            + "INSERT INTO record VALUES (1, 'B1', 'SETTLE_INTENT', 'M1', 1, 1, x'00');"
            + "INSERT INTO record VALUES (2, 'B2', 'SETTLE_INTENT', 'M2', 1, 1, x'00');"
            + "INSERT INTO record VALUES (3, 'B2', 'REFUSED', 'M2', 1, 1, x'00')");
    try (SqliteJournal journal = open(older)) {
      assertEquals(List.of(BILL), journal.unfinished());
      assertEquals(4, journal.head().position());
    }
    change(older, "UPDATE record SET message_id = 'M9' WHERE position = 2");
    try (RestingJournal resting = RestingJournal.open(older, TestJournalKeys.standard())) {
      assertEquals("record 2", resting.verify(List.of()).fault().orElseThrow().row());
    }
  }

  @Test
  void aNewLifeBeginsWhereTheOldOneEndedAndReadsWhatWasKept() throws SQLException {
    AuditHead first;
    AuditHead second;
    String used;
    try (SqliteJournal journal = open()) {
      first = journal.head();
      used = journal.nextMessageId();
      journal.begin("another-epoch", 9);
      assertEquals("another-epoch", journal.epoch());
      assertEquals(9, journal.slot());
      assertNotEquals(used.substring(26, 28), journal.nextMessageId().substring(26, 28));
      assertEquals(5, journal.of(BILL).size());
      assertEquals(1, journal.acts("V-1").size());
      journal.append(List.of(draft(RecordType.SETTLE_INTENT, "M3")));
      second = journal.head();
      assertEquals(new AuditHead("another-epoch", 2, second.digest()), second);
    }
    assertEquals(List.of(first, second), verify().heads());
    assertEquals(0, verify(List.of(second)).unproven());
    try (SqliteJournal journal = open()) {
      assertEquals(9, journal.slot());
      assertEquals("another-epoch", journal.epoch());
      assertEquals(6, journal.of(BILL).size());
    }
    change("DELETE FROM link WHERE life = 1 AND number = 9; DELETE FROM record WHERE position = 5");
    assertEquals("life 2", fault().row());
  }

  private Verification.Fault fault() {
    return verify().fault().orElseThrow();
  }

  private Verification verify() {
    return verify(List.of());
  }

  private Verification verify(List<AuditHead> known) {
    try (RestingJournal resting =
        RestingJournal.open(folder.resolve("j.db"), TestJournalKeys.standard())) {
      return resting.verify(known);
    }
  }

  private SqliteJournal open() {
    return open(folder.resolve("j.db"));
  }

  private SqliteJournal open(Path file) {
    return SqliteJournal.open(
        file, "TEST00000001", 7, TestJournalKeys.standard(), clock, new SecureRandom(), e -> {});
  }

  private static Draft draft(RecordType type, String messageId) {
    return new Draft(BILL, type, messageId, "body: 1\n");
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("j.db"));
  }

  private void change(String sql) throws SQLException {
    change(folder.resolve("j.db"), sql);
  }

  /** As whoever owns the machine can: the guards of the database go first. */
  private static void change(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String table : List.of("record", "act", "link", "anchor", "remnant")) {
        String many = table.equals("act") ? "acts" : table + "s";
        statement.executeUpdate("DROP TRIGGER IF EXISTS " + table + "_is_never_changed");
        statement.executeUpdate("DROP TRIGGER IF EXISTS " + table + "_is_never_deleted");
        statement.executeUpdate("DROP TRIGGER IF EXISTS " + many + "_are_never_changed");
        statement.executeUpdate("DROP TRIGGER IF EXISTS " + many + "_are_never_deleted");
      }
      statement.executeUpdate("DROP TRIGGER IF EXISTS certificates_are_never_changed");
      statement.executeUpdate("DROP TRIGGER IF EXISTS certificates_are_never_deleted");
      statement.executeUpdate(sql);
    }
  }
}
