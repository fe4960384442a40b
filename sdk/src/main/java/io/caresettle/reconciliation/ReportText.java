package io.caresettle.reconciliation;

import io.caresettle.centre.ClearingGroup;
import io.caresettle.centre.DaySettlement;
import io.caresettle.centre.GroupTotals;
import io.caresettle.money.Money;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.settlement.BookedAttempt;
import io.caresettle.writing.Columns;
import io.caresettle.writing.Paper;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A day's report on paper of eighty columns. It names bills and no person. */
final class ReportText {

  private static final int COLUMNS = 80;
  private static final int NAME = 36;
  private static final int AMOUNT = 21;

  private final Paper paper = new Paper(COLUMNS);
  private final DayReport report;

  private ReportText(DayReport report) {
    this.report = report;
  }

  static String of(DayReport report) {
    ReportText text = new ReportText(report);
    text.head();
    report.groups().forEach(text::group);
    text.details();
    text.carried();
    text.foot();
    return text.paper.toString();
  }

  private void head() {
    paper
        .centred("日终对账 Day end " + report.day())
        .left("机构 institution " + report.institutionCode())
        .left("终端号 slots " + String.join(", ", slots()))
        .rule();
  }

  private List<String> slots() {
    return report.slots().stream().sorted().map(Object::toString).toList();
  }

  private void group(DayReport.Group group) {
    paper
        .left(words(group.ours().group()))
        .left(row("", "本端 ours", "中心 centre"))
        .left(count("成立笔数 settled", group, GroupTotals::settled))
        .left(count("已撤销笔数 undone", group, GroupTotals::undone))
        .left(sum("总额 total", group, GroupTotals::total))
        .left(sum("基金 funds", group, GroupTotals::funds))
        .left(sum("个人账户 personal account", group, GroupTotals::personalAccount))
        .left(sum("家庭共济 family account", group, GroupTotals::familyAccount))
        .left(sum("商保互助 other layers", group, GroupTotals::otherLayers))
        .left(sum("机构负担 institution", group, GroupTotals::institution))
        .left(sum("现金 cash", group, GroupTotals::cash))
        .left(group.equal() ? "一致 equal" : "不一致 NOT EQUAL: 见明细 see the details")
        .rule();
  }

  static String words(ClearingGroup group) {
    return (group.scheme() == Scheme.EMPLOYEE ? "职工 employee" : "居民 resident")
        + " / "
        + group.clearingType().zh()
        + " "
        + group.clearingType().en()
        + " / "
        + group.clearingOffice();
  }

  private static String row(String name, String ours, String theirs) {
    return Columns.left(name, NAME)
        + Columns.right(ours, AMOUNT)
        + ' '
        + Columns.right(theirs, AMOUNT);
  }

  private static String count(
      String name, DayReport.Group group, Function<GroupTotals, Integer> which) {
    return row(name, which.apply(group.ours()).toString(), which.apply(group.centre()).toString());
  }

  private static String sum(
      String name, DayReport.Group group, Function<GroupTotals, Money> which) {
    return row(name, which.apply(group.ours()).toString(), which.apply(group.centre()).toString());
  }

  private void details() {
    List<Difference> differing =
        report.details().stream().filter(one -> !(one instanceof Difference.Same)).toList();
    int same = report.details().size() - differing.size();
    paper.pair("逐笔核对一致 same, bill by bill", Integer.toString(same));
    report.details().stream()
        .filter(one -> one instanceof Difference.Same s && s.onAnotherDay())
        .forEach(
            one -> paper.left("  " + one.bill().number() + " 跨日 counted on another day there"));
    paper.pair("不一致 different", Integer.toString(differing.size()));
    differing.forEach(this::bill);
    paper.rule();
  }

  private void carried() {
    paper.pair("结转 carried over", Integer.toString(report.carried().size()));
    report.carried().forEach(this::bill);
    if (!report.unreadable().isEmpty()) {
      paper.pair("无法读取 cannot be read", Integer.toString(report.unreadable().size()));
      report.unreadable().forEach(bill -> paper.left("  " + bill.number()));
    }
    paper.rule();
  }

  private void bill(Difference one) {
    paper.pair("  " + one.bill().number(), kind(one));
    paper.left("    本端 ours:   " + one.ourSide().map(ReportText::side).orElse("无记录 no record"));
    paper.left("    中心 centre: " + one.theirSide().map(ReportText::side).orElse("无记录 no record"));
    paper.left(
        "    处理 remedy: "
            + one.remedy().map(Remedy::words).orElse("无须人工处理 nothing for a person to do yet"));
  }

  static String kind(Difference one) {
    if (one instanceof Difference.Same) {
      return "一致 same";
    } else if (one instanceof Difference.AmountDiffers) {
      return "金额不符 amount differs";
    } else if (one instanceof Difference.OnlyOurs) {
      return "我有中心无 only ours";
    } else if (one instanceof Difference.OnlyTheirs theirs) {
      return theirs.isUnheardOf() ? "中心有我无：流水疑遗失 only theirs: LOST JOURNAL" : "中心有我无 only theirs";
    }
    return "结转 carried over";
  }

  private static String side(BookedAttempt ours) {
    return ours.end().zh()
        + " "
        + ours.end().en()
        + ", "
        + ours.settlementId().orElse("-")
        + ", "
        + ours.split().total();
  }

  private static String side(DaySettlement theirs) {
    return (theirs.stands() ? "成立 stands, " : "已撤销 undone, ")
        + theirs.settlementId()
        + ", "
        + theirs.split().total();
  }

  private void foot() {
    paper.pair("记为对账一致 reconciled bills", Integer.toString(report.reconciled()));
    Optional<String> anchored =
        report
            .anchor()
            .map(a -> "第 " + a.head().position() + " 条 up to link " + a.head().position());
    paper.pair("审计链锚定 audit chain anchored", anchored.orElse("中心未签 NOT COUNTERSIGNED"));
    paper.left(
        report.isClean()
            ? "结论：账目一致 The books agree."
            : "结论：尚有事项待处理 There is something left to decide or to wait for.");
  }
}
