package io.caresettle.centre.national.flow;

import io.caresettle.centre.ClearingApplication;
import io.caresettle.centre.ClearingClaim;
import io.caresettle.centre.ClearingDesk;
import io.caresettle.centre.Reply;
import io.caresettle.centre.VisitCall;
import io.caresettle.centre.VisitCall.State;
import io.caresettle.centre.national.envelope.Incoming;
import io.caresettle.centre.national.message.Node;
import io.caresettle.problem.NextStep;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Claims what the funds owe: 3203, and 3204 to take it back. What a second one of either does is
 * published nowhere, and neither is an enquiry whose fields are known; so each is sent once, and
 * what got no answer waits for a person who looks it up.
 */
final class Clearing implements ClearingDesk {

  private final Gate gate;
  private final Calls calls;
  private final DayTotalling totals;
  private final ClearingClaims claims;

  Clearing(Gate gate, Calls calls, DayTotalling totals) {
    this.gate = gate;
    this.calls = calls;
    this.totals = totals;
    this.claims = new ClearingClaims(gate, calls.book());
  }

  @Override
  public Reply<List<ClearingClaim>> claims(LocalDate from, LocalDate to, Duration within) {
    Left left = Left.of(within);
    if (!isClosed(from, to)) {
      return period();
    }
    List<DaySettled.One> all = DaySettled.of(calls.book(), from, to);
    Reply<Boolean> agreed = agreed(from, to, all, left);
    return agreed instanceof Reply.Answered
        ? new Reply.Answered<>(claims.of(from, to, all))
        : Refusals.passedOn(agreed);
  }

  private boolean isClosed(LocalDate from, LocalDate to) {
    return !to.isBefore(from)
        && YearMonth.from(from).equals(YearMonth.from(to))
        && to.isBefore(Times.day(gate.now()));
  }

  private static <T> Reply<T> period() {
    return Refusals.own(
        "PERIOD",
        "清算期间应在同一月内，且各日均已结束",
        "a claim is of days of one month that are all over",
        NextStep.TRY_AGAIN);
  }

  /** Answered only where the platform calls every key of them balanced. */
  private Reply<Boolean> agreed(LocalDate from, LocalDate to, List<DaySettled.One> of, Left left) {
    for (DaySettled.Key key : DayTotalling.keys(of)) {
      Reply<Boolean> one = totals.balanced(from, to, key, of, left);
      if (!(one instanceof Reply.Answered<Boolean> a)) {
        return one;
      }
      if (!a.value()) {
        return Refusals.own(
            "NOT_BALANCED",
            "总额对账不平（险种 " + key.insurance() + "，清算类别 " + key.clearingType() + "），请先逐日对账",
            "the platform's sums are others (insurance "
                + key.insurance()
                + ", class "
                + key.clearingType()
                + "): compare day by day first",
            NextStep.TRY_AGAIN);
      }
    }
    return new Reply.Answered<>(true);
  }

  /** One at a time: two at once would both find none before them. */
  @Override
  public synchronized Reply<ClearingApplication> apply(
      ClearingClaim claim, String operator, Duration within) {
    Left left = Left.of(within);
    if (!isClosed(claim.from(), claim.to())) {
      return period();
    }
    Optional<ClearingApplication> before =
        claims.of(claims.bill(claim)).stream()
            .filter(one -> one.state() != ClearingApplication.State.NONE)
            .findFirst();
    if (before.isPresent()) {
      return standing(before.get());
    }
    List<DaySettled.One> all =
        DaySettled.of(calls.book(), claim.from(), claim.to()).stream()
            .filter(one -> one.key().clearingType().equals(claim.type()))
            .toList();
    if (!claims.of(claim.from(), claim.to(), all).contains(claim.by(""))) {
      return Refusals.own(
          "CHANGED",
          "结算数据在确认之后有变化，请重新核对",
          "the sums have changed since they were shown: look at them again",
          NextStep.TRY_AGAIN);
    }
    Reply<Boolean> agreed = agreed(claim.from(), claim.to(), all, left);
    return agreed instanceof Reply.Answered
        ? sent(claim, operator, left)
        : Refusals.passedOn(agreed);
  }

  private static Reply<ClearingApplication> standing(ClearingApplication before) {
    return before.isUnknown()
        ? looksUp()
        : Refusals.own(
            "ALREADY_APPLIED",
            "该月该清算类别已申请清算（" + before.number().orElse("") + "），请先撤销",
            "this month and class was applied for already: withdraw that first",
            NextStep.STOP_THE_SALE);
  }

