package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Yuan;
import io.caresettle.centre.national.profile.Profile;
import io.caresettle.centre.national.profile.Settling.Statement;
import io.caresettle.protocol.wire.Split;
import io.caresettle.sim.centre.Known;
import io.caresettle.sim.centre.SideDoor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Comparison of the books: totals (3201) and details by file (3202). */
record Statements(SideDoor door, Notes notes, Files files, Profile profile) {

  /**
   * A row of the books as the comparison has it: a settlement, or below zero its refund.
   *
   * @param message that made it, where it came by this port or another
   */
  private record Row(
      String id,
      String visit,
      String person,
      String message,
      long total,
      long funds,
      long account,
      boolean refund) {

    boolean fits(long otherTotal, long otherFunds, long otherAccount) {
      return total == otherTotal && funds == otherFunds && account == otherAccount;
    }
  }

  /** 3201. */
  Node totals(Asked asked) {
    Node data = asked.input().node("data").orElse(Node.EMPTY);
    List<Row> rows = rows(asked, data);
    long total = rows.stream().mapToLong(Row::total).sum();
    long funds = rows.stream().mapToLong(Row::funds).sum();
    long account = rows.stream().mapToLong(Row::account).sum();
    long count = Bills.fen(data, "fixmedins_setl_cnt") / 100;
    long saidTotal = Bills.fen(data, "medfee_sumamt");
    boolean same =
        rows.size() == count
            && total == saidTotal
            && funds == Bills.fen(data, "fund_pay_sumamt")
            && (data.text("acct_pay").isEmpty() || account == Bills.fen(data, "acct_pay"));
    Statement result =
        same
            ? Statement.BALANCED
            : rows.size() > count || total > saidTotal
                ? Statement.CENTRE_MORE
                : rows.size() < count || total < saidTotal
                    ? Statement.INSTITUTION_MORE
                    : Statement.DIFFER;
    return Node.EMPTY.with(
        "stmtinfo",
        Node.EMPTY
            .with("setl_optins", Visits.said(data, "setl_optins"))
            .with("stmt_rslt", code(result))
            .with(
                "stmt_rslt_dscr",
                same
                    ? "平"
                    : "不平：中心 "
                        + rows.size()
                        + " 笔，医疗费总额 "
                        + Yuan.text(total)
                        + "，基金支付总额 "
                        + Yuan.text(funds)
                        + "，个人账户 "
                        + Yuan.text(account)));
  }

  private String code(Statement result) {
    List<String> codes = profile.settling().statement().get(result);
    if (codes != null && !codes.isEmpty()) {
      return codes.get(0);
    }
    List<String> differ = profile.settling().statement().get(Statement.DIFFER);
    return differ == null || differ.isEmpty() ? "1" : differ.get(0);
  }

  /** What the request means of the books. Without a flag, or with 0, what stands; with 1 refunds. */
  private List<Row> rows(Asked asked, Node data) {
    LocalDate first = Words.day(Words.must(data, "stmt_begndate", "对账开始日期"));
    LocalDate last = Words.day(Words.must(data, "stmt_enddate", "对账结束日期"));
    if (last.isBefore(first) || last.isAfter(first.plusDays(31))) {
      throw new SaysNo("对账日期有误：结束日期应不早于开始日期且不超过 31 天");
    }
    boolean refunds =
        data.firstText(List.of(profile.settling().refundFlag(), "refd_setl_flag"))
            .orElse("0")
            .equals("1");
    List<Row> rows = new ArrayList<>();
    for (Known.Settled settled : door.settledIn(asked.institution(), first, last)) {
      boolean meant =
          data.text("insutype")
                  .map(i -> i.equals(Words.insurance(settled.scheme())))
                  .orElse(true)
              && data.text("clr_type")
                  .map(c -> c.equals(Words.clearing(settled.care())))
                  .orElse(true)
              && data.text("setl_optins")
                  .map(o -> o.equals(Words.division(settled.area())))
                  .orElse(true);
      if (meant && refunds && settled.cancelled() && within(settled.undoneOn(), first, last)) {
        rows.add(row(settled, true));
      }
      if (meant && !refunds && settled.stands() && within(settled.day(), first, last)) {
        rows.add(row(settled, false));
      }
    }
    return rows;
  }

