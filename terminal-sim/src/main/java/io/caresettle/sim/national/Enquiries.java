package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.sim.centre.Known;
import io.caresettle.sim.centre.SideDoor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Enquiries (5201 to 5204). None of them knows a message id, and 5203 wants a settlement id. */
record Enquiries(
    SideDoor door, Notes notes, Visits visits, Settling settling, boolean linesWithoutSettlement) {

  /** 5201: visits of a person in a window. No settlement id is in it. */
  Node visitsOf(Asked asked) {
    Node data = data(asked);
    String person = Words.must(data, "psn_no", "人员编号");
    String from = Words.must(data, "begntime", "开始时间");
    String to = Words.must(data, "endtime", "结束时间");
    Optional<String> type = data.text("med_type");
    Optional<String> one = data.text("mdtrt_id");
    List<Value> rows = new ArrayList<>();
    for (Node visit : visits.of(asked.institution(), person)) {
      String began = Visits.said(visit, "begntime");
      boolean there =
          Words.millis(began) >= Words.millis(from)
              && Words.millis(began) <= Words.millis(to)
              && !Visits.said(visit, "state").equals(Visits.WITHDRAWN)
              && isOf(visit, type)
              && one.map(id -> id.equals(Visits.id(visit))).orElse(true)
              && (!Visits.said(visit, "care").equals("pharmacy")
                  || !door.settledOf(asked.institution(), Visits.id(visit)).isEmpty());
      if (there) {
        rows.add(row(visit));
      }
    }
    return Node.EMPTY.with("mdtrtinfo", new Value.Rows(rows));
  }

  /** A visit that nobody described yet is of every outpatient kind. */
  private static boolean isOf(Node visit, Optional<String> type) {
    String own = Visits.said(visit, "med_type");
    return type.map(t -> own.isEmpty() ? t.startsWith("1") : own.equals(t)).orElse(true);
  }

  private Node row(Node visit) {
    Known.Person person = door.person(Visits.said(visit, "psn_no")).orElseThrow();
    Node row =
        People.base(person, Words.day(Visits.said(visit, "begntime")))
            .with("mdtrt_id", Visits.id(visit))
            .with("insutype", Visits.said(visit, "insutype"))
            .with("psn_type", "")
            .with("cvlserv_flag", "0")
            .with("begntime", Visits.said(visit, "begntime"))
            .with("endtime", Visits.said(visit, "endtime"))
            .with("mdtrt_cert_type", Visits.said(visit, "mdtrt_cert_type"))
            .with("med_type", Visits.said(visit, "med_type"))
            .with("inhosp_stas", inHospital(visit));
    for (String field :
        List.of(
            "ipt_otp_no",
            "medrcdno",
            "atddr_no",
            "chfpdr_name",
            "adm_dept_codg",
            "adm_dept_name",
            "dise_codg",
            "dise_name",
            "main_cond_dscr")) {
      row = row.with(field, Visits.said(visit, field));
    }
    String stay = Visits.said(visit, "ipt_no");
    return stay.isEmpty() ? row : row.with("ipt_otp_no", stay);
  }

  private static String inHospital(Node visit) {
    return Visits.said(visit, "care").equals("inpatient")
            && Visits.said(visit, "state").equals(Visits.OPEN)
        ? "1"
        : "0";
  }

  /** 5202: the diagnoses of a visit. */
  Node diagnoses(Asked asked) {
    Node data = data(asked);
    String id = Words.must(data, "mdtrt_id", "就诊ID");
    Node visit =
        notes
            .find("visit", id)
            .filter(v -> Visits.said(v, "institution").equals(asked.institution()))
            .orElseThrow(() -> new SaysNo("未查询到就诊信息"));
    List<Value> rows = new ArrayList<>();
    for (Node one : visit.nodes("diseinfo")) {
      rows.add(
          one.with("mdtrt_id", id)
              .with("psn_no", Visits.said(visit, "psn_no"))
              .with("diag_info_id", id + "-" + (rows.size() + 1)));
    }
    return Node.EMPTY.with("diseinfo", new Value.Rows(rows));
  }

  /** 5203: a settlement by its number, or the refund by its own. */
  Node settlement(Asked asked) {
    Node data = data(asked);
    String person = Words.must(data, "psn_no", "人员编号");
    String id = data.text("setl_id").orElseThrow(() -> new SaysNo("setl_id（结算ID）: 必填项为空"));
    boolean refund = id.startsWith("X");
    Known.Settled settled =
        door.settlement(asked.institution(), refund ? id.substring(1) : id)
            .filter(s -> s.person().equals(person))
            .filter(s -> data.text("mdtrt_id").map(v -> v.equals(s.visit())).orElse(true))
            .filter(s -> !refund || s.cancelled())
            .orElseThrow(() -> new SaysNo("未查询到结算信息"));
    if (!settled.stands() && !settled.cancelled()) {
      // A reversal leaves nothing behind, as if it had never been.
      throw new SaysNo("未查询到结算信息");
    }
    return told(asked, settled, refund);
  }

  private Node told(Asked asked, Known.Settled settled, boolean refund) {
    Known.Person person = door.person(settled.person()).orElseThrow();
    Node note = notes.find("settled", settled.id()).orElse(Node.EMPTY);
    String division = Words.division(asked.place().area());
    String medType = note.text("med_type").orElse(Words.clearing(settled.care()));
    Node info =
        settling
            .info(
                asked, person, settled.scheme(), settled.area(), settled.split(), settled.at())
            .with("setl_id", settled.id())
            .with("mdtrt_id", settled.visit())
            .with("pay_loc", "2")
            .with("fixmedins_code", asked.institution())
            .with("fixmedins_name", asked.place().name())
            .with("fixmedins_poolarea", division)
            .with("begndate", settled.day())
            .with("enddate", settled.day())
            .with("mdtrt_cert_type", Visits.said(note, "mdtrt_cert_type"))
            .with("med_type", medType)
            .with("clr_type", Words.clearing(settled.care()))
            .with("medins_setl_id", settled.message())
            .with("refd_setl_flag", settled.stands() ? "0" : "1")
            .with("year", settled.day().substring(0, 4))
            .with("invono", Visits.said(note, "invono"))
            .with("opter_id", Visits.said(note, "opter_id"))
            .with("opter_name", Visits.said(note, "opter_name"));
    if (refund) {
      info =
          SetlInfo.negative(info)
              .with("setl_id", "X" + settled.id())
              .with("medins_setl_id", undoMessage(settled));
    }
    return Node.EMPTY
        .with("setlinfo", info)
        .with(
            "setldetail",
            settling.words().details(settled.split(), Words.insurance(settled.scheme())));
  }

  private String undoMessage(Known.Settled settled) {
    return notes.of("undo", settled.id()).stream()
        .findFirst()
        .map(undo -> Visits.said(undo, "msgid"))
        .orElse("");
  }

  /** 5204: the fee lines of a visit, each with the settlement that took it. */
  Node lines(Asked asked) {
    Node data = data(asked);
    Node visit = visits.named(asked, data);
    Optional<String> settlement = data.text("setl_id");
    if (settlement.isEmpty() && !linesWithoutSettlement) {
      throw new SaysNo("setl_id（结算ID）: 必填项为空");
    }
    List<Value> rows = new ArrayList<>();
    for (Node line : visits.lines(visit)) {
      if (settlement.map(id -> id.equals(Visits.said(line, "setl_id"))).orElse(true)) {
        rows.add(
            line.with("mdtrt_id", Visits.id(visit)).with("med_type", Visits.said(visit, "med_type")));
      }
    }
    return Node.EMPTY.with("", new Value.Rows(rows));
  }

  private static Node data(Asked asked) {
    return asked.input().node("data").orElse(Node.EMPTY);
  }
}
