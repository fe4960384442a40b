package io.caresettle.settlement;

import io.caresettle.split.OtherLayer;
import io.caresettle.split.SettlementSplit;
import io.caresettle.writing.EstimateText;
import io.caresettle.writing.Json;
import java.util.List;

/** A slip as a program reads it. */
final class SlipJson {

  private SlipJson() {}

  static Json of(Slip slip) {
    Slip.Issued issued = slip.issued();
    Slip.Sums sums = slip.sums();
    Json json =
        Json.object()
            .put("ending", name(slip.ending()))
            .put("copy", slip.copy())
            .put("test_figures", slip.testFigures())
            .put("institution", slip.bill().institutionCode())
            .put("institution_name", issued.institutionName())
            .put("area", issued.area())
            .put("terminal", issued.terminalSlot())
            .put("operator", issued.operator())
            .put("bill", slip.bill().number())
            .put("visit", issued.visitNumber())
            .put("masked_name", issued.maskedName())
            .put("scheme", issued.scheme().name())
            .put("at", slip.ending().at().toString());
    ending(json, slip);
    json.put("lines", slip.lines().stream().map(SlipJson::line).toList())
        .put("total", sums.total().toString())
        .put("by_whom", EstimateText.byWhom(sums.split()))
        .put("others", others(sums.split()));
    sums.cut()
        .ifPresent(
            cut ->
                json.put("by_what", EstimateText.byWhat(cut))
                    .put("deductible", cut.deductible().toString()));
    sums.account()
        .ifPresent(
            account ->
                json.put("account_before", account.before().toString())
                    .put("account_after", account.after().toString()));
    json.put("year_to_date_before", sums.year().json());
    sums.year().year().ifPresent(year -> json.put("settlement_year", year));
    return json.put("consents", slip.agreed().lines().stream().map(SlipJson::consent).toList())
        .put("consent_emergency", slip.agreed().emergency())
        .put("told", slip.told().stream().map(SlipJson::told).toList());
  }

  private static String name(Slip.Ending ending) {
    if (ending instanceof Slip.Settled) {
      return "settled";
    } else if (ending instanceof Slip.Cancelled) {
      return "cancelled";
    }
    return ending instanceof Slip.Refunded ? "refunded" : "reversed";
  }

  private static void ending(Json json, Slip slip) {
    if (slip.ending() instanceof Slip.Settled settled) {
      settled(json, settled);
    } else if (slip.ending() instanceof Slip.Cancelled cancelled) {
      cancelled(json.put("business_date", cancelled.businessDate().toString()), cancelled);
    } else if (slip.ending() instanceof Slip.Refunded refunded) {
      settled(json, refunded.anew());
      cancelled(json.put("refund_of_bill", refunded.replaced().number()), refunded.of());
      SlipNet net = new SlipNet(refunded.returned(), slip.split());
      json.put("returned_lines", refunded.lines().stream().map(SlipJson::line).toList())
          .put("returned_total", refunded.returned().total().toString())
          .put("returned", EstimateText.byWhom(refunded.returned()))
          .put("returned_others", others(refunded.returned()))
          .put("net_back_total", net.total().toString())
          .put("net_back", net.json());
    } else if (slip.ending() instanceof Slip.Reversed reversed) {
      reversed.settlementId().ifPresent(id -> json.put("reverses", id));
    }
  }

  private static void settled(Json json, Slip.Settled settled) {
    json.put("settlement", settled.settlementId())
        .put("business_date", settled.businessDate().toString());
  }

  private static void cancelled(Json json, Slip.Cancelled cancelled) {
    json.put("cancels", cancelled.settlementId())
        .put("cancellation", cancelled.cancellationId())
        .put("reason", cancelled.reason())
        .put("approved_by", cancelled.approvedBy());
  }

  private static Json line(Slip.Line line) {
    return Json.object()
        .put("code", line.code())
        .put("name", line.name())
        .put("specification", line.specification())
        .put("class", line.catalogueClass())
        .put("unit_price", line.unitPrice().toString())
        .put("quantity", line.quantity().toString())
        .put("amount", line.total().toString());
  }

  private static List<Json> others(SettlementSplit split) {
    return split.others().stream().map(SlipJson::other).toList();
  }

  private static Json other(OtherLayer other) {
    return Json.object()
        .put("payer", other.payer().id())
        .put("name", other.payer().name())
        .put("kind", other.payer().kind().name())
        .put("amount", other.amount().toString())
        .put("authorisation", other.authorisation());
  }

  private static Json consent(Agreed.Line line) {
    return Json.object()
        .put("line", line.lineId())
        .put("code", line.catalogueCode())
        .put("up_to", line.upTo().toString())
        .put("giver", line.giver().name())
        .put("form", line.form().name())
        .put("at", line.at().toString());
  }

  private static Json told(Slip.Told told) {
    return Json.object().put("rule", told.rule()).put("zh", told.zh()).put("en", told.en());
  }
}
