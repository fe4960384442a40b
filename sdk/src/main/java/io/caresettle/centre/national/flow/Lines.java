package io.caresettle.centre.national.flow;

import io.caresettle.centre.TrialRequest;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.split.FeeLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The lines of one bill as one trial sends them.
 *
 * @param batch {@code chrg_bchno}, never used before
 */
record Lines(TrialRequest request, CareDetails details, String batch, String time) {

  /** Western and patent drugs, by the national code of items: packs that carry a trace code. */
  private static boolean isTraced(String code) {
    return code.startsWith("X") || code.startsWith("Z");
  }

  private static final int LONGEST = 30;

  /** {@code feedetl_sn}: unique in the visit, and in every other visit too. */
  String serial(int index) {
    String serial = batch + '-' + (index + 1);
    return serial.length() > LONGEST ? serial.substring(serial.length() - LONGEST) : serial;
  }

  List<String> serials() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < request.bill().lines().size(); i++) {
      all.add(serial(i));
    }
    return all;
  }

  /** The lines of drugs whose trace codes are missing. */
  List<String> untraced() {
    return request.bill().lines().stream()
        .filter(line -> isTraced(line.catalogueCode()))
        .filter(line -> details.line(line.lineId()).traceCodes().isEmpty())
        .map(FeeLine::lineId)
        .toList();
  }

  /** {@code drugdetail} of 2101. */
  Value ofPharmacy() {
    return rows(Node.EMPTY, "bilg_dr_codg", "bilg_dr_name");
  }

  /** {@code feedetail} of 2204. */
  Value ofOutpatient(String visit) {
    Node common =
        ofVisit(visit)
            .with("chrg_bchno", batch)
            .with("dise_codg", request.visit().disease())
            .with("hosp_appr_flag", "0");
    return rows(common, "bilg_dept_codg", "bilg_dept_name", "bilg_dr_codg", "bilg_dr_name");
  }

  /** {@code feedetail} of 2301. */
  Value ofStay(String visit, String medicalType) {
    Node common = ofVisit(visit).with("med_type", medicalType).with("hosp_appr_flag", "0");
    return rows(common, "bilg_dept_codg", "bilg_dept_name", "bilg_dr_codg", "bilg_dr_name");
  }

  private Node ofVisit(String visit) {
    return Node.EMPTY.with("mdtrt_id", visit).with("psn_no", request.personNumber());
  }

  private Value rows(Node common, String... orderedBy) {
    List<Value> rows = new ArrayList<>();
    List<FeeLine> lines = request.bill().lines();
    for (int i = 0; i < lines.size(); i++) {
      rows.add(row(common, lines.get(i), serial(i), orderedBy));
    }
    return new Value.Rows(rows);
  }

  private Node row(Node common, FeeLine line, String serial, String... orderedBy) {
    boolean outside = request.visit().prescription().isPresent();
    Node row = Node.EMPTY.with("feedetl_sn", serial);
    for (Map.Entry<String, Value> member : common.members().entrySet()) {
      row = row.with(member.getKey(), member.getValue());
    }
    row =
        row.with("rxno", request.visit().prescription().map(rx -> rx.number()).orElse(""))
            .with("rx_circ_flag", outside ? "1" : "0")
            .with("fee_ocur_time", time)
            .with("med_list_codg", line.catalogueCode())
            .with("medins_list_codg", line.catalogueCode())
            .with("det_item_fee_sumamt", line.lineTotal().toString())
            .with("cnt", line.quantity().toString())
            .with("pric", line.unitPrice().toString());
    for (String field : orderedBy) {
      row = row.with(field, orderer(field));
    }
    if (common.members().containsKey("med_type")) {
      row = row.without("rxno").without("rx_circ_flag");
    }
    return with(row, details.line(line.lineId()).fields());
  }

  private String orderer(String field) {
    return switch (field) {
      case "bilg_dept_codg" ->
          details.visit().getOrDefault("dept_code", orDefault(request.visit().department(), "0"));
      case "bilg_dept_name" -> details.visit().getOrDefault("dept_name", "全院");
      case "bilg_dr_codg" ->
          details.visit().getOrDefault("atddr_no", orDefault(request.visit().prescriber(), "0"));
      default -> details.visit().getOrDefault("dr_name", "医师");
    };
  }

  static String orDefault(String text, String other) {
    return text.isEmpty() ? other : text;
  }

  /** {@code node} with what the institution's program says. */
  static Node with(Node node, Map<String, String> more) {
    Node all = node;
    for (String name : more.keySet().stream().sorted().toList()) {
      all = all.with(name, more.getOrDefault(name, ""));
    }
    return all;
  }

  @Override
  public String toString() {
    return request.bill().lines().size() + " lines of " + request.bill().id();
  }
}
