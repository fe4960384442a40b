package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.protocol.wire.Enrolment;
import io.caresettle.sim.centre.Known;
import java.util.List;

/** A stay (2401 to 2405, 2301 to 2305). */
record Inpatients(Visits visits, Notes notes, Settling settling) {

  /** 2401: admits. */
  Node admit(Asked asked) {
    if (asked.place().pharmacy()) {
      throw new SaysNo("定点零售药店不能办理入院");
    }
    Node info = asked.input().node("mdtrtinfo").orElse(Node.EMPTY);
    String person = Words.must(info, "psn_no", "人员编号");
    if (!Words.care(Visits.said(info, "med_type")).equals("inpatient")) {
      throw new SaysNo("med_type（医疗类别）: 入院办理应为住院类别，如 21");
    }
    boolean there =
        visits.of(asked.institution(), person).stream()
            .anyMatch(
                v ->
                    Visits.said(v, "care").equals("inpatient")
                        && Visits.said(v, "state").equals(Visits.OPEN));
    if (there) {
      throw new SaysNo("该人员处于在院状态，请勿重复办理入院");
    }
    String id = notes.fresh("Z");
    Known.Person shown = settling.credentials().present(asked, info, id, person);
    settling
        .people()
        .enrolment(
            asked, shown, info.text("insutype"), Words.day(info.text("begntime").orElse("")));
    visits.open(
        asked,
        id,
        "inpatient",
        Pharmacy.without(info)
            .with("diseinfo", new Value.Rows(List.copyOf(asked.input().nodes("diseinfo")))));
    return Node.EMPTY.with("result", Node.EMPTY.with("mdtrt_id", id));
  }

  /** 2404: takes the admission back. */
  Node takeAdmissionBack(Asked asked) {
    return takeBack(asked, stay(asked, data(asked)));
  }

  Node takeBack(Asked asked, Node visit) {
    if (visits.isSettled(asked, visit)) {
      throw new SaysNo("患者已结算，请先撤销结算");
    }
    if (Visits.said(visit, "state").equals(Visits.DISCHARGED)) {
      throw new SaysNo("患者已出院，请先撤销出院（2405）");
    }
    if (!visits.lines(visit).isEmpty()) {
      throw new SaysNo("选中患者费用已上传，请先撤销费用明细（2302）");
    }
    visits.keep(visit.with("state", Visits.WITHDRAWN));
    return Node.EMPTY;
  }

  /** 2301: fee lines, all or none; one that names another takes it back. */
  Node upload(Asked asked) {
    List<Node> lines = asked.input().nodes("feedetail");
    if (lines.isEmpty()) {
      throw new SaysNo("feedetail: 费用明细为空");
    }
    Node visit = stay(asked, lines.get(0));
    if (visits.isSettled(asked, visit)) {
      throw new SaysNo("HIS已结算，请先在HIS取消结算");
    }
    for (Node line : lines) {
      String number = Words.must(line, "feedetl_sn", "费用明细流水号");
      String original = Visits.said(line, "init_feedetl_sn");
      if (visits.line(visit, number).isPresent()) {
        throw new SaysNo("费用明细流水号重复：" + number + "，请先撤销后再上传");
      }
      if (!original.isEmpty() && visits.line(visit, original).isEmpty()) {
        throw new SaysNo("init_feedetl_sn（原费用流水号）: 未查询到原明细 " + original);
      }
      visits.keepLine(Visits.id(visit), line.with("setl_id", ""));
    }
    List<Node> sold =
        lines.stream().filter(line -> Visits.said(line, "init_feedetl_sn").isEmpty()).toList();
    if (sold.isEmpty()) {
      return Node.EMPTY.with("result", new Value.Rows(List.of()));
    }
    Known.Person person = settling.door().person(Visits.said(visit, "psn_no")).orElseThrow();
    String day = Visits.said(visit, "begntime");
    Enrolment enrolment =
        settling.people().enrolment(asked, person, visit.text("insutype"), Words.day(day));
    String id = Visits.id(visit);
    Bills.Of of =
        new Bills.Of(id + ".0", id, "inpatient", Words.day(day).toString(), "");
    return Node.EMPTY.with(
        "result",
        settling
            .bills()
            .cut(asked, settling.bills().body(asked, of, person, enrolment, sold)));
  }

