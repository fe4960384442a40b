package io.caresettle.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.Fate;
import io.caresettle.centre.Refusal;
import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.Undone;
import io.caresettle.problem.NextStep;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The table of a bill's life")
@Timeout(180)
class MachineTest {

  private static final UndoProfile PROFILE =
      new UndoProfile(
          Duration.ofMinutes(10),
          2,
          Map.of(
              "GONE", UndoProfile.Meaning.UNDONE,
              "UNSEEN", UndoProfile.Meaning.NEVER_ARRIVED,
              "CLOSED", UndoProfile.Meaning.CANNOT),
          UndoProfile.Meaning.TRY_AGAIN,
          Map.of(),
          new UndoProfile.Difference.Ask());

  private static final Map<String, BillState> STATES = new LinkedHashMap<>();
  private static final Map<String, Event> EVENTS = new LinkedHashMap<>();

  static {
    Intent intent = Samples.intent("M1", "Q1");
    STATES.put("fresh", new BillState.Fresh());
    STATES.put("settling", new BillState.Settling(intent, 1));
    STATES.put("unknown", new BillState.Unknown(intent, 2, intent.wantedUntil()));
    STATES.put("reversing", new BillState.Reversing(intent, 3, "R1", Samples.SIGNED));
    STATES.put("settled", new BillState.Settled(intent, Samples.receipt(Samples.CONFIRMED), false));
    STATES.put("booked", new BillState.Settled(intent, Samples.receipt(Samples.CONFIRMED), true));
    STATES.put("differs", new BillState.Differs(intent, Samples.receipt(Samples.OTHER)));
    STATES.put(
        "cancelling",
        new BillState.Cancelling(
            intent,
            Samples.receipt(Samples.CONFIRMED),
            true,
            true,
            4,
            "C1",
            Samples.ORDER,
            Samples.SIGNED));
    STATES.put("cancelled", new BillState.Cancelled(intent, Samples.CANCELLED, false));
    STATES.put("unseen", new BillState.Reversing(intent, 3, "R1", Samples.SIGNED, 1));
    STATES.put("absent", new BillState.PresumedAbsent(intent, false));
    STATES.put("disputed", new BillState.Disputed(intent, Optional.empty(), false, 5, "CLOSED"));
    STATES.put("refused", new BillState.Refused(intent, Samples.REFUSAL, false));
    STATES.put("reversed", new BillState.Reversed(intent, false));
    STATES.put("not sent", new BillState.NotSent(intent, "down", false, false));

    var inTime = Samples.NOON;
    var tooLate = Samples.NOON.plusSeconds(61);
    var standing = new Fate.Standing(Samples.receipt(Samples.CONFIRMED));
    EVENTS.put("confirmed, same quote", new Event.Confirmed(Samples.intent("M2", "Q1")));
    EVENTS.put("confirmed, fresh quote", new Event.Confirmed(Samples.intent("M2", "Q2")));
    EVENTS.put("ok", new Event.Answered(Samples.receipt(Samples.CONFIRMED), inTime, "R2"));
    EVENTS.put(
        "ok, too late", new Event.Answered(Samples.receipt(Samples.CONFIRMED), tooLate, "R2"));
    EVENTS.put(
        "ok, other figures", new Event.Answered(Samples.receipt(Samples.OTHER), inTime, "R2"));
    EVENTS.put("no", new Event.Refused("M1", Samples.REFUSAL));
    EVENTS.put("nothing sent", new Event.NotSent("M1", "down", false));
    EVENTS.put("no answer", new Event.NoAnswer("M1", "late"));
    EVENTS.put("restart", new Event.Restarted());
    EVENTS.put("wanted", new Event.Wanted(tooLate));
    EVENTS.put("not wanted", new Event.NotWanted("R2"));
    EVENTS.put("turn", new Event.Turn(inTime, "R2"));
    EVENTS.put("turn, too late", new Event.Turn(tooLate, "R2"));
    EVENTS.put("key changed", new Event.KeyChanged("R2"));
    EVENTS.put("stands", new Event.FateTold("M1", standing, inTime, "R2"));
    EVENTS.put("stands, too late", new Event.FateTold("M1", standing, tooLate, "R2"));
    EVENTS.put("not found", new Event.FateTold("M1", new Fate.NotFound(), inTime, "R2"));
    EVENTS.put("was undone", new Event.FateTold("M1", new Fate.WasUndone(), inTime, "R2"));
    EVENTS.put(
        "was refused",
        new Event.FateTold("M1", new Fate.WasRefused(Samples.REFUSAL), inTime, "R2"));
    EVENTS.put(
        "undone",
        new Event.UndoneTold("M1", new Undone(Optional.of("S1"), inTime, Samples.SIGNED)));
    var dead = Samples.NOON.plusSeconds(601);
    EVENTS.put("stands, dead", new Event.FateTold("M1", standing, dead, "R2"));
    EVENTS.put("not found, dead", new Event.FateTold("M1", new Fate.NotFound(), dead, "R2"));
    EVENTS.put("was undone, dead", new Event.FateTold("M1", new Fate.WasUndone(), dead, "R2"));
    EVENTS.put("not undone: gone", unable("GONE", inTime));
    EVENTS.put("not undone: unseen", unable("UNSEEN", inTime));
    EVENTS.put("unseen, dead", unable("UNSEEN", dead));
    EVENTS.put("not undone: closed", unable("CLOSED", inTime));
    EVENTS.put("not undone: busy", unable("BUSY", inTime));
    EVENTS.put("contested", new Event.Contested("restored copy"));
    EVENTS.put("held, wanted", new Event.HeldAfterAll("day", Optional.of(tooLate), "R2"));
    EVENTS.put("held, not wanted", new Event.HeldAfterAll("day", Optional.empty(), "R2"));
    EVENTS.put("not held", new Event.NotHeld("day"));
    EVENTS.put("agrees", new Event.Agrees(LocalDate.of(2026, 11, 20)));
    EVENTS.put("cancel it", new Event.CancelAsked("C1", Samples.ORDER));
    EVENTS.put("it is cancelled", new Event.CancelDone("C1", Samples.CANCELLED));
    EVENTS.put("not cancelled", new Event.CancelRefused("C1", Samples.REFUSAL));
    EVENTS.put("accepted", new Event.Accepted());
    EVENTS.put("booked", new Event.Acknowledged());
  }

