package io.caresettle.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.problem.JournalUnavailable;
import io.caresettle.problem.Misuse;
import io.caresettle.sdk.TestClock;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The journal keeps what it was told, and nothing else")
@Timeout(180)
class SqliteJournalTest {

  private static final String INSTITUTION = "TEST00000001";
  private static final BillId BILL = new BillId(INSTITUTION, "B1");

  @TempDir Path folder;
  private final TestClock clock = new TestClock("2026-11-20T02:00:00Z");
  private final ConcurrentLinkedQueue<Entry> heard = new ConcurrentLinkedQueue<>();
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("j.db");
  }

  @Test
  void recordsComeBackAfterARestartAsTheyWere() {
    List<Entry> kept;
    String epoch;
    try (SqliteJournal journal = open()) {
      kept =
          journal.append(
              List.of(draft(RecordType.QUOTED, ""), draft(RecordType.SETTLE_INTENT, "M1")));
      epoch = journal.epoch();
      assertEquals(kept, List.copyOf(heard));
    }
    try (SqliteJournal journal = open()) {
      assertEquals(kept, journal.of(BILL));
      assertEquals(List.of(1L, 2L), kept.stream().map(Entry::position).toList());
      assertEquals(epoch, journal.epoch());
    }
  }

  @Test
  void theRecordsOfOneAppendAreKeptAllOrNone() {
    try (SqliteJournal journal = open()) {
      Draft intent = draft(RecordType.SETTLE_INTENT, "M1");
      assertThrows(JournalUnavailable.class, () -> journal.append(List.of(intent, intent)));
      // One lost write, and the journal is suspect for good.
      assertThrows(JournalUnavailable.class, () -> journal.of(BILL));
    }
    try (SqliteJournal journal = open()) {
      assertEquals(List.of(), journal.of(BILL));
    }
  }

  @Test
  void manyCountersAppendAtOnceAndEveryRecordIsKept() {
    try (SqliteJournal journal = open()) {
      List<CompletableFuture<Void>> counters = new ArrayList<>();
      for (int counter = 0; counter < 16; counter++) {
        BillId bill = new BillId(INSTITUTION, "B" + counter);
        counters.add(
            CompletableFuture.runAsync(
                () -> {
                  for (int i = 0; i < 50; i++) {
                    journal.append(List.of(new Draft(bill, RecordType.QUOTED, "", "n: " + i)));
                  }
                }));
      }
      counters.forEach(CompletableFuture::join);
      List<String> bodies =
          journal.of(new BillId(INSTITUTION, "B15")).stream().map(Entry::body).toList();
      assertEquals(50, bodies.size());
      assertEquals("n: 49", bodies.get(49));
      assertEquals(800, heard.stream().map(Entry::position).distinct().count());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSED", "NOT_SENT", "REVERSED", "SETTLED"})
  void whatEndedAfterItsCallerWasToldUnknownStaysListedUntilTheCallerKnows(RecordType ending) {
    try (SqliteJournal journal = open()) {
      journal.append(
          List.of(
              draft(RecordType.SETTLE_INTENT, "M1"),
              draft(RecordType.UNKNOWN, "M1"),
              draft(ending, "M1")));
      assertEquals(List.of(BILL), journal.unfinished());
      journal.append(List.of(draft(RecordType.ACKNOWLEDGED, "")));
      assertEquals(List.of(), journal.unfinished());
    }
  }

  @Test
  void aBillThatWasTriedTwiceIsListedOnceAndByItsLastAttempt() {
    try (SqliteJournal journal = open()) {
      journal.append(
          List.of(
              draft(RecordType.SETTLE_INTENT, "M1"),
              draft(RecordType.UNKNOWN, "M1"),
              draft(RecordType.REVERSED, "R1"),
              draft(RecordType.SETTLE_INTENT, "M2")));
      assertEquals(List.of(BILL), journal.unfinished());
      journal.append(List.of(draft(RecordType.REFUSED, "M2")));
      assertEquals(List.of(), journal.unfinished());
    }
  }

  @Test
  void unfinishedIsWhatWasIntendedAndNotClosed() {
    try (SqliteJournal journal = open()) {
      assertEquals(List.of(), journal.unfinished());
      journal.append(List.of(draft(RecordType.QUOTED, "")));
      assertEquals(List.of(), journal.unfinished());
      journal.append(List.of(draft(RecordType.SETTLE_INTENT, "M1")));
      assertEquals(List.of(BILL), journal.unfinished());
      journal.append(List.of(draft(RecordType.REFUSED, "M1")));
      assertEquals(List.of(), journal.unfinished());
      journal.append(
          List.of(draft(RecordType.SETTLE_INTENT, "M2"), draft(RecordType.SETTLED, "M2")));
      assertEquals(List.of(BILL), journal.unfinished());
      journal.append(List.of(draft(RecordType.ACKNOWLEDGED, "")));
      assertEquals(List.of(), journal.unfinished());
    }
  }

  @Test
  void aSecondOpeningIsRefusedUntilTheFirstHasEnded() {
    SqliteJournal first = open();
    assertThrows(JournalUnavailable.class, this::open);
    first.append(List.of(draft(RecordType.QUOTED, "")));
    first.close();
    open().close();
  }

  @Test
  void aSecondProcessIsRefused() throws IOException, InterruptedException {
    try (SqliteJournal first = open()) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  OpensJournal.class.getName(),
                  file.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(20, TimeUnit.SECONDS));
      assertTrue(said.contains("JournalUnavailable"), said);
      first.append(List.of(draft(RecordType.QUOTED, "")));
    }
  }

  @Test
  void whoeverWasOvertakenDespiteTheLockWritesNothingMore() throws SQLException {
    try (SqliteJournal first = open()) {
      change("UPDATE life SET opening = opening + 1");
      assertThrows(
          JournalUnavailable.class, () -> first.append(List.of(draft(RecordType.QUOTED, ""))));
    }
  }

  @Test
  void aNewerSchemaIsRefused() throws SQLException {
    open().close();
    change("PRAGMA user_version = 99");
    JournalUnavailable refused = assertThrows(JournalUnavailable.class, this::open);
    assertTrue(refused.toString().contains("99"));
    change("PRAGMA user_version = 5");
    open().close();
  }

  @Test
  void anotherInstitutionsJournalIsRefused() {
    open().close();
    assertThrows(
        JournalUnavailable.class,
        () ->
            SqliteJournal.open(
                file,
                "TEST00000002",
                7,
                TestJournalKeys.standard(),
                clock,
                new SecureRandom(),
                e -> {}));
  }

  @Test
  void aDatabaseThatIsNoJournalIsRefusedAndLeftAlone() throws SQLException {
    change("CREATE TABLE theirs (x)");
    assertThrows(JournalUnavailable.class, this::open);
    change("INSERT INTO theirs VALUES (1)");
  }

  @Test
  void aFileThatIsNoDatabaseIsRefused() throws IOException {
    Files.writeString(file, "no database, whatever its name says".repeat(50));
    assertThrows(JournalUnavailable.class, this::open);
  }

  @Test
  void twoJournalsHaveDifferentEpochs() {
    String first;
    try (SqliteJournal journal = open()) {
      first = journal.epoch();
    }
    file = folder.resolve("other.db");
    try (SqliteJournal journal =
        SqliteJournal.open(
            file,
            INSTITUTION,
            7,
            TestJournalKeys.standard(),
            clock,
            new SecureRandom(),
            heard::add)) {
      assertNotEquals(first, journal.epoch());
    }
  }

  @Test
  void theDatabaseItselfRefusesToChangeARecord() throws SQLException {
    try (SqliteJournal journal = open()) {
      journal.append(List.of(draft(RecordType.QUOTED, "")));
    }
    assertThrows(SQLException.class, () -> change("UPDATE record SET body = ''"));
    assertThrows(SQLException.class, () -> change("DELETE FROM record"));
  }

  @Test
  void aClosedJournalSaysSo() {
    SqliteJournal journal = open();
    journal.close();
    journal.close();
    assertThrows(JournalUnavailable.class, () -> journal.of(BILL));
  }

  @Test
  void aForeignBillIsAFaultOfTheCaller() {
    try (SqliteJournal journal = open()) {
      assertThrows(Misuse.class, () -> journal.of(new BillId("TEST00000002", "B1")));
    }
  }

  @Test
  void anInterruptedThreadStillKnowsWhetherItsRecordIsKept() {
    try (SqliteJournal journal = open()) {
      Thread.currentThread().interrupt();
      journal.append(List.of(draft(RecordType.QUOTED, "")));
      assertTrue(Thread.interrupted());
      assertEquals(1, journal.of(BILL).size());
    }
  }

  @Test
  void aRecordThatIsPrintedKeepsItsBodyToItself() {
    Draft draft = draft(RecordType.QUOTED, "");
    assertFalse(draft.toString().contains("body"), draft.toString());
  }

  private SqliteJournal open() {
    return SqliteJournal.open(
        file, INSTITUTION, 7, TestJournalKeys.standard(), clock, new SecureRandom(), heard::add);
  }

  private static Draft draft(RecordType type, String messageId) {
    return new Draft(BILL, type, messageId, "body: 1\n");
  }

  private void change(String sql) throws SQLException {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
