package io.caresettle.gateway;

import io.caresettle.reimbursement.ClaimSlip;
import io.caresettle.settlement.PaperWidth;
import io.caresettle.settlement.Slip;
import io.caresettle.writing.Json;

/** Slips as JSON: their data, and the text for paper. */
final class SlipJson {

  private SlipJson() {}

  static Json of(Slip slip, PaperWidth paper) {
    Slip.Issued issued = slip.issued();
    Json json =
        Json.object()
            .put("bill", slip.bill().number())
            .put("institution", issued.institutionName())
            .put("area", issued.area())
            .put("terminal", issued.terminalSlot())
            .put("operator", issued.operator())
            .put("visit", issued.visitNumber())
            .put("maskedName", issued.maskedName())
            .put("scheme", Given.wordOf(issued.scheme()))
            .put("at", slip.ending().at().toString());
    ending(json, slip.ending());
    slip.sums().cut().ifPresent(cut -> json.put("cut", FiguresJson.cut(cut)));
    slip.sums()
        .account()
        .ifPresent(account -> json.put("accountBalanceAfter", account.after().toString()));
    return json.put("lines", slip.lines().stream().map(SlipJson::line).toList())
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
        .put("split", FiguresJson.split(slip.split()))
        .put("testFigures", slip.testFigures())
        .put("copy", slip.copy())
        .put("text", slip.text(paper));
  }

  private static void ending(Json json, Slip.Ending ending) {
    if (ending instanceof Slip.Settled s) {
      settled(json.put("ending", "settled"), s);
    } else if (ending instanceof Slip.Refunded r) {
      settled(json.put("ending", "refunded").put("replaces", r.replaced().number()), r.anew());
      json.put("cancels", r.of().settlementId())
          .put("cancellation", r.of().cancellationId())
          .put("reason", r.of().reason())
          .put("returnedLines", r.lines().stream().map(SlipJson::line).toList())
          .put("returned", FiguresJson.split(r.returned()));
    } else if (ending instanceof Slip.Cancelled c) {
      json.put("ending", "cancelled")
          .put("settlement", c.settlementId())
          .put("cancellation", c.cancellationId())
          .put("reason", c.reason())
          .put("businessDate", c.businessDate().toString());
    } else {
      json.put("ending", "reversed");
    }
  }

  private static void settled(Json json, Slip.Settled settled) {
    json.put("settlement", settled.settlementId())
        .put("businessDate", settled.businessDate().toString());
  }

  private static Json line(Slip.Line line) {
    return Json.object()
        .put("code", line.code())
        .put("name", line.name())
        .put("specification", line.specification())
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
