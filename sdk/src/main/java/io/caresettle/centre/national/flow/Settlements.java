package io.caresettle.centre.national.flow;

import io.caresettle.centre.Evidence;
import io.caresettle.centre.Opaque;
import io.caresettle.centre.PreparedSettlement;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Reply;
import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.SettleRequest;
import io.caresettle.centre.VisitCall;
import io.caresettle.centre.VisitCall.State;
import io.caresettle.centre.national.envelope.Incoming;
import io.caresettle.centre.national.envelope.Outgoing;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Unreadable;
import io.caresettle.centre.national.message.Value;
import io.caresettle.problem.NextStep;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.util.Optional;

/** Settles: 2102, 2207, or 2402 and 2304. */
final class Settlements {

  private final Gate gate;
  private final Calls calls;
  private final Receipts receipts;
  private final Object turn;

  Settlements(Gate gate, Calls calls, Receipts receipts, Object turn) {
    this.gate = gate;
    this.calls = calls;
    this.receipts = receipts;
    this.turn = turn;
  }

  /**
   * The message as it will be sent; of a stay, the discharge as well. Both are kept as owed.
   *
   * @throws IllegalArgumentException when the trial was none of ours
   */
  PreparedSettlement prepare(SettleRequest request) {
    Facts body = Facts.of(request.body());
    String transaction = body.get("transaction");
    if (!Calls.MONEY.contains(transaction)) {
      throw new IllegalArgumentException("The trial was not made for the national interface");
    }
    BillId bill = request.message().bill();
    Gate.For whom = new Gate.For(body.get("insuplc_admdvs"), body.get("insutype"));
    Outgoing message =
        gate.make(
            transaction,
            body.node("input"),
            whom,
            request.operator(),
            request.message().messageId());
    Facts facts = kept(body, request);
    synchronized (turn) {
      if (transaction.equals("2304") && discharge(bill).isEmpty()) {
        Outgoing discharge = gate.make("2402", body.node("discharge"), whom, request.operator());
        calls.begin(
            bill,
            discharge.messageId(),
            "2402",
            State.OWED,
            common(body).with("document", discharge.whole()));
      }
      calls.begin(bill, message.messageId(), transaction, State.OWED, facts);
    }
    return new PreparedSettlement(
        request.message(), new Evidence("", Opaque.copyOf(message.bytes())));
  }

  private static Facts common(Facts body) {
    Facts facts = Facts.none();
    for (String name :
        new String[] {
          "psn_no",
          "insuplc_admdvs",
          "insutype",
          "med_type",
          "begun",
          "ipt_otp_no",
          "mdtrt_id",
          "chrg_bchno",
          "scheme",
          "care",
          "area"
        }) {
      facts = facts.with(name, body.get(name));
    }
    return facts;
  }

  private Facts kept(Facts body, SettleRequest request) {
    return common(body)
        .with("lines", body.list("lines"))
        .with("clr_type", clearing(body.get("care")))
        .with("clr_optins", body.get("area"))
        .with("day", Times.day(gate.now()).toString())
        .with("total", request.confirmed().total().toString())
        .with("figures", Figures.node(request.cut(), request.confirmed()))
        .with("sales", Node.EMPTY.with("rows", sales(request)));
  }

  private static Value sales(SettleRequest request) {
    return MessageText.read(
            request.body().bytes(), io.caresettle.centre.national.message.Limits.USUAL)
        .member("sales")
        .orElseGet(Value.Nothing::new);
  }

  private String clearing(String care) {
    return gate.unconfirmed().clearingTypes().entrySet().stream()
        .filter(one -> one.getKey().name().equals(care))
        .map(one -> one.getValue())
        .findFirst()
        .orElse("");
  }

  private Optional<VisitCall> discharge(BillId bill) {
    return calls.book().of(bill).stream()
        .filter(call -> call.kind().equals("2402") && call.state() != State.GONE)
        .reduce((earlier, later) -> later);
  }

  Reply<Receipt> settle(PreparedSettlement prepared, Duration within) {
    Left left = Left.of(within);
    SettleMessage message = prepared.message();
    Outgoing request;
    try {
      request = Undos.read(prepared.document().document().bytes());
    } catch (Unreadable e) {
      return new Reply.NotSent<>("the document that was kept for it cannot be read");
    }
    Optional<VisitCall> kept = calls.settlement(message.bill(), message.messageId());
    if (kept.isEmpty()) {
      return new Reply.NotSent<>("the call that was kept for it is not there");
    }
    Reply<String> ready = ready(message, request.transaction(), left);
    if (!(ready instanceof Reply.Answered)) {
      return Refusals.passedOn(ready);
    }
    VisitCall call = kept.get();
    synchronized (turn) {
      Optional<Reply<Receipt>> no = mayNotLeave(message, request.transaction());
      if (no.isPresent()) {
        return no.get();
      }
      calls.keep(call, State.BEGUN);
    }
    return told(request, message, call, gate.send(request, left));
  }

