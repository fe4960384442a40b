package io.caresettle.centre.national.flow;

import io.caresettle.centre.Reply;
import io.caresettle.centre.VisitCall;
import io.caresettle.centre.VisitCall.State;
import io.caresettle.centre.VisitDesk;
import io.caresettle.centre.national.envelope.Incoming;
import io.caresettle.centre.national.envelope.Outgoing;
import io.caresettle.centre.national.message.Limits;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Asks for and undoes single calls of a visit: 2202, 2205, 2302, 2404, 2405, 3506A. */
final class Undos implements VisitDesk {

  private final Gate gate;
  private final Calls calls;
  private final Enquiries enquiries;
  private final Object turn;

  /**
   * @param turn held while it is decided that nothing new was begun, so that no settlement and no
   *     undo of what it rests on leave together
   */
  Undos(Gate gate, Calls calls, Enquiries enquiries, Object turn) {
    this.gate = gate;
    this.calls = calls;
    this.enquiries = enquiries;
    this.turn = turn;
  }

  @Override
  public Reply<VisitCall> ask(VisitCall call, Duration within) {
    Left left = Left.of(within);
    Facts facts = Facts.of(call.facts());
    return switch (call.kind()) {
      case "2201", "2401" -> askVisit(call, facts, left);
      case "2402" -> askDischarge(call, facts, left);
      case "2204", "2301" -> askLines(call, facts, left);
      default ->
          new Reply.NoAnswer<>("没有查询 " + call.kind() + " 的交易 nothing asks for " + call.kind());
    };
  }

  private Reply<VisitCall> askVisit(VisitCall call, Facts facts, Left left) {
    Reply<List<Node>> visits = enquiries.visits(facts, left);
    if (!(visits instanceof Reply.Answered<List<Node>> a)) {
      return Refusals.passedOn(visits);
    }
    List<Node> ours =
        a.value().stream()
            .filter(
                row -> row.text("ipt_otp_no").filter(facts.get("ipt_otp_no")::equals).isPresent())
            .filter(
                row ->
                    facts.get("mdtrt_id").isEmpty()
                        || row.text("mdtrt_id").filter(facts.get("mdtrt_id")::equals).isPresent())
            .toList();
    if (ours.size() == 1 && ours.get(0).text("mdtrt_id").isPresent()) {
      Facts named = facts.with("mdtrt_id", ours.get(0).text("mdtrt_id").orElse(""));
      return kept(call, State.STANDS, named);
    }
    return ours.isEmpty() ? absent(call, facts) : unclear(call);
  }

  private Reply<VisitCall> askDischarge(VisitCall call, Facts facts, Left left) {
    Reply<List<Node>> visits = enquiries.visits(facts, left);
    if (!(visits instanceof Reply.Answered<List<Node>> a)) {
      return Refusals.passedOn(visits);
    }
    for (Node row : a.value()) {
      if (row.text("mdtrt_id").filter(facts.get("mdtrt_id")::equals).isPresent()
          && row.text("endtime").isPresent()) {
        return kept(call, State.STANDS, facts);
      }
    }
    return absent(call, facts);
  }

  private Reply<VisitCall> askLines(VisitCall call, Facts facts, Left left) {
    if (!gate.profile().settling().detailsWithoutSettlement()) {
      return new Reply.NoAnswer<>(
          "该省 5204 需要 setl_id，无法查询明细 5204 wants a settlement here: lines cannot be asked for");
    }
    Reply<Map<String, String>> lines = enquiries.lines(facts, facts.get("mdtrt_id"), left);
    if (!(lines instanceof Reply.Answered<Map<String, String>> a)) {
      return Refusals.passedOn(lines);
    }
    List<String> ours = facts.list("lines");
    long there = ours.stream().filter(a.value()::containsKey).count();
    return there > 0 ? kept(call, State.STANDS, facts) : absent(call, facts);
  }

  /** An empty list proves nothing, unless the province has said that it does. */
  private Reply<VisitCall> absent(VisitCall call, Facts facts) {
    return gate.unconfirmed().emptyMeansAbsent() ? kept(call, State.GONE, facts) : unclear(call);
  }

  private static Reply<VisitCall> unclear(VisitCall call) {
    return new Reply.NoAnswer<>(
        "查询结果不足以确定 " + call.kind() + " what was found does not say for certain");
  }

  private Reply<VisitCall> kept(VisitCall call, State state, Facts facts) {
    calls.keep(call, state, facts);
    return new Reply.Answered<>(call.as(state, facts.opaque(), gate.now()));
  }

