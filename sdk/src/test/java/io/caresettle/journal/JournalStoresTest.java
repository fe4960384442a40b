package io.caresettle.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.problem.JournalUnavailable;
import io.caresettle.sdk.TestClock;
import io.caresettle.split.BillId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A journal promises the same wherever it is kept")
@Timeout(180)
class JournalStoresTest {

  private static final String INSTITUTION = "TEST00000001";
  private static final BillId BILL = new BillId(INSTITUTION, "B1");

  @TempDir Path folder;
  private final TestClock clock = new TestClock("2026-11-20T02:00:00Z");

  @ParameterizedTest
  @EnumSource(Store.class)
  void whatIsKeptComesBackAfterARestart(Store store) throws SQLException {
    String url = store.fresh(folder);
    List<Entry> kept;
    String epoch;
    String messageId;
    try (Journal journal = open(store, url)) {
      kept =
          journal.append(
              List.of(draft(RecordType.QUOTED, ""), draft(RecordType.SETTLE_INTENT, "M1")));
      journal.note(
          List.of(
              new ActDraft(
                  ActKind.RESOLVED,
                  "V-1",
                  "op-7",
                  clock.instant(),
                  "wish: WANTED",
                  new byte[] {1})));
      journal.keepCertificates("key-1", new byte[] {1, 2});
      journal.keepCertificates("key-1", new byte[] {1, 2});
      epoch = journal.epoch();
      messageId = journal.nextMessageId();
    }
    try (Journal journal = open(store, url)) {
      assertEquals(kept, journal.of(BILL));
      assertEquals(List.of(BILL), journal.unfinished());
      assertEquals(List.of(BILL), journal.takeOver());
      assertEquals("wish: WANTED", journal.acts("V-1").get(0).body());
      assertEquals(1, journal.actsOf(LocalDate.of(2026, 11, 20)).size());
      assertEquals(1, journal.certificates("key-1").size());
      assertArrayEquals(new byte[] {1, 2}, journal.certificates("key-1").get(0));
      assertEquals(epoch, journal.epoch());
      assertTrue(journal.nextMessageId().compareTo(messageId) > 0);
    }
  }

  @ParameterizedTest
  @EnumSource(Store.class)
  void theRecordsOfOneAppendAreKeptAllOrNoneAndOneMessageIdIsOneMessage(Store store)
      throws SQLException {
    String url = store.fresh(folder);
    try (Journal journal = open(store, url)) {
      Draft intent = draft(RecordType.SETTLE_INTENT, "M1");
      assertThrows(JournalUnavailable.class, () -> journal.append(List.of(intent, intent)));
      assertThrows(JournalUnavailable.class, () -> journal.of(BILL));
    }
    try (Journal journal = open(store, url)) {
      assertEquals(List.of(), journal.of(BILL));
      assertEquals(List.of(), journal.unfinished());
    }
    assertTrue(Store.verify(url).holds());
  }

  @ParameterizedTest
  @EnumSource(Store.class)
  void manyCountersAtOnceMakeOneChain(Store store) throws SQLException {
    String url = store.fresh(folder);
    Set<String> ids = new HashSet<>();
    try (Journal journal = open(store, url)) {
      List<CompletableFuture<Void>> counters = new ArrayList<>();
      for (int counter = 0; counter < 8; counter++) {
        BillId bill = new BillId(INSTITUTION, "B" + counter);
        counters.add(
            CompletableFuture.runAsync(
                () -> {
                  for (int i = 0; i < 25; i++) {
                    String id = journal.nextMessageId();
                    synchronized (ids) {
                      ids.add(id);
                    }
                    journal.append(List.of(new Draft(bill, RecordType.QUOTED, id, "n: " + i)));
                  }
                }));
      }
      counters.forEach(CompletableFuture::join);
      assertEquals(25, journal.of(new BillId(INSTITUTION, "B7")).size());
    }
    assertEquals(200, ids.size());
    Verification found = Store.verify(url);
    assertTrue(found.holds(), found.toString());
    assertEquals(201, found.links());
  }

