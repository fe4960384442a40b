package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.FakeCentre.Fault;
import io.caresettle.centre.SignIn;
import io.caresettle.centre.SignedIn;
import io.caresettle.journal.Act;
import io.caresettle.journal.ActKind;
import io.caresettle.operator.ActBody;
import io.caresettle.operator.TestOperators;
import io.caresettle.problem.CentreRefused;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome.Refused;
import io.caresettle.settlement.SettlementOutcome.Settled;
import io.caresettle.settlement.SettlementOutcome.Unknown;
import io.caresettle.settlement.Wish;
import io.caresettle.split.BillId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What a terminal does without being asked")
@Timeout(180)
class RoundsTest {

  private static final BillId BILL = Till.id("B1");

  @TempDir Path folder;
  private final ConcurrentLinkedQueue<Alarm> alarms = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Integer> slots = new ConcurrentLinkedQueue<>();
  private Till till;

  @BeforeEach
  void open() {
    till =
        new Till(
            folder,
            new TerminalListener() {
              @Override
              public void alarm(Alarm alarm) {
                alarms.add(alarm);
              }

              @Override
              public void journalIsCopy(int granted) {
                slots.add(granted);
              }
            });
  }

  @AfterEach
  void close() {
    till.close();
  }

  private void awaitAlarm(Alarm.Kind kind) {
    Await.until(() -> isStanding(kind));
  }

  private boolean isStanding(Alarm.Kind kind) {
    return till.terminal.alarms().stream().anyMatch(alarm -> alarm.kind() == kind);
  }

