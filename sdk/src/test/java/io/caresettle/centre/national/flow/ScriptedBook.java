package io.caresettle.centre.national.flow;

import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.centre.national.message.Yuan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The books of a scripted platform: visits, lines, settlements, files. */
public final class ScriptedBook {

  static final String PERSON = "32050000000000000000000017";

  /** One settlement. */
  public record Settled(
      String id, String visit, String message, String number, Node info, boolean undone) {}

  private final Map<String, Node> visits = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> lines = new LinkedHashMap<>();
  private final Map<String, String> batches = new LinkedHashMap<>();
  private final Map<String, Settled> settled = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final ScriptedClearing clearing = new ScriptedClearing();
  private final List<String> sales = new ArrayList<>();
  private final List<String> discharged = new ArrayList<>();
  private String time = "2026-11-20 10:00:05";
  private boolean accountInside;
  private int count;

  /** The ids of the visits that stand. */
  public synchronized List<String> visits() {
    return List.copyOf(visits.keySet());
  }

  /** How many lines stand. */
  public synchronized int lines() {
    return lines.values().stream().mapToInt(Map::size).sum();
  }

  /** The settlements that stand. */
  public synchronized List<Settled> standing() {
    return settled.values().stream().filter(one -> !one.undone()).toList();
  }

  /** The messages of sales that stand. */
  public synchronized List<String> sales() {
    return List.copyOf(sales);
  }

  /** Its clearing requests. */
  public ScriptedClearing clearing() {
    return clearing;
  }

  /** The visits that are discharged. */
  public synchronized List<String> discharged() {
    return List.copyOf(discharged);
  }

  /** From now on what the account pays is in the sum of the funds. */
  public synchronized void accountInside() {
    accountInside = true;
  }

  /** The platform's time from now on. */
  public synchronized void time(String now) {
    time = now;
  }

  /**
   * @throws IllegalArgumentException with the text of a refusal
   */
  synchronized Node doIt(String number, Node request) {
    Node input = request.node("input").orElse(Node.EMPTY);
    Node data = first(input);
    String message = request.text("msgid").orElse("");
    return switch (number) {
      case "9001" ->
          Node.EMPTY.with(
              "signinoutb", Node.EMPTY.with("sign_time", time).with("sign_no", "SIGN-1"));
      case "1162" -> Node.EMPTY.with("ecToken", "token-" + data.text("ecQrCode").orElse(""));
      case "1101" -> person();
      case "2001" -> entitled("310100", "1", "");
      case "2101" -> setlinfo(request, "", "", total(data));
      case "2206", "2303" -> setlinfo(request, visit(data), "", total(data));
      case "2102" -> settle(request, open(input, message), total(data), message, number);
      case "2207", "2304" -> settle(request, visit(data), total(data), message, number);
      case "2103", "2208", "2305" -> undo(settlement(data), message);
      case "2601" -> reverse(data);
      case "2201", "2401" -> registered(data, input);
      case "2203", "2203A" -> nothing(visit(data));
      case "2204", "2301" -> upload(input);
      case "2205" -> dropBatch(data);
      case "2302" -> dropLine(data);
      case "2202", "2404" -> drop(data);
      case "2402" -> nothing(discharged.add(visit(data)));
      case "2405" -> nothing(discharged.remove(visit(data)));
      case "5201" -> Node.EMPTY.with("mdtrtinfo", rows(visits.values()));
      case "5204" -> Node.EMPTY.with("", lineRows(data)).with("output", lineRows(data));
      case "5203" -> Node.EMPTY.with("setlinfo", find(data));
      case "3505A" -> sold(message);
      case "3506A" -> back(input);
      case "3201" -> compared(data);
      case "3203" -> clearing.apply(data);
      case "3204" -> clearing.withdraw(data);
      case "9101" -> uploaded(data);
      case "3202" -> details(data);
      case "9102" ->
          Node.EMPTY.with("in", files.getOrDefault(data.text("file_qury_no").orElse(""), ""));
      default -> throw new IllegalArgumentException("未知交易");
    };
  }

  /** An answer to 2001 about one fund, from 2026 on. */
  public static Node entitled(String fund, String flag, String reason) {
    return Node.EMPTY.with(
        "trtinfo",
        new Value.Rows(
            List.of(
                Node.EMPTY
                    .with("psn_no", PERSON)
                    .with("trt_chk_type", "1")
                    .with("fund_pay_type", fund)
                    .with("trt_enjymnt_flag", flag)
                    .with("begndate", "2026-01-01")
                    .with("enddate", "")
                    .with("trt_chk_rslt", reason))));
  }

  private static Node nothing(Object unused) {
    return Node.EMPTY;
  }

  private static Node first(Node input) {
    return input.members().values().stream()
        .filter(Node.class::isInstance)
        .map(Node.class::cast)
        .findFirst()
        .orElse(Node.EMPTY);
  }

  private static long total(Node data) {
    return Yuan.fen(data.text("medfee_sumamt").orElse("0"));
  }

  private String visit(Node data) {
    String id = data.text("mdtrt_id").orElse("");
    if (!visits.containsKey(id)) {
      throw new IllegalArgumentException("就诊信息不存在");
    }
    return id;
  }

