package io.caresettle.centre.national.flow;

import io.caresettle.centre.AnswerFinding;
import io.caresettle.centre.CancelRequest;
import io.caresettle.centre.Cancelled;
import io.caresettle.centre.Evidence;
import io.caresettle.centre.Opaque;
import io.caresettle.centre.PreparedCancellation;
import io.caresettle.centre.Reply;
import io.caresettle.centre.VisitCall;
import io.caresettle.centre.VisitCall.State;
import io.caresettle.centre.national.envelope.Incoming;
import io.caresettle.centre.national.envelope.Outgoing;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Unreadable;
import io.caresettle.money.Money;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Undoes settlements that stand: 2103, 2208 or 2305. */
final class Cancels {

  private final Gate gate;
  private final Calls calls;
  private final Enquiries enquiries;

  Cancels(Gate gate, Calls calls, Enquiries enquiries) {
    this.gate = gate;
    this.calls = calls;
    this.enquiries = enquiries;
  }

  private static String undoOf(String settling) {
    return switch (settling) {
      case "2102" -> "2103";
      case "2207" -> "2208";
      default -> "2305";
    };
  }

  /**
   * @throws IllegalStateException when nothing is kept of the settlement
   */
  PreparedCancellation prepare(CancelRequest request) {
    var original = request.receipt().message();
    VisitCall call =
        calls
            .settlement(original.bill(), original.messageId())
            .orElseThrow(
                () -> new IllegalStateException("Nothing is kept of the settlement to cancel"));
    Facts facts = Facts.of(call.facts());
    String transaction = undoOf(call.kind());
    Node data =
        Node.EMPTY
            .with("psn_no", facts.get("psn_no"))
            .with("setl_id", request.receipt().settlementId())
            .with("mdtrt_id", facts.get("mdtrt_id"));
    Outgoing message =
        gate.make(
            transaction,
            Node.EMPTY.with(gate.node(transaction, "data"), data),
            new Gate.For(facts.get("insuplc_admdvs"), facts.get("insutype")),
            request.operator(),
            request.messageId());
    calls.begin(
        original.bill(),
        request.messageId(),
        transaction,
        begunBefore(original.bill(), request.messageId()) ? State.BEGUN : State.OWED,
        facts.with("figures", Figures.node(request.receipt().cut(), request.receipt().split())));
    return new PreparedCancellation(
        request.messageId(),
        original,
        request.receipt().settlementId(),
        new Evidence("", Opaque.copyOf(message.bytes())));
  }

  /** Made anew under the same id, it may have been done already all the same. */
  private boolean begunBefore(BillId bill, String messageId) {
    return calls.book().of(bill).stream()
        .anyMatch(call -> call.messageId().equals(messageId) && call.state() != State.OWED);
  }

  Reply<Cancelled> cancel(PreparedCancellation prepared, Duration within) {
    Left left = Left.of(within);
    Outgoing request;
    try {
      request = Undos.read(prepared.document().document().bytes());
    } catch (Unreadable e) {
      return new Reply.NotSent<>("the document that was kept for it cannot be read");
    }
    Optional<VisitCall> kept =
        calls.book().of(prepared.original().bill()).stream()
            .filter(call -> call.messageId().equals(prepared.messageId()))
            .findFirst();
    if (kept.isEmpty()) {
      return new Reply.NotSent<>("the call that was kept for it is not there");
    }
    VisitCall call = kept.get();
    Facts facts = Facts.of(call.facts());
    if (call.state() != State.OWED) {
      // Sent before, without an answer: asked for first, and sent again only where it stands.
      Reply<Node> now =
          enquiries.settlement(facts, facts.get("mdtrt_id"), prepared.settlementId(), left);
      if (!(now instanceof Reply.Answered<Node> found)) {
        return new Reply.NoAnswer<>("撤销结果未知，查询未得到答复 nobody knows, and the question got no answer");
      }
      if (enquiries.isRefund(found.value())) {
        return done(prepared, request, call, Node.EMPTY, Evidence.NONE);
      }
    }
    Reply<String> session = gate.session(left);
    if (!(session instanceof Reply.Answered)) {
      return Refusals.passedOn(session);
    }
    calls.keep(call, State.BEGUN);
    return told(prepared, request, call, gate.send(request, left));
  }