  /** What is not in this list changes nothing and sends nothing. */
  private static final List<String> TABLE =
      List.of(
          "fresh     | confirmed, same quote  | SettleIntent -> Send",
          "fresh     | confirmed, fresh quote | SettleIntent -> Send",
          "settling  | ok                     | Settled",
          "settling  | ok, too late           | Settled",
          "settling  | ok, other figures      | SettledDifferently",
          "settling  | no                     | Refused",
          "settling  | nothing sent           | NotSent",
          "settling  | no answer              | Unknown",
          "settling  | restart                | Unknown",
          "settling  | not wanted             | ReverseIntent",
          "settling  | contested              | Disputed",
          "unknown   | ok                     | Settled",
          "unknown   | ok, too late           | LateAnswer+ReverseIntent",
          "unknown   | ok, other figures      | SettledDifferently",
          "unknown   | no                     | Refused",
          "unknown   | nothing sent           | NotSent",
          "unknown   | wanted                 | Wanted",
          "unknown   | not wanted             | ReverseIntent",
          "unknown   | turn                   | -> Ask",
          "unknown   | turn, too late         | ReverseIntent -> Undo",
          "unknown   | stands                 | Settled",
          "unknown   | stands, too late       | LateAnswer+ReverseIntent",
          "unknown   | not found              | ReverseIntent",
          "unknown   | was undone             | Reversed",
          "unknown   | was refused            | Refused",
          "unknown   | stands, dead           | LateAnswer+ReverseIntent",
          "unknown   | not found, dead        | ReverseIntent",
          "unknown   | was undone, dead       | Reversed",
          "unknown   | contested              | Disputed",
          "reversing | ok                     | LateAnswer",
          "reversing | ok, too late           | LateAnswer",
          "reversing | ok, other figures      | LateAnswer",
          "reversing | no                     | LateAnswer",
          "reversing | turn                   | -> Undo",
          "reversing | turn, too late         | -> Undo",
          "reversing | key changed            | ReverseIntent -> Undo",
          "reversing | undone                 | Reversed",
          "reversing | stands, dead           | LateAnswer",
          "reversing | not found, dead        | LateAnswer",
          "reversing | was undone, dead       | Reversed",
          "reversing | not undone: gone       | Reversed",
          "reversing | unseen, dead           | -> Ask",
          "reversing | not undone: closed     | Disputed",
          "reversing | contested              | Disputed",
          "settled   | ok, other figures      | Disputed+LateAnswer",
          "settled   | no                     | Disputed+LateAnswer",
          "settled   | not wanted             | ReverseIntent",
          "settled   | contested              | Disputed",
          "settled   | not held               | Disputed",
          "settled   | agrees                 | Reconciled",
          "settled   | cancel it              | CancelIntent",
          "settled   | booked                 | Acknowledged",
          "booked    | ok, other figures      | Disputed+LateAnswer",
          "booked    | no                     | Disputed+LateAnswer",
          "booked    | contested              | Disputed",
          "booked    | not held               | Disputed",
          "booked    | agrees                 | Reconciled",
          "booked    | cancel it              | CancelIntent",
          "differs   | ok                     | Disputed+LateAnswer",
          "differs   | ok, too late           | Disputed+LateAnswer",
          "differs   | no                     | Disputed+LateAnswer",
          "differs   | not wanted             | ReverseIntent",
          "differs   | contested              | Disputed",
          "differs   | not held               | Disputed",
          "differs   | cancel it              | CancelIntent",
          "differs   | accepted               | DifferenceAccepted",
          "cancelling | ok, other figures      | LateAnswer",
          "cancelling | no                     | LateAnswer",
          "cancelling | turn                   | -> Cancel",
          "cancelling | turn, too late         | -> Cancel",
          "cancelling | key changed            | CancelIntent",
          "cancelling | contested              | Disputed",
          "cancelling | it is cancelled        | Cancelled",
          "cancelling | not cancelled          | CancelRefused",
          "cancelled | ok, other figures      | LateAnswer",
          "cancelled | no                     | LateAnswer",
          "cancelled | contested              | Disputed",
          "cancelled | agrees                 | Reconciled",
          "cancelled | booked                 | Acknowledged",
          "unseen    | ok                     | LateAnswer",
          "unseen    | ok, too late           | LateAnswer",
          "unseen    | ok, other figures      | LateAnswer",
          "unseen    | no                     | LateAnswer",
          "unseen    | turn                   | -> Undo",
          "unseen    | turn, too late         | -> Undo",
          "unseen    | key changed            | ReverseIntent -> Undo",
          "unseen    | undone                 | Reversed",
          "unseen    | stands, dead           | LateAnswer",
          "unseen    | not found, dead        | LateAnswer+PresumedAbsent",
          "unseen    | was undone, dead       | Reversed",
          "unseen    | not undone: gone       | Reversed",
          "unseen    | unseen, dead           | -> Ask",
          "unseen    | not undone: closed     | Disputed",
          "unseen    | contested              | Disputed",
          "absent    | ok                     | LateAnswer+Reopened+ReverseIntent",
          "absent    | ok, too late           | LateAnswer+Reopened+ReverseIntent",
          "absent    | ok, other figures      | LateAnswer+Reopened+ReverseIntent",
          "absent    | no                     | LateAnswer",
          "absent    | undone                 | Reversed",
          "absent    | contested              | Disputed",
          "absent    | held, wanted           | Reopened+Unknown+Wanted",
          "absent    | held, not wanted       | Reopened+ReverseIntent",
          "absent    | agrees                 | Reconciled",
          "absent    | booked                 | Acknowledged",
          "disputed  | ok                     | LateAnswer",
          "disputed  | ok, too late           | LateAnswer",
          "disputed  | ok, other figures      | LateAnswer",
          "disputed  | no                     | LateAnswer",
          "disputed  | wanted                 | Reopened+Unknown+Wanted",
          "disputed  | not wanted             | ReverseIntent",
          "disputed  | undone                 | LateAnswer",
          "disputed  | held, wanted           | Reopened+Unknown+Wanted",
          "disputed  | held, not wanted       | Reopened+ReverseIntent",
          "disputed  | not held               | PresumedAbsent",
          "disputed  | it is cancelled        | LateAnswer",
          "refused   | confirmed, fresh quote | SettleIntent -> Send",
          "refused   | ok                     | Disputed+LateAnswer",
          "refused   | ok, too late           | Disputed+LateAnswer",
          "refused   | ok, other figures      | Disputed+LateAnswer",
          "refused   | contested              | Disputed",
          "refused   | held, wanted           | Disputed",
          "refused   | held, not wanted       | Disputed",
          "refused   | booked                 | Acknowledged",
          "reversed  | confirmed, fresh quote | SettleIntent -> Send",
          "reversed  | ok                     | LateAnswer",
          "reversed  | ok, too late           | LateAnswer",
          "reversed  | ok, other figures      | LateAnswer",
          "reversed  | no                     | LateAnswer",
          "reversed  | contested              | Disputed",
          "reversed  | held, wanted           | Reopened+Unknown+Wanted",
          "reversed  | held, not wanted       | Reopened+ReverseIntent",
          "reversed  | agrees                 | Reconciled",
          "reversed  | booked                 | Acknowledged",
          "not sent  | confirmed, same quote  | SettleIntent -> Send",
          "not sent  | confirmed, fresh quote | SettleIntent -> Send",
          "not sent  | ok                     | Disputed+LateAnswer",
          "not sent  | ok, too late           | Disputed+LateAnswer",
          "not sent  | ok, other figures      | Disputed+LateAnswer",
          "not sent  | no                     | LateAnswer",
          "not sent  | held, wanted           | Disputed",
          "not sent  | held, not wanted       | Disputed",
          "not sent  | booked                 | Acknowledged");