  private static Node person() {
    return Node.EMPTY
        .with(
            "baseinfo",
            Node.EMPTY
                .with("psn_no", PERSON)
                .with("psn_cert_type", "01")
                .with("certno", "329900198503120011")
                .with("psn_name", "测试甲"))
        .with(
            "insuinfo",
            new Value.Rows(
                List.of(
                    Node.EMPTY
                        .with("balc", "1000.00")
                        .with("insutype", "310")
                        .with("psn_type", "1101")
                        .with("psn_insu_stas", "1")
                        .with("psn_insu_date", "2012-07-01")
                        .with("cvlserv_flag", "0")
                        .with("insuplc_admdvs", "320500"))));
  }

  /** A hospital's bill is paid to 60 % by the pool and to a quarter by the account. */
  private Node setlinfo(Node request, String visit, String id, long total) {
    boolean pharmacy = request.text("infno").orElse("").startsWith("210");
    long fund = pharmacy ? 0 : total * 60 / 100;
    long account = pharmacy ? total * 90 / 100 : total / 4;
    Node info =
        Node.EMPTY
            .with("mdtrt_id", visit)
            .with("psn_no", PERSON)
            .with("setl_time", time)
            .with("medfee_sumamt", Yuan.text(total))
            .with("fulamt_ownpay_amt", "0.00")
            .with("overlmt_selfpay", "0.00")
            .with("preselfpay_amt", "0.00")
            .with("inscp_scp_amt", Yuan.text(total))
            .with("act_pay_dedc", "0.00")
            .with("hifp_pay", Yuan.text(fund))
            .with("cvlserv_pay", "0.00")
            .with("hifes_pay", "0.00")
            .with("hifmi_pay", "0.00")
            .with("hifob_pay", "0.00")
            .with("maf_pay", "0.00")
            .with("oth_pay", "0.00")
            .with("fund_pay_sumamt", Yuan.text(accountInside ? fund + account : fund))
            .with("psn_part_amt", Yuan.text(total - fund))
            .with("acct_pay", Yuan.text(account))
            .with("psn_cash_pay", Yuan.text(total - fund - account))
            .with("balc", "900.00")
            .with("acct_mulaid_pay", "0.00")
            .with("medins_setl_id", request.text("msgid").orElse(""))
            .with("clr_optins", "320500")
            .with("clr_type", pharmacy ? "41" : "11");
    return Node.EMPTY.with("setlinfo", id.isEmpty() ? info : info.with("setl_id", id));
  }

  private String open(Node input, String message) {
    String id = "M" + ++count;
    visits.put(
        id, Node.EMPTY.with("mdtrt_id", id).with("ipt_otp_no", message).with("begntime", time));
    put(id, input.nodes("drugdetail"));
    return id;
  }

  private Node registered(Node data, Node input) {
    String id = "M" + ++count;
    Node of = input.node("mdtrtinfo").orElse(data);
    visits.put(
        id,
        Node.EMPTY
            .with("mdtrt_id", id)
            .with("ipt_otp_no", of.text("ipt_otp_no").or(() -> of.text("ipt_no")).orElse(""))
            .with("begntime", time));
    return Node.EMPTY.with("data", Node.EMPTY.with("mdtrt_id", id));
  }

  private void put(String visit, List<Node> rows) {
    Map<String, String> of = lines.computeIfAbsent(visit, unused -> new LinkedHashMap<>());
    for (Node row : rows) {
      String serial = row.text("feedetl_sn").orElse("");
      of.put(serial, "");
      batches.put(serial, row.text("chrg_bchno").orElse(""));
    }
  }

  private Node upload(Node input) {
    List<Node> rows = input.nodes("feedetail");
    put(visit(rows.get(0)), rows);
    List<Node> cut = new ArrayList<>();
    for (Node row : rows) {
      cut.add(row.with("inscp_scp_amt", row.text("det_item_fee_sumamt").orElse("0.00")));
    }
    return Node.EMPTY.with("result", rows(cut));
  }

  private Node dropBatch(Node data) {
    String batch = data.text("chrg_bchno").orElse("");
    lines
        .getOrDefault(visit(data), new LinkedHashMap<>())
        .keySet()
        .removeIf(serial -> batch.equals(batches.get(serial)));
    return Node.EMPTY;
  }

  private Node dropLine(Node data) {
    lines
        .getOrDefault(visit(data), new LinkedHashMap<>())
        .remove(data.text("feedetl_sn").orElse(""));
    return Node.EMPTY;
  }

  private Node drop(Node data) {
    String id = visit(data);
    if (!lines.getOrDefault(id, Map.of()).isEmpty()) {
      throw new IllegalArgumentException("存在未撤销的费用明细");
    }
    visits.remove(id);
    return Node.EMPTY;
  }

  private Node settle(Node request, String visit, long total, String message, String number) {
    String id = "S" + ++count;
    Node output = setlinfo(request, visit, id, total);
    settled.put(
        id,
        new Settled(id, visit, message, number, output.node("setlinfo").orElse(Node.EMPTY), false));
    lines.getOrDefault(visit, Map.of()).replaceAll((serial, unused) -> id);
    return output;
  }