  /**
   * @param call as it was before this sending: begun before, it may have been done then, so that no
   *     refusal of the repeat says that nothing was undone
   */
  private Reply<Cancelled> told(
      PreparedCancellation prepared, Outgoing request, VisitCall call, Reply<Incoming> reply) {
    if (reply instanceof Reply.Answered<Incoming> a) {
      return done(
          prepared,
          request,
          call,
          a.value().output(),
          new Evidence("", Opaque.copyOf(MessageText.bytes(a.value().whole()))));
    } else if (reply instanceof Reply.Refused<Incoming> r) {
      return switch (r.refusal().code()) {
        case "UNDONE" -> done(prepared, request, call, Node.EMPTY, Evidence.NONE);
        case "TRY_AGAIN", "LANDED_BEFORE", "NEVER_ARRIVED" ->
            new Reply.NoAnswer<>("平台答复不能说明撤销结果：" + r.refusal().zh());
        case "SIGN_IN" -> {
          // Nothing was done now. It is made anew, under the same id, with another sign-in.
          if (call.state() == State.OWED) {
            calls.keep(call, State.OWED);
          }
          yield new Reply.NoAnswer<>("签到已失效，重新签到后再撤销：" + r.refusal().zh());
        }
        case "REFUSED" -> {
          if (call.state() != State.OWED) {
            yield new Reply.NoAnswer<>(
                "重发的撤销被拒绝，此前一次可能已撤销，以当日对账为准 the repeat was refused, and the first may have"
                    + " been done: "
                    + r.refusal().zh());
          }
          yield refused(call, r);
        }
        default -> refused(call, r);
      };
    } else if (reply instanceof Reply.NotSent && call.state() == State.OWED) {
      calls.keep(call, State.OWED);
    }
    return Refusals.passedOn(reply);
  }

  private Reply<Cancelled> refused(VisitCall call, Reply.Refused<Incoming> no) {
    calls.keep(call, State.GONE);
    return new Reply.Refused<>(no.refusal());
  }

  /** What went back is what was paid; whether the platform writes it with a minus is not said. */
  private Reply<Cancelled> done(
      PreparedCancellation prepared,
      Outgoing request,
      VisitCall call,
      Node output,
      Evidence evidence) {
    Facts facts = Facts.of(call.facts());
    Figures paid = Figures.of(facts.node("figures")).orElseThrow();
    Node info = output.node("setlinfo").orElse(Node.EMPTY);
    Money balance = Money.ZERO;
    if (!info.members().isEmpty()) {
      try {
        Amounts amounts = Amounts.read(gate.profile(), request.transaction(), output, true);
        balance = amounts.balance();
        if (!amounts.split().equals(paid.split())) {
          other(prepared);
        }
      } catch (Contradiction e) {
        other(prepared);
      }
    }
    Instant at = info.text("setl_time").flatMap(Times::read).orElseGet(gate::now);
    calls.keep(call, State.STANDS);
    calls
        .settlement(call.bill(), prepared.original().messageId())
        .ifPresent(
            settled ->
                calls.keep(
                    settled,
                    State.GONE,
                    Facts.of(settled.facts())
                        .with("undone-by", prepared.messageId())
                        .with("undone-at", at.toString())));
    return new Reply.Answered<>(
        new Cancelled(
            info.text("setl_id").orElse(prepared.messageId()),
            prepared.settlementId(),
            paid.split(),
            balance,
            at,
            Times.day(at),
            evidence));
  }

  private void other(PreparedCancellation prepared) {
    Found.tell(
        gate,
        prepared.original(),
        List.of(
            new AnswerFinding(
                "RETURNED",
                false,
                Optional.empty(),
                "撤销答复的金额与原结算不符，以原结算为准，请与当日对账核对",
                "what the undo says went back is not what was paid: the original's figures are"
                    + " taken; compare the day")));
  }
}
