package io.caresettle.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.SignedIn;
import io.caresettle.journal.Entry;
import io.caresettle.journal.RecordType;
import io.caresettle.money.Money;
import io.caresettle.policy.plan.CareType;
import io.caresettle.problem.Misuse;
import io.caresettle.settlement.UndoProfile.Difference;
import io.caresettle.settlement.UndoProfile.Meaning;
import io.caresettle.split.BillId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What a centre cannot undo is neither believed too early nor closed silently")
@Timeout(180)
class UndoingTest {

  private static final Duration WAIT = Duration.ofSeconds(10);
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final BillId BILL = Quotes.bill("B1");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  /** One till at a centre of this profile, all in one queue. */
  private static final class Scene {
    final QueuedTurns turns = new QueuedTurns();
    final MemoryJournal journal = new MemoryJournal(turns);
    final List<String> heard = new ArrayList<>();
    final QueuedLine line;
    final UndoProfile profile;
    Duration tillsClockIsAhead = Duration.ZERO;
    SettlerSettings settings;
    Settler settler;

    Scene(UndoProfile profile) {
      this(profile, 1, 0);
    }

    Scene(UndoProfile profile, long seed, int lostInHundred) {
      this.profile = profile;
      this.line = new QueuedLine(turns, new SplittableRandom(seed), lostInHundred);
      this.settings = settings();
      this.settler = new Settler(line, journal, settings);
    }

    SettlerSettings settings() {
      SettlerSettings s =
          Quotes.settings(
              turns,
              new SplittableRandom(7),
              profile,
              (bill, reason) -> heard.add(bill.number() + " " + reason));
      Clock till = new MovedClock(turns, () -> tillsClockIsAhead);
      return new SettlerSettings(
          till,
          s.centreClock(),
          s.keepFor(),
          s.within(),
          s.backoff(),
          s.turns(),
          s.unresolved(),
          s.undo(),
          s.disputed());
    }

    /** The patient is gone, and nobody knows whether the message is still on the wire. */
    void loseAnAttempt() {
      line.goDeaf();
      var unused = settler.settleLater(BILL, Quotes.quote(BILL, turns), "op-7", WAIT);
      turns.run(Duration.ofSeconds(20));
      line.hear();
    }

    /** The same, and nobody wants it any more. */
    void loseAndUndo() {
      loseAnAttempt();
      var unused = settler.resolveLater(BILL, Wish.NOT_WANTED, WAIT);
      turns.run(WAIT);
    }

    SettlementOutcome settle() {
      var ended = settler.settleLater(BILL, Quotes.quote(BILL, turns), "op-7", WAIT);
      turns.run(Duration.ofMinutes(5));
      var unused = ended.toCompletableFuture().join();
      return outcome();
    }

    SettlementOutcome outcome() {
      return settler.outcomeOf(BILL).orElseThrow();
    }

    String refusal() {
      return assertInstanceOf(SettlementOutcome.Refused.class, outcome()).code();
    }

    List<Entry> records(RecordType type) {
      return journal.entries().stream().filter(e -> e.type() == type).toList();
    }

    SettleMessage message() {
      return new SettleMessage(records(RecordType.SETTLE_INTENT).get(0).messageId(), BILL);
    }
  }

  /** A till's clock, which somebody sets. */
  private static final class MovedClock extends Clock {
    private final Clock clock;
    private final Supplier<Duration> ahead;

    MovedClock(Clock clock, Supplier<Duration> ahead) {
      this.clock = clock;
      this.ahead = ahead;
    }

