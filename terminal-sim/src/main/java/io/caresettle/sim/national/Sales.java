package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Node;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sales and their return, with trace codes (3505, 3506, 3505A, 3506A). What is wrong with the
 * business is said inside an answer that the platform calls good.
 */
record Sales(Visits visits, Notes notes, LocalDate codesFrom) {

  private static final String CODE = "[0-9]{20}";

  /** 3505 and 3505A. */
  Node sell(Asked asked) {
    List<Node> sold = rows(asked);
    Set<String> here = new HashSet<>();
    for (Node row : sold) {
      Optional<String> fault = fault(asked, row, here);
      if (fault.isPresent()) {
        return result("0", fault.get());
      }
    }
    for (Node row : sold) {
      for (String code : codes(row)) {
        notes.put("trace", code, asked.institution(), row.with("institution", asked.institution()));
      }
    }
    return result("1", "");
  }

  private Optional<String> fault(Asked asked, Node row, Set<String> here) {
    String settlement = Visits.said(row, "setl_id");
    boolean insured = Visits.said(row, "mdtrt_setl_type").equals("1") || !settlement.isEmpty();
    if (insured
        && visits.door().settlement(asked.institution(), settlement)
            .filter(s -> s.stands())
            .isEmpty()) {
      return Optional.of("setl_id（结算ID）: 未查询到有效结算 " + settlement);
    }
    List<String> codes = codes(row);
    String day = Visits.said(row, "sel_retn_time");
    if (codes.isEmpty() && insured && !Words.day(day).isBefore(codesFrom)) {
      return Optional.of("无码不结：" + Visits.said(row, "med_list_codg") + " 未上传药品追溯码");
    }
    for (String code : codes) {
      if (!code.matches(CODE)) {
        return Optional.of("drug_trac_codg（药品追溯码）: 应为 20 位数字");
      }
      if (!here.add(code) || isSoldWhole(code)) {
        return Optional.of("药品追溯码已销售，不能重复使用：" + code);
      }
    }
    return Optional.empty();
  }

  /** A pack that was opened may be sold from more than once. */
  private boolean isSoldWhole(String code) {
    return notes
        .find("trace", code)
        .filter(row -> !Visits.said(row, "trdn_flag").equals("1"))
        .isPresent();
  }

  /** 3506 and 3506A. */
  Node takeBack(Asked asked) {
    List<Node> returned = rows(asked);
    for (Node row : returned) {
      for (String code : codes(row)) {
        if (notes
            .find("trace", code)
            .filter(sold -> Visits.said(sold, "institution").equals(asked.institution()))
            .isEmpty()) {
          return result("0", "未查询到该追溯码的销售记录：" + code);
        }
      }
    }
    returned.forEach(row -> codes(row).forEach(code -> notes.remove("trace", code)));
    return result("1", "");
  }

  private static List<Node> rows(Asked asked) {
    List<Node> rows = new ArrayList<>(asked.input().nodes("selinfo"));
    rows.addAll(asked.input().nodes("selinfoDetail"));
    if (rows.isEmpty()) {
      throw new SaysNo("selinfo: 缺少节点，请补全");
    }
    return rows;
  }

  /** A plain field or a list inside the line, as the province has it; both are read. */
  private static List<String> codes(Node row) {
    List<String> codes = new ArrayList<>();
    row.text("drug_trac_codg").ifPresent(codes::add);
    row.nodes("drugtracinfo").forEach(one -> one.text("drug_trac_codg").ifPresent(codes::add));
    return codes;
  }

  private static Node result(String code, String text) {
    return Node.EMPTY.with(
        "result", Node.EMPTY.with("retRslt", code).with("msgRslt", text));
  }
}
