package io.caresettle.reimbursement;

import io.caresettle.eligibility.Finding;
import io.caresettle.eligibility.Gap;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.settlement.PaperWidth;
import io.caresettle.split.ScopeCut;
import io.caresettle.writing.Paper;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Lays a slip for a later claim out on paper. */
final class ClaimSlipText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneOffset.ofHours(8));
  private static final String TEST_FIGURES = "** TEST FIGURES 测试数据 **";

  private final ClaimSlip slip;
  private final Paper paper;

  ClaimSlipText(ClaimSlip slip, PaperWidth width) {
    this.slip = slip;
    this.paper = new Paper(width.columns());
  }

  String print() {
    mark();
    head();
    care();
    why();
    lines();
    shares();
    claim();
    paper.rule().left("签名 Signature:");
    mark();
    return paper.toString();
  }

  private void mark() {
    if (slip.testFigures()) {
      paper.centred(TEST_FIGURES);
    }
  }

  private void head() {
    paper
        .centred(slip.issued().institutionName())
        .centred("零星报销凭证")
        .centred("Slip for a later claim");
    if (slip.copy()) {
      paper.centred("补打 COPY");
    }
    paper
        .centred("基金未支付 NOT PAID BY ANY FUND")
        .rule()
        .pair("机构 Institution", slip.bill().institutionCode())
        .pair("统筹区 Area", slip.issued().area())
        .pair("时间 Time", TIME.format(slip.issued().at()))
        .pair("终端 Terminal", String.format(Locale.ROOT, "%02d", slip.issued().terminalSlot()))
        .pair("收费员 Operator", slip.issued().operator())
        .pair("单据号 Bill", slip.bill().number());
  }

  private void care() {
    ClaimSlip.Care care = slip.care();
    paper
        .pair("就诊号 Visit", care.visitNumber())
        .pair("类别 Care", care.careType().zh() + " " + care.careType().en())
        .pair("就诊日期 Service", care.serviceDate().toString());
    if (!care.lastDay().equals(care.serviceDate())) {
      paper.pair("出院日期 Discharge", care.lastDay().toString());
    }
    paper.pair("上传日期 Upload", care.uploaded().toString());
    said("病种 Disease", care.disease());
    said("科室 Department", care.department());
    said("医师 Prescriber", care.prescriber());
    said("外伤申报 Declaration", care.declaration());
    said("急诊 Emergency", care.emergency() ? "是 yes" : "");
    paper.pair("姓名 Name", slip.maskedName());
    slip.insured()
        .flatMap(ClaimSlip.Insured::enrolment)
        .ifPresent(
            enrolled ->
                paper
                    .pair("参保地 Insured in", enrolled.area())
                    .pair("险种 Insurance", scheme(enrolled.scheme()))
                    .pair("身份 Kind", enrolled.kind().zh() + " " + enrolled.kind().en()));
  }

  private void said(String name, String value) {
    if (!value.isEmpty()) {
      paper.pair(name, value);
    }
  }

  private void why() {
    paper
        .rule()
        .left("原因 Reason " + slip.reason().code() + " " + slip.reason().zh())
        .left("  " + slip.reason().en());
    // One rule closes several payers with the same words, which are said once.
    Map<Finding, String> payers = new LinkedHashMap<>();
    slip.why()
        .forEach(
            f ->
                payers.merge(
                    sameForAll(f), f.payer().zh() + " " + f.payer().en(), (a, b) -> a + ", " + b));
    payers.forEach(
        (finding, closed) -> {
          paper
              .left("- " + closed)
              .left("  " + finding.zh())
              .left("  " + finding.en())
              .left("  " + finding.rule() + ", " + finding.article());
          finding.until().ifPresent(day -> paper.pair("  至 Until", day.toString()));
          finding
              .remedy()
              .ifPresent(help -> paper.left("  » " + help.zh()).left("    " + help.en()));
        });
    slip.notices()
        .forEach(n -> paper.left("* " + n.zh()).left("  " + n.en()).left("  " + n.article()));
  }

  private static Finding sameForAll(Finding f) {
    return new Finding(
        Payer.CASH, f.open(), f.rule(), f.article(), f.zh(), f.en(), f.until(), f.remedy());
  }

  private void lines() {
    paper.rule();
    for (ClaimSlip.Line line : slip.lines()) {
      String grade = line.catalogueClass().isEmpty() ? "" : "[" + line.catalogueClass() + "] ";
      paper.left(grade + line.name());
      if (!line.name().equals(line.code())) {
        paper.left("  " + line.code());
      }
      paper.pair("  " + line.unitPrice() + " x " + line.quantity(), line.total().toString());
    }
    paper.rule().pair("合计 Total", slip.paid().total().toString());
    for (Payer payer : Payer.values()) {
      if (payer == Payer.CASH || !slip.paid().paidBy(payer).equals(Money.ZERO)) {
        paper.pair(
            "已付 Paid " + payer.zh() + " " + payer.en(), slip.paid().paidBy(payer).toString());
      }
    }
  }

  private void shares() {
    paper.rule();
    if (slip.shares() instanceof FundShares.Figures figures) {
      cut(figures.cut());
      paper.left("模拟分割（未支付） Notional split, NOT PAID");
      figures.split().parts().entrySet().stream()
          .filter(part -> part.getKey().isFund())
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              part ->
                  paper.pair(
                      "  " + part.getKey().zh() + " " + part.getKey().en(),
                      part.getValue().toString()));
      paper.pair("  基金合计 All funds", figures.funds().toString());
      paper.left("  政策包 Pack " + figures.pack());
    } else if (slip.shares() instanceof FundShares.NotPublished unknown) {
      paper
          .left("模拟分割：参数未公布")
          .left("Notional split: not published")
          .left("  " + unknown.value() + ", " + unknown.source());
    } else if (slip.shares() instanceof FundShares.None none) {
      paper.left("模拟分割：" + none.zh()).left("Notional split: " + none.en());
    }
    slip.borne().ifPresent(this::borne);
  }

  private void borne(ClaimSlip.Borne borne) {
    paper.left("基金部分" + borne.bearer().zh()).left("The funds' part is " + borne.bearer().en());
    if (borne.bearer() == Gap.Bearer.EMPLOYER
        && slip.shares() instanceof FundShares.Figures figures) {
      paper.pair("  单位应承担 Employer's", figures.of(borne.funds()).toString());
    }
    if (borne.payableAfterwards()) {
      borne.mayBeMadeGoodUntil().ifPresent(day -> paper.pair("  最迟补缴 Make up by", day.toString()));
    }
    paper.left("  R-ELIG-15, " + borne.article());
  }

  private void cut(ScopeCut cut) {
    paper
        .pair("自费 Out of catalogue", cut.outOfCatalogue().toString())
        .pair("超限价 Over price limit", cut.overLimit().toString())
        .pair("先行自付 First self-pay", cut.firstSelfPay().toString())
        .pair("政策范围 In scope", cut.inScope().toString())
        .pair("其中起付 of it deductible", cut.deductible().toString());
  }

  private void claim() {
    HandClaim claim = slip.claim();
    String agency = claim.agencyArea().isEmpty() ? "参保地 home area" : claim.agencyArea();
    paper
        .rule()
        .pair("经办机构 Agency", agency)
        .pair("最迟报销 Claim by", claim.until().map(Object::toString).orElse("请咨询 ask there"))
        .left("  " + claim.article());
  }

  private static String scheme(Scheme scheme) {
    return switch (scheme) {
      case EMPLOYEE -> "职工医保 employee";
      case RESIDENT -> "居民医保 resident";
    };
  }
}
