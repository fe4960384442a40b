package io.caresettle.centre.national.flow;

import io.caresettle.centre.Reply;
import io.caresettle.centre.VisitCall;
import io.caresettle.centre.VisitCall.State;
import io.caresettle.centre.national.envelope.Incoming;
import io.caresettle.centre.national.field.Direction;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.centre.national.message.Yuan;
import io.caresettle.problem.NextStep;
import io.caresettle.split.BillId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls of a visit before its trial: 2201, 2203 and 2204, or 2401 and 2301. */
final class VisitCalls {

  private final Gate gate;
  private final Calls calls;
  private final Undos undos;

  VisitCalls(Gate gate, Calls calls, Undos undos) {
    this.gate = gate;
    this.calls = calls;
    this.undos = undos;
  }

  /** Registered, told and with its lines at the platform: the facts that a trial needs. */
  Reply<Facts> outpatient(Care care, Left left) {
    Reply<Facts> visit = open(care, "2201", left);
    if (!(visit instanceof Reply.Answered<Facts> registered)) {
      return visit;
    }
    Facts facts = registered.value();
    String transaction = gate.unconfirmed().visitInformation();
    Reply<Incoming> told =
        gate.ask(transaction, information(care, facts.get("mdtrt_id")), care.whom(), "", left);
    return told instanceof Reply.Answered
        ? lines(care, "2204", facts, left)
        : Refusals.passedOn(told);
  }

  /** The same of a stay. */
  Reply<Facts> stay(Care care, Left left) {
    Reply<Facts> visit = open(care, "2401", left);
    return visit instanceof Reply.Answered<Facts> admitted
        ? lines(care, "2301", admitted.value(), left)
        : visit;
  }

  /** The registration or admission: the one that stands, or a new one. */
  private Reply<Facts> open(Care care, String kind, Left left) {
    BillId bill = care.request().bill().id();
    for (VisitCall call : calls.book().of(bill)) {
      if (Calls.MONEY.contains(call.kind())
          && call.state() != State.GONE
          && call.state() != State.OWED) {
        return Refusals.own(
            "CANNOT",
            "该单据已结算或结果未明，不能再次试算",
            "the bill is settled, or nobody knows yet: its lines stay as they are",
            NextStep.STOP_THE_SALE);
      }
    }
    Optional<VisitCall> before = calls.standing(bill, kind);
    if (before.isPresent()) {
      Reply<VisitCall> known = known(before.get(), left);
      if (!(known instanceof Reply.Answered<VisitCall> a)) {
        return Refusals.passedOn(known);
      }
      if (a.value().state() == State.STANDS) {
        return new Reply.Answered<>(Facts.of(a.value().facts()));
      }
    }
    return kind.equals("2201") ? register(care, left) : admit(care, left);
  }

  /** What nobody knows is asked for before anything rests on it. */
  private Reply<VisitCall> known(VisitCall call, Left left) {
    return call.state() == State.STANDS
        ? new Reply.Answered<>(call)
        : undos.ask(call, left.duration());
  }

  private Reply<Facts> register(Care care, Left left) {
    Map<String, String> his = care.details().visit();
    Node data =
        Node.EMPTY
            .with("psn_no", care.shown().personNumber())
            .with("insutype", care.insurance().code())
            .with("begntime", care.lines().time())
            .with("mdtrt_cert_type", care.shown().certificateType())
            .with("mdtrt_cert_no", care.shown().certificate())
            .with("ipt_otp_no", care.number())
            .with("atddr_no", Lines.orDefault(care.request().visit().prescriber(), "0"))
            .with("dr_name", "医师")
            .with("dept_code", Lines.orDefault(care.request().visit().department(), "0"))
            .with("dept_name", "全院")
            .with("caty", "A99");
    return opened(
        care, "2201", Node.EMPTY.with(gate.node("2201", "data"), Lines.with(data, his)), left);
  }

