package io.caresettle.centre.national.flow;

import static io.caresettle.centre.national.flow.Desk.answered;
import static io.caresettle.centre.national.flow.Desk.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.CallBook;
import io.caresettle.centre.ClearingApplication;
import io.caresettle.centre.ClearingApplication.State;
import io.caresettle.centre.ClearingClaim;
import io.caresettle.centre.ClearingDesk;
import io.caresettle.centre.Reply;
import io.caresettle.centre.VisitCall;
import io.caresettle.centre.national.flow.ScriptedPlatform.Fault;
import io.caresettle.centre.national.message.Node;
import io.caresettle.money.Money;
import io.caresettle.policy.plan.CareType;
import io.caresettle.split.BillId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What the funds owe is claimed by 3203")
@Timeout(180)
class ClearingTest {

  private static final YearMonth MONTH = YearMonth.of(2026, 11);

  private final List<VisitCall> kept = new ArrayList<>();
  private final Desk desk = new Desk("base", new Watched(), Unconfirmed.safe(), HisDetails.NONE);
  private final ClearingDesk clearing = desk.centre.clearing();

  /** Tells what is kept, as it is kept. */
  private final class Watched implements CallBook {
    private final CallBook inside = CallBook.inMemory();

    @Override
    public void keep(VisitCall call) {
      inside.keep(call);
      kept.add(call);
    }

    @Override
    public List<VisitCall> of(BillId bill) {
      return inside.of(bill);
    }

    @Override
    public List<BillId> between(Instant from, Instant to) {
      return inside.between(from, to);
    }
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void nextDay() {
    desk.now = Instant.parse("2026-11-21T02:00:00Z");
  }

  private Reply<List<ClearingClaim>> claims() {
    return clearing.claims(Desk.DAY, Desk.DAY, Desk.WITHIN);
  }

  private ClearingClaim claim() {
    desk.settled(CareType.PHARMACY, "B1");
    nextDay();
    return answered(claims()).get(0);
  }

  private Reply<ClearingApplication> apply(ClearingClaim claim) {
    return clearing.apply(claim, "0007", Desk.WITHIN);
  }

  private Reply<ClearingApplication> withdraw(ClearingApplication application) {
    return clearing.withdraw(application, "0007", Desk.WITHIN);
  }

  private int standing() {
    return desk.platform.book().clearing().standing().size();
  }

  @Test
  @DisplayName("for each class, with the sums of what stands")
  void sums() {
    desk.settled(CareType.PHARMACY, "B1");
    desk.settled(CareType.PHARMACY, "B2");
    desk.settled(CareType.OUTPATIENT, "B3");
    answered(desk.reverse(desk.settled(CareType.OUTPATIENT, "B4").message()));
    nextDay();
    List<ClearingClaim> claims = answered(claims());
    assertEquals(List.of("11", "41"), claims.stream().map(ClearingClaim::type).toList());
    ClearingClaim visits = claims.get(0);
    assertEquals(1, visits.settlements());
    assertEquals("100.00", visits.total().toString());
    assertEquals("60.00", visits.funds().toString());
    assertEquals("25.00", visits.account().toString());
    assertEquals("15.00", visits.cash().toString());
    assertEquals(2, claims.get(1).settlements());
    assertEquals("180.00", claims.get(1).account().toString());
  }

  @Test
  @DisplayName("under the fields of the interface, by the operator who confirmed it")
  void fields() {
    ClearingApplication application = answered(apply(claim().by("10")));
    assertEquals(State.APPLIED, application.state());
    assertEquals(Optional.of("Q1"), application.number());
    Node request = desk.platform.requests("3203").get(0);
    assertEquals("0007", request.text("opter").orElse(""));
    Node data = desk.platform.book().clearing().standing().getOrDefault("Q1", Node.EMPTY);
    assertEquals("41", data.text("clr_type").orElse(""));
    assertEquals("10", data.text("clr_way").orElse(""));
    assertEquals("202611", data.text("setlym").orElse(""));
    assertEquals("1", data.text("psntime").orElse(""));
    assertEquals("100.00", data.text("med_sumfee").orElse(""));
    assertEquals("0.00", data.text("fund_appy_sum").orElse(""));
    assertEquals("90.00", data.text("acct_pay").orElse(""));
    assertEquals("10.00", data.text("cash_payamt").orElse(""));
    assertEquals("2026-11-20", data.text("begndate").orElse(""));
    assertEquals("2026-11-20", data.text("enddate").orElse(""));
  }

  @Test
  @DisplayName("of days that are over, and of one month")
  void period() {
    desk.settled(CareType.PHARMACY, "B1");
    assertEquals("PERIOD", refused(claims()).code());
    nextDay();
    assertEquals(
        "PERIOD", refused(clearing.claims(Desk.DAY.minusMonths(1), Desk.DAY, Desk.WITHIN)).code());
  }

  @Test
  @DisplayName("only where the platform's sums are ours, at the moment of asking, too")
  void balanced() {
    ClearingClaim seen = claim();
    desk.platform.next(
        "3201", new Fault.Output(Node.EMPTY.with("stmtinfo", Node.EMPTY.with("stmt_rslt", "1"))));
    assertEquals("NOT_BALANCED", refused(apply(seen)).code());
    desk.platform.next(
        "3201", new Fault.Output(Node.EMPTY.with("stmtinfo", Node.EMPTY.with("stmt_rslt", "1"))));
    assertEquals("NOT_BALANCED", refused(claims()).code());
    assertEquals(List.of(), desk.platform.requests("3203"));
  }