  /** 2302: takes a line back, or with 0000 all of them. */
  Node takeLineBack(Asked asked) {
    Node data = data(asked);
    Node visit = stay(asked, data);
    if (visits.isSettled(asked, visit)) {
      throw new SaysNo("HIS已结算，请先在HIS取消结算");
    }
    String number = Words.must(data, "feedetl_sn", "费用明细流水号");
    List<Node> lines =
        number.equals("0000")
            ? visits.lines(visit)
            : visits.line(visit, number).stream().toList();
    if (lines.isEmpty()) {
      throw new SaysNo("未查询到费用明细：" + number);
    }
    lines.forEach(line -> visits.removeLine(visit, line));
    return Node.EMPTY;
  }

  /** 2402: discharges. */
  Node discharge(Asked asked) {
    Node info = asked.input().node("dscginfo").orElse(Node.EMPTY);
    Node visit = stay(asked, info);
    if (Visits.said(visit, "state").equals(Visits.DISCHARGED)) {
      throw new SaysNo("患者已办理出院，请勿重复办理");
    }
    String end = Words.must(info, "endtime", "结束时间");
    if (Words.day(end).isBefore(Words.day(Visits.said(visit, "begntime")))) {
      throw new SaysNo("endtime（结束时间）: 出院早于入院");
    }
    visits.keep(
        visit
            .with("state", Visits.DISCHARGED)
            .with("endtime", end)
            .with("dscg_way", Visits.said(info, "dscg_way"))
            .with("dscg_dept_codg", Visits.said(info, "dscg_dept_codg"))
            .with("dscg_dept_name", Visits.said(info, "dscg_dept_name")));
    return Node.EMPTY;
  }

  /** 2405: takes the discharge back. */
  Node takeDischargeBack(Asked asked) {
    Node visit = stay(asked, data(asked));
    if (visits.isSettled(asked, visit)) {
      throw new SaysNo("患者已结算，请先撤销结算");
    }
    if (!Visits.said(visit, "state").equals(Visits.DISCHARGED)) {
      throw new SaysNo("患者处于在院状态，不能撤销出院");
    }
    visits.keep(visit.with("state", Visits.OPEN).without("endtime"));
    return Node.EMPTY;
  }

  /** 2303. */
  Node trial(Asked asked) {
    return settling.trial(asked, job(asked), false);
  }

  /** 2304: only once the patient is discharged. */
  Node settle(Asked asked) {
    Settling.Job job = job(asked);
    if (job.last().isEmpty()) {
      throw new SaysNo("患者未办理出院，不能结算，请先办理出院（2402）");
    }
    return settling.settle(asked, job, false);
  }

  /** 2305. */
  Node undo(Asked asked) {
    return settling.undo(asked, data(asked));
  }

  private Settling.Job job(Asked asked) {
    Node data = data(asked);
    if (Visits.said(data, "mid_setl_flag").equals("1")) {
      throw new SaysNo("mid_setl_flag（中途结算标志）: 模拟平台不办理中途结算，应为 0");
    }
    Node visit = stay(asked, data);
    List<Node> lines = visits.unsettled(visit, "");
    if (lines.isEmpty()) {
      boolean settled = visits.isSettled(asked, visit);
      throw new SaysNo(settled ? "住院患者已结算, 请勿重复结算" : "还存在未上传费用：该就诊没有费用明细");
    }
    return new Settling.Job(
        data,
        visit,
        Visits.id(visit) + ".0",
        Visits.said(visit, "begntime"),
        Visits.said(visit, "endtime"),
        lines);
  }

  private Node stay(Asked asked, Node data) {
    Node visit = visits.openOne(asked, data);
    if (!Visits.said(visit, "care").equals("inpatient")) {
      throw new SaysNo("该就诊不是住院就诊");
    }
    return visit;
  }

  private static Node data(Asked asked) {
    return asked.input().node("data").orElse(Node.EMPTY);
  }
}
