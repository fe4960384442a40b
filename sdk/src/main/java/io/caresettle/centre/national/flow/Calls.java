package io.caresettle.centre.national.flow;

import io.caresettle.centre.CallBook;
import io.caresettle.centre.Reply;
import io.caresettle.centre.VisitCall;
import io.caresettle.centre.VisitCall.State;
import io.caresettle.centre.national.check.Finding;
import io.caresettle.centre.national.envelope.Incoming;
import io.caresettle.centre.national.envelope.Outgoing;
import io.caresettle.centre.national.message.Node;
import io.caresettle.split.BillId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls that leave something behind: kept before they leave, and after they are answered. */
final class Calls {

  /** The calls that move money. */
  static final Set<String> MONEY = Set.of("2102", "2207", "2304");

  /** Nobody can go on with these before it is kept how the platform names the visit. */
  private static final Set<String> NAMED_BY_ANSWER = Set.of("2201", "2401");

  private final Gate gate;
  private final CallBook book;

  Calls(Gate gate, CallBook book) {
    this.gate = gate;
    this.book = book;
  }

  CallBook book() {
    return book;
  }

  /** The newest call of this kind that may stand. */
  Optional<VisitCall> standing(BillId bill, String kind) {
    return book.of(bill).stream()
        .filter(call -> call.kind().equals(kind))
        .filter(call -> call.state() != State.GONE && call.state() != State.OWED)
        .reduce((earlier, later) -> later);
  }

  /** The settlement of this message, as far as it was kept. */
  Optional<VisitCall> settlement(BillId bill, String messageId) {
    return book.of(bill).stream()
        .filter(call -> MONEY.contains(call.kind()) && call.messageId().equals(messageId))
        .findFirst();
  }

  void keep(VisitCall call) {
    book.keep(call);
  }

  void keep(VisitCall call, State now) {
    book.keep(call.as(now, gate.now()));
  }

  void keep(VisitCall call, State now, Facts facts) {
    book.keep(call.as(now, facts.opaque(), gate.now()));
  }

  VisitCall begin(BillId bill, String messageId, String kind, State state, Facts facts) {
    VisitCall call = new VisitCall(bill, messageId, kind, state, facts.opaque(), gate.now());
    book.keep(call);
    return call;
  }

  /**
   * Makes a call, keeps it, sends it, and keeps what became of it.
   *
   * @param transaction under which it is sent, where that is not the kind
   */
  Reply<Incoming> send(
      BillId bill,
      String kind,
      String transaction,
      Node input,
      Gate.For whom,
      Facts facts,
      Left left) {
    return send(bill, kind, transaction, input, whom, facts, "", left);
  }

  /** The same in the name of an operator. */
  Reply<Incoming> send(
      BillId bill,
      String kind,
      String transaction,
      Node input,
      Gate.For whom,
      Facts facts,
      String operator,
      Left left) {
    List<Finding> wrong = gate.wrong(transaction, input);
    if (!wrong.isEmpty()) {
      return Refusals.fields(transaction, wrong);
    }
    Reply<String> session = gate.session(left);
    if (!(session instanceof Reply.Answered)) {
      return Refusals.passedOn(session);
    }
    Outgoing request = gate.make(transaction, input, whom, operator);
    VisitCall call = begin(bill, request.messageId(), kind, State.BEGUN, facts);
    return sent(call, request, left);
  }

  /**
   * Sends what was kept as {@code call}, and keeps what became of it; of what opens a visit,
   * whoever reads its number keeps that it stands, in one record with the number.
   */
  Reply<Incoming> sent(VisitCall call, Outgoing request, Left left) {
    Reply<Incoming> reply = gate.send(request, left);
    if (reply instanceof Reply.Answered) {
      if (!NAMED_BY_ANSWER.contains(call.kind())) {
        keep(call, State.STANDS);
      }
    } else if (reply instanceof Reply.NotSent
        || (reply instanceof Reply.NotAuthentic<Incoming> f && !f.sent())
        || (reply instanceof Reply.Refused<Incoming> r && isRefusedForGood(r.refusal().code()))) {
      keep(call, State.GONE);
    }
    return reply;
  }

  /** Whether a refusal says that nothing was done now, nor by an earlier sending. */
  static boolean isRefusedForGood(String code) {
    return !code.equals("LANDED_BEFORE") && !code.equals("TRY_AGAIN");
  }
}
