package io.caresettle.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.centre.CancelRequest;
import io.caresettle.centre.Cancelled;
import io.caresettle.centre.Evidence;
import io.caresettle.centre.Fate;
import io.caresettle.centre.PreparedCancellation;
import io.caresettle.centre.PreparedReversal;
import io.caresettle.centre.PreparedSettlement;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Reply;
import io.caresettle.centre.Reservation;
import io.caresettle.centre.ReverseRequest;
import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.SettleRequest;
import io.caresettle.centre.Trial;
import io.caresettle.centre.TrialRequest;
import io.caresettle.centre.Undone;
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
import java.util.function.Consumer;
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
      Settler other = settler(new QueuedLine(awake, new SplittableRandom(6), 0), second, awake, 2);
      other.takeOver();
      awake.run(Duration.ofMinutes(5));
      SettlementOutcome ended = other.outcomeOf(BILL).orElseThrow();
      other.acknowledge(BILL);
      List<RecordType> booked = types(second);
      asleep.run(Duration.ofMinutes(1));
      assertEquals(ended.getClass(), other.outcomeOf(BILL).orElseThrow().getClass());
      assertEquals(ended.getClass(), told.get().getClass());
      assertEquals(
          booked, types(second).stream().filter(type -> type != RecordType.LATE_ANSWER).toList());
    }
  }

  @Test
  void aTillThatFindsItsWaySlowlyIsToldWhatAnotherHasSettledMeanwhile() throws Exception {
    SharedDatabase database = new SharedDatabase();
    QueuedTurns turns = new QueuedTurns();
    QueuedLine centre = new QueuedLine(turns, new SplittableRandom(5), 0);
    try (Journal first = database.till(7, turns);
        Journal second = database.till(8, turns)) {
      Settler quick = settler(centre, first, turns, 1);
      Settler slow = settler(new SlowWay(centre, turns), second, turns, 2);
      CompletableFuture<SettlementOutcome> late =
          slow.settleLater(BILL, Quotes.quote(BILL, turns), "op-8", Duration.ofMinutes(10))
              .toCompletableFuture();
      turns.run(Duration.ofMillis(10));
      CompletableFuture<SettlementOutcome> early =
          quick
              .settleLater(BILL, Quotes.quote(BILL, turns), "op-7", Duration.ofMinutes(10))
              .toCompletableFuture();
      turns.run(Duration.ofMinutes(1));
      assertInstanceOf(SettlementOutcome.Settled.class, early.get());
      quick.acknowledge(BILL);
      List<RecordType> booked = types(first);
      turns.run(Duration.ofMinutes(5));
      assertInstanceOf(SettlementOutcome.Settled.class, late.get());
      assertEquals(booked, types(first));
      assertEquals(1, centre.standing(BILL));
    }
  }

  /** A line whose way to the centre is found after a while. */
  private record SlowWay(QueuedLine line, QueuedTurns turns) implements Line {

    @Override
    public void reserve(Duration within, Consumer<Reply<Reservation>> told) {
      var unused =
          turns.after(
              Duration.ofMinutes(2), () -> told.accept(new Reply.Answered<>(Reservation.NONE)));
    }

    @Override
    public void trial(TrialRequest request, Duration within, Consumer<Reply<Trial>> told) {
      line.trial(request, within, told);
    }

    @Override
    public void settle(
        PreparedSettlement prepared,
        Reservation way,
        Duration within,
        Consumer<Reply<Receipt>> told) {
      line.settle(prepared, way, within, told);
    }

    @Override
    public void query(SettleMessage message, Duration within, Consumer<Reply<Fate>> told) {
      line.query(message, within, told);
    }

    @Override
    public void reverse(PreparedReversal prepared, Duration within, Consumer<Reply<Undone>> told) {
      line.reverse(prepared, within, told);
    }

    @Override
    public void cancel(
        PreparedCancellation prepared, Duration within, Consumer<Reply<Cancelled>> told) {
      line.cancel(prepared, within, told);
    }

    @Override
    public PreparedSettlement prepare(SettleRequest request) {
      return line.prepare(request);
    }

    @Override
    public PreparedReversal prepare(ReverseRequest request) {
      return line.prepare(request);
    }

    @Override
    public PreparedCancellation prepare(CancelRequest request) {
      return line.prepare(request);
    }

    @Override
    public boolean canSend(Evidence evidence) {
      return line.canSend(evidence);
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
