package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Node;

/** A pharmacy's bills (2101, 2102, 2103): the lines travel inside, and the visit is born here. */
record Pharmacy(Visits visits, Notes notes, Settling settling) {

  /** 2101. */
  Node trial(Asked asked) {
    return settling.trial(asked, job(asked), true);
  }

  /** 2102. */
  Node settle(Asked asked) {
    Settling.Job job = job(asked);
    String visit = Visits.id(job.visit());
    job.lines().forEach(line -> visits.keepLine(visit, line.with("chrg_bchno", "1")));
    Node answer = settling.settle(asked, job, true);
    notes.remove("counter", owner(job));
    return answer;
  }

  /** 2103. */
  Node undo(Asked asked) {
    return settling.undo(asked, asked.input().node("data").orElse(Node.EMPTY));
  }

  /**
   * Trials of one person at one pharmacy are of one visit until it is settled: whoever is tried
   * three times is here once.
   */
  private Settling.Job job(Asked asked) {
    if (!asked.place().pharmacy()) {
      throw new SaysNo("非定点零售药店不能办理药店结算，请使用门诊交易 2206、2207");
    }
    Node data = asked.input().node("druginfo").orElse(Node.EMPTY);
    String medType = data.text("med_type").orElse("41");
    Words.care(medType);
    String owner = Visits.owner(asked.institution(), Words.must(data, "psn_no", "人员编号"));
    String id =
        notes
            .find("counter", owner)
            .map(Visits::id)
            .orElseGet(() -> notes.fresh("Y"));
    Node visit =
        visits.open(asked, id, "pharmacy", without(data).with("med_type", medType));
    notes.put("counter", owner, "", visit);
    return new Settling.Job(
        data,
        visit,
        id + ".1",
        data.text("begntime").orElse(Words.time(settling.door().now())),
        "",
        asked.input().nodes("drugdetail"));
  }

  private static String owner(Settling.Job job) {
    return Visits.owner(
        Visits.said(job.visit(), "institution"), Visits.said(job.visit(), "psn_no"));
  }

  /** What was shown is not kept with the visit. */
  static Node without(Node data) {
    return data.without("mdtrt_cert_no").without("certno").without("psn_name");
  }
}
