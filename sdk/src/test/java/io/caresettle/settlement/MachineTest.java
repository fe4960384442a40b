package io.caresettle.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.centre.Fate;
import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.Undone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The table of a bill's life")
@Timeout(10)
class MachineTest {

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
            4,
            "C1",
            Samples.ORDER,
            Samples.SIGNED));
    STATES.put("cancelled", new BillState.Cancelled(intent, Samples.CANCELLED, false));
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
          "reversing | ok                     | LateAnswer",
          "reversing | ok, too late           | LateAnswer",
          "reversing | ok, other figures      | LateAnswer",
          "reversing | no                     | LateAnswer",
          "reversing | turn                   | -> Undo",
          "reversing | turn, too late         | -> Undo",
          "reversing | key changed            | ReverseIntent -> Undo",
          "reversing | undone                 | Reversed",
          "settled   | not wanted             | ReverseIntent",
          "settled   | cancel it              | CancelIntent",
          "settled   | booked                 | Acknowledged",
          "booked    | cancel it              | CancelIntent",
          "differs   | not wanted             | ReverseIntent",
          "differs   | cancel it              | CancelIntent",
          "differs   | accepted               | DifferenceAccepted",
          "cancelling | turn                   | -> Cancel",
          "cancelling | turn, too late         | -> Cancel",
          "cancelling | key changed            | CancelIntent",
          "cancelling | it is cancelled        | Cancelled",
          "cancelling | not cancelled          | CancelRefused",
          "cancelled | booked                 | Acknowledged",
          "refused   | confirmed, fresh quote | SettleIntent -> Send",
          "refused   | booked                 | Acknowledged",
          "reversed  | confirmed, fresh quote | SettleIntent -> Send",
          "reversed  | ok                     | LateAnswer",
          "reversed  | ok, too late           | LateAnswer",
          "reversed  | ok, other figures      | LateAnswer",
          "reversed  | no                     | LateAnswer",
          "reversed  | booked                 | Acknowledged",
          "not sent  | confirmed, same quote  | SettleIntent -> Send",
          "not sent  | confirmed, fresh quote | SettleIntent -> Send",
          "not sent  | ok                     | LateAnswer",
          "not sent  | ok, too late           | LateAnswer",
          "not sent  | ok, other figures      | LateAnswer",
          "not sent  | no                     | LateAnswer",
          "not sent  | booked                 | Acknowledged");

  @Test
  void everyStateMeetsEveryEventAsTheTableSays() {
    List<String> found = new ArrayList<>();
    STATES.forEach(
        (state, s) ->
            EVENTS.forEach(
                (event, e) -> {
                  String what = describe(Machine.on(s, e));
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
        "LateAnswer", describe(Machine.on(second, event("ok"))), "the first attempt's answer");
    for (String name : List.of("nothing sent", "no answer", "stands", "not found", "undone")) {
      assertEquals("", describe(Machine.on(second, event(name))), name);
    }
  }

  @Test
  void everyRepetitionOfAReversalIsTheSameReversal() {
    Machine.Step step =
        Machine.on(
            new BillState.Reversing(Samples.intent("M1", "Q1"), 3, "R1", Samples.SIGNED),
            event("turn"));
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
                  for (BillRecord record : Machine.on(s, e).records()) {
                    next = next.after(record, 10);
                  }
                }));
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
