package io.caresettle.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.problem.JournalUnavailable;
import io.caresettle.problem.RecordUnreadable;
import io.caresettle.split.BillId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A journal keeps certificates once, and is read at rest without a trace")
class RestingJournalTest {

  private static final BillId BILL = new BillId("TEST00000001", "B1");
  private static final byte[] OLD = {1, 2, 3};
  private static final byte[] RENEWED = {1, 2, 4};

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void aJournalWithABillAndCertificates() {
    file = folder.resolve("journal.db");
    try (SqliteJournal journal = open()) {
      journal.append(List.of(new Draft(BILL, RecordType.ACKNOWLEDGED, "", "note: kept")));
      journal.keepCertificates("key-1", OLD);
      journal.keepCertificates("key-1", OLD);
      journal.keepCertificates("key-1", RENEWED);
    }
  }

  private SqliteJournal open() {
    return SqliteJournal.open(
        file,
        "TEST00000001",
        7,
        TestJournalKeys.standard(),
        Clock.systemUTC(),
        new SecureRandom(),
        e -> {});
  }

  private RestingJournal read() {
    return RestingJournal.open(file, TestJournalKeys.standard());
  }

  @Test
  void certificatesAreKeptOncePerKeyInTheirOrderAndOutliveTheProcess() {
    try (SqliteJournal journal = open()) {
      journal.keepCertificates("key-1", OLD);
      List<byte[]> kept = journal.certificates("key-1");
      assertEquals(2, kept.size());
      assertArrayEquals(OLD, kept.get(0));
      assertArrayEquals(RENEWED, kept.get(1));
      assertEquals(List.of(), journal.certificates("key-2"));
    }
  }

  @Test
  void certificatesThatAreKeptAreNeverChangedOrDeleted() {
    assertThrows(SQLException.class, () -> change("UPDATE certificates SET encoded = x'00'"));
    assertThrows(SQLException.class, () -> change("DELETE FROM certificates"));
  }

  @Test
  void itIsReadAtRestAndNothingInTheFileChanges() throws IOException {
    byte[] before = Files.readAllBytes(file);
    try (RestingJournal journal = read()) {
      assertEquals("TEST00000001", journal.institutionCode());
      assertEquals(List.of("note: kept"), journal.of("B1").stream().map(Entry::body).toList());
      assertEquals(List.of(), journal.of("B2"));
      assertEquals(2, journal.certificates("key-1").size());
    }
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  @Test
  void aTerminalAndAReaderKeepEachOtherOut() {
    try (SqliteJournal journal = open()) {
      JournalUnavailable inUse = assertThrows(JournalUnavailable.class, this::read);
      assertTrue(inUse.toString().contains("is open already"), inUse.toString());
      assertFalse(journal.nextMessageId().isEmpty());
    }
    try (RestingJournal reading = read()) {
      assertThrows(JournalUnavailable.class, this::open);
      assertEquals(1, reading.of("B1").size());
    }
    open().close();
  }

  @Test
  void withOtherKeysTheBodiesStayClosed() {
    try (RestingJournal journal =
        RestingJournal.open(file, TestJournalKeys.of(TestJournalKeys.pair()))) {
      RecordUnreadable closed = assertThrows(RecordUnreadable.class, () -> journal.of("B1"));
      assertTrue(closed.toString().contains("is wrapped for"), closed.toString());
    }
  }

  @Test
  void whatIsNoJournalOfThisVersionIsRefusedAndNotMade() throws SQLException {
    Path none = folder.resolve("none.db");
    assertThrows(
        JournalUnavailable.class, () -> RestingJournal.open(none, TestJournalKeys.standard()));
    assertFalse(Files.exists(none));
    assertThrows(
        JournalUnavailable.class,
        () ->
            Recovery.takeOver(
                none, TestJournalKeys.RECOVERY, TestJournalKeys.TERMINAL.publicKey()));
    assertFalse(Files.exists(none));
    change("PRAGMA user_version = 3");
    JournalUnavailable older = assertThrows(JournalUnavailable.class, this::read);
    assertTrue(older.toString().contains("open the terminal once"), older.toString());
    change("PRAGMA user_version = 5");
    read().close();
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
