package io.caresettle.centre.national.flow;

import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.split.FeeLine;
import java.util.ArrayList;
import java.util.List;

/** What was sold with trace codes (3505A), and what came back (3506A). */
final class Sales {

  private Sales() {}

  /** The rows of a sale as far as they are known before it is settled; none without codes. */
  static Value rows(Gate gate, Care care) {
    List<Value> rows = new ArrayList<>();
    for (FeeLine line : care.request().bill().lines()) {
      CareDetails.Line more = care.details().line(line.lineId());
      if (!more.traceCodes().isEmpty()) {
        rows.add(row(gate, care, line, more));
      }
    }
    return new Value.Rows(rows);
  }

  private static Node row(Gate gate, Care care, FeeLine line, CareDetails.Line more) {
    String time = gate.profile().wording().times().getOrDefault("sel_retn_time", "");
    String at = care.lines().time();
    Node row =
        Node.EMPTY
            .with("med_list_codg", line.catalogueCode())
            .with(
                "fixmedins_hilist_id",
                more.fields().getOrDefault("medins_list_codg", line.catalogueCode()))
            .with("fixmedins_hilist_name", line.catalogueCode())
            .with("prsc_dr_name", "无")
            .with("hi_feesetl_type", "1")
            .with("psn_no", care.shown().personNumber())
            .with("psn_cert_type", care.shown().documentType())
            .with("certno", care.shown().document())
            .with("psn_name", care.shown().name())
            .with("rx_flag", "0")
            .with("trdn_flag", "0")
            .with("finl_trns_pric", line.unitPrice().toString())
            .with("rtal_docno", care.request().bill().id().number())
            .with("sel_retn_cnt", line.quantity().toString())
            .with("sel_retn_time", time.contains("ddHH") ? at.replace(" ", "") : at)
            .with("sel_retn_opter_name", gate.settings().sender().operatorName())
            .with("mdtrt_setl_type", "1");
    for (String name : more.sale().keySet().stream().sorted().toList()) {
      if (!name.equals("min_prcunt_type")) {
        row = row.with(name, more.sale().getOrDefault(name, ""));
      }
    }
    List<Value> codes = new ArrayList<>();
    more.traceCodes().forEach(code -> codes.add(Node.EMPTY.with("drug_trac_codg", code)));
    return row.with("drugtracinfo", new Value.Rows(codes));
  }

  /** The input of 3505A, once the settlement is known. */
  static Node sale(Value rows, String settlement, String visit) {
    List<Value> all = new ArrayList<>();
    if (rows instanceof Value.Rows some) {
      for (Value row : some.values()) {
        if (row instanceof Node one) {
          all.add(one.with("setl_id", settlement).with("mdtrt_sn", visit));
        }
      }
    }
    return Node.EMPTY.with("selinfoDetail", new Value.Rows(all));
  }

  /** The input of 3506A: the same rows, without what only a sale has. */
  static Node back(Node sale, String messageId) {
    List<Value> all = new ArrayList<>();
    for (Node row : sale.nodes("selinfoDetail")) {
      Node back = row;
      for (String name :
          List.of(
              "prsc_dr_cert_type",
              "prsc_dr_certno",
              "prsc_dr_name",
              "phar_cert_type",
              "phar_certno",
              "phar_name",
              "phar_prac_cert_no",
              "hi_feesetl_type",
              "rxno",
              "rx_circ_flag",
              "rtal_docno",
              "stoout_no",
              "bchno",
              "drug_prod_barc",
              "shelf_posi",
              "mdtrt_setl_type")) {
        back = back.without(name);
      }
      all.add(back.with("medins_prod_sel_no", messageId));
    }
    return Node.EMPTY.with("selinfoDetail", new Value.Rows(all));
  }
}
