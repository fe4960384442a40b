package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Node;

/** Clearing requests (3203) and their withdrawal (3204). */
record Clearings(Notes notes) {

  /** 3203: one of a month and a class stands at a time. */
  Node apply(Asked asked) {
    Node data = asked.input().node("data").orElse(asked.input());
    String month = Words.must(data, "setlym", "清算年月");
    String type = Words.must(data, "clr_type", "清算类别");
    if (!month.matches("\\d{4}(0[1-9]|1[0-2])")) {
      throw new SaysNo("setlym（清算年月）: 应为 yyyyMM");
    }
    String owner = asked.institution() + "/" + month + "/" + type;
    if (!notes.of("clearing", owner).isEmpty()) {
      throw new SaysNo("该清算年月和清算类别已申请清算，请先撤销（3204）");
    }
    String number = notes.fresh("Q");
    notes.put(
        "clearing",
        number,
        owner,
        data.with("clr_appy_evt_id", number).with("institution", asked.institution()));
    return Node.EMPTY.with("result", Node.EMPTY.with("clr_appy_evt_id", number));
  }

  /** 3204. */
  Node withdraw(Asked asked) {
    Node data = asked.input().node("data").orElse(asked.input());
    String number = Words.must(data, "clr_appy_evt_id", "机构清算申请事件ID");
    if (notes
        .find("clearing", number)
        .filter(one -> Visits.said(one, "institution").equals(asked.institution()))
        .isEmpty()) {
      throw new SaysNo("未查询到清算申请，或已撤销");
    }
    notes.remove("clearing", number);
    return Node.EMPTY;
  }
}