  @Test
  @DisplayName("as it was confirmed, and not as it is by now")
  void changed() {
    ClearingClaim seen = claim();
    ClearingClaim other =
        new ClearingClaim(
            seen.type(),
            "",
            seen.from(),
            seen.to(),
            seen.settlements(),
            seen.total().plus(new Money(1)),
            seen.recognised(),
            seen.funds(),
            seen.account(),
            seen.cash());
    assertEquals("CHANGED", refused(apply(other)).code());
    assertEquals(List.of(), desk.platform.requests("3203"));
  }

  @Test
  @DisplayName("durably: what is to leave is kept before it leaves")
  void durable() {
    ClearingClaim claim = claim();
    desk.platform.next("3203", new Fault.AnswerLost());
    assertInstanceOf(Reply.NoAnswer.class, apply(claim));
    List<VisitCall> calls = kept.stream().filter(c -> c.kind().equals("3203")).toList();
    assertEquals(List.of(VisitCall.State.BEGUN), calls.stream().map(VisitCall::state).toList());
    assertEquals(
        desk.platform.requests("3203").get(0).text("msgid").orElse(""), calls.get(0).messageId());
  }

  @Test
  @DisplayName("once: what got no answer is unknown until a person says what is there")
  void unknown() {
    ClearingClaim claim = claim();
    desk.platform.next("3203", new Fault.AnswerLost());
    assertInstanceOf(Reply.NoAnswer.class, apply(claim));
    assertEquals("NOBODY_KNOWS", refused(apply(claim)).code());
    assertEquals(1, desk.platform.requests("3203").size());

    ClearingApplication unknown = clearing.of(MONTH).get(0);
    assertTrue(unknown.isUnknown());
    assertEquals("NOBODY_KNOWS", refused(withdraw(unknown)).code());
    ClearingApplication found = answered(clearing.found(unknown, Optional.of("Q1")));
    assertEquals(State.APPLIED, found.state());
    assertEquals("KNOWN", refused(clearing.found(found, Optional.empty())).code());
    assertEquals("ALREADY_APPLIED", refused(apply(claim)).code());
    assertEquals(State.NONE, answered(withdraw(found)).state());
    assertEquals(0, standing());
  }

  @Test
  @DisplayName("again, where a person says that it is not there")
  void notThere() {
    ClearingClaim claim = claim();
    desk.platform.next("3203", new Fault.RequestLost());
    assertInstanceOf(Reply.NoAnswer.class, apply(claim));
    answered(clearing.found(clearing.of(MONTH).get(0), Optional.empty()));
    assertEquals(State.APPLIED, answered(apply(claim)).state());
    assertEquals(
        List.of(State.NONE, State.APPLIED),
        clearing.of(MONTH).stream().map(ClearingApplication::state).toList());
    assertEquals(1, standing());
  }

  @Test
  @DisplayName("and is not, where the platform refused it")
  void refusedByThePlatform() {
    ClearingClaim claim = claim();
    desk.platform.next("3203", new Fault.Refused("清算期间未到"));
    assertTrue(refused(apply(claim)).zh().contains("清算期间未到"));
    assertEquals(State.NONE, clearing.of(MONTH).get(0).state());
    assertEquals(State.APPLIED, answered(apply(claim)).state());
  }

  @Test
  @DisplayName("unknown, too, where the answer names no application")
  void unnamed() {
    ClearingClaim claim = claim();
    desk.platform.next("3203", new Fault.Edited(output -> Node.EMPTY));
    assertInstanceOf(Reply.NoAnswer.class, apply(claim));
    assertEquals(State.UNKNOWN, clearing.of(MONTH).get(0).state());
  }

  @Test
  @DisplayName("and is withdrawn once by 3204: unknown without an answer, as before when refused")
  void withdrawal() {
    ClearingApplication application = answered(apply(claim()));
    desk.platform.next("3204", new Fault.Refused("已审核，不能撤销"));
    assertTrue(refused(withdraw(application)).zh().contains("已审核"));
    assertEquals(State.APPLIED, clearing.of(MONTH).get(0).state());

    desk.platform.next("3204", new Fault.AnswerLost());
    assertInstanceOf(Reply.NoAnswer.class, withdraw(application));
    assertEquals(State.WITHDRAWAL_UNKNOWN, clearing.of(MONTH).get(0).state());
    assertEquals("NOBODY_KNOWS", refused(withdraw(application)).code());
    assertEquals(2, desk.platform.requests("3204").size());
    ClearingApplication gone = answered(clearing.found(application, Optional.empty()));
    assertEquals(State.NONE, gone.state());
    assertEquals("NO_APPLICATION", refused(withdraw(gone)).code());
  }

  @Test
  @DisplayName("with the fees within scope, where the province means those")
  void recognised() {
    Unconfirmed inScope = Unconfirmed.safe().withRecognised(Unconfirmed.Recognised.IN_SCOPE);
    try (Desk other = new Desk("base", CallBook.inMemory(), inScope, HisDetails.NONE)) {
      Node part = Node.EMPTY.with("fulamt_ownpay_amt", "30.00").with("inscp_scp_amt", "70.00");
      Fault cut =
          new Fault.Edited(
              output -> {
                Node info = output.node("setlinfo").orElse(Node.EMPTY);
                for (String name : part.members().keySet()) {
                  info = info.with(name, part.text(name).orElse(""));
                }
                return output.with("setlinfo", info);
              });
      other.platform.next("2101", cut);
      other.platform.next("2102", cut);
      other.settled(CareType.PHARMACY, "B1");
      other.now = Instant.parse("2026-11-21T02:00:00Z");
      ClearingClaim claim =
          answered(other.centre.clearing().claims(Desk.DAY, Desk.DAY, Desk.WITHIN)).get(0);
      assertEquals("70.00", claim.recognised().toString());
      assertEquals("100.00", claim.total().toString());
    }
  }
}
