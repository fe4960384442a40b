package io.caresettle.writing;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.WorkingLine;
import io.caresettle.split.Detail;
import io.caresettle.split.Estimate;
import io.caresettle.split.LineCut;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import io.caresettle.split.Warning;
import java.util.List;
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
    for (Warning warning : estimate.detail().warnings()) {
      table.line("! " + warning.zh() + " " + warning.en());
    }
    table.line("");
    table.row("费用构成 By what", "元 yuan");
    table.row("  目录外自费 out of catalogue", yuan(estimate.cut().outOfCatalogue()));
    table.row("  超限价自付 above the price limit", yuan(estimate.cut().overLimit()));
    table.row("  先行自付 first self-pay", yuan(estimate.cut().firstSelfPay()));
    table.row("  符合政策范围 in scope", yuan(estimate.cut().inScope()));
    some(table, "    其中异地先行自付 of it off-site first", estimate.detail().offSiteFirst());
    table.row("    其中起付标准 of it deductible", yuan(estimate.cut().deductible()));
    some(table, "    其中封顶线以上 of it above the ceiling", estimate.detail().aboveCeiling());
    table.row("合计 Total", yuan(estimate.cut().total()));
    table.line("");
    table.row("支付方 By whom", "元 yuan");
    new PayersText(estimate).table(table);
    table.row("合计 Total", yuan(estimate.split().total()));
    if (!estimate.working().isEmpty()) {
      table.line("");
      table.line("计算过程 Working");
      workingOf(estimate).table(estimate.working(), table);
    }
    return table.toString();
  }

  /** The steps alone, each with its article and its sum; lines of the bill count from 1. */
  public static String working(List<WorkingLine> working) {
    Table table = new Table();
    new WorkingText(i -> Integer.toString(i + 1)).table(working, table);
    return table.toString();
  }

  /** The same steps for a program. */
  public static List<Json> workingJson(List<WorkingLine> working) {
    return working.stream().map(new WorkingText(i -> Integer.toString(i + 1))::json).toList();
  }

  private static WorkingText workingOf(Estimate estimate) {
    return new WorkingText(i -> estimate.lines().get(i).lineId());
  }

  private static void some(Table table, String name, Money amount) {
    if (amount.fen() != 0) {
      table.row(name, yuan(amount));
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
    Detail detail = estimate.detail();
    Json json =
        Json.object()
            .put("bill", estimate.bill().toString())
            .put("pack", estimate.pack().toString())
            .put("test_figures", estimate.testFigures())
            .put("warnings", detail.warnings().stream().map(EstimateText::warning).toList());
    detail.settlementYear().ifPresent(year -> json.put("settlement_year", year));
    return json.put("total", yuan(estimate.cut().total()))
        .put("by_what", byWhat(estimate.cut()))
        .put("off_site_first", yuan(detail.offSiteFirst()))
        .put("deductible", yuan(estimate.cut().deductible()))
        .put("above_ceiling", yuan(detail.aboveCeiling()))
        .put("by_whom", byWhom(estimate.split()))
        .put("parts", new PayersText(estimate).json())
        .put("lines", estimate.lines().stream().map(EstimateText::line).toList())
        .put("year_to_date_after", yearToDate)
        .put("working", estimate.working().stream().map(workingOf(estimate)::json).toList());
  }

  private static Json warning(Warning warning) {
    return Json.object().put("id", warning.id()).put("zh", warning.zh()).put("en", warning.en());
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
        json.put(payer.id(), yuan(split.paidBy(payer)));
      }
    }
    return json;
  }

  private static Json line(LineCut line) {
    Json json =
        Json.object()
            .put("line", line.lineId())
            .put("amount", yuan(line.amount()))
            .put("out-of-catalogue", yuan(line.outOfCatalogue()))
            .put("over-limit", yuan(line.overLimit()))
            .put("first-self-pay", yuan(line.firstSelfPay()))
            .put("in-scope", yuan(line.inScope()));
    return line.paid().isEmpty() ? json : json.put("by_whom", PayersText.json(line.paid()));
  }
}
