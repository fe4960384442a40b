package io.caresettle.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.problem.JournalUnavailable;
import io.caresettle.problem.RecordUnreadable;
import io.caresettle.protocol.keys.EncryptionPair;
import io.caresettle.sdk.TestClock;
import io.caresettle.split.BillId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What a record says is readable with its day's data key alone")
@Timeout(180)
class SealingTest {

  private static final String INSTITUTION = "TEST00000001";
  private static final String NEEDLE = "masked-name: 测** of visit V-4711\n";

  @TempDir Path folder;
  private final TestClock clock = new TestClock("2026-11-20T02:00:00Z");
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("j.db");
  }

  @Test
  void noBodyStandsInTheFilesWhileTheJournalIsOpenOrAfter() throws IOException {
    try (SqliteJournal journal = open(TestJournalKeys.standard())) {
      keep(journal, "B1", RecordType.QUOTED);
      assertNowhere();
    }
    assertNowhere();
  }

  @Test
  void eachDayHasADataKeyAndARestartUsesItsKeyAgain() throws SQLException {
    for (int restart = 0; restart < 3; restart++) {
      try (SqliteJournal journal = open(TestJournalKeys.standard())) {
        keep(journal, "B1", RecordType.QUOTED);
      }
    }
    assertEquals("1", ask("SELECT count(*) FROM data_key"));
    clock.advance(Duration.ofHours(14)); // midnight in Shanghai
    try (SqliteJournal journal = open(TestJournalKeys.standard())) {
      keep(journal, "B1", RecordType.QUOTED);
      assertEquals(4, journal.of(bill("B1")).size());
    }
    assertEquals("2026-11-20,2026-11-21", ask("SELECT group_concat(day) FROM data_key"));
    assertEquals("4", ask("SELECT count(*) FROM wrapping"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bill = 'B2'",
        "type = 'SETTLED'",
        "message_id = 'M2'",
        "at_millis = at_millis + 1",
        "body = (SELECT body FROM record WHERE position = 2)",
        "body = zeroblob(length(body))",
        "body = x'00'"
      })
  void aRecordThatWasMovedOrChangedDoesNotOpen(String change) throws SQLException {
    try (SqliteJournal journal = open(TestJournalKeys.standard())) {
      keep(journal, "B1", RecordType.REFUSED);
      keep(journal, "B3", RecordType.REFUSED);
      change("DROP TRIGGER record_is_never_changed");
      change("UPDATE record SET " + change + " WHERE position = 1");
      BillId moved = bill(change.startsWith("bill") ? "B2" : "B1");
      RecordUnreadable refused = assertThrows(RecordUnreadable.class, () -> journal.of(moved));
      assertTrue(refused.toString().contains("Record 1"), refused.toString());
      // The journal itself goes on, until it is opened again.
      assertEquals(1, journal.of(bill("B3")).size());
      keep(journal, "B4", RecordType.QUOTED);
    }
    assertThrows(JournalUnavailable.class, () -> open(TestJournalKeys.standard()));
  }

  @Test
  void aRecordOfAnotherJournalDoesNotOpen() throws SQLException {
    try (SqliteJournal journal = open(TestJournalKeys.standard())) {
      keep(journal, "B1", RecordType.REFUSED);
    }
    change("UPDATE life SET epoch = 'another'");
    try (RestingJournal journal = RestingJournal.open(file, TestJournalKeys.standard())) {
      assertThrows(RecordUnreadable.class, () -> journal.of("B1"));
    }
  }

  @Test
  void ofADestroyedDayEverythingButTheBodiesIsKeptAndTheJournalGoesOn() throws SQLException {
    try (SqliteJournal journal = open(TestJournalKeys.standard())) {
      keep(journal, "B1", RecordType.SETTLE_INTENT);
    }
    change("DELETE FROM wrapping");
    try (SqliteJournal journal = open(TestJournalKeys.standard())) {
      RecordUnreadable gone = assertThrows(RecordUnreadable.class, () -> journal.of(bill("B1")));
      assertTrue(gone.toString().contains("2026-11-20 is destroyed"), gone.toString());
      assertEquals(List.of(bill("B1")), journal.unfinished());
      keep(journal, "B2", RecordType.QUOTED);
      assertEquals(1, journal.of(bill("B2")).size());
    }
    assertEquals("M-B1", ask("SELECT message_id FROM record WHERE position = 1"));
  }

  @Test
  void aDamagedDataKeyConcernsItsDayAlone() throws SQLException {
    try (SqliteJournal journal = open(TestJournalKeys.standard())) {
      keep(journal, "B1", RecordType.SETTLE_INTENT);
    }
    change("UPDATE wrapping SET wrapped = zeroblob(113) WHERE holder = 'TERMINAL'");
    try (SqliteJournal journal = open(TestJournalKeys.standard())) {
      RecordUnreadable gone = assertThrows(RecordUnreadable.class, () -> journal.of(bill("B1")));
      assertTrue(gone.toString().contains("is damaged"), gone.toString());
      keep(journal, "B2", RecordType.QUOTED);
      assertEquals(1, journal.of(bill("B2")).size());
    }
  }

  @Test
  void aTerminalWithAnotherKeyIsToldWhichOneItNeedsAndChangesNothing() throws SQLException {
    try (SqliteJournal journal = open(TestJournalKeys.standard())) {
      keep(journal, "B1", RecordType.QUOTED);
    }
    EncryptionPair other = TestJournalKeys.pair();
    JournalUnavailable refused =
        assertThrows(JournalUnavailable.class, () -> open(TestJournalKeys.of(other)));
    for (EncryptionPair holder : List.of(TestJournalKeys.TERMINAL, TestJournalKeys.RECOVERY)) {
      String id = JournalKeys.idOf(holder.publicKey());
      assertTrue(refused.toString().contains(id), refused.toString());
    }
    assertEquals("2", ask("SELECT count(*) FROM wrapping"));
    open(TestJournalKeys.standard()).close();
  }

  @Test
  void anUnfinishedBillOfAnOlderKeyIsReasonEnoughToAskForIt() throws SQLException {
    try (SqliteJournal journal = open(TestJournalKeys.standard())) {
      keep(journal, "B1", RecordType.SETTLE_INTENT);
    }
    EncryptionPair next = TestJournalKeys.pair();
    clock.advance(Duration.ofDays(1));
    try (SqliteJournal journal = open(TestJournalKeys.of(next, TestJournalKeys.TERMINAL))) {
      keep(journal, "B2", RecordType.QUOTED);
    }
    // As if the first day had never been wrapped for the next key.
    change(
        "DELETE FROM wrapping WHERE data_key = 1 AND key_id = '"
            + JournalKeys.idOf(next.publicKey())
            + "'");
    assertThrows(JournalUnavailable.class, () -> open(TestJournalKeys.of(next)));
    try (SqliteJournal journal = open(TestJournalKeys.of(next, TestJournalKeys.TERMINAL))) {
      journal.append(List.of(new Draft(bill("B1"), RecordType.REFUSED, "M-B1", NEEDLE)));
    }
    open(TestJournalKeys.of(next)).close();
  }

  @Test
  void oneOpeningWithTheOldAndTheNewPairMakesTheNewOneEnough() {
    EncryptionPair next = TestJournalKeys.pair();
    try (SqliteJournal journal = open(TestJournalKeys.standard())) {
      keep(journal, "B1", RecordType.SETTLE_INTENT);
    }
    open(TestJournalKeys.of(next, TestJournalKeys.TERMINAL)).close();
    try (SqliteJournal journal = open(TestJournalKeys.of(next))) {
      assertEquals(NEEDLE, journal.of(bill("B1")).get(0).body());
    }
  }

  @Test
  void aRecoveryKeyThatComesLaterOpensWhatWasThereBefore() {
    JournalKeys without = JournalKeys.of(TestJournalKeys.TERMINAL, List.of(), Optional.empty());
    try (SqliteJournal journal = open(without)) {
      keep(journal, "B1", RecordType.QUOTED);
    }
    EncryptionPair next = TestJournalKeys.pair();
    assertThrows(
        JournalUnavailable.class,
        () -> Recovery.takeOver(file, TestJournalKeys.RECOVERY, next.publicKey()));
    open(TestJournalKeys.standard()).close();
    assertEquals(
        new Recovery.Recovered(1, List.of()),
        Recovery.takeOver(file, TestJournalKeys.RECOVERY, next.publicKey()));
  }

  @Test
  void theRecoveryKeyHandsAJournalOverToATerminalWithAnotherKey() {
    EncryptionPair next = TestJournalKeys.pair();
    try (SqliteJournal journal = open(TestJournalKeys.standard())) {
      keep(journal, "B1", RecordType.SETTLE_INTENT);
      // Not while somebody works with it.
      assertThrows(
          JournalUnavailable.class,
          () -> Recovery.takeOver(file, TestJournalKeys.RECOVERY, next.publicKey()));
    }
    assertEquals(
        new Recovery.Recovered(1, List.of()),
        Recovery.takeOver(file, TestJournalKeys.RECOVERY, next.publicKey()));
    assertThrows(JournalUnavailable.class, () -> open(TestJournalKeys.standard()));
    try (SqliteJournal journal = open(TestJournalKeys.of(next))) {
      assertEquals(NEEDLE, journal.of(bill("B1")).get(0).body());
      keep(journal, "B2", RecordType.QUOTED);
    }
  }

  @Test
  void aRecoveryNamesTheDaysThatStayClosed() throws SQLException {
    try (SqliteJournal journal = open(TestJournalKeys.standard())) {
      keep(journal, "B1", RecordType.QUOTED);
      clock.advance(Duration.ofDays(1));
      keep(journal, "B2", RecordType.QUOTED);
    }
    change("DELETE FROM wrapping WHERE data_key = 1");
    assertEquals(
        new Recovery.Recovered(1, List.of(LocalDate.of(2026, 11, 20))),
        Recovery.takeOver(file, TestJournalKeys.RECOVERY, TestJournalKeys.pair().publicKey()));
  }

  @Test
  void aRecoveryOfAFileThatIsNoJournalMakesNone() throws IOException {
    Path typo = file.resolveSibling("typo.db");
    assertThrows(JournalUnavailable.class, () -> takeOver(typo));
    assertFalse(Files.exists(typo));
    Files.createFile(typo);
    assertThrows(JournalUnavailable.class, () -> takeOver(typo));
  }

  @Test
  void aRecoveryThatOpensNothingAtAllFails() throws SQLException {
    open(TestJournalKeys.standard()).close();
    assertThrows(JournalUnavailable.class, () -> takeOver(file));
    try (SqliteJournal journal = open(TestJournalKeys.standard())) {
      keep(journal, "B1", RecordType.QUOTED);
    }
    change("DELETE FROM wrapping");
    assertThrows(JournalUnavailable.class, () -> takeOver(file));
  }

  private static Recovery.Recovered takeOver(Path journal) {
    return Recovery.takeOver(journal, TestJournalKeys.RECOVERY, TestJournalKeys.pair().publicKey());
  }

  @Test
  void aRecoveryWithAnotherKeyIsToldWhichOneItNeeds() {
    try (SqliteJournal journal = open(TestJournalKeys.standard())) {
      keep(journal, "B1", RecordType.QUOTED);
    }
    EncryptionPair stranger = TestJournalKeys.pair();
    JournalUnavailable refused =
        assertThrows(
            JournalUnavailable.class,
            () -> Recovery.takeOver(file, stranger, TestJournalKeys.pair().publicKey()));
    String id = JournalKeys.idOf(TestJournalKeys.RECOVERY.publicKey());
    assertTrue(refused.toString().contains(id), refused.toString());
  }

  @Test
  void aJournalInClearIsSealedOnOpeningAndNothingOfItIsLeftBehind()
      throws SQLException, IOException {
    journalOfTheFirstVersion();
    try (SqliteJournal journal = open(TestJournalKeys.standard())) {
      assertNowhere();
      assertSealed(journal);
    }
    assertNowhere();
    assertEquals("0", ask("SELECT count(*) FROM sqlite_master WHERE name = 'plain_record'"));
    assertEquals("2", ask("SELECT count(*) FROM data_key"));
    assertThrows(SQLException.class, () -> change("UPDATE record SET body = ''"));
    assertThrows(SQLException.class, () -> change("DELETE FROM record"));
  }

  @Test
  void aPowerCutBetweenTheTablesAndTheSealingLosesNothing() throws SQLException, IOException {
    journalOfTheFirstVersion();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      Schema.migrate(connection);
    }
    try (SqliteJournal journal = open(TestJournalKeys.standard())) {
      assertSealed(journal);
      assertNowhere();
    }
  }

  @Test
  void aPowerCutBeforeTheFileIsCleanIsMadeUpForByTheNextOpening() throws SQLException, IOException {
    journalOfTheFirstVersion();
    open(TestJournalKeys.standard()).close();
    // The table is the sign that the file is not clean yet.
    change("CREATE TABLE plain_record (position, bill, type, message_id, at_millis, body)");
    change("CREATE TABLE dirt (body)");
    change("INSERT INTO dirt VALUES ('" + NEEDLE + "')");
    change("DROP TABLE dirt");
    assertFalse(files().isEmpty());
    try (SqliteJournal journal = open(TestJournalKeys.standard())) {
      assertSealed(journal);
      assertNowhere();
    }
  }

  private void assertSealed(SqliteJournal journal) {
    assertEquals(List.of(bill("B1")), journal.unfinished());
    List<Entry> records = journal.of(bill("B1"));
    assertEquals(List.of(1L, 3L), records.stream().map(Entry::position).toList());
    assertEquals(NEEDLE, records.get(0).body());
    assertEquals("epoch-1", journal.epoch());
  }

  /** Written as the first version did: its script, text in clear, and a log that is not empty. */
  private void journalOfTheFirstVersion() throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        InputStream script = Schema.class.getResourceAsStream("001-records.sql")) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.executeUpdate(new String(script.readAllBytes(), StandardCharsets.UTF_8));
      statement.execute("PRAGMA application_id = " + 0x43536a6c);
      statement.execute("PRAGMA user_version = 1");
      statement.execute("INSERT INTO life VALUES ('TEST00000001', 'epoch-1', 4, 0)");
      long time = clock.millis();
      for (String record :
          List.of(
              "'B1', 'QUOTED', '', " + time,
              "'B2', 'QUOTED', '', " + time,
              "'B1', 'SETTLE_INTENT', 'M-B1', " + (time + 86_400_000))) {
        statement.execute(
            "INSERT INTO record (bill, type, message_id, at_millis, body) VALUES ("
                + record
                + ", '"
                + NEEDLE
                + "')");
      }
    }
    clock.advance(Duration.ofDays(1));
    assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).isEmpty());
    assertTrue(isSomewhere(), "The first version kept it in clear");
  }

  private void assertNowhere() throws IOException {
    assertFalse(isSomewhere(), "A body stands in clear in one of " + files());
  }

  private boolean isSomewhere() throws IOException {
    for (Path one : files()) {
      String bytes = Files.readString(one, StandardCharsets.ISO_8859_1);
      // The first bytes are ASCII, and so a part of a page is found too.
      if (bytes.contains("masked-name") || bytes.contains("V-4711")) {
        return true;
      }
    }
    return false;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  private SqliteJournal open(JournalKeys keys) {
    return SqliteJournal.open(file, INSTITUTION, 7, keys, clock, new SecureRandom(), entry -> {});
  }

  private static void keep(SqliteJournal journal, String bill, RecordType type) {
    journal.append(List.of(new Draft(bill(bill), type, "M-" + bill, NEEDLE)));
  }

  private static BillId bill(String number) {
    return new BillId(INSTITUTION, number);
  }

  private void change(String sql) throws SQLException {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private String ask(String sql) throws SQLException {
    List<String> answer = new ArrayList<>();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      answer.add(row.getString(1));
    }
    return answer.get(0);
  }
}
