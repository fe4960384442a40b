package io.caresettle.centre.national.flow;

import static io.caresettle.centre.national.flow.Desk.answered;
import static io.caresettle.centre.national.flow.Desk.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.CallBook;
import io.caresettle.centre.DayQuestion;
import io.caresettle.centre.DaySettlement;
import io.caresettle.centre.PreparedReversal;
import io.caresettle.centre.PreparedSettlement;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Refusal;
import io.caresettle.centre.Reply;
import io.caresettle.centre.ReverseRequest;
import io.caresettle.centre.VisitCall;
import io.caresettle.centre.national.flow.ScriptedPlatform.Fault;
import io.caresettle.policy.plan.CareType;
import io.caresettle.settlement.UndoProfile;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What was begun before is taken up again")
@Timeout(180)
class TakenUpAgainTest {

  private static final Fault SIGN_IN_AGAIN = new Fault.Refused("签到无效或已签退，请重新签到（9001）");

  /** Every record, in its order. */
  private static final class Records implements CallBook {
    private final List<VisitCall> all = new ArrayList<>();

    @Override
    public synchronized void keep(VisitCall call) {
      all.add(call);
    }

    @Override
    public synchronized List<VisitCall> of(BillId bill) {
      return CallBook.latest(all.stream().filter(call -> call.bill().equals(bill)).toList());
    }

    @Override
    public synchronized List<BillId> between(Instant from, Instant to) {
      return all.stream().map(VisitCall::bill).distinct().toList();
    }
  }

  private final Records records = new Records();
  private final Desk desk = new Desk("base", records, Unconfirmed.safe(), HisDetails.NONE);

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  @DisplayName("a bill that is tried again is the same bill, and with other lines another")
  void triedAgain() {
    String first = desk.tried(CareType.OUTPATIENT, "B1").bodyDigest();
    desk.now = desk.now.plus(Duration.ofMinutes(5));
    assertEquals(first, desk.tried(CareType.OUTPATIENT, "B1").bodyDigest());
    var more =
        desk.centre.trial(Desk.asked(CareType.OUTPATIENT, "B1", "60.00", "40.00"), Desk.WITHIN);
    assertNotEquals(first, answered(more).bodyDigest());
  }

  @Test
  @DisplayName("a trial goes on under another sign-in where the platform knows the first no more")
  void signInForgotten() {
    var unused = desk.tried(CareType.PHARMACY, "B1");
    desk.platform.next("2101", SIGN_IN_AGAIN);
    assertInstanceOf(Reply.Answered.class, desk.trial(CareType.PHARMACY, "B2"));
    assertEquals(2, desk.platform.requests("9001").size());
    assertEquals(3, desk.platform.requests("2101").size());
  }

  @Test
  @DisplayName("a reversal that was made under a forgotten sign-in is made anew, and tried again")
  void reversalUnderForgottenSignIn() {
    PreparedSettlement prepared = desk.prepared("B1", desk.tried(CareType.PHARMACY, "B1"));
    desk.platform.next("2102", new Fault.AnswerLost());
    assertInstanceOf(Reply.NoAnswer.class, desk.settle(prepared));
    PreparedReversal reversal =
        desk.centre.prepare(new ReverseRequest(desk.nextId(), prepared.message(), desk.now));
    assertTrue(desk.centre.canSend(reversal.document()));
    desk.platform.next("2601", SIGN_IN_AGAIN);
    Refusal no = refused(desk.centre.reverse(reversal, Desk.WITHIN));
    assertEquals(
        UndoProfile.Meaning.TRY_AGAIN,
        UndoProfile.nationalInterface(Duration.ofMinutes(10)).meaning(no));
    assertFalse(desk.centre.canSend(reversal.document()));
    answered(desk.reverse(prepared.message()));
    assertTrue(desk.platform.book().standing().isEmpty());
  }

  @Test
  @DisplayName("no record says of a registration that it stands, and not how to undo it")
  void registeredWithItsNumber() {
    var unused = desk.tried(CareType.OUTPATIENT, "B1");
    List<VisitCall> standing =
        records.all.stream()
            .filter(call -> call.kind().equals("2201") && call.state() == VisitCall.State.STANDS)
            .toList();
    assertEquals(1, standing.size());
    assertFalse(Facts.of(standing.get(0).facts()).get("mdtrt_id").isEmpty());
  }

  @Test
  @DisplayName(
      "what was reversed is told to the day's end as undone, though the platform is silent")
  void reversedIsToldToTheDay() {
    Receipt reversed = desk.settled(CareType.PHARMACY, "B1");
    answered(desk.reverse(reversed.message()));
    PreparedSettlement ghost = desk.prepared("B2", desk.tried(CareType.PHARMACY, "B2"));
    desk.platform.next("2102", new Fault.AnswerLost());
    assertInstanceOf(Reply.NoAnswer.class, desk.settle(ghost));
    desk.now = Instant.parse("2026-11-21T02:00:00Z");
    DaySettlement told =
        answered(
                desk.centre
                    .dayEnd()
                    .details(
                        new DayQuestion(
                            Desk.DAY, Set.of(0), Optional.empty(), Optional.empty(), 500),
                        Desk.WITHIN))
            .settlements()
            .stream()
            .filter(one -> one.message().equals(reversed.message()))
            .findFirst()
            .orElseThrow();
    assertFalse(told.stands());
  }
}
