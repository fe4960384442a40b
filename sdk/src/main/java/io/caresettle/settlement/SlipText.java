package io.caresettle.settlement;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.split.OtherLayer;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
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

  private final Slip slip;
  private final Paper paper;

  SlipText(Slip slip, PaperWidth width) {
    this.slip = slip;
    this.paper = new Paper(width.columns());
  }

  String print() {
    mark();
    head();
    ending();
    paper
        .pair("单据号 Bill", slip.bill().number())
        .pair("就诊号 Visit", slip.issued().visitNumber())
        .pair("姓名 Name", slip.issued().maskedName())
        .pair("险种 Insurance", scheme(slip.issued().scheme()))
        .rule();
    lines();
    paper.rule();
    sums();
    if (paysSomething()) {
      slip.agreed().print(paper);
      slip.told().forEach(told -> paper.left("* " + told.zh()).left("  " + told.en()));
    }
    paper.rule();
    slip.sums().cut().ifPresent(this::cut);
    foot();
    return paper.toString();
  }

  /**
   * Where nothing is paid, a promise to pay and the leave to charge would be read as if it were.
   */
  private boolean paysSomething() {
    return !(slip.ending() instanceof Slip.Reversed || slip.ending() instanceof Slip.Cancelled);
  }

  private void mark() {
    if (slip.testFigures()) {
      paper.centred(TEST_FIGURES);
    }
  }

  private void head() {
    Slip.Issued issued = slip.issued();
    paper.centred(issued.institutionName()).centred(title(slip.ending()));
    if (slip.copy()) {
      paper.centred("补打 COPY");
    }
    paper
        .rule()
        .pair("机构 Institution", slip.bill().institutionCode())
        .pair("统筹区 Area", issued.area())
        .pair("时间 Time", TIME.format(slip.ending().at()))
        .pair("终端 Terminal", String.format(Locale.ROOT, "%02d", issued.terminalSlot()))
        .pair("收费员 Operator", issued.operator());
  }

  private static String title(Slip.Ending ending) {
    if (ending instanceof Slip.Settled) {
      return "医保结算单 Settlement slip";
    } else if (ending instanceof Slip.Cancelled) {
      return "医保撤销单 Cancellation slip";
    } else if (ending instanceof Slip.Refunded) {
      return "医保退费单 Refund slip";
    }
    return "医保冲正单 Reversal slip";
  }

  private void ending() {
    if (slip.ending() instanceof Slip.Settled settled) {
      paper
          .pair("业务日期 Business date", settled.businessDate().toString())
          .pair("结算号 Settlement", settled.settlementId());
    } else if (slip.ending() instanceof Slip.Cancelled cancelled) {
      paper.pair("业务日期 Business date", cancelled.businessDate().toString());
      cancelled(cancelled);
    } else if (slip.ending() instanceof Slip.Refunded refunded) {
      paper
          .pair("业务日期 Business date", refunded.anew().businessDate().toString())
          .pair("退费，原结算 refund of", refunded.of().settlementId())
          .pair("重新结算为 settled anew as", refunded.anew().settlementId())
          .pair("原单据号 Bill refunded", refunded.replaced().number())
          .pair("撤销号 Cancellation", refunded.of().cancellationId());
      why(refunded.of());
    } else if (slip.ending() instanceof Slip.Reversed reversed) {
      reversed.settlementId().ifPresent(id -> paper.pair("冲正原结算 reverses", id));
      paper.left("结算无效，不留扣款").left("Nothing stands, nothing is paid");
    }
  }

  private void cancelled(Slip.Cancelled cancelled) {
    paper
        .pair("撤销原结算 cancels", cancelled.settlementId())
        .pair("撤销号 Cancellation", cancelled.cancellationId());
    why(cancelled);
  }

  private void why(Slip.Cancelled cancelled) {
    if (!cancelled.reason().isEmpty()) {
      paper.pair("原因 Reason", cancelled.reason());
    }
    if (!cancelled.approvedBy().isEmpty()) {
      paper.pair("复核 Approved by", cancelled.approvedBy());
    }
  }

  /** Of a refund first what went back, then what is left of it. */
  private void lines() {
    if (slip.ending() instanceof Slip.Refunded refunded) {
      paper.left("原单明细 Lines given back");
      refunded.lines().forEach(this::line);
      paper.rule().left("保留明细 Lines settled anew");
    }
    slip.lines().forEach(this::line);
  }

  private void line(Slip.Line line) {
    paper.left(grade(line.catalogueClass()) + line.name());
    if (!line.specification().isEmpty()) {
      paper.left("  " + line.specification());
    }
    paper.pair("  " + line.unitPrice() + " x " + line.quantity(), line.total().toString());
  }

  private static String grade(String catalogueClass) {
    return switch (catalogueClass) {
      case "" -> "";
      case "A" -> "[甲A] ";
      case "B" -> "[乙B] ";
      default -> "[自费C] ";
    };
  }

  private void sums() {
    Slip.Sums sums = slip.sums();
    if (slip.ending() instanceof Slip.Reversed) {
      paper.pair("单据金额 Bill total", sums.total().toString());
      paper.pair("已付 Paid", sums.split().total().toString());
    } else if (slip.ending() instanceof Slip.Cancelled) {
      paper.pair("退回合计 Returned", sums.total().toString());
      payers(sums.split());
    } else if (slip.ending() instanceof Slip.Refunded refunded) {
      paper.pair("原单退回 Returned", refunded.returned().total().toString());
      payers(refunded.returned());
      paper.rule().pair("重新结算 Settled anew", sums.total().toString());
      payers(sums.split());
      new SlipNet(refunded.returned(), sums.split()).print(paper.rule());
    } else {
      paper.pair("合计 Total", sums.total().toString());
      payers(sums.split());
    }
  }

  private void payers(SettlementSplit split) {
    for (Payer payer : Payer.values()) {
      if (payer == Payer.PERSONAL_ACCOUNT) {
        // They pay after the public layers and before the person's own money.
        split.others().forEach(this::other);
      }
      // Cash is said even when there is none to pay: it is what the cashier looks for.
      if (payer == Payer.CASH || !split.paidBy(payer).equals(Money.ZERO)) {
        paper.pair(payer.zh() + " " + payer.en(), split.paidBy(payer).toString());
      }
    }
  }

  /** Under its own name, and by which leave. */
  private void other(OtherLayer other) {
    paper.pair(other.payer().name(), other.amount().toString());
    paper.left("  " + other.payer().kind().zh() + " " + other.payer().kind().en());
    paper.left("  授权 authorised by " + other.authorisation());
  }

  private void cut(ScopeCut cut) {
    paper
        .pair("自费 Out of catalogue", cut.outOfCatalogue().toString())
        .pair("超限价 Over price limit", cut.overLimit().toString())
        .pair("先行自付 First self-pay", cut.firstSelfPay().toString())
        .pair("政策范围 In scope", cut.inScope().toString())
        .pair("其中起付 of it deductible", cut.deductible().toString());
  }

  private void foot() {
    slip.sums()
        .account()
        .ifPresent(
            account ->
                paper
                    .pair("账户原余额 Account before", account.before().toString())
                    .pair("账户余额 Account after", account.after().toString()));
    slip.sums().year().print(paper);
    if (slip.sums().cut().isPresent() || slip.sums().account().isPresent()) {
      paper.rule();
    }
    paper.left("签名 Signature:");
    mark();
  }

  private static String scheme(Scheme scheme) {
    return switch (scheme) {
      case EMPLOYEE -> "职工医保 employee";
      case RESIDENT -> "居民医保 resident";
    };
  }
}
