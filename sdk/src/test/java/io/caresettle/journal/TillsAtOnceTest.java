package io.caresettle.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.problem.JournalUnavailable;
import io.caresettle.sdk.TestClock;
import io.caresettle.split.BillId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Tills of one journal write at the same moment, and neither undoes what another did")
@Timeout(180)
class TillsAtOnceTest {

  private static final String INSTITUTION = "TEST00000001";

  private final TestClock clock = new TestClock("2026-11-20T02:00:00Z");
  private final List<Journal> tills = new ArrayList<>();
  private final ExecutorService cashiers = Executors.newCachedThreadPool();
  private String url = "";

  @BeforeEach
  void twoTills() throws SQLException {
    url = Databases.fresh();
    for (int slot = 7; slot < 9; slot++) {
      tills.add(Store.POSTGRESQL.open(url, INSTITUTION, slot, TestJournalKeys.standard(), clock));
    }
  }

  @AfterEach
  void close() {
    cashiers.shutdownNow();
    tills.forEach(Journal::close);
  }

  @Test
  void noBillIsBegunByTwoTillsWhoeverIsFaster() throws Exception {
    for (int i = 0; i < 60; i++) {
      String bill = "B" + i;
      List<Future<Boolean>> begun = new ArrayList<>();
      for (Journal till : tills) {
        Draft intent = draft(RecordType.SETTLE_INTENT, till.nextMessageId(), bill);
        begun.add(cashiers.submit(() -> keeps(till, intent)));
      }
      assertTrue(begun.get(0).get() ^ begun.get(1).get(), bill);
    }
  }

  @Test
  void whatWasDecidedBeforeAnotherTillWroteIsNotKeptAndTheTillGoesOn() {
    Journal seven = tills.get(0);
    Journal eight = tills.get(1);
    Draft intent = draft(RecordType.SETTLE_INTENT, "M1", "B1");
    long begun = seven.append(List.of(intent.after(0))).get(0).position();
    // A quote decides nothing.
    seven.append(List.of(draft(RecordType.QUOTED, "", "B1")));
    Draft refused = draft(RecordType.REFUSED, "M1", "B1");
    long ended = seven.append(List.of(refused.after(begun))).get(0).position();
    JournalUnavailable behind =
        assertThrows(
            JournalUnavailable.class,
            () -> eight.append(List.of(draft(RecordType.SETTLED, "M1", "B1").after(begun))));
    assertEquals(JournalUnavailable.Reason.OTHER_TILL, behind.reason());
    assertEquals(3, eight.of(new BillId(INSTITUTION, "B1")).size());
    eight.append(List.of(draft(RecordType.SETTLE_INTENT, "M2", "B1").after(ended)));
  }

  @Test
  void tillsThatMeetAtTheSameBillsWaitForEachOtherAndAllOfThemGoOn() throws Exception {
    for (int i = 0; i < 100; i++) {
      Journal till = tills.get(i % 2);
      till.append(
          List.of(
              draft(RecordType.SETTLE_INTENT, till.nextMessageId(), "B" + i),
              draft(RecordType.SETTLED, "", "B" + i)));
    }
    List<Future<Void>> done = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Journal till = tills.get(i % 2);
      done.add(cashiers.submit(i < 10 ? acknowledging(till, i) : takingOver(till)));
    }
    for (Future<Void> each : done) {
      each.get();
    }
    assertTrue(Store.verify(url).holds());
  }

  private static Callable<Void> acknowledging(Journal till, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return () -> {
      for (int i = 0; i < 30; i++) {
        till.append(List.of(draft(RecordType.ACKNOWLEDGED, "", "B" + random.nextInt(100))));
      }
      return null;
    };
  }

  private static Callable<Void> takingOver(Journal till) {
    return () -> {
      for (int i = 0; i < 40; i++) {
        till.takeOver();
      }
      return null;
    };
  }

  @Test
  void whatTheDatabaseUndidBecauseItMetAnotherIsWrittenAgainAndOnce() throws SQLException {
    // A sequence goes on, whatever is undone: the first transactions fail, and the third does not.
    Databases.execute(
        url,
        "CREATE SEQUENCE met; CREATE FUNCTION meets() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE"
            + " n BIGINT := nextval('met'); BEGIN IF n = 1 THEN RAISE EXCEPTION 'deadlock' USING"
            + " ERRCODE = '40P01'; ELSIF n = 2 THEN RAISE EXCEPTION 'not serial' USING ERRCODE ="
            + " '40001'; END IF; RETURN NEW; END $$; CREATE TRIGGER met BEFORE INSERT ON record FOR"
            + " EACH ROW EXECUTE FUNCTION meets()");
    tills.get(0).append(List.of(draft(RecordType.QUOTED, "", "B1")));
    assertEquals(1, tills.get(0).of(new BillId(INSTITUTION, "B1")).size());
    assertTrue(Store.verify(url).holds());
  }

  private static boolean keeps(Journal till, Draft draft) {
    try {
      till.append(List.of(draft));
      return true;
    } catch (JournalUnavailable declined) {
      return false;
    }
  }

  private static Draft draft(RecordType type, String messageId, String bill) {
    return new Draft(new BillId(INSTITUTION, bill), type, messageId, "body: 1\n");
  }
}