  @Test
  void everyStateMeetsEveryEventAsTheTableSays() {
    List<String> found = new ArrayList<>();
    STATES.forEach(
        (state, s) ->
            EVENTS.forEach(
                (event, e) -> {
                  String what = describe(Machine.on(s, e, PROFILE));
                  if (!what.isEmpty()) {
                    found.add(String.format("%-9s | %-22s | %s", state, event, what));
                  }
                }));
    assertEquals(String.join("\n", TABLE), String.join("\n", found));
  }

  @Test
  void whatIsSaidOfAnEarlierAttemptDecidesNothing() {
    BillState second = new BillState.Settling(Samples.intent("M2", "Q2"), 9);
    assertEquals(
        "LateAnswer",
        describe(Machine.on(second, event("ok"), PROFILE)),
        "the first attempt's answer");
    for (String name : List.of("nothing sent", "no answer", "stands", "not found", "undone")) {
      assertEquals("", describe(Machine.on(second, event(name), PROFILE)), name);
    }
  }

  @Test
  void everyRepetitionOfAReversalIsTheSameReversal() {
    Machine.Step step =
        Machine.on(
            new BillState.Reversing(Samples.intent("M1", "Q1"), 3, "R1", Samples.SIGNED),
            event("turn"),
            PROFILE);
    assertEquals(
        Optional.of(new Effect.Undo("R1", new SettleMessage("M1", Samples.BILL))), step.effect());
  }