    @Override
    public Instant instant() {
      return clock.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
      return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static UndoProfile profile(Duration life, Difference difference) {
    return new UndoProfile(
        life,
        2,
        Map.of(
            "GONE", Meaning.UNDONE,
            "UNSEEN", Meaning.NEVER_ARRIVED,
            "CLOSED", Meaning.CANNOT),
        Meaning.TRY_AGAIN,
        Map.of(CareType.CHRONIC_OUTPATIENT, new Difference.Ask()),
        difference);
  }

  private static Scene withoutTombstones() {
    Scene scene = new Scene(profile(LIFE, new Difference.Ask()));
    scene.line.forgetWhatIsUndone("UNSEEN");
    return scene;
  }

  @Test
  void neverArrivedIsBelievedOnlyAfterTheLongestLifeAndTwoQueries() {
    Scene scene = withoutTombstones();
    scene.loseAndUndo();
    Instant began = scene.records(RecordType.SETTLE_INTENT).get(0).time();
    scene.turns.run(Duration.between(scene.turns.instant(), began.plus(LIFE)));
    assertInstanceOf(SettlementOutcome.Unknown.class, scene.outcome());
    assertEquals(List.of(), scene.records(RecordType.LATE_ANSWER));
    scene.turns.run(Duration.ofHours(1));
    assertEquals("PRESUMED_ABSENT", scene.refusal());
    assertEquals(2, scene.records(RecordType.LATE_ANSWER).size());
    assertTrue(scene.records(RecordType.PRESUMED_ABSENT).get(0).time().isAfter(began.plus(LIFE)));
    // Its number is spent: the centre could still hold it, as the day's details will tell.
    BillState absent = RecordReader.fold(scene.journal.of(BILL));
    assertFalse(Machine.mayBegin(absent, "another quote"));
  }

  @Test
  void theWaitForTheLongestLifeOutlivesTheProcess() {
    Scene scene = withoutTombstones();
    scene.loseAndUndo();
    scene.turns.run(Duration.ofMinutes(6));
    scene.turns.crash();
    scene.settler = new Settler(scene.line, scene.journal, scene.settings());
    Instant began = scene.records(RecordType.SETTLE_INTENT).get(0).time();
    scene.turns.run(Duration.ofHours(1));
    Instant believed = scene.records(RecordType.PRESUMED_ABSENT).get(0).time();
    assertTrue(believed.isBefore(began.plus(LIFE).plus(Duration.ofMinutes(15))), "" + believed);
  }

  @Test
  void aTillsClockThatJumpsAheadTakesNothingForAbsent() {
    Scene scene = withoutTombstones();
    scene.loseAnAttempt();
    scene.turns.crash();
    scene.tillsClockIsAhead = Duration.ofHours(2);
    scene.settler = new Settler(scene.line, scene.journal, scene.settings());
    scene.turns.run(Duration.ofMinutes(8));
    assertEquals(List.of(), scene.records(RecordType.PRESUMED_ABSENT));
    assertEquals(1, scene.records(RecordType.REVERSE_INTENT).size());
    scene.line.arrives(scene.message());
    scene.turns.run(Duration.ofHours(1));
    assertEquals("REVERSED", scene.refusal());
    assertEquals(0, scene.line.standing(BILL));
    assertEquals(List.of(), scene.records(RecordType.PRESUMED_ABSENT));
  }

  @Test
  void whereTheCentresTimeWasNotKeptTheWallClockAloneTakesNothingForAbsent() {
    Scene scene = withoutTombstones();
    scene.loseAndUndo();
    scene.turns.crash();
    scene.journal.keptWithout("at-centre");
    scene.tillsClockIsAhead = Duration.ofHours(2);
    scene.settler = new Settler(scene.line, scene.journal, scene.settings());
    scene.turns.run(LIFE);
    assertEquals(List.of(), scene.records(RecordType.PRESUMED_ABSENT));
    scene.turns.run(Duration.ofHours(1));
    assertEquals("PRESUMED_ABSENT", scene.refusal());
  }

  @Test
  void aCentresClockThatJumpsAheadTakesNothingForAbsentWithinTheProcess() {
    Scene scene = withoutTombstones();
    scene.loseAndUndo();
    Instant undoing = scene.records(RecordType.REVERSE_INTENT).get(0).time();
    scene.tillsClockIsAhead = Duration.ofHours(2);
    scene
        .settings
        .centreClock()
        .set(new SignedIn(scene.turns.instant().plus(Duration.ofHours(2)), TODAY, "2026-11"));
    scene.turns.run(Duration.ofHours(1));
    assertEquals("PRESUMED_ABSENT", scene.refusal());
    Instant believed = scene.records(RecordType.PRESUMED_ABSENT).get(0).time();
    assertTrue(believed.isAfter(undoing.plus(LIFE)), believed + " after " + undoing);
  }

  @Test
  void whatWasBookedIsNotReversedThoughSomebodyHadItLookedInto() throws Exception {
    Scene scene = new Scene(profile(LIFE, new Difference.Ask()));
    assertInstanceOf(SettlementOutcome.Settled.class, scene.settle());
    scene.settler.acknowledge(BILL);
    scene.settler.dayBook().dispute(BILL, "another amount");
    scene.line.goDeaf();
    var unused = scene.settler.resolveLater(BILL, Wish.WANTED, Duration.ofMinutes(2));
    scene.turns.run(Duration.ofMinutes(1));
    var notWanted = scene.settler.resolveLater(BILL, Wish.NOT_WANTED, WAIT);
    scene.turns.run(WAIT);
    ExecutionException e =
        assertThrows(ExecutionException.class, () -> notWanted.toCompletableFuture().get());
    assertInstanceOf(Misuse.class, e.getCause());
    scene.turns.run(Duration.ofHours(1));
    scene.line.hear();
    scene.turns.run(Duration.ofHours(1));
    assertEquals(1, scene.line.standing(BILL));
    assertEquals(List.of(), scene.records(RecordType.REVERSE_INTENT));
    assertTrue(scene.settler.disputeOf(BILL).isPresent());
    var again = scene.settler.resolveLater(BILL, Wish.WANTED, Duration.ofMinutes(2));
    scene.turns.run(Duration.ofMinutes(5));
    assertInstanceOf(SettlementOutcome.Settled.class, again.toCompletableFuture().get());
  }

  @Test
  void whatIsTakenForAbsentStandsNowhereWhateverTheNetworkDoes() {
    int absent = 0;
    for (long seed = 0; seed < 200; seed++) {
      Scene scene = new Scene(profile(LIFE, new Difference.Ask()), seed, 40);
      scene.line.forgetWhatIsUndone("UNSEEN");
      var unused = scene.settler.settleLater(BILL, Quotes.quote(BILL, scene.turns), "op-7", WAIT);
      scene.turns.run(Duration.ofDays(1));
      if (scene.settler.outcomeOf(BILL).isPresent()) {
        boolean stands = scene.outcome() instanceof SettlementOutcome.Settled;
        assertEquals(stands ? 1 : 0, scene.line.standing(BILL), "seed " + seed);
        absent += scene.records(RecordType.PRESUMED_ABSENT).size();
      }
    }
    // Otherwise it proves nothing.
    assertTrue(absent > 20, absent + " absent");
  }

  @Test
  void whatArrivesAfterItWasTakenForAbsentIsUndone() {
    Scene scene = withoutTombstones();
    scene.loseAndUndo();
    scene.turns.run(Duration.ofHours(1));
    scene.settler.acknowledge(BILL);
    scene.line.arrives(scene.message());
    scene.settler.dayBook().held(BILL, "only theirs", Optional.empty());
    scene.turns.run(Duration.ofHours(1));
    assertEquals("REVERSED", scene.refusal());
    assertEquals(0, scene.line.standing(BILL));
    assertFalse(RecordType.REOPENED.closes());
    assertTrue(RecordType.REOPENED.opens());
  }

  @Test
  void whatTheDaysDetailsHoldSettlesAfterAllWhereItIsWantedAndInTime() {
    Scene scene = withoutTombstones();
    scene.loseAndUndo();
    scene.turns.run(Duration.ofHours(1));
    scene.line.arrives(scene.message());
    scene.settler.dayBook().held(BILL, "only theirs", Optional.of(Duration.ofMinutes(5)));
    scene.turns.run(Duration.ofMinutes(10));
    assertInstanceOf(SettlementOutcome.Settled.class, scene.outcome());
    scene.settler.dayBook().agrees(BILL, TODAY);
    scene.settler.dayBook().agrees(BILL, TODAY);
    assertEquals(1, scene.records(RecordType.RECONCILED).size());
    assertInstanceOf(SettlementOutcome.Settled.class, scene.outcome());
  }

  @Test
  void whatIsSaidToBeUndoneIsAndWhatIsBusyIsTriedAgain() {
    Scene scene = new Scene(profile(LIFE, new Difference.Ask()));
    scene.line.refuseReversals("BUSY");
    scene.loseAndUndo();
    scene.turns.run(Duration.ofHours(3));
    assertInstanceOf(SettlementOutcome.Unknown.class, scene.outcome());
    assertEquals(List.of(), scene.heard);
    scene.line.refuseReversals("GONE");
    scene.turns.run(Duration.ofHours(1));
    assertEquals("REVERSED", scene.refusal());
  }

  @Test
  void whatCannotBeUndoneIsDisputedAndToldAndOnlyAPersonEndsIt() {
    Scene scene = new Scene(profile(LIFE, new Difference.Ask()));
    scene.line.refuseReversals("CLOSED");
    scene.loseAndUndo();
    scene.turns.run(Duration.ofHours(1));
    assertInstanceOf(SettlementOutcome.Unknown.class, scene.outcome());
    assertEquals(1, scene.heard.size());
    assertTrue(scene.settler.disputeOf(BILL).orElseThrow().contains("CLOSED"));
    assertThrows(Misuse.class, () -> scene.settler.acknowledge(BILL));
    int before = scene.line.sent().size();
    scene.turns.run(Duration.ofDays(1));
    assertEquals(before, scene.line.sent().size(), "nothing is done about it by itself");
    scene.line.takeReversals();
    var unused = scene.settler.resolveLater(BILL, Wish.NOT_WANTED, WAIT);
    scene.turns.run(Duration.ofHours(1));
    assertEquals("REVERSED", scene.refusal());
    assertEquals(Optional.empty(), scene.settler.disputeOf(BILL));
  }

  @Test
  void whatOnlyOurBooksHoldIsDisputedAndNeverSettledAgain() {
    Scene scene = new Scene(profile(LIFE, new Difference.Ask()));
    assertInstanceOf(SettlementOutcome.Settled.class, scene.settle());
    scene.settler.acknowledge(BILL);
    scene.settler.dayBook().notHeld(BILL, "only ours");
    assertEquals(List.of("B1 only ours"), scene.heard);
    assertInstanceOf(SettlementOutcome.Unknown.class, scene.settle());
    assertEquals(1, scene.records(RecordType.SETTLE_INTENT).size());
    // The centre signed for it, so that its forgetting proves nothing.
    assertThrows(Misuse.class, () -> scene.settler.dayBook().notHeld(BILL, "only ours"));
    assertTrue(RecordType.DISPUTED.opens());
  }

  @Test
  void aRestoredCopyReversesNothingOfWhatItHoldsOpen() {
    Scene scene = new Scene(profile(LIFE, new Difference.Ask()));
    scene.loseAnAttempt();
    scene.turns.crash();
    scene.settler = Settler.waiting(scene.line, scene.journal, scene.settings());
    scene.turns.run(Duration.ofDays(1));
    assertEquals(List.of(), scene.line.sent(), "before anybody knows whose journal it is");
    assertEquals(List.of(BILL), scene.settler.disputeCopies());
    scene.turns.run(Duration.ofDays(1));
    assertEquals(List.of(), scene.line.sent());
    assertEquals("restored copy", scene.settler.disputeOf(BILL).orElseThrow());
    // The original settled it. A person who wants it has the centre asked, and it stands.
    scene.line.arrives(scene.message());
    var unused = scene.settler.resolveLater(BILL, Wish.WANTED, Duration.ofMinutes(5));
    scene.turns.run(Duration.ofMinutes(5));
    assertInstanceOf(SettlementOutcome.Settled.class, scene.outcome());
  }

  @Test
  void aJournalThatIsNoCopyIsTakenUpOnceThatIsKnown() {
    Scene scene = new Scene(profile(LIFE, new Difference.Ask()));
    scene.loseAndUndo();
    scene.turns.crash();
    scene.settler = Settler.waiting(scene.line, scene.journal, scene.settings());
    scene.settler.takeUp();
    scene.turns.run(Duration.ofHours(1));
    assertEquals("REVERSED", scene.refusal());
  }

  @Test
  void aSmallDifferenceIsTakenAndKeptWhereTheProfileSaysSo() {
    Scene fen = new Scene(profile(LIFE, new Difference.AcceptUpTo(new Money(1))));
    fen.line.settleAs(Samples.OTHER);
    assertInstanceOf(SettlementOutcome.Settled.class, fen.settle());
    assertEquals(1, fen.records(RecordType.SETTLED_DIFFERENTLY).size());
    assertEquals(1, fen.records(RecordType.DIFFERENCE_ACCEPTED).size());
    Scene two = new Scene(profile(LIFE, new Difference.AcceptUpTo(new Money(1))));
    two.line.settleAs(Samples.figures("59.98", "40.02"));
    assertInstanceOf(SettlementOutcome.SettledDifferently.class, two.settle());
    Scene unauthorised = new Scene(profile(LIFE, new Difference.AcceptUpTo(new Money(5000))));
    unauthorised.line.settleAs(Samples.WITH_AN_INSURER);
    assertInstanceOf(SettlementOutcome.SettledDifferently.class, unauthorised.settle());
  }

  @Test
  void aDifferenceIsCancelledAtOnceWhereTheProfileSaysSo() {
    Scene scene = new Scene(profile(LIFE, new Difference.Cancel()));
    scene.line.settleAs(Samples.OTHER);
    scene.settle();
    assertEquals("CANCELLED", scene.refusal());
    assertEquals(1, scene.records(RecordType.CANCEL_INTENT).size());
    assertEquals(0, scene.line.standing(BILL));
  }

  @Test
  void aDischargeIsNeverCancelledByItself() {
    assertThrows(
        Misuse.class,
        () ->
            new UndoProfile(
                LIFE,
                2,
                Map.of(),
                Meaning.TRY_AGAIN,
                Map.of(CareType.INPATIENT, new Difference.Cancel()),
                new Difference.Ask()));
    UndoProfile all = profile(LIFE, new Difference.Cancel());
    for (CareType care : CareType.values()) {
      boolean asks = care.isStay() || care == CareType.CHRONIC_OUTPATIENT;
      assertEquals(
          asks ? Difference.Ask.class : Difference.Cancel.class,
          all.difference(of(Optional.of(care))).getClass(),
          care.name());
    }
    assertInstanceOf(Difference.Ask.class, all.difference(of(Optional.empty())));
  }

  private static Particulars of(Optional<CareType> care) {
    Particulars p = Samples.intent("M1", "Q1").particulars();
    return new Particulars(
        p.institutionName(),
        p.area(),
        p.terminalSlot(),
        p.visitNumber(),
        p.maskedName(),
        p.scheme(),
        care,
        p.testFigures(),
        p.lines(),
        p.agreed(),
        p.told(),
        p.leave(),
        p.year());
  }
}
