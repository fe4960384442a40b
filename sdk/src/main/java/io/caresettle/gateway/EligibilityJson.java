package io.caresettle.gateway;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Finding;
import io.caresettle.eligibility.Gap;
import io.caresettle.eligibility.Notice;
import io.caresettle.eligibility.OtherFinding;
import io.caresettle.money.Payer;
import io.caresettle.writing.Json;
import java.util.Arrays;
import java.util.List;

/** A verdict on a visit, as JSON. */
final class EligibilityJson {

  private EligibilityJson() {}

  static Json of(Eligibility eligibility, String ticket) {
    Json json =
        Json.object()
            .put("eligibility", ticket)
            .put("visit", eligibility.visit().number())
            .put("cashOnly", eligibility.cashOnly())
            .putTexts("open", open(eligibility))
            .put("findings", eligibility.findings().stream().map(EligibilityJson::finding).toList())
            .put("notices", eligibility.notices().stream().map(EligibilityJson::notice).toList())
            .put("others", eligibility.others().stream().map(EligibilityJson::other).toList())
            .put("catalogueArea", eligibility.catalogueArea());
    eligibility.settlementYear().ifPresent(year -> json.put("settlementYear", year));
    eligibility.gap().ifPresent(gap -> json.put("gap", gap(gap)));
    return json;
  }

  private static List<String> open(Eligibility eligibility) {
    return Arrays.stream(Payer.values())
        .filter(eligibility.open()::contains)
        .map(Payer::id)
        .toList();
  }

  static Json finding(Finding finding) {
    Json json =
        Json.object()
            .put("payer", finding.payer().id())
            .put("open", finding.open())
            .put("rule", finding.rule())
            .put("article", finding.article())
            .put("zh", finding.zh())
            .put("en", finding.en());
    finding.until().ifPresent(day -> json.put("until", day.toString()));
    finding.remedy().ifPresent(help -> json.put("remedy", remedy(help)));
    return json;
  }

  static Json notice(Notice notice) {
    return Json.object()
        .put("rule", notice.rule())
        .put("article", notice.article())
        .put("zh", notice.zh())
        .put("en", notice.en());
  }

  private static Json remedy(Finding.Remedy help) {
    return Json.object().put("zh", help.zh()).put("en", help.en());
  }

  private static Json other(OtherFinding other) {
    Json json =
        Json.object()
            .put("payer", other.payer().id())
            .put("name", other.payer().name())
            .put("open", other.open())
            .put("rule", other.rule())
            .put("article", other.article())
            .put("zh", other.zh())
            .put("en", other.en());
    other.authorisation().ifPresent(number -> json.put("authorisation", number));
    other.until().ifPresent(day -> json.put("until", day.toString()));
    other.remedy().ifPresent(help -> json.put("remedy", remedy(help)));
    return json;
  }

  private static Json gap(Gap gap) {
    Json json =
        Json.object()
            .put("bearer", Given.wordOf(gap.bearer()))
            .put("zh", gap.bearer().zh())
            .put("en", gap.bearer().en())
            .put("article", gap.article())
            .put("payableAfterwards", gap.payableAfterwards());
    gap.mayBeMadeGoodUntil().ifPresent(day -> json.put("mayBeMadeGoodUntil", day.toString()));
    return json;
  }
}