  private Reply<Facts> admit(Care care, Left left) {
    Map<String, String> his = care.details().visit();
    List<Map<String, String>> diagnoses = care.details().diagnoses();
    String code = diagnoses.isEmpty() ? "Z00.000" : diagnoses.get(0).getOrDefault("diag_code", "");
    String name = diagnoses.isEmpty() ? "待查" : diagnoses.get(0).getOrDefault("diag_name", "");
    Node info =
        Node.EMPTY
            .with("psn_no", care.shown().personNumber())
            .with("insutype", care.insurance().code())
            .with("coner_name", "")
            .with("tel", "")
            .with("begntime", admission(care))
            .with("mdtrt_cert_type", care.shown().certificateType())
            .with("mdtrt_cert_no", care.shown().certificate())
            .with("med_type", care.medicalType())
            .with("ipt_no", care.number())
            .with("medrcdno", care.number())
            .with("atddr_no", Lines.orDefault(care.request().visit().prescriber(), "0"))
            .with("chfpdr_name", "医师")
            .with("adm_diag_dscr", name)
            .with("adm_dept_codg", Lines.orDefault(care.request().visit().department(), "0"))
            .with("adm_dept_name", "全院")
            .with("adm_bed", "0")
            .with("dscg_maindiag_code", code)
            .with("dscg_maindiag_name", name);
    Node input =
        Node.EMPTY.with("mdtrtinfo", Lines.with(info, his)).with("diseinfo", diagnoses(care, true));
    return opened(care, "2401", input, left);
  }

  /** A stay begins on its day; where that is today, now. */
  private String admission(Care care) {
    String day = care.request().visit().serviceDate().toString();
    return care.lines().time().startsWith(day) ? care.lines().time() : day + " 08:00:00";
  }

  private Reply<Facts> opened(Care care, String kind, Node input, Left left) {
    BillId bill = care.request().bill().id();
    Facts facts = care.facts();
    Reply<Incoming> reply = calls.send(bill, kind, kind, input, care.whom(), facts, left);
    Optional<VisitCall> call = calls.standing(bill, kind);
    if (reply instanceof Reply.Answered<Incoming> a && call.isPresent()) {
      Optional<String> visit = visit(a.value().output());
      if (visit.isEmpty()) {
        // It stands, and nobody can name it but the list of visits: as kept, nobody knows of it.
        return new Reply.NoAnswer<>("答复没有 mdtrt_id the answer names no visit");
      }
      Facts named = facts.with("mdtrt_id", visit.get());
      calls.keep(call.get(), State.STANDS, named);
      return new Reply.Answered<>(named);
    }
    if (reply instanceof Reply.Refused<Incoming> r
        && r.refusal().code().equals("LANDED_BEFORE")
        && call.isPresent()) {
      Reply<VisitCall> found = undos.ask(call.get(), left.duration());
      if (found instanceof Reply.Answered<VisitCall> a && a.value().state() == State.STANDS) {
        return new Reply.Answered<>(Facts.of(a.value().facts()));
      }
    }
    return Refusals.passedOn(reply);
  }

  private static Optional<String> visit(Node output) {
    return output
        .text("mdtrt_id")
        .or(() -> output.node("data").flatMap(node -> node.text("mdtrt_id")))
        .or(() -> output.node("result").flatMap(node -> node.text("mdtrt_id")));
  }

  private Node information(Care care, String visit) {
    Node info =
        Node.EMPTY
            .with("mdtrt_id", visit)
            .with("psn_no", care.shown().personNumber())
            .with("med_type", care.medicalType())
            .with("begntime", care.lines().time())
            .with("main_cond_dscr", "")
            .with("dise_codg", care.request().visit().disease())
            .with("dise_name", "");
    return Node.EMPTY
        .with("mdtrtinfo", Lines.with(info, care.details().illness()))
        .with("diseinfo", diagnoses(care, false));
  }

  private static Value diagnoses(Care care, boolean stay) {
    List<Map<String, String>> known =
        care.details().diagnoses().isEmpty()
            ? List.of(Map.of("diag_code", "Z00.000", "diag_name", "待查"))
            : care.details().diagnoses();
    List<Value> rows = new ArrayList<>();
    for (Map<String, String> one : known) {
      Node row =
          Node.EMPTY
              .with("diag_type", "1")
              .with("diag_srt_no", Integer.toString(rows.size() + 1))
              .with("diag_dept", Lines.orDefault(care.request().visit().department(), "0"))
              .with("dise_dor_no", Lines.orDefault(care.request().visit().prescriber(), "0"))
              .with("dise_dor_name", care.details().visit().getOrDefault("dr_name", "医师"))
              .with("diag_time", care.lines().time())
              .with("vali_flag", "1");
      row =
          stay
              ? row.with("psn_no", care.shown().personNumber())
                  .with("maindiag_flag", rows.isEmpty() ? "1" : "0")
              : row;
      rows.add(Lines.with(row, one));
    }
    return new Value.Rows(rows);
  }