  private static <T> Reply<T> looksUp() {
    return Refusals.own(
        "NOBODY_KNOWS",
        "上次清算申请或撤销结果不明：请在医保平台查询后登记结果，不会重复发送",
        "nobody knows what became of the last one: look it up in the platform's own program and"
            + " say what is there; nothing is sent again",
        NextStep.STOP_THE_SALE);
  }

  /** 3203. */
  private Reply<ClearingApplication> sent(ClearingClaim claim, String operator, Left left) {
    Reply<Incoming> reply =
        calls.send(
            claims.bill(claim),
            ClearingClaims.KIND,
            "3203",
            Node.EMPTY.with("data", ClearingClaims.data(claim)),
            Gate.For.NOBODY,
            ClearingClaims.facts(claim),
            operator,
            left);
    if (!(reply instanceof Reply.Answered<Incoming> a)) {
      return Refusals.passedOn(reply);
    }
    VisitCall call = calls.standing(claims.bill(claim), ClearingClaims.KIND).orElseThrow();
    Optional<String> number = number(a.value().output());
    if (number.isEmpty()) {
      calls.keep(call, State.BEGUN);
      return new Reply.NoAnswer<>("答复没有 clr_appy_evt_id the answer names no application");
    }
    return kept(call, State.STANDS, Facts.of(call.facts()).with("number", number.get()));
  }

  private static Optional<String> number(Node output) {
    for (Node node :
        List.of(
            output,
            output.node("result").orElse(Node.EMPTY),
            output.node("data").orElse(Node.EMPTY))) {
      if (node.text("clr_appy_evt_id").isPresent()) {
        return node.text("clr_appy_evt_id");
      }
    }
    return Optional.empty();
  }

  private Reply<ClearingApplication> kept(VisitCall call, State state, Facts facts) {
    calls.keep(call, state, facts);
    return new Reply.Answered<>(ClearingClaims.read(call.as(state, facts.opaque(), gate.now())));
  }

  /** 3204. */
  @Override
  public synchronized Reply<ClearingApplication> withdraw(
      ClearingApplication application, String operator, Duration within) {
    Left left = Left.of(within);
    Optional<VisitCall> call = claims.call(application);
    if (call.isEmpty() || call.get().state() == State.GONE) {
      return Refusals.own(
          "NO_APPLICATION",
          "没有可撤销的清算申请",
          "there is no such application to withdraw",
          NextStep.STOP_THE_SALE);
    }
    if (call.get().state() != State.STANDS) {
      return looksUp();
    }
    Facts facts = Facts.of(call.get().facts());
    Reply<String> session = gate.session(left);
    if (!(session instanceof Reply.Answered)) {
      return Refusals.passedOn(session);
    }
    calls.keep(call.get(), State.UNDO_BEGUN);
    Node data = Node.EMPTY.with("clr_appy_evt_id", facts.get("number"));
    Reply<Incoming> reply =
        gate.send(
            gate.make("3204", Node.EMPTY.with("data", data), Gate.For.NOBODY, operator), left);
    if (reply instanceof Reply.Answered
        || (reply instanceof Reply.Refused<Incoming> r && r.refusal().code().equals("UNDONE"))) {
      return kept(call.get(), State.GONE, facts);
    }
    if (!(reply instanceof Reply.NoAnswer)
        && !(reply instanceof Reply.NotAuthentic<Incoming> f && f.sent())) {
      // Refused, or never sent: it stands as before.
      calls.keep(call.get(), State.STANDS);
    }
    return Refusals.passedOn(reply);
  }

  @Override
  public synchronized Reply<ClearingApplication> found(
      ClearingApplication unknown, Optional<String> number) {
    Optional<VisitCall> call = claims.call(unknown);
    if (call.isEmpty() || !ClearingClaims.read(call.get()).isUnknown()) {
      return Refusals.own(
          "KNOWN",
          "该清算申请的结果已知",
          "what became of this application is known",
          NextStep.STOP_THE_SALE);
    }
    Facts facts = Facts.of(call.get().facts());
    return number.isPresent()
        ? kept(call.get(), State.STANDS, facts.with("number", number.get()))
        : kept(call.get(), State.GONE, facts);
  }

  @Override
  public List<ClearingApplication> of(YearMonth month) {
    List<ClearingApplication> found = new ArrayList<>();
    claims.bills(month).forEach(bill -> found.addAll(claims.of(bill)));
    return found;
  }
}
