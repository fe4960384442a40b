package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.wire.Enrolment;
import io.caresettle.sim.centre.Known;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** An outpatient visit (2201 to 2208). */
record Outpatients(Visits visits, Notes notes, Settling settling, boolean allDeletesSettled) {

  /** 2201: registers a visit. */
  Node register(Asked asked) {
    if (asked.place().pharmacy()) {
      throw new SaysNo("定点零售药店不能办理门诊挂号");
    }
    Node data = data(asked);
    String person = Words.must(data, "psn_no", "人员编号");
    String number = Words.must(data, "ipt_otp_no", "住院/门诊号");
    boolean there =
        visits.of(asked.institution(), person).stream()
            .filter(v -> Visits.said(v, "state").equals(Visits.OPEN))
            .anyMatch(v -> Visits.said(v, "ipt_otp_no").equals(number));
    if (there) {
      throw new SaysNo("医保门诊已登记，请先撤销该挂号（2202）");
    }
    String id = notes.fresh("M");
    Known.Person shown = settling.credentials().present(asked, data, id, person);
    settling
        .people()
        .enrolment(
            asked, shown, data.text("insutype"), Words.day(data.text("begntime").orElse("")));
    visits.open(asked, id, "outpatient", Pharmacy.without(data));
    return Node.EMPTY.with(
        "data", Node.EMPTY.with("mdtrt_id", id).with("psn_no", person).with("ipt_otp_no", number));
  }

  /** 2202: withdraws it, once nothing hangs on it. */
  Node withdraw(Asked asked) {
    Node visit = visits.openOne(asked, data(asked));
    if (visits.isSettled(asked, visit)) {
      throw new SaysNo("门诊患者已结算，不能撤销挂号，请先撤销结算");
    }
    if (!visits.lines(visit).isEmpty()) {
      throw new SaysNo("选中患者费用已上传，请先撤销费用明细（2205）");
    }
    visits.withdraw(visit);
    return Node.EMPTY;
  }

  /** 2203: what the visit is for; the last one counts. */
  Node describe(Asked asked) {
    Node info = asked.input().node("mdtrtinfo").orElse(Node.EMPTY);
    Node visit = visits.openOne(asked, info);
    if (!Words.care(Visits.said(info, "med_type")).equals("outpatient")) {
      throw new SaysNo("med_type（医疗类别）: 门诊就诊应为 11、12 或 13");
    }
    visits.keep(
        visit
            .with("med_type", Visits.said(info, "med_type"))
            .with("dise_codg", Visits.said(info, "dise_codg"))
            .with("dise_name", Visits.said(info, "dise_name"))
            .with("main_cond_dscr", Visits.said(info, "main_cond_dscr"))
            .with("diseinfo", new Value.Rows(List.copyOf(asked.input().nodes("diseinfo")))));
    return Node.EMPTY;
  }

  /** 2204: fee lines, all or none. */
  Node upload(Asked asked) {
    List<Node> lines = asked.input().nodes("feedetail");
    Node visit = null;
    Set<String> numbers = new HashSet<>();
    List<Node> added = new ArrayList<>();
    for (Node line : lines) {
      visit = visits.openOne(asked, line);
      String number = Words.must(line, "feedetl_sn", "费用明细流水号");
      if (!numbers.add(number) || visits.line(visit, number).isPresent()) {
        throw new SaysNo("费用明细流水号重复：" + number + "，请先撤销后再上传");
      }
      Words.must(line, "chrg_bchno", "收费批次号");
      added.add(line);
    }
    if (visit == null) {
      throw new SaysNo("feedetail: 费用明细为空");
    }
    return cut(asked, visit, added);
  }

  private Node cut(Asked asked, Node visit, List<Node> added) {
    String id = Visits.id(visit);
    added.forEach(line -> visits.keepLine(id, line.with("setl_id", "")));
    Known.Person person = settling.door().person(Visits.said(visit, "psn_no")).orElseThrow();
    String day = Visits.said(visit, "begntime");
    Enrolment enrolment =
        settling.people().enrolment(asked, person, visit.text("insutype"), Words.day(day));
    return Node.EMPTY.with(
        "result",
        settling
            .bills()
            .cut(
                asked,
                settling
                    .bills()
                    .body(
                        asked,
                        new Bills.Of(id + ".0", id, "outpatient", Words.day(day).toString(), ""),
                        person,
                        enrolment,
                        added)));
  }

  /** 2205: takes a batch of lines back, or with 0000 every one that nothing settled. */
  Node takeBack(Asked asked) {
    Node data = data(asked);
    Node visit = visits.openOne(asked, data);
    String batch = Words.must(data, "chrg_bchno", "收费批次号");
    boolean all = batch.equals("0000");
    List<Node> lines =
        all && allDeletesSettled ? visits.lines(visit) : visits.unsettled(visit, all ? "" : batch);
    if (lines.isEmpty() && !all) {
      boolean settled =
          visits.lines(visit).stream()
              .anyMatch(line -> Visits.said(line, "chrg_bchno").equals(batch));
      throw new SaysNo(settled ? "该批次费用已结算，请先在HIS取消结算" : "未查询到该批次的费用明细");
    }
    lines.forEach(line -> visits.removeLine(visit, line));
    return Node.EMPTY;
  }

  /** 2206. */
  Node trial(Asked asked) {
    return settling.trial(asked, job(asked), false);
  }

  /** 2207. */
  Node settle(Asked asked) {
    return settling.settle(asked, job(asked), false);
  }

  /** 2208. */
  Node undo(Asked asked) {
    return settling.undo(asked, data(asked));
  }

  private Settling.Job job(Asked asked) {
    Node data = data(asked);
    Node visit = visits.openOne(asked, data);
    String batch = Words.must(data, "chrg_bchno", "收费批次号");
    if (Visits.said(visit, "med_type").isEmpty()) {
      throw new SaysNo("请先上传门诊就诊信息（2203）");
    }
    List<Node> lines = visits.unsettled(visit, batch);
    if (lines.isEmpty()) {
      boolean settled =
          visits.lines(visit).stream()
              .anyMatch(line -> Visits.said(line, "chrg_bchno").equals(batch));
      throw new SaysNo(settled ? "门诊患者已结算, 请勿重复结算" : "还存在未上传费用：该批次没有费用明细");
    }
    Bills.partsMustAddUp(data);
    return new Settling.Job(
        data, visit, bill(Visits.id(visit), batch), Visits.said(visit, "begntime"), "", lines);
  }

  /** The number of a batch at the centre, whatever characters it is written in. */
  private static String bill(String visit, String batch) {
    return batch.matches("[0-9A-Za-z_-]{1,30}")
        ? visit + "." + batch
        : visit
            + "."
            + HexFormat.of()
                .formatHex(Sm3.digest(batch.getBytes(StandardCharsets.UTF_8)))
                .substring(0, 24);
  }

  private static Node data(Asked asked) {
    return asked.input().node("data").orElse(Node.EMPTY);
  }
}
