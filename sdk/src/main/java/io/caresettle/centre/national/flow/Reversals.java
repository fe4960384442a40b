package io.caresettle.centre.national.flow;

import io.caresettle.centre.Evidence;
import io.caresettle.centre.Fate;
import io.caresettle.centre.Opaque;
import io.caresettle.centre.PreparedReversal;
import io.caresettle.centre.Reply;
import io.caresettle.centre.ReverseRequest;
import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.Undone;
import io.caresettle.centre.VisitCall;
import io.caresettle.centre.VisitCall.State;
import io.caresettle.centre.national.envelope.Incoming;
import io.caresettle.centre.national.envelope.Outgoing;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Unreadable;
import io.caresettle.problem.NextStep;
import java.time.Duration;
import java.util.Optional;

/** Undoes settlements whose fate is unknown: 2601, by the id of the original message. */
final class Reversals {

  private final Gate gate;
  private final Calls calls;
  private final Unknowns unknowns;

  Reversals(Gate gate, Calls calls, Unknowns unknowns) {
    this.gate = gate;
    this.calls = calls;
    this.unknowns = unknowns;
  }

  /**
   * @throws IllegalStateException when nothing is kept of the original: 2601 names its person
   */
  PreparedReversal prepare(ReverseRequest request) {
    SettleMessage original = request.original();
    VisitCall call =
        calls
            .settlement(original.bill(), original.messageId())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Nothing is kept of the settlement that 2601 is to name: see the day's"
                            + " details (3202)"));
    Facts facts = Facts.of(call.facts());
    Node data =
        Node.EMPTY
            .with("psn_no", facts.get("psn_no"))
            .with("omsgid", original.messageId())
            .with("oinfno", call.kind());
    Outgoing message =
        gate.make(
            "2601",
            Node.EMPTY.with("data", data),
            new Gate.For(facts.get("insuplc_admdvs"), facts.get("insutype")),
            "",
            request.messageId());
    return new PreparedReversal(
        request.messageId(), original, new Evidence("", Opaque.copyOf(message.bytes())));
  }

  Reply<Undone> reverse(PreparedReversal prepared, Duration within) {
    Left left = Left.of(within);
    Outgoing request;
    try {
      request = Undos.read(prepared.document().document().bytes());
    } catch (Unreadable e) {
      return new Reply.NotSent<>("the document that was kept for it cannot be read");
    }
    SettleMessage original = prepared.original();
    Optional<VisitCall> call = calls.settlement(original.bill(), original.messageId());
    String settled = call.map(VisitCall::kind).orElse("");
    if (!gate.profile().settling().reversible().contains(settled)) {
      return Refusals.own(
          "CANNOT",
          "该省不支持对 " + settled + " 冲正",
          "this province does not reverse " + settled + " (2601)",
          NextStep.STOP_THE_SALE);
    }
    // What never left is undone by never leaving; asking also sees what is undone already.
    Reply<Fate> before = fateBefore(original, call, left);
    if (before instanceof Reply.Answered<Fate> a
        && (a.value() instanceof Fate.WasUndone || a.value() instanceof Fate.WasRefused)) {
      return undone(prepared, call, Evidence.NONE);
    }
    Reply<String> session = gate.session(left);
    if (!(session instanceof Reply.Answered)) {
      return Refusals.passedOn(session);
    }
    Reply<Incoming> reply = gate.send(request, left);
    if (reply instanceof Reply.Answered<Incoming> done) {
      return undone(
          prepared, call, new Evidence("", Opaque.copyOf(MessageText.bytes(done.value().whole()))));
    } else if (reply instanceof Reply.Refused<Incoming> r) {
      return refused(r, prepared, call, left);
    }
    return Refusals.passedOn(reply);
  }

  /** Only where it costs nothing: what is owed still never left. */
  private Reply<Fate> fateBefore(SettleMessage original, Optional<VisitCall> call, Left left) {
    return call.filter(kept -> kept.state() == State.OWED).isPresent()
        ? unknowns.query(original, left.duration())
        : new Reply.NoAnswer<>("not asked");
  }

  /** A refusal may come because an earlier reversal was done, whose answer was lost. */
  private Reply<Undone> refused(
      Reply.Refused<Incoming> no, PreparedReversal prepared, Optional<VisitCall> call, Left left) {
    SettleMessage original = prepared.original();
    if (!no.refusal().code().equals("UNDONE")
        && unknowns.query(original, left.duration()) instanceof Reply.Answered<Fate> a
        && a.value() instanceof Fate.WasUndone) {
      return undone(prepared, call, Evidence.NONE);
    }
    if (no.refusal().code().equals("LANDED_BEFORE")) {
      return new Reply.NoAnswer<>("平台答复不能说明冲正结果：" + no.refusal().zh());
    }
    if (no.refusal().code().equals("UNDONE")) {
      call.ifPresent(kept -> gone(prepared, kept));
    }
    return new Reply.Refused<>(no.refusal());
  }

  /** The platform tells reversals nowhere, so the day's end needs our own word of it. */
  private void gone(PreparedReversal prepared, VisitCall call) {
    calls.keep(
        call,
        State.GONE,
        Facts.of(call.facts())
            .with("undone-by", prepared.messageId())
            .with("undone-at", gate.now().toString()));
  }

  private Reply<Undone> undone(
      PreparedReversal prepared, Optional<VisitCall> call, Evidence evidence) {
    call.ifPresent(kept -> gone(prepared, kept));
    Optional<String> settlement =
        call.map(kept -> Facts.of(kept.facts()).get("setl_id")).filter(id -> !id.isEmpty());
    return new Reply.Answered<>(new Undone(settlement, gate.now(), evidence));
  }
}
