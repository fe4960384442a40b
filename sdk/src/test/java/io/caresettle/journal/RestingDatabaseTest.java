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
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A journal in a database in the hands of whoever is no till")
@Timeout(180)
class RestingDatabaseTest {

  private static final String INSTITUTION = "TEST00000001";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  private final TestClock clock = new TestClock("2026-11-20T02:00:00Z");
  private String url = "";
  private JournalPlace place = JournalPlace.named("");

  @BeforeEach
  void database() throws SQLException {
    url = Databases.fresh();
    place = JournalPlace.named(url);
  }

  @Test
  void isReadAndVerifiedAsItStandsWhileItsTillsGoOn() {
    try (Journal till = open(1)) {
      end(till, "B1");
      try (RestingJournal resting = RestingJournal.open(place, TestJournalKeys.standard())) {
        assertEquals(INSTITUTION, resting.institutionCode());
        long links = resting.verify(List.of()).links();
        end(till, "B2");
        assertEquals(3, resting.of("B1").size());
        assertEquals(List.of(), resting.of("B2"));
        Verification found = resting.verify(List.of(till.head()));
        assertEquals(links, found.links());
        assertFalse(found.holds(), "a head that is not there yet");
      }
      try (RestingJournal resting = RestingJournal.open(place)) {
        assertTrue(resting.verify(List.of(till.head())).holds());
      }
    }
  }

  @Test
  void thatSomebodyChangedIsFoundOutWithoutAKey() throws SQLException {
    try (Journal till = open(1)) {
      end(till, "B1");
    }
    Store.change(
        url,
        Store.POSTGRESQL.unguarded("record", "UPDATE record SET bill = 'B9' WHERE position = 2"));
    try (RestingJournal resting = RestingJournal.open(place)) {
      assertEquals(
          Optional.of(Verification.Kind.CHANGED),
          resting.verify(List.of()).fault().map(Verification.Fault::kind));
    }
  }

  @Test
  void endsItsDaysOnceAllTillsAreClosedAndTheChainHolds() {
    try (Journal till = open(1)) {
      end(till, "B1");
      clock.set(Duration.ofDays(1));
      end(till, "B2");
      JournalUnavailable refused = assertThrows(JournalUnavailable.class, this::destroy);
      assertTrue(refused.toString().contains("close all terminals"), refused.toString());
    }
    assertEquals(List.of(DAY), destroy().days());
    assertEquals(List.of(), destroy().days());
    try (RestingJournal resting = RestingJournal.open(place, TestJournalKeys.standard())) {
      assertThrows(RecordUnreadable.class, () -> resting.of("B1"));
      assertEquals(3, resting.of("B2").size());
      assertTrue(resting.verify(List.of()).holds());
    }
    try (Journal till = open(1)) {
      end(till, "B3");
    }
  }

  @Test
  void isTakenOverByWhoeverKeepsTheRecoveryKey() {
    try (Journal till = open(1)) {
      till.append(List.of(draft("B1", RecordType.SETTLE_INTENT)));
    }
    EncryptionPair fresh = TestJournalKeys.pair();
    Recovery.Recovered recovered =
        Recovery.takeOver(
            place, List.of(TestJournalKeys.RECOVERY), fresh.publicKey(), Optional.of(INSTITUTION));
    assertEquals(List.of(), recovered.stillClosed());
    assertThrows(JournalUnavailable.class, () -> open(1).close());
    try (Journal till =
        Store.POSTGRESQL.open(url, INSTITUTION, 1, TestJournalKeys.of(fresh), clock)) {
      assertEquals(1, till.of(bill("B1")).size());
      assertEquals(List.of(bill("B1")), till.unfinished());
    }
  }

  @Test
  void thatIsNoneIsRefusedAndNothingIsMadeThere() throws SQLException {
    String empty = Databases.fresh();
    for (int i = 0; i < 2; i++) {
      JournalUnavailable refused =
          assertThrows(
              JournalUnavailable.class, () -> RestingJournal.open(JournalPlace.named(empty)));
      assertTrue(refused.toString().contains("no journal"), refused.toString());
    }
  }

  @Test
  void isNamedWithoutWhatMayBeAPassword() {
    JournalPlace named = JournalPlace.named("jdbc:postgresql://host/db?user=a&password=secret");
    assertEquals("jdbc:postgresql://host/db", named.toString());
    assertTrue(JournalPlace.named("/nowhere/at/all.db").fault().isPresent());
  }

  private Retention.Destroyed destroy() {
    return Retention.destroy(
        place, TestJournalKeys.standard(), DAY.plusDays(1), DAY.plusDays(1), e -> "bill: gone\n");
  }

  private Journal open(int slot) {
    return Store.POSTGRESQL.open(url, INSTITUTION, slot, TestJournalKeys.standard(), clock);
  }

  private static void end(Journal journal, String number) {
    for (RecordType type :
        List.of(RecordType.SETTLE_INTENT, RecordType.SETTLED, RecordType.ACKNOWLEDGED)) {
      journal.append(List.of(draft(number, type)));
    }
  }

  private static BillId bill(String number) {
    return new BillId(INSTITUTION, number);
  }

  private static Draft draft(String number, RecordType type) {
    return new Draft(bill(number), type, "M-" + number, "body: 1\n");
  }
}