  private Settled settlement(Node data) {
    Settled found = settled.get(data.text("setl_id").orElse(""));
    if (found == null) {
      throw new IllegalArgumentException("未查询到结算信息");
    }
    return found;
  }

  private Node undo(Settled one, String message) {
    if (one.undone()) {
      throw new IllegalArgumentException("该笔结算已撤销，请勿重复办理");
    }
    forget(one);
    Node info = one.info().with("medins_setl_id", message).with("setl_id", "R" + one.id());
    for (String amount : List.of("medfee_sumamt", "acct_pay", "fund_pay_sumamt", "hifp_pay")) {
      info = info.with(amount, "-" + info.text(amount).orElse("0.00"));
    }
    return Node.EMPTY.with(
        "setlinfo",
        info.with("cash_payamt", one.info().text("psn_cash_pay").orElse("0.00"))
            .with("inscp_scp_amt", one.info().text("medfee_sumamt").orElse("")));
  }

  private void forget(Settled one) {
    settled.put(
        one.id(),
        new Settled(one.id(), one.visit(), one.message(), one.number(), one.info(), true));
    lines.getOrDefault(one.visit(), Map.of()).replaceAll((s, id) -> id.equals(one.id()) ? "" : id);
    if (one.number().equals("2102")) {
      lines.remove(one.visit());
      visits.remove(one.visit());
    }
  }

  private Node reverse(Node data) {
    String original = data.text("omsgid").orElse("");
    Settled found =
        settled.values().stream()
            .filter(one -> one.message().equals(original) && !one.undone())
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("原交易不存在"));
    forget(found);
    return Node.EMPTY;
  }

  private static Value rows(Iterable<Node> nodes) {
    List<Value> rows = new ArrayList<>();
    nodes.forEach(rows::add);
    return new Value.Rows(rows);
  }

  private Value lineRows(Node data) {
    List<Node> rows = new ArrayList<>();
    lines
        .getOrDefault(data.text("mdtrt_id").orElse(""), Map.of())
        .forEach(
            (serial, id) -> rows.add(Node.EMPTY.with("feedetl_sn", serial).with("setl_id", id)));
    return rows(rows);
  }

  private Node find(Node data) {
    Settled one = settlement(data);
    Node info = one.info().with("refd_setl_flag", one.undone() ? "1" : "0");
    return info.with("psn_pay", info.text("psn_part_amt").orElse(""))
        .with("cash_payamt", info.text("psn_cash_pay").orElse(""))
        .without("psn_part_amt")
        .without("psn_cash_pay");
  }

  private Node sold(String message) {
    sales.add(message);
    return result();
  }

  private Node back(Node input) {
    sales.remove(input.nodes("selinfoDetail").get(0).text("medins_prod_sel_no").orElse(""));
    return result();
  }

  private static Node result() {
    return Node.EMPTY.with("result", Node.EMPTY.with("retRslt", "1").with("msgRslt", ""));
  }

  private Node compared(Node data) {
    long total = 0;
    int number = 0;
    for (Settled one : standing()) {
      if (one.info().text("clr_type").equals(data.text("clr_type"))) {
        total += Yuan.fen(one.info().text("medfee_sumamt").orElse("0"));
        number++;
      }
    }
    boolean same =
        total == total(data)
            && data.text("fixmedins_setl_cnt").orElse("").equals(Integer.toString(number));
    return Node.EMPTY.with(
        "stmtinfo", Node.EMPTY.with("stmt_rslt", same ? "0" : "1").with("stmt_rslt_dscr", ""));
  }

  private Node uploaded(Node data) {
    String name = "F" + ++count;
    files.put(name, data.text("in").orElse(""));
    return Node.EMPTY.with("file_qury_no", name);
  }

  private Node details(Node data) {
    String uploaded =
        DayFile.text(
            java.util.Base64.getDecoder()
                .decode(files.getOrDefault(data.text("file_qury_no").orElse(""), "")));
    List<List<String>> rows = new ArrayList<>();
    List<String> theirs =
        uploaded.lines().map(line -> line.substring(0, line.indexOf('\t'))).toList();
    for (Settled one : standing()) {
      boolean both = theirs.contains(one.id());
      rows.add(row(one, both ? "0" : "1"));
    }
    for (String id : theirs) {
      Settled one = settled.get(id);
      if (one != null && one.undone()) {
        rows.add(row(one, "000102"));
      }
    }
    String name = "F" + ++count;
    files.put(name, java.util.Base64.getEncoder().encodeToString(DayFile.zip(rows)));
    return Node.EMPTY.with(
        "fileinfo", Node.EMPTY.with("file_qury_no", name).with("filename", "result.zip"));
  }

  private static List<String> row(Settled one, String result) {
    return List.of(
        PERSON,
        one.visit(),
        one.id(),
        one.message(),
        result,
        "0",
        "",
        one.info().text("medfee_sumamt").orElse(""),
        one.info().text("fund_pay_sumamt").orElse(""),
        one.info().text("acct_pay").orElse(""));
  }
}
