package io.caresettle.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.centre.Line;
import io.caresettle.journal.Draft;
import io.caresettle.journal.Entry;
import io.caresettle.journal.Journal;
import io.caresettle.journal.RecordType;
import io.caresettle.journal.SharedDatabase;
import io.caresettle.problem.RecordUnreadable;
import io.caresettle.split.BillId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What one till has brought to an end, no other till writes over")
@Timeout(120)
class SharedBillsTest {

  private static final BillId BILL = Quotes.bill("B1");

  @Test
  void aTillThatWakesUpDecidesByWhatAnotherHasFinishedMeanwhile() throws Exception {
    SharedDatabase database = new SharedDatabase();
    QueuedTurns asleep = new QueuedTurns();
    QueuedTurns awake = new QueuedTurns();
    try (Journal first = database.till(7, asleep);
        Journal second = database.till(8, awake)) {
      QueuedLine centre = new QueuedLine(asleep, new SplittableRandom(5), 0);
      Settler sleeper = settler(centre, first, asleep, 1);
      CompletableFuture<SettlementOutcome> told =
          sleeper
              .settleLater(BILL, Quotes.quote(BILL, asleep), "op-7", Duration.ofHours(2))
              .toCompletableFuture();
      for (int i = 0; i < 400 && first.of(BILL).isEmpty(); i++) {
        asleep.run(Duration.ofMillis(1));
      }
      // Its answer lies in the socket while the machine sleeps, and another till takes the bill on.
      database.leasesRunOut();
      Settler other =
          settler(new QueuedLine(awake, new SplittableRandom(6), 0), second, awake, 2);
      other.takeOver();
      awake.run(Duration.ofMinutes(5));
      SettlementOutcome ended = other.outcomeOf(BILL).orElseThrow();
      other.acknowledge(BILL);
      List<RecordType> booked = types(second);
      asleep.run(Duration.ofMinutes(1));
      assertEquals(ended.getClass(), other.outcomeOf(BILL).orElseThrow().getClass());
      assertEquals(ended.getClass(), told.get().getClass());
      assertEquals(
          booked,
          types(second).stream().filter(type -> type != RecordType.LATE_ANSWER).toList());
    }
  }

  @Test
  void aBillWhoseRecordsDoNotFoldConcernsNoOther() throws SQLException {
    QueuedTurns turns = new QueuedTurns();
    try (Journal journal = new SharedDatabase().till(7, turns)) {
      Settler settler =
          settler(new QueuedLine(turns, new SplittableRandom(5), 0), journal, turns, 1);
      List<Entry> unused =
          journal.append(List.of(new Draft(BILL, RecordType.ACKNOWLEDGED, "", "")));
      // By this the day's report counts it among those that cannot be read.
      assertThrows(RecordUnreadable.class, () -> settler.dayBook().attempts(BILL));
      assertEquals(List.of(), settler.dayBook().attempts(Quotes.bill("B2")));
    }
  }

  private static Settler settler(Line line, Journal journal, QueuedTurns turns, int seed) {
    return new Settler(line, journal, Quotes.settings(turns, new SplittableRandom(seed)));
  }

  private static List<RecordType> types(Journal journal) {
    return journal.of(BILL).stream().map(Entry::type).toList();
  }
}
