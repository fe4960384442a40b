package io.caresettle.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.problem.JournalUnavailable;
import io.caresettle.sdk.TestClock;
import io.caresettle.split.BillId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Several tills keep one journal, and each bill has one of them at a time")
@Timeout(180)
class SharedJournalTest {

  private static final String INSTITUTION = "TEST00000001";
  private static final BillId BILL = new BillId(INSTITUTION, "B1");
  private static final String LEASES_RUN_OUT = "UPDATE open_bill SET lease_until = 0";

  private final TestClock clock = new TestClock("2026-11-20T02:00:00Z");
  private final List<Journal> open = new ArrayList<>();
  private String url = "";

  @BeforeEach
  void database() throws SQLException {
    url = Databases.fresh();
  }

  @AfterEach
  void close() {
    open.forEach(Journal::close);
  }

  @Test
  void eachSlotHasItsOwnMessageIdsAndEpochAndChain() throws SQLException {
    Journal seven = open(7);
    Journal eight = open(8);
    assertNotEquals(seven.epoch(), eight.epoch());
    assertNotEquals(seven.nextMessageId(), eight.nextMessageId());
    seven.append(List.of(draft(RecordType.QUOTED, "", "B1")));
    eight.append(List.of(draft(RecordType.QUOTED, "", "B1")));
    seven.append(List.of(draft(RecordType.QUOTED, "", "B1")));
    assertEquals(3, seven.head().position());
    assertEquals(2, eight.head().position());
    assertEquals(seven.of(BILL), eight.of(BILL));
    assertTrue(Store.verify(url).holds());
  }

  @Test
  void aBillIsItsTillsUntilThatIsSilentForAMinuteAndThenAnothers() throws SQLException {
    Journal seven = open(7);
    Journal eight = open(8);
    seven.append(List.of(draft(RecordType.SETTLE_INTENT, "M1", "B1")));
    assertEquals(List.of(), eight.unfinished());
    assertEquals(List.of(), eight.takeOver());
    assertDeclined(eight, RecordType.UNKNOWN);
    Databases.execute(url, LEASES_RUN_OUT);
    assertEquals(List.of(BILL), seven.takeOver());
    assertEquals(List.of(), eight.takeOver());
    Databases.execute(url, LEASES_RUN_OUT);
    assertEquals(List.of(BILL), eight.takeOver());
    assertEquals(List.of(), seven.unfinished());
    assertDeclined(seven, RecordType.SETTLED);
    eight.append(List.of(draft(RecordType.REVERSE_INTENT, "R1", "B1")));
    eight.append(List.of(draft(RecordType.REVERSED, "R1", "B1")));
    // That its caller has booked it, the till says that the caller talks to.
    seven.append(List.of(draft(RecordType.ACKNOWLEDGED, "", "B1")));
    assertEquals(List.of(), eight.unfinished());
    // Who was declined goes on with other bills.
    seven.append(List.of(draft(RecordType.QUOTED, "", "B2")));
  }

  @Test
  void openBillsThatNobodyHasAreSharedOutAndNoneTwice() throws SQLException {
    Journal seven = open(7);
    List<Draft> intents = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      intents.add(draft(RecordType.SETTLE_INTENT, "M" + i, "B" + i));
    }
    seven.append(intents);
    Databases.execute(url, LEASES_RUN_OUT);
    List<Journal> tills = List.of(open(1), open(2), open(3));
    List<CompletableFuture<List<BillId>>> taken =
        tills.stream().map(till -> CompletableFuture.supplyAsync(till::takeOver)).toList();
    List<BillId> all = taken.stream().flatMap(each -> each.join().stream()).toList();
    Set<BillId> different = new HashSet<>(all);
    assertEquals(all.size(), different.size());
    assertEquals(
        different,
        Stream.of(tills.get(0), tills.get(1), tills.get(2))
            .flatMap(till -> till.unfinished().stream())
            .collect(Collectors.toSet()));
    assertEquals(300, different.size() + seven.unfinished().size());
  }

  @Test
  void aTillReadsWhatAnotherSealedWithAKeyOfADayThatItDidNotKnow() {
    Journal seven = open(7);
    Journal eight = open(8);
    seven.append(List.of(draft(RecordType.QUOTED, "", "B1")));
    assertEquals("body: 1\n", eight.of(BILL).get(0).body());
  }

  @Test
  void aDatabaseThatDoesNotForceItsWritesIsRefused() {
    PostgresSchema.requireForced("on");
    JournalUnavailable refused =
        assertThrows(JournalUnavailable.class, () -> PostgresSchema.requireForced("off"));
    assertTrue(refused.toString().contains("fsync"), refused.toString());
  }

  private static void assertDeclined(Journal journal, RecordType type) {
    JournalUnavailable declined =
        assertThrows(
            JournalUnavailable.class, () -> journal.append(List.of(draft(type, "M1", "B1"))));
    assertTrue(declined.toString().contains("is worked on by the till"), declined.toString());
  }

  private Journal open(int slot) {
    Journal journal =
        Store.POSTGRESQL.open(url, INSTITUTION, slot, TestJournalKeys.standard(), clock);
    open.add(journal);
    return journal;
  }

  private static Draft draft(RecordType type, String messageId, String bill) {
    return new Draft(new BillId(INSTITUTION, bill), type, messageId, "body: 1\n");
  }
}
