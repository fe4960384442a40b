package io.caresettle.settlement.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.settlement.visit.VisitSteps.State;
import io.caresettle.settlement.visit.VisitSteps.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A visit of several calls")
@Timeout(180)
class CompensationTest {

  private static final StepTable NATION = NationalSteps.TABLE;

  @Test
  void ofAnOutpatientIsUndoneAsTheInterfaceSays() {
    assertEquals(
        List.of("3506", "2208", "2208", "2205", "2205", "2202"),
        undoing(NATION, "2201", "2203", "2204", "2206", "2207", "2204", "2207", "3505"));
  }

  @Test
  void ofAnInpatientIsUndoneAsTheInterfaceSays() {
    assertEquals(
        List.of("2305", "2405", "2302", "2404"),
        undoing(NATION, "2401", "2301", "2402", "2303", "2304"));
  }

  @Test
  void ofAPharmacyShowsTheWriteOffToAPersonOnceTheRestIsUndone() {
    assertEquals(
        List.of("3506", "2103", "a person"), undoing(NATION, "2101", "2102", "7206", "3505"));
  }

  @Test
  void ofTheSealedProtocolIsUndoneFromItsEnd() {
    assertEquals(
        List.of(
            "WITHDRAW_COSTS",
            "WITHDRAW_TRACE_CODES",
            "WITHDRAW_WRITE_OFF",
            "REVERSE",
            "WITHDRAW_CONSENT",
            "WITHDRAW_REGISTRATION"),
        sealedUndoing());
  }

  @Test
  void aStepWhoseUndoCouldDoHarmIsAskedForBeforeItIsUndone() {
    VisitSteps visit = steps("2201", "2204").with("m1", State.UNKNOWN);
    assertEquals(new Next.Ask(visit.steps().get(1)), Compensation.undoAll(NATION, visit));
    VisitSteps sent = steps("2201", "2204").with("m1", State.UNDO_UNKNOWN);
    assertEquals(new Next.Ask(sent.steps().get(1)), Compensation.undoAll(NATION, sent));
  }

  @Test
  void anUndoWhoseRepeatIsToldApartIsSentAgainWithoutAsking() {
    VisitSteps sent = steps("2201", "2207").with("m1", State.UNDO_UNKNOWN);
    assertEquals(new Next.Take(sent.steps().get(1), "2208"), Compensation.undoAll(NATION, sent));
    VisitSteps lost = steps("UPLOAD_COSTS").with("m0", State.UNKNOWN);
    assertEquals(
        new Next.Take(lost.steps().get(0), "WITHDRAW_COSTS"),
        Compensation.undoAll(SealedSteps.TABLE, lost));
  }

  @Test
  void whatRestsOnOneCallGoesBeforeItAndTheRestStays() {
    VisitSteps visit = steps("2201", "2204", "2207", "3505");
    assertEquals(
        new Next.Take(visit.steps().get(3), "3506"), Compensation.undoOne(NATION, visit, "m1"));
    VisitSteps twoBatches = steps("2201", "2204", "2204");
    assertEquals(
        new Next.Take(twoBatches.steps().get(1), "2205"),
        Compensation.undoOne(NATION, twoBatches, "m1"));
    assertEquals(
        new Next.Done(), Compensation.undoOne(NATION, twoBatches.with("m1", State.GONE), "m1"));
  }

  @Test
  void anOlderSettlementIsUndoneOnlyAfterTheNewerOnes() {
    VisitSteps visit = steps("2201", "2207", "2207");
    assertEquals(
        new Next.Take(visit.steps().get(2), "2208"), Compensation.undoOne(NATION, visit, "m1"));
  }

  @Test
  void goesOnOnlyWhenItIsKnownHowWhatTheNextCallRestsOnEnded() {
    VisitSteps visit = steps("2201", "2204");
    assertEquals(new Next.GoOn("2207"), Compensation.goOn(NATION, visit, "2207"));
    VisitSteps unknown = visit.with("m1", State.UNKNOWN);
    assertEquals(new Next.Ask(unknown.steps().get(1)), Compensation.goOn(NATION, unknown, "2207"));
    assertEquals(
        new Next.Lacks("2204"), Compensation.goOn(NATION, visit.with("m1", State.GONE), "2207"));
    VisitSteps settling = steps("2201", "2207").with("m1", State.UNKNOWN);
    assertEquals(
        new Next.Ask(settling.steps().get(1)),
        Compensation.goOn(NATION, settling, "2207"),
        "a settlement of which nobody knows is not sent a second time");
  }

  @Test
  void aTableThatCannotBeRightIsRefused() {
    Undo undo = new Undo.ByTransaction("U");
    StepKind a = new StepKind("A", undo, Repeat.UNKNOWN, false, Set.of("B"), false);
    StepKind b = new StepKind("B", undo, Repeat.UNKNOWN, false, Set.of("A"), false);
    assertThrows(IllegalArgumentException.class, () -> StepTable.of(a));
    assertThrows(IllegalArgumentException.class, () -> StepTable.of(a, b));
    assertThrows(IllegalArgumentException.class, () -> StepTable.of(a, a));
    assertThrows(
        IllegalArgumentException.class,
        () -> new StepKind("C", undo, Repeat.UNKNOWN, false, Set.of(), true),
        "blindly, and yet nobody knows what a second one does");
    assertThrows(IllegalArgumentException.class, () -> NATION.kind("0000"));
  }

  private static List<String> sealedUndoing() {
    return undoing(
        SealedSteps.TABLE,
        "REGISTER",
        "RECORD_CONSENT",
        "TRIAL",
        "SETTLE",
        "WRITE_OFF_PRESCRIPTION",
        "UPLOAD_TRACE_CODES",
        "UPLOAD_COSTS");
  }

  private static List<String> undoing(StepTable table, String... kinds) {
    VisitSteps visit = steps(kinds);
    List<String> order = new ArrayList<>();
    while (true) {
      Next next = Compensation.undoAll(table, visit);
      if (next instanceof Next.Take take) {
        order.add(take.message());
        visit = visit.with(take.step().messageId(), State.GONE);
      } else if (next instanceof Next.Person person) {
        order.add("a person");
        visit = visit.with(person.step().messageId(), State.GONE);
      } else {
        assertEquals(new Next.Done(), next);
        return order;
      }
    }
  }

  private static VisitSteps steps(String... kinds) {
    VisitSteps visit = VisitSteps.none();
    for (String kind : kinds) {
      visit = visit.with(new Step("m" + visit.steps().size(), kind, State.STANDING));
    }
    return visit;
  }
}