  /** The lines of this trial, in the place of those of an earlier one. */
  private Reply<Facts> lines(Care care, String kind, Facts visit, Left left) {
    BillId bill = care.request().bill().id();
    for (VisitCall before : calls.book().of(bill)) {
      if (!before.kind().equals(kind) || before.state() == State.GONE) {
        continue;
      }
      Reply<VisitCall> known = known(before, left);
      if (known instanceof Reply.Answered<VisitCall> a && a.value().state() == State.STANDS) {
        known = undos.undo(a.value(), calls.book().of(bill).size(), left.duration());
      }
      if (!(known instanceof Reply.Answered<VisitCall> gone)
          || gone.value().state() != State.GONE) {
        return known instanceof Reply.Answered
            ? new Reply.NoAnswer<>("上次上传的明细尚未撤销 the lines of the trial before are still there")
            : Refusals.passedOn(known);
      }
    }
    String id = visit.get("mdtrt_id");
    Value rows =
        named(
            kind,
            kind.equals("2204")
                ? care.lines().ofOutpatient(id)
                : care.lines().ofStay(id, care.medicalType()));
    Facts facts =
        care.facts()
            .with("mdtrt_id", id)
            .with("chrg_bchno", care.lines().batch())
            .with("lines", care.lines().serials());
    Reply<Incoming> reply =
        calls.send(bill, kind, kind, Node.EMPTY.with("feedetail", rows), care.whom(), facts, left);
    return reply instanceof Reply.Answered<Incoming> a
        ? new Reply.Answered<>(parts(care, facts, a.value().output()))
        : Refusals.passedOn(reply);
  }

  /** Some provinces want the institution's name of the item, which only its own program knows. */
  private Value named(String kind, Value rows) {
    boolean wanted =
        gate.profile()
            .layout(kind, Direction.INPUT)
            .field("feedetail", "medins_list_name")
            .isPresent();
    if (!wanted || !(rows instanceof Value.Rows some)) {
      return rows;
    }
    List<Value> all = new ArrayList<>();
    for (Value row : some.values()) {
      if (row instanceof Node one && one.text("medins_list_name").isEmpty()) {
        all.add(one.with("medins_list_name", one.text("medins_list_codg").orElse("")));
      } else {
        all.add(row);
      }
    }
    return new Value.Rows(all);
  }

  /**
   * The four parts of the bill, as the platform cut its lines: the trial of a stay repeats them.
   */
  private Facts parts(Care care, Facts facts, Node output) {
    long own = 0;
    long over = 0;
    long first = 0;
    long scope = 0;
    try {
      for (Node row : output.nodes("result")) {
        own += Yuan.fen(row, List.of("fulamt_ownpay_amt")).orElse(0L);
        over += Yuan.fen(row, List.of("overlmt_amt")).orElse(0L);
        first += Yuan.fen(row, List.of("preselfpay_amt")).orElse(0L);
        scope += Yuan.fen(row, List.of("inscp_scp_amt")).orElse(0L);
      }
    } catch (IllegalArgumentException e) {
      Found.tell(gate, "LINE_PARTS", "明细分割含非金额", "a line was cut into what is no amount");
    }
    if (own + over + first + scope != care.request().bill().total().fen()) {
      Found.tell(
          gate, "LINE_PARTS", "明细分割之和不等于账单总额", "the lines' parts do not make the bill's total");
    }
    return facts
        .with("fulamt_ownpay_amt", Yuan.text(own))
        .with("overlmt_selfpay", Yuan.text(over))
        .with("preselfpay_amt", Yuan.text(first))
        .with("inscp_scp_amt", Yuan.text(scope));
  }
}