  @Test
  void everyRecordLeadsWhereItSays() {
    // Each step's records can be folded: no step writes what a restart could not read.
    STATES.forEach(
        (state, s) ->
            EVENTS.forEach(
                (event, e) -> {
                  BillState next = s;
                  for (BillRecord record : Machine.on(s, e, PROFILE).records()) {
                    next = next.after(record, 10);
                  }
                }));
  }

  @Test
  void whatWasBookedIsNeverReversedBecauseTheLineWasSilent() {
    Event otherwise = new Event.Wanted(Samples.NOON.plusSeconds(30));
    BillState wanted = fold(fold(bookedAndDisputed(), event("contested")), otherwise);
    assertInstanceOf(BillState.Unknown.class, wanted);
    for (String name : List.of("turn, too late", "not wanted", "not found", "not found, dead")) {
      assertEquals(Optional.empty(), Machine.on(wanted, event(name), PROFILE).effect(), name);
      BillState.Disputed again =
          assertInstanceOf(BillState.Disputed.class, fold(wanted, event(name)), name);
      assertTrue(again.booked(), name);
      assertEquals(Optional.of(Samples.receipt(Samples.CONFIRMED)), again.receipt(), name);
    }
  }

  @Test
  void whatWasBookedStandsWheneverTheCentreSaysSoAndIsCancelledThen() {
    BillState wanted = fold(bookedAndDisputed(), event("wanted"));
    for (String name : List.of("stands", "stands, dead", "ok, too late")) {
      BillState.Settled stands =
          assertInstanceOf(BillState.Settled.class, fold(wanted, event(name)), name);
      assertTrue(stands.booked(), name);
      assertInstanceOf(BillState.Cancelling.class, fold(stands, event("cancel it")));
      assertEquals("", describe(Machine.on(stands, event("not wanted"), PROFILE)));
    }
  }

