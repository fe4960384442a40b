package io.caresettle.gateway;

import io.caresettle.reimbursement.ClaimSlip;
import io.caresettle.settlement.PaperWidth;
import io.caresettle.settlement.Slip;
import io.caresettle.writing.Json;

/** Slips as JSON: their data, and the text for paper. */
final class SlipJson {

  private SlipJson() {}

  static Json of(Slip slip, PaperWidth paper) {
    return Json.object()
        .put("bill", slip.bill().number())
        .put("settlement", slip.settlementId())
        .put("institution", slip.institutionName())
        .put("area", slip.area())
        .put("terminal", slip.terminalSlot())
        .put("operator", slip.operator())
        .put("visit", slip.visitNumber())
        .put("maskedName", slip.maskedName())
        .put("scheme", Given.wordOf(slip.scheme()))
        .put("lines", slip.lines().stream().map(SlipJson::line).toList())
        .put(
            "told",
            slip.told().stream()
                .map(
                    told ->
                        Json.object()
                            .put("rule", told.rule())
                            .put("zh", told.zh())
                            .put("en", told.en()))
                .toList())
        .put("cut", FiguresJson.cut(slip.cut()))
        .put("split", FiguresJson.split(slip.split()))
        .put("accountBalanceAfter", slip.accountBalanceAfter().toString())
        .put("settledAt", slip.settledAt().toString())
        .put("businessDate", slip.businessDate().toString())
        .put("testFigures", slip.testFigures())
        .put("copy", slip.copy())
        .put("text", slip.text(paper));
  }

  private static Json line(Slip.Line line) {
    return Json.object()
        .put("code", line.code())
        .put("name", line.name())
        .put("class", line.catalogueClass())
        .put("unitPrice", line.unitPrice().toString())
        .put("quantity", line.quantity().toString())
        .put("total", line.total().toString());
  }

  static Json of(ClaimSlip slip, PaperWidth paper) {
    return Json.object()
        .put("bill", slip.bill().number())
        .put("reason", Given.wordOf(slip.reason()))
        .put("zh", slip.reason().zh())
        .put("en", slip.reason().en())
        .put("visit", slip.care().visitNumber())
        .put("maskedName", slip.maskedName())
        .put("why", slip.why().stream().map(EligibilityJson::finding).toList())
        .put("notices", slip.notices().stream().map(EligibilityJson::notice).toList())
        .put("paid", FiguresJson.split(slip.paid()))
        .put("testFigures", slip.testFigures())
        .put("copy", slip.copy())
        .put("text", slip.text(paper));
  }
}