  private static boolean within(String day, LocalDate first, LocalDate last) {
    LocalDate date = LocalDate.parse(day);
    return !date.isBefore(first) && !date.isAfter(last);
  }

  private Row row(Known.Settled settled, boolean refund) {
    Split split = settled.split();
    Node amounts = new SetlInfo(profile).amounts(split);
    long funds = Bills.fen(amounts, "fund_pay_sumamt");
    long account = Bills.fen(amounts, "acct_pay");
    int sign = refund ? -1 : 1;
    String message =
        refund
            ? notes.of("undo", settled.id()).stream()
                .findFirst()
                .map(undo -> Visits.said(undo, "msgid"))
                .orElse("")
            : settled.message();
    return new Row(
        refund ? "X" + settled.id() : settled.id(),
        settled.visit(),
        settled.person(),
        message,
        sign * split.getTotal(),
        sign * funds,
        sign * account,
        refund);
  }

  /** 3202: the rows that differ, in a file of their own. */
  Node details(Asked asked) {
    Node data = asked.input().node("data").orElse(Node.EMPTY);
    String uploaded =
        files.text(asked, Words.must(data, "file_qury_no", "文件查询号"));
    Map<String, Row> centre = new LinkedHashMap<>();
    rows(asked, data).forEach(row -> centre.put(row.id(), row));
    StringBuilder out = new StringBuilder();
    for (String line : uploaded.split("\r?\n", -1)) {
      if (!line.isBlank()) {
        compare(line, centre, out);
      }
    }
    centre.values().forEach(row -> write(row, code(Statement.CENTRE_MORE), "中心有，机构无", out));
    String number = files.keep(asked, "result.zip", "result.txt", out.toString());
    return Node.EMPTY.with(
        "fileinfo",
        Node.EMPTY
            .with("file_qury_no", number)
            .with("filename", "result.zip")
            .with("dld_endtime", files.until()));
  }

  private void compare(String line, Map<String, Row> centre, StringBuilder out) {
    String[] cells = line.split("\t", -1);
    if (cells.length < 6) {
      throw new SaysNo("对账文件格式有误：每行应以制表符分隔，依次为 setl_id、mdtrt_id、psn_no、"
          + "medfee_sumamt、fund_pay_sumamt、acct_pay、refd_setl_flag");
    }
    Node said =
        Node.EMPTY
            .with("medfee_sumamt", cells[3])
            .with("fund_pay_sumamt", cells[4])
            .with("acct_pay", cells[5].equals("null") ? "0" : cells[5]);
    Row row = centre.remove(cells[0]);
    long total = Bills.fen(said, "medfee_sumamt");
    long funds = Bills.fen(said, "fund_pay_sumamt");
    long account = Bills.fen(said, "acct_pay");
    if (row == null) {
      out.append(
          String.join(
              "\t",
              cells[2],
              cells[1],
              cells[0],
              "null",
              code(Statement.INSTITUTION_MORE),
              cells.length > 6 ? cells[6] : "null",
              "机构有，中心无",
              "null",
              "null",
              "null"));
      out.append('\n');
    } else if (!row.fits(total, funds, account)) {
      write(row, code(Statement.DIFFER), "金额不一致", out);
    }
  }

  private static void write(Row row, String result, String memo, StringBuilder out) {
    out.append(
        String.join(
            "\t",
            row.person(),
            row.visit(),
            row.id(),
            row.message().isEmpty() ? "null" : row.message(),
            result,
            row.refund() ? "1" : "0",
            memo,
            Yuan.text(row.total()),
            Yuan.text(row.funds()),
            Yuan.text(row.account())));
    out.append('\n');
  }
}