  @Override
  public Reply<VisitCall> undo(VisitCall call, int seen, Duration within) {
    Left left = Left.of(within);
    Facts facts = Facts.of(call.facts());
    Reply<String> session = gate.session(left);
    if (!(session instanceof Reply.Answered)) {
      return Refusals.passedOn(session);
    }
    if (call.kind().equals("2301")) {
      return lineByLine(call, facts, seen, left);
    }
    String transaction = transaction(call.kind());
    Node input = input(transaction, call, facts);
    if (!begin(call, facts, seen)) {
      return new Reply.NotSent<>("就诊已有新的交易 the visit has new calls since");
    }
    Reply<Incoming> reply = gate.send(gate.make(transaction, input, whom(facts), ""), left);
    return ended(call, facts, reply);
  }

  /** 2302 names one line: as many as there are; stopped, the rest is undone next time. */
  private Reply<VisitCall> lineByLine(VisitCall call, Facts facts, int seen, Left left) {
    if (!begin(call, facts, seen)) {
      return new Reply.NotSent<>("就诊已有新的交易 the visit has new calls since");
    }
    Facts rest = facts;
    Reply<Incoming> reply = new Reply.NoAnswer<>("没有明细 no lines");
    for (String serial : facts.list("lines")) {
      Node data =
          Node.EMPTY
              .with("feedetl_sn", serial)
              .with("mdtrt_id", facts.get("mdtrt_id"))
              .with("psn_no", facts.get("psn_no"));
      reply =
          gate.send(
              gate.make("2302", Node.EMPTY.with(gate.node("2302", "data"), data), whom(facts), ""),
              left);
      if (!(reply instanceof Reply.Answered) && !isUndone(reply)) {
        break;
      }
      rest =
          rest.with("lines", rest.list("lines").stream().filter(s -> !s.equals(serial)).toList());
    }
    return ended(call, rest, reply);
  }

  private boolean begin(VisitCall call, Facts facts, int seen) {
    synchronized (turn) {
      if (calls.book().of(call.bill()).size() != seen) {
        return false;
      }
      calls.keep(call, State.UNDO_BEGUN, facts);
      return true;
    }
  }

  private Reply<VisitCall> ended(VisitCall call, Facts facts, Reply<Incoming> reply) {
    if (reply instanceof Reply.Answered || isUndone(reply)) {
      return kept(call, State.GONE, facts);
    }
    if (!(reply instanceof Reply.NoAnswer)
        && !(reply instanceof Reply.NotAuthentic<Incoming> f && f.sent())) {
      // Refused, or never sent: it stands as before.
      calls.keep(call, State.STANDS, facts);
    }
    return Refusals.passedOn(reply);
  }

  private static boolean isUndone(Reply<Incoming> reply) {
    return reply instanceof Reply.Refused<Incoming> r && r.refusal().code().equals("UNDONE");
  }

  private static Gate.For whom(Facts facts) {
    return new Gate.For(facts.get("insuplc_admdvs"), facts.get("insutype"));
  }

  private static String transaction(String kind) {
    return switch (kind) {
      case "2201" -> "2202";
      case "2204" -> "2205";
      case "2401" -> "2404";
      case "2402" -> "2405";
      case "3505" -> "3506A";
      default -> throw new IllegalArgumentException("Nothing here undoes " + kind);
    };
  }

  private Node input(String transaction, VisitCall call, Facts facts) {
    Node data =
        Node.EMPTY.with("psn_no", facts.get("psn_no")).with("mdtrt_id", facts.get("mdtrt_id"));
    return switch (transaction) {
      case "2202" ->
          Node.EMPTY.with(
              gate.node("2202", "data"), data.with("ipt_otp_no", facts.get("ipt_otp_no")));
      // By batch: all batches at once would take settled lines in some provinces.
      case "2205" -> Node.EMPTY.with("data", data.with("chrg_bchno", facts.get("chrg_bchno")));
      case "3506A" -> Sales.back(facts.node("input"), call.messageId());
      default -> Node.EMPTY.with("data", data);
    };
  }

  @Override
  public Reply<VisitCall> send(VisitCall owed, Duration within) {
    Left left = Left.of(within);
    if (!owed.kind().equals("3505")) {
      return new Reply.NotSent<>("不单独发送 " + owed.kind() + " it goes out with its settlement");
    }
    Facts facts = Facts.of(owed.facts());
    Reply<String> session = gate.session(left);
    if (!(session instanceof Reply.Answered)) {
      return Refusals.passedOn(session);
    }
    Outgoing request = gate.make("3505A", facts.node("input"), whom(facts), "", owed.messageId());
    calls.keep(owed, State.BEGUN);
    Reply<Incoming> reply = calls.sent(owed, request, left);
    return reply instanceof Reply.Answered
        ? new Reply.Answered<>(owed.as(State.STANDS, gate.now()))
        : Refusals.passedOn(reply);
  }

  /** A message that was kept, as it will be sent again. */
  static Outgoing read(byte[] document) {
    return Outgoing.read(MessageText.read(document, Limits.USUAL));
  }
}