  @Test
  void whatWasBookedStaysBookedThroughOtherFigures() {
    BillState wanted = fold(bookedAndDisputed(), event("wanted"));
    BillState other = fold(wanted, event("ok, other figures"));
    assertInstanceOf(BillState.Differs.class, other);
    assertEquals("", describe(Machine.on(other, event("not wanted"), PROFILE)));
    assertTrue(
        assertInstanceOf(BillState.Disputed.class, fold(other, event("contested"))).booked());
    assertEquals(
        "", describe(Machine.on(fold(other, event("accepted")), event("not wanted"), PROFILE)));
    BillState cancelling = fold(other, event("cancel it"));
    BillState kept = fold(cancelling, event("not cancelled"));
    assertEquals("", describe(Machine.on(kept, event("not wanted"), PROFILE)));
  }

  @Test
  void whatTheCentreSignedForIsNotRefusedAfterwards() {
    BillState wanted = fold(bookedAndDisputed(), event("wanted"));
    for (String name : List.of("no", "was refused")) {
      assertInstanceOf(BillState.Disputed.class, fold(wanted, event(name)), name);
    }
  }

  @Test
  void aReceiptAfterARefusalIsKeptAndAPersonDecides() {
    for (String ended : List.of("refused", "not sent")) {
      BillState state = Optional.ofNullable(STATES.get(ended)).orElseThrow();
      List<BillRecord> records = Machine.on(state, event("ok"), PROFILE).records();
      assertTrue(
          records.stream()
              .anyMatch(
                  r -> r instanceof BillRecord.LateAnswer l && l.evidence().equals(Samples.SIGNED)),
          ended);
      BillState disputed = assertInstanceOf(BillState.Disputed.class, fold(state, event("ok")));
      // The money moved at the centre: that its details do not hold it ends nothing.
      assertEquals("", describe(Machine.on(disputed, event("not held"), PROFILE)), ended);
      assertInstanceOf(BillState.Reversing.class, fold(disputed, event("not wanted")));
      BillState wanted = fold(disputed, event("wanted"));
      assertInstanceOf(BillState.Settled.class, fold(wanted, event("stands")));
    }
  }

  @Test
  void anAnswerThatContradictsWhatStandsIsKeptAndAPersonDecides() {
    BillState.Settled booked =
        new BillState.Settled(Samples.intent("M1", "Q1"), Samples.receipt(Samples.CONFIRMED), true);
    for (String name : List.of("ok, other figures", "no")) {
      BillState.Disputed disputed =
          assertInstanceOf(BillState.Disputed.class, fold(booked, event(name)), name);
      assertTrue(disputed.booked(), name);
      assertEquals(Optional.of(booked.receipt()), disputed.receipt(), name);
    }
    assertEquals("", describe(Machine.on(booked, event("ok"), PROFILE)), "it says the same");
  }

  private static BillState bookedAndDisputed() {
    BillState settled =
        new BillState.Settled(
            Samples.intent("M1", "Q1"), Samples.receipt(Samples.CONFIRMED), false);
    return fold(fold(settled, event("booked")), event("contested"));
  }

  /** The state after what {@code event} has kept. */
  private static BillState fold(BillState state, Event event) {
    BillState next = state;
    for (BillRecord record : Machine.on(state, event, PROFILE).records()) {
      next = next.after(record, 10);
    }
    return next;
  }

  private static Event unable(String code, Instant now) {
    return new Event.UndoRefused("M1", new Refusal(code, "", "", "", NextStep.TRY_AGAIN), now);
  }

  private static Event event(String name) {
    return Optional.ofNullable(EVENTS.get(name)).orElseThrow();
  }

  private static String describe(Machine.Step step) {
    String records =
        String.join("+", step.records().stream().map(r -> r.getClass().getSimpleName()).toList());
    String effect = step.effect().map(e -> "-> " + e.getClass().getSimpleName()).orElse("");
    return (records + " " + effect).strip();
  }
}
