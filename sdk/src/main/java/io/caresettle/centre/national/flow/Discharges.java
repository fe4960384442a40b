package io.caresettle.centre.national.flow;

import io.caresettle.centre.national.message.Node;

/** A discharge (2402), which goes out before the settlement of the stay. */
final class Discharges {

  private Discharges() {}

  /** Its input; empty for anything but a stay. */
  static Node input(Gate gate, Care care, Facts visit) {
    if (!care.type().isStay()) {
      return Node.EMPTY;
    }
    String last = care.request().visit().lastDay() + " 00:00:00";
    // A stay that ends today ends now: the platform would find midnight before its admission.
    String now = Times.text(gate.now());
    Node info =
        Node.EMPTY
            .with("mdtrt_id", visit.get("mdtrt_id"))
            .with("psn_no", care.shown().personNumber())
            .with("insutype", care.insurance().code())
            .with("endtime", now.startsWith(last.substring(0, 10)) ? now : last)
            .with("dise_codg", care.request().visit().disease())
            .with("dise_name", "")
            .with(
                gate.profile().wording().names("2402", "dscg_dept_codg").get(0),
                care.details()
                    .visit()
                    .getOrDefault(
                        "adm_dept_codg", Lines.orDefault(care.request().visit().department(), "0")))
            .with("dscg_dept_name", care.details().visit().getOrDefault("adm_dept_name", "全院"))
            .with("dscg_way", "1");
    return Node.EMPTY.with(
        gate.node("2402", "dscginfo"), Lines.with(info, care.details().discharge()));
  }
}
