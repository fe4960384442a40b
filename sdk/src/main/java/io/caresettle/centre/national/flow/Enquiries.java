package io.caresettle.centre.national.flow;

import io.caresettle.centre.Reply;
import io.caresettle.centre.national.envelope.Incoming;
import io.caresettle.centre.national.message.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The questions 5201, 5203 and 5204. None of them moves anything. */
final class Enquiries {

  /** Both clocks may differ by so much. */
  private static final Duration AROUND = Duration.ofDays(1);

  private final Gate gate;

  Enquiries(Gate gate) {
    this.gate = gate;
  }

  private static Gate.For whom(Facts facts) {
    return new Gate.For(facts.get("insuplc_admdvs"), facts.get("insutype"));
  }

  /** 5201: the visits of this person around the time at which this one began. */
  Reply<List<Node>> visits(Facts facts, Left left) {
    Instant begun = Times.read(facts.get("begun")).orElse(gate.now());
    Node data =
        Node.EMPTY
            .with("psn_no", facts.get("psn_no"))
            .with("begntime", Times.text(begun.minus(AROUND)))
            .with("endtime", Times.text(begun.plus(AROUND)))
            .with("med_type", facts.get("med_type"));
    Reply<Incoming> reply = gate.ask("5201", Node.EMPTY.with("data", data), whom(facts), "", left);
    return rows(reply, "mdtrtinfo");
  }

  /** 5204: the settlement of each line of a visit, empty where it has none. */
  Reply<Map<String, String>> lines(Facts facts, String visit, Left left) {
    Node data =
        Node.EMPTY.with("psn_no", facts.get("psn_no")).with("setl_id", "").with("mdtrt_id", visit);
    Reply<Incoming> reply = gate.ask("5204", Node.EMPTY.with("data", data), whom(facts), "", left);
    Reply<List<Node>> rows = rows(reply, "feedetail");
    if (!(rows instanceof Reply.Answered<List<Node>> a)) {
      return Refusals.passedOn(rows);
    }
    Map<String, String> found = new TreeMap<>();
    for (Node row : a.value()) {
      row.text("feedetl_sn").ifPresent(serial -> found.put(serial, row.text("setl_id").orElse("")));
    }
    return new Reply.Answered<>(found);
  }

  /** 5203: the settlement of this number, as the whole output. */
  Reply<Node> settlement(Facts facts, String visit, String settlement, Left left) {
    Node data =
        Node.EMPTY
            .with("psn_no", facts.get("psn_no"))
            .with("setl_id", settlement)
            .with("mdtrt_id", visit);
    Reply<Incoming> reply = gate.ask("5203", Node.EMPTY.with("data", data), whom(facts), "", left);
    return reply instanceof Reply.Answered<Incoming> a
        ? new Reply.Answered<>(a.value().output())
        : Refusals.passedOn(reply);
  }

  /** {@code refd_setl_flag} of an answer to 5203. */
  boolean isRefund(Node output) {
    Node info = output.node("setlinfo").orElse(Node.EMPTY);
    return info.firstText(List.of(gate.profile().settling().refundFlag(), "refd_setl_flag"))
        .filter(flag -> flag.equals("1"))
        .isPresent();
  }

  /** A list under its name, directly as the output, or under the usual names of gateways. */
  static Reply<List<Node>> rows(Reply<Incoming> reply, String name) {
    if (!(reply instanceof Reply.Answered<Incoming> a)) {
      return Refusals.passedOn(reply);
    }
    List<Node> all = new ArrayList<>();
    for (String node : List.of(name, "", "output", "data", "result")) {
      all.addAll(a.value().output().nodes(node));
      if (!all.isEmpty()) {
        break;
      }
    }
    return new Reply.Answered<>(all);
  }
}