  @ParameterizedTest
  @EnumSource(Store.class)
  void whoeverWasOvertakenWritesNothingMore(Store store) throws SQLException {
    String url = store.fresh(folder);
    try (Journal first = open(store, url)) {
      first.append(List.of(draft(RecordType.QUOTED, "")));
      Store.change(url, "UPDATE life SET opening = opening + 1");
      assertThrows(
          JournalUnavailable.class, () -> first.append(List.of(draft(RecordType.QUOTED, ""))));
    }
    try (Journal second = open(store, url)) {
      assertEquals(1, second.of(BILL).size());
    }
  }

  @ParameterizedTest
  @EnumSource(Store.class)
  void aSecondOpeningANewerSchemaAndAnotherInstitutionAreRefused(Store store) throws SQLException {
    String url = store.fresh(folder);
    try (Journal first = open(store, url)) {
      JournalUnavailable second =
          assertThrows(JournalUnavailable.class, () -> open(store, url).close());
      assertTrue(second.toString().contains("open already"), second.toString());
      assertEquals(List.of(), first.unfinished());
    }
    JournalUnavailable other =
        assertThrows(
            JournalUnavailable.class,
            () -> store.open(url, "TEST00000002", 7, TestJournalKeys.standard(), clock).close());
    assertTrue(other.toString().contains("belongs to institution"), other.toString());
    Store.change(url, store.newerSchema());
    JournalUnavailable newer =
        assertThrows(JournalUnavailable.class, () -> open(store, url).close());
    assertTrue(newer.toString().contains("schema 99"), newer.toString());
  }

  @ParameterizedTest
  @EnumSource(Store.class)
  void theDatabaseItselfRefusesToChangeARecordAndTheChainShowsWhoDidAllTheSame(Store store)
      throws SQLException {
    String url = store.fresh(folder);
    try (Journal journal = open(store, url)) {
      journal.append(List.of(draft(RecordType.SETTLE_INTENT, "M1")));
      journal.append(List.of(draft(RecordType.REFUSED, "M1")));
      AuditHead head = journal.head();
      journal.keepAnchor(head, new byte[] {9});
    }
    assertThrows(SQLException.class, () -> Store.change(url, "UPDATE record SET bill = 'B2'"));
    assertThrows(SQLException.class, () -> Store.change(url, "DELETE FROM record"));
    assertThrows(SQLException.class, () -> Store.change(url, "DELETE FROM link"));
    assertTrue(Store.verify(url).holds());
    assertEquals(1, Store.verify(url).unproven());
    Store.change(
        url, store.unguarded("record", "UPDATE record SET type = 'SETTLED' WHERE position = 2"));
    assertEquals("record 2", Store.verify(url).fault().orElseThrow().row());
    JournalUnavailable broken =
        assertThrows(JournalUnavailable.class, () -> open(store, url).close());
    assertTrue(broken.toString().contains("record 2 changed"), broken.toString());
  }

  @ParameterizedTest
  @EnumSource(Store.class)
  void aCopyBeginsANewLifeWithASlotOfItsOwn(Store store) throws SQLException {
    String url = store.fresh(folder);
    try (Journal journal = open(store, url)) {
      journal.append(List.of(draft(RecordType.SETTLE_INTENT, "M1")));
      journal.begin("another-epoch", 9);
      journal.append(List.of(draft(RecordType.UNKNOWN, "M1")));
      assertEquals("09", journal.nextMessageId().substring(26, 28));
    }
    try (Journal journal = open(store, url)) {
      assertEquals("another-epoch", journal.epoch());
      assertEquals(9, journal.slot());
      assertEquals(2, journal.of(BILL).size());
      assertEquals(List.of(BILL), journal.unfinished());
    }
    assertTrue(Store.verify(url).holds());
  }

  private Journal open(Store store, String url) {
    return store.open(url, INSTITUTION, 7, TestJournalKeys.standard(), clock);
  }

  private static Draft draft(RecordType type, String messageId) {
    return new Draft(BILL, type, messageId, "body: 1\n");
  }
}
