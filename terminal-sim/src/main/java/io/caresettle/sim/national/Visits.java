package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Node;
import io.caresettle.sim.centre.Known;
import io.caresettle.sim.centre.SideDoor;
import java.util.List;
import java.util.Optional;

/** The visits that the platform holds: who, what for, and the fee lines that were uploaded. */
record Visits(SideDoor door, Notes notes) {

  static final String OPEN = "open";
  static final String DISCHARGED = "discharged";
  static final String WITHDRAWN = "withdrawn";

  /** A new visit, with whatever the request said of it. */
  Node open(Asked asked, String id, String care, Node said) {
    Node visit =
        said.with("mdtrt_id", id)
            .with("institution", asked.institution())
            .with("care", care)
            .with("state", OPEN)
            .with("msgid", asked.messageId());
    keep(visit);
    return visit;
  }

  void keep(Node visit) {
    notes.put("visit", id(visit), owner(said(visit, "institution"), said(visit, "psn_no")), visit);
  }

  static String owner(String institution, String person) {
    return institution + "/" + person;
  }

  static String id(Node visit) {
    return said(visit, "mdtrt_id");
  }

  static String said(Node node, String field) {
    return node.text(field).orElse("");
  }

  /** The visit that {@code data} names, of this institution and this person. */
  Node named(Asked asked, Node data) {
    String id = Words.must(data, "mdtrt_id", "就诊ID");
    Node visit =
        notes
            .find("visit", id)
            .filter(v -> said(v, "institution").equals(asked.institution()))
            .orElseThrow(() -> new SaysNo("未查询到就诊信息：mdtrt_id 不存在"));
    if (!said(visit, "psn_no").equals(said(data, "psn_no"))) {
      throw new SaysNo("人员编号与就诊登记不一致");
    }
    return visit;
  }

  /** The same, which must be open still. */
  Node openOne(Asked asked, Node data) {
    Node visit = named(asked, data);
    if (said(visit, "state").equals(WITHDRAWN)) {
      throw new SaysNo("该就诊登记已撤销");
    }
    return visit;
  }

  List<Node> of(String institution, String person) {
    return notes.of("visit", owner(institution, person));
  }

  /** Whether a settlement of this visit stands. */
  boolean isSettled(Asked asked, Node visit) {
    return door.settledOf(asked.institution(), id(visit)).stream().anyMatch(Known.Settled::stands);
  }

  List<Node> lines(Node visit) {
    return notes.of("line", id(visit));
  }

  /** Those of one batch that nothing settled yet. */
  List<Node> unsettled(Node visit, String batch) {
    return lines(visit).stream()
        .filter(line -> said(line, "setl_id").isEmpty())
        .filter(line -> batch.isEmpty() || said(line, "chrg_bchno").equals(batch))
        .toList();
  }

  Optional<Node> line(Node visit, String number) {
    return notes.find("line", id(visit) + "/" + number);
  }

  void keepLine(String visit, Node line) {
    notes.put("line", visit + "/" + said(line, "feedetl_sn"), visit, line);
  }

  void removeLine(Node visit, Node line) {
    notes.remove("line", id(visit) + "/" + said(line, "feedetl_sn"));
  }

  /** Marks lines with the settlement that took them; with an empty one they are free again. */
  void mark(String visit, List<Node> lines, String settlement) {
    lines.forEach(line -> keepLine(visit, line.with("setl_id", settlement)));
  }

  void free(String visit, String settlement) {
    mark(
        visit,
        notes.of("line", visit).stream()
            .filter(line -> said(line, "setl_id").equals(settlement))
            .toList(),
        "");
  }
}