  /** The session, and of a stay the discharge, without which nothing of the settlement leaves. */
  private Reply<String> ready(SettleMessage message, String transaction, Left left) {
    Reply<String> session = gate.session(left);
    if (!(session instanceof Reply.Answered)) {
      return notSent(session, "9001");
    }
    if (!transaction.equals("2304")) {
      return session;
    }
    Optional<VisitCall> discharge = discharge(message.bill());
    if (discharge.isEmpty() || discharge.get().state() == State.STANDS) {
      return session;
    }
    if (discharge.get().state() != State.OWED) {
      return new Reply.NotSent<>("出院办理结果未知 nobody knows what became of the discharge (2402)");
    }
    Outgoing request = Outgoing.read(Facts.of(discharge.get().facts()).node("document"));
    calls.keep(discharge.get(), State.BEGUN);
    Reply<Incoming> reply = calls.sent(discharge.get(), request, left);
    return reply instanceof Reply.Answered ? session : notSent(reply, "2402");
  }

  /** Whatever became of the call before, nothing of the settlement left. */
  private static Reply<String> notSent(Reply<?> reply, String before) {
    if (reply instanceof Reply.Refused<?> r) {
      return new Reply.Refused<>(r.refusal());
    }
    return reply instanceof Reply.NotAuthentic<?> f
        ? new Reply.NotAuthentic<>(false, f.why())
        : new Reply.NotSent<>(before + " 未得到答复，结算未发送 got no answer, and nothing was settled");
  }

  private Optional<Reply<Receipt>> mayNotLeave(SettleMessage message, String transaction) {
    VisitCall now = calls.settlement(message.bill(), message.messageId()).orElseThrow();
    if (now.state() != State.OWED) {
      return Optional.of(
          now.state() == State.GONE
              ? new Reply.NotSent<>("该结算已放弃 it was given up before it left")
              : new Reply.NoAnswer<>("该结算已发送过 it was sent before: find out first"));
    }
    String batch = Facts.of(now.facts()).get("chrg_bchno");
    boolean stands =
        transaction.equals("2102")
            || calls.book().of(message.bill()).stream()
                .anyMatch(
                    call ->
                        (call.kind().equals("2204") || call.kind().equals("2301"))
                            && call.state() == State.STANDS
                            && Facts.of(call.facts()).get("chrg_bchno").equals(batch));
    if (stands) {
      return Optional.empty();
    }
    calls.keep(now, State.GONE);
    return Optional.of(
        Refusals.own(
            "LINES_GONE",
            "明细已撤销，请重新试算",
            "the lines of this trial were taken back since: try it anew",
            NextStep.TRY_AGAIN));
  }

  private Reply<Receipt> told(
      Outgoing request, SettleMessage message, VisitCall call, Reply<Incoming> reply) {
    if (reply instanceof Reply.Answered<Incoming> a) {
      return receipt(request.transaction(), a.value().output(), message, call);
    } else if (reply instanceof Reply.Refused<Incoming> r) {
      return switch (r.refusal().code()) {
        case "LANDED_BEFORE", "TRY_AGAIN", "NEVER_ARRIVED", "UNDONE" ->
            new Reply.NoAnswer<>("平台答复不能说明本次结果：" + r.refusal().zh());
        default -> {
          calls.keep(call, State.GONE);
          yield new Reply.Refused<>(r.refusal());
        }
      };
    } else if (reply instanceof Reply.NotSent
        || (reply instanceof Reply.NotAuthentic<Incoming> f && !f.sent())) {
      calls.keep(call, State.GONE);
    }
    return Refusals.passedOn(reply);
  }

  private Reply<Receipt> receipt(
      String transaction, Node output, SettleMessage message, VisitCall call) {
    try {
      Receipt receipt = receipts.read(transaction, output, message, call);
      owe(call, receipt);
      return new Reply.Answered<>(receipt);
    } catch (Contradiction e) {
      Found.tell(gate, message, e.findings());
      return new Reply.NoAnswer<>(String.valueOf(e.getMessage()));
    }
  }

  /** The sale with its trace codes, which is sent once the settlement is booked. */
  private void owe(VisitCall call, Receipt receipt) {
    Facts facts = Facts.of(call.facts());
    Value rows = facts.node("sales").member("rows").orElseGet(Value.Nothing::new);
    boolean owed =
        calls.book().of(call.bill()).stream()
            .anyMatch(one -> one.kind().equals("3505") && one.state() != State.GONE);
    if (rows.isEmpty() || owed) {
      return;
    }
    Facts settled =
        calls
            .settlement(call.bill(), call.messageId())
            .map(kept -> Facts.of(kept.facts()))
            .orElse(facts);
    String visit = settled.get("mdtrt_id");
    calls.begin(
        call.bill(),
        gate.nextId(),
        "3505",
        State.OWED,
        common(facts)
            .with("mdtrt_id", visit)
            .with("input", Sales.sale(rows, receipt.settlementId(), visit)));
  }

  /** A settlement that was found by asking. */
  Receipt found(Node output, SettleMessage message, VisitCall call) {
    Receipt receipt = receipts.read("5203", output, message, call);
    owe(call, receipt);
    return receipt;
  }
}
