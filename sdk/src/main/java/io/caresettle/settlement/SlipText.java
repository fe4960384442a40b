package io.caresettle.settlement;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.split.OtherLayer;
import io.caresettle.writing.Paper;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Lays a slip out on paper. */
final class SlipText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneOffset.ofHours(8));
  private static final String TEST_FIGURES = "** TEST FIGURES 测试数据 **";

  private SlipText() {}

  static String of(Slip slip, PaperWidth width) {
    Paper paper = new Paper(width.columns());
    head(paper, slip);
    for (Slip.Line line : slip.lines()) {
      String grade = line.catalogueClass().isEmpty() ? "" : "[" + line.catalogueClass() + "] ";
      paper.left(grade + line.name());
      paper.pair("  " + line.unitPrice() + " x " + line.quantity(), line.total().toString());
    }
    paper.rule().pair("合计 Total", slip.split().total().toString());
    for (Payer payer : Payer.values()) {
      if (payer == Payer.PERSONAL_ACCOUNT) {
        // They pay after the public layers and before the person's own money.
        slip.split().others().forEach(other -> other(paper, other));
      }
      // Cash is said even when there is none to pay: it is what the cashier looks for.
      if (payer == Payer.CASH || !slip.split().paidBy(payer).equals(Money.ZERO)) {
        paper.pair(payer.zh() + " " + payer.en(), slip.split().paidBy(payer).toString());
      }
    }
    slip.agreed().print(paper);
    slip.told().forEach(told -> paper.left("* " + told.zh()).left("  " + told.en()));
    foot(paper, slip);
    return paper.toString();
  }

  /** Under its own name, and by which leave. */
  private static void other(Paper paper, OtherLayer other) {
    paper.pair(other.payer().name(), other.amount().toString());
    paper.left("  " + other.payer().kind().zh() + " " + other.payer().kind().en());
    paper.left("  授权 authorised by " + other.authorisation());
  }

  private static void head(Paper paper, Slip slip) {
    if (slip.testFigures()) {
      paper.centred(TEST_FIGURES);
    }
    paper.centred(slip.institutionName()).centred("医保结算单 Settlement slip");
    if (slip.copy()) {
      paper.centred("补打 COPY");
    }
    paper
        .rule()
        .pair("机构 Institution", slip.bill().institutionCode())
        .pair("统筹区 Area", slip.area())
        .pair("时间 Time", TIME.format(slip.settledAt()))
        .pair("业务日期 Business date", slip.businessDate().toString())
        .pair("终端 Terminal", String.format(Locale.ROOT, "%02d", slip.terminalSlot()))
        .pair("收费员 Operator", slip.operator())
        .pair("结算号 Settlement", slip.settlementId())
        .pair("单据号 Bill", slip.bill().number())
        .pair("就诊号 Visit", slip.visitNumber())
        .pair("姓名 Name", slip.maskedName())
        .pair("险种 Insurance", scheme(slip.scheme()))
        .rule();
  }

  private static void foot(Paper paper, Slip slip) {
    paper
        .rule()
        .pair("自费 Out of catalogue", slip.cut().outOfCatalogue().toString())
        .pair("超限价 Over price limit", slip.cut().overLimit().toString())
        .pair("先行自付 First self-pay", slip.cut().firstSelfPay().toString())
        .pair("政策范围 In scope", slip.cut().inScope().toString())
        .pair("其中起付 of it deductible", slip.cut().deductible().toString())
        .pair("账户余额 Account after", slip.accountBalanceAfter().toString())
        .rule()
        .left("签名 Signature:");
    if (slip.testFigures()) {
      paper.centred(TEST_FIGURES);
    }
  }

  private static String scheme(Scheme scheme) {
    return switch (scheme) {
      case EMPLOYEE -> "职工医保 employee";
      case RESIDENT -> "居民医保 resident";
    };
  }
}
