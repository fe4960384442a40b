package io.caresettle.writing;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.PolicyValue;
import io.caresettle.policy.plan.Remark;
import io.caresettle.policy.plan.WorkingLine;
import io.caresettle.split.Estimate;
import io.caresettle.split.LineCut;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An estimate as a patient reads it, Chinese with English beside it, and as a program does. */
public final class EstimateText {

  private static final List<Payer> ALWAYS =
      List.of(Payer.POOL_FUND, Payer.PERSONAL_ACCOUNT, Payer.CASH);

  private EstimateText() {}

  /**
   * A table: what the bill is made of, who pays it, and, when the estimate has its working, each
   * step with its article and its sum.
   */
  public static String table(Estimate estimate) {
    Table table = new Table();
    table.line("本地测算 Estimate  " + estimate.pack().zh() + " " + estimate.pack().en());
    if (estimate.testFigures()) {
      table.line("*** 测试数据，非真实政策 TEST FIGURES ***");
    }
    table.line("");
    table.row("费用构成 By what", "元 yuan");
    table.row("  目录外自费 out of catalogue", yuan(estimate.cut().outOfCatalogue()));
    table.row("  超限价自付 above the price limit", yuan(estimate.cut().overLimit()));
    table.row("  先行自付 first self-pay", yuan(estimate.cut().firstSelfPay()));
    table.row("  符合政策范围 in scope", yuan(estimate.cut().inScope()));
    table.row("    其中起付标准 of it deductible", yuan(estimate.cut().deductible()));
    table.row("合计 Total", yuan(estimate.cut().total()));
    table.line("");
    table.row("支付方 By whom", "元 yuan");
    for (Payer payer : Payer.values()) {
      Money part = estimate.split().paidBy(payer);
      if (part.fen() > 0 || payer == Payer.CASH) {
        table.row("  " + payer.zh() + ' ' + payer.en(), yuan(part));
      }
    }
    table.row("合计 Total", yuan(estimate.split().total()));
    if (!estimate.working().isEmpty()) {
      table.line("");
      table.line("计算过程 Working");
      estimate.working().forEach(line -> working(estimate, line, table));
    }
    return table.toString();
  }

  private static void working(Estimate estimate, WorkingLine line, Table table) {
    String where =
        line.line().isPresent() ? " #" + estimate.lines().get(line.line().getAsInt()).lineId() : "";
    table.working(
        line.basis().kind().zh() + ' ' + line.basis().kind().en() + where,
        line.article().toString(),
        line.sum());
    if (line.remark() != Remark.NONE) {
      table.line("      " + line.remark().zh() + " " + line.remark().en());
    }
  }

  private static String yuan(Money amount) {
    return amount.toString();
  }

  /** The same for a program; amounts are texts in yuan. */
  public static Json json(Estimate estimate) {
    Json yearToDate = Json.object();
    Map<String, Money> sums = new TreeMap<>(estimate.yearToDateAfter());
    sums.forEach((name, sum) -> yearToDate.put(name, yuan(sum)));
    return Json.object()
        .put("bill", estimate.bill().toString())
        .put("pack", estimate.pack().toString())
        .put("test_figures", estimate.testFigures())
        .put("total", yuan(estimate.cut().total()))
        .put("by_what", byWhat(estimate.cut()))
        .put("deductible", yuan(estimate.cut().deductible()))
        .put("by_whom", byWhom(estimate.split()))
        .put("lines", estimate.lines().stream().map(EstimateText::line).toList())
        .put("year_to_date_after", yearToDate)
        .put("working", estimate.working().stream().map(line -> step(estimate, line)).toList());
  }

  /** The bill by what it is made of; amounts are texts in yuan. */
  public static Json byWhat(ScopeCut cut) {
    return Json.object()
        .put("out-of-catalogue", yuan(cut.outOfCatalogue()))
        .put("over-limit", yuan(cut.overLimit()))
        .put("first-self-pay", yuan(cut.firstSelfPay()))
        .put("in-scope", yuan(cut.inScope()));
  }

  /** The bill by who pays: pool, account and cash always, others where they pay something. */
  public static Json byWhom(SettlementSplit split) {
    Json json = Json.object();
    for (Payer payer : Payer.values()) {
      if (split.paidBy(payer).fen() > 0 || ALWAYS.contains(payer)) {
        json.put(word(payer), yuan(split.paidBy(payer)));
      }
    }
    return json;
  }

  private static String word(Payer payer) {
    return payer.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Json line(LineCut line) {
    return Json.object()
        .put("line", line.lineId())
        .put("amount", yuan(line.amount()))
        .put("out-of-catalogue", yuan(line.outOfCatalogue()))
        .put("over-limit", yuan(line.overLimit()))
        .put("first-self-pay", yuan(line.firstSelfPay()))
        .put("in-scope", yuan(line.inScope()));
  }

  private static Json step(Estimate estimate, WorkingLine line) {
    Json json =
        Json.object().put("step", line.basis().kind().id()).put("rule", line.basis().rule());
    line.line().ifPresent(i -> json.put("line", estimate.lines().get(i).lineId()));
    json.put("article", line.article().toString())
        .put("step_article", line.basis().source().toString());
    line.value().ifPresent(value -> json.put("value", value(value)));
    line.rounding().ifPresent(rounding -> json.put("rounding", rounding.toString()));
    json.put("sum", line.sum()).put("result", yuan(line.result()));
    if (line.remainder() != 0) {
      json.put("remainder_fen", line.remainder() + "/" + line.divisor());
    }
    line.basis().assumed().ifPresent(words -> json.put("assumed", words));
    if (line.remark() != Remark.NONE) {
      json.put("remark", Json.object().put("zh", line.remark().zh()).put("en", line.remark().en()));
    }
    return json;
  }

  private static Json value(PolicyValue value) {
    Json json =
        Json.object()
            .put("name", value.name())
            .put("from", value.from().toString())
            .put("standing", value.standing().toString())
            .put("confidence", value.confidence().toString());
    value.figure().ifPresent(figure -> json.put("figure", figure));
    value.assumed().ifPresent(words -> json.put("assumed", words));
    return json;
  }
}
