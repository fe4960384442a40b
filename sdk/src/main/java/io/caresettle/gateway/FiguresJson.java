package io.caresettle.gateway;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.settlement.Quote;
import io.caresettle.split.Estimate;
import io.caresettle.split.LineCut;
import io.caresettle.split.OtherLayer;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import io.caresettle.writing.EstimateText;
import io.caresettle.writing.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who pays what, as JSON: yuan as texts with two decimals, payers in the order of the slip. */
final class FiguresJson {

  private FiguresJson() {}

  static Json split(SettlementSplit split) {
    List<Json> parts = parts(split.parts());
    for (OtherLayer other : split.others()) {
      parts.add(
          Json.object()
              .put("payer", other.payer().id())
              .put("zh", other.payer().name())
              .put("en", other.payer().kind().en())
              .put("amount", other.amount().toString())
              .put("authorisation", other.authorisation()));
    }
    return Json.object()
        .put("total", split.total().toString())
        .put("cash", split.paidBy(Payer.CASH).toString())
        .put("parts", parts);
  }

  /** Who pays something. */
  static List<Json> parts(Map<Payer, Money> paid) {
    return new ArrayList<>(
        Arrays.stream(Payer.values())
            .filter(paid::containsKey)
            .map(
                payer ->
                    Json.object()
                        .put("payer", payer.id())
                        .put("zh", payer.zh())
                        .put("en", payer.en())
                        .put("amount", paid.getOrDefault(payer, Money.ZERO).toString()))
            .toList());
  }

  static Json cut(ScopeCut cut) {
    return Json.object()
        .put("total", cut.total().toString())
        .put("outOfCatalogue", cut.outOfCatalogue().toString())
        .put("overLimit", cut.overLimit().toString())
        .put("firstSelfPay", cut.firstSelfPay().toString())
        .put("inScope", cut.inScope().toString())
        .put("deductible", cut.deductible().toString());
  }

  static Json estimate(Estimate estimate, Optional<Estimate> notional) {
    Json json =
        Json.object()
            .put("bill", estimate.bill().number())
            .put("cut", cut(estimate.cut()))
            .put("split", split(estimate.split()))
            .put("lines", estimate.lines().stream().map(FiguresJson::line).toList())
            .put(
                "mayPay",
                estimate.mayPay().stream()
                    .map(
                        may ->
                            Json.object()
                                .put("payer", may.payer().id())
                                .put("zh", may.zh())
                                .put("en", may.en()))
                    .toList())
            .put("pack", estimate.pack().toString())
            .put("testFigures", estimate.testFigures())
            .put("working", EstimateText.table(estimate));
    notional.ifPresent(would -> json.put("notionalNotPaid", split(would.split())));
    return json;
  }

  private static Json line(LineCut line) {
    return Json.object()
        .put("line", line.lineId())
        .put("amount", line.amount().toString())
        .put("outOfCatalogue", line.outOfCatalogue().toString())
        .put("overLimit", line.overLimit().toString())
        .put("firstSelfPay", line.firstSelfPay().toString())
        .put("inScope", line.inScope().toString())
        .put("parts", parts(line.paid()));
  }

  static Json quote(Quote quote, String ticket) {
    return Json.object()
        .put("quote", ticket)
        .put("bill", quote.bill().number())
        .put("visit", quote.visitNumber())
        .put("reference", quote.reference())
        .put("digest", quote.bodyDigest())
        .put("expiresAt", quote.expiresAt().toString())
        .put("businessDate", quote.businessDate().toString())
        .put("cut", cut(quote.cut()))
        .put("split", split(quote.split()));
  }
}