  private static SignedIn granting(SignedIn plain, int slot) {
    return new SignedIn(
        plain.centreTime(),
        plain.businessDate(),
        plain.catalogueVersion(),
        Optional.of(slot),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Who shows the configured slot is a copy. */
  private static SignedIn copyOf(SignIn request, SignedIn plain) {
    return granting(plain, request.terminalSlot() == 7 ? 42 : request.terminalSlot());
  }

  @Test
  void itSignsInWhenItOpensAndAgainWhenTheCentreIsBack() {
    Await.until(() -> till.terminal.centreTime().isPresent());
    till.centre.setReachable(false);
    till.restart();
    int before = till.centre.calls("signIn").size();
    Await.until(() -> till.centre.calls("signIn").size() > before + 2);
    assertEquals(Optional.empty(), till.terminal.centreTime());
    till.centre.setReachable(true);
    Await.until(() -> till.terminal.centreTime().isPresent());
  }

  @Test
  void nothingIsAskedOrUndoneBeforeItIsKnownWhoseJournalItIs() {
    leaveOpen();
    till.centre.setReachable(false);
    till.restart();
    int queries = till.centre.calls("query").size();
    int signIns = till.centre.calls("signIn").size();
    Await.until(() -> till.centre.calls("signIn").size() > signIns + 3);
    assertEquals(queries, till.centre.calls("query").size());
    assertInstanceOf(Unknown.class, till.terminal.outcomeOf(BILL).orElseThrow());
    till.centre.setReachable(true);
    Await.until(() -> till.terminal.outcomeOf(BILL).orElseThrow() instanceof Settled);
  }

  /** The process ends while the answer is out. */
  private void leaveOpen() {
    Quote quote = till.quote("B1");
    till.centre.next(Fault.ANSWER_LOST);
    assertInstanceOf(Unknown.class, till.counter.settle(BILL, quote));
  }

  @Test
  void aCopyTakesTheSlotThatItIsGrantedAndUndoesNothing() {
    leaveOpen();
    till.terminal.close(Duration.ZERO);
    int queries = till.centre.calls("query").size();
    till.centre.answerSignIns(RoundsTest::copyOf);
    till.centre.setReachable(true);
    till.restart();
    awaitAlarm(Alarm.Kind.JOURNAL_IS_COPY);
    Await.until(() -> !slots.isEmpty());
    assertEquals(List.of(42), List.copyOf(slots));
    assertEquals("restored copy", till.terminal.disputeOf(BILL).orElseThrow());
    String id = till.terminal.nextRequestId();
    assertEquals("42", id.substring(26, 28));
    Alarm alarm =
        till.terminal.alarms().stream()
            .filter(a -> a.kind() == Alarm.Kind.JOURNAL_IS_COPY)
            .findFirst()
            .orElseThrow();
    assertTrue(alarm.zh().contains("副本") && alarm.zh().contains("主管"), alarm.zh());
    assertTrue(alarm.en().contains("slot 42") && alarm.en().contains("supervisor"), alarm.en());

    till.restart();
    Await.until(() -> till.terminal.centreTime().isPresent());
    assertEquals(1, till.recordsOf("DISPUTED"));
    assertEquals("42", till.terminal.nextRequestId().substring(26, 28));
    assertEquals(queries, till.centre.calls("query").size());
    assertEquals(List.of(), till.centre.calls("reverse"));
    assertInstanceOf(Settled.class, till.counter.settle(Till.id("B2"), till.quote("B2")));
  }

  @Test
  void whatAPersonDecidedAboutACopysBillIsGoneOnWithAfterARestart() {
    leaveOpen();
    till.terminal.close(Duration.ZERO);
    till.centre.answerSignIns(RoundsTest::copyOf);
    till.centre.setReachable(true);
    till.centre.setReversalsAnswered(false);
    till.restart();
    awaitAlarm(Alarm.Kind.JOURNAL_IS_COPY);
    var supervisor = till.terminal.takeShift(TestOperators.OP_8);
    assertInstanceOf(
        Unknown.class,
        till.terminal.resolve(supervisor, BILL, Wish.NOT_WANTED, Duration.ofMillis(200)));
    Await.until(() -> till.recordsOf("REVERSE_INTENT") == 1);
    till.restart();
    till.centre.setReversalsAnswered(true);
    Await.until(() -> till.terminal.outcomeOf(BILL).orElseThrow() instanceof Refused);
    assertEquals(1, till.recordsOf("DISPUTED"));
    assertEquals(0, till.centre.settlementsStanding());
  }

  @Test
  void aCopyWithoutASlotSettlesAndUndoesNothing() {
    leaveOpen();
    till.terminal.close(Duration.ZERO);
    int queries = till.centre.calls("query").size();
    till.centre.refuseSignIns("NO_SLOT");
    till.centre.setReachable(true);
    till.restart();
    awaitAlarm(Alarm.Kind.NO_SLOT_LEFT);
    assertThrows(CentreRefused.class, till::eligibility);
    var supervisor = till.terminal.takeShift(TestOperators.OP_8);
    assertInstanceOf(
        Unknown.class,
        till.terminal.resolve(supervisor, BILL, Wish.NOT_WANTED, Duration.ofMillis(300)));
    Await.until(() -> till.recordsOf("REVERSE_INTENT") == 1);
    assertEquals(queries, till.centre.calls("query").size());
    assertEquals(List.of(), till.centre.calls("reverse"), "the wish is kept, and nothing more");
  }

  @Test
  void whoMayNotSignInUndoesWhatItLeftOpenAllTheSame() {
    leaveOpen();
    till.terminal.close(Duration.ZERO);
    till.centre.refuseSignIns("TERMINAL_REVOKED");
    till.centre.setReachable(true);
    till.restart();
    awaitAlarm(Alarm.Kind.SIGN_IN_REFUSED);
    Await.until(() -> till.terminal.outcomeOf(BILL).orElseThrow() instanceof Settled);
    till.centre.refuseSignIns("");
    Await.until(() -> !isStanding(Alarm.Kind.SIGN_IN_REFUSED));
  }

  @Test
  void aClockThatIsSetBackADayIsToldAndSignedForAndNoMessageIdGoesBack() {
    till.counter.settle(BILL, till.quote("B1"));
    String before = till.terminal.nextRequestId();
    till.clock.set(Duration.ofHours(-30));
    awaitAlarm(Alarm.Kind.CLOCK_SET_BACK);
    assertTrue(till.terminal.nextRequestId().compareTo(before) > 0);
    till.restart();
    awaitAlarm(Alarm.Kind.CLOCK_SET_BACK);
    assertTrue(till.terminal.nextRequestId().compareTo(before) > 0);
    till.terminal.takeShift(TestOperators.OP_8);
    till.clock.set(Duration.ofHours(30));
    Await.until(() -> !isStanding(Alarm.Kind.CLOCK_SET_BACK));
    List<Act> told = till.kept(ActKind.ALARM_TOLD);
    Map<String, String> body = ActBody.read(told.get(told.size() - 1).body());
    assertEquals("CLOCK_SET_BACK", body.get("alarm"));
    assertTrue(String.valueOf(body.get("zh")).contains("时钟"));
    assertTrue(alarms.stream().anyMatch(a -> a.kind() == Alarm.Kind.CLOCK_SET_BACK));
  }

  @Test
  void theBusinessDayEndsAtTheCentresCutOffAndWithItWhatWasQuoted() {
    Instant cutOff = Instant.parse("2026-11-20T12:00:00Z"); // eight in the evening there
    till.centre.answerSignIns(
        (request, plain) ->
            new SignedIn(
                plain.centreTime(),
                plain.centreTime().isBefore(cutOff)
                    ? LocalDate.of(2026, 11, 20)
                    : LocalDate.of(2026, 11, 21),
                plain.catalogueVersion(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(
                    plain.centreTime().isBefore(cutOff)
                        ? cutOff
                        : cutOff.plus(Duration.ofDays(1)))));
    till.restart();
    // The sign-in that it makes by itself would be told of one time and heard at another.
    Await.until(() -> till.terminal.centreTime().isPresent());
    till.clock.advance(Duration.ofHours(9).plusMinutes(55));
    Quote early = till.quote("B1");
    assertEquals(LocalDate.of(2026, 11, 20), early.businessDate());
    till.clock.advance(Duration.ofMinutes(6));
    till.centre.setBusinessDate(LocalDate.of(2026, 11, 21));
    Refused refused = assertInstanceOf(Refused.class, till.counter.settle(BILL, early));
    assertEquals("QUOTE_OF_ANOTHER_DAY", refused.code());
    Quote late = till.quote("B2");
    assertEquals(LocalDate.of(2026, 11, 21), late.businessDate());
    till.clock.advance(Duration.ofMinutes(1));
    assertInstanceOf(Settled.class, till.counter.settle(Till.id("B2"), late));
  }

  @Test
  void aBillThatOnlyTheCentreHoldsIsFoundAtSignInAndListed() {
    assertFalse(isStanding(Alarm.Kind.HELD_BY_CENTRE_ONLY));
    till.counter.settle(BILL, till.quote("B1"));
    HeldByCentre.alone(till, BILL, "LOST");
    till.restart();
    awaitAlarm(Alarm.Kind.HELD_BY_CENTRE_ONLY);
    assertTrue(till.terminal.unfinished().contains(Till.id("LOST")));
    String reason = till.terminal.disputeOf(Till.id("LOST")).orElseThrow();
    assertTrue(reason.contains("ours has none; the centre's stands S-LOST total 100.00"), reason);
    assertInstanceOf(Unknown.class, till.terminal.outcomeOf(Till.id("LOST")).orElseThrow());
    // Nobody settles it a second time here.
    assertInstanceOf(Unknown.class, till.counter.settle(Till.id("LOST"), till.quote("LOST")));
    assertEquals(1, till.recordsOf("SETTLE_INTENT"));
    till.restart();
    awaitAlarm(Alarm.Kind.HELD_BY_CENTRE_ONLY);
    assertEquals(1, till.recordsOf("HELD_BY_CENTRE"));
    till.terminal.acknowledge(Till.id("LOST"));
    Await.until(() -> !isStanding(Alarm.Kind.HELD_BY_CENTRE_ONLY));
  }
}
