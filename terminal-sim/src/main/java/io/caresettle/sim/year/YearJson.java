package io.caresettle.sim.year;

import io.caresettle.sim.year.YearFigures.Cut;
import io.caresettle.sim.year.YearFigures.Tally;
import io.caresettle.writing.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A year's figures as JSON; money in fen. */
final class YearJson {

  private YearJson() {}

  static Json of(YearFigures figures) {
    Json json =
        Json.object()
            .put("area", figures.area())
            .put("seed", figures.seed())
            .put("test_figures", true);
    for (Count count : Count.values()) {
      json.put(count.name().toLowerCase(Locale.ROOT), figures.of(count));
    }
    json.put("all", shares(figures.all()));
    json.put("months", rows("month", figures.months(Cut.MONTH)));
    json.put("classes", rows("class", figures.walks()));
    json.put("care", rows("care", figures.cares()));
    json.put("unknown", counts("value", figures.unknown()));
    json.put("left_out", counts("value", figures.of(Tally.LEFT_OUT)));
    json.put("without_pack", counts("asked", figures.of(Tally.WITHOUT_RULE)));
    json.put("care_months", rows("month", figures.months(Cut.NURSING_MONTH)));
    json.put("care_refused_by", counts("check", figures.of(Tally.CARE_REFUSED)));
    json.put("closed", counts("why", figures.of(Tally.CLOSED)));
    json.put("stricter_at_the_till", counts("why", figures.of(Tally.STRICTER)));
    return json.putTexts("disagreements", figures.disagreements());
  }

  private static List<Json> rows(String name, Map<?, Shares> rows) {
    return rows.entrySet().stream()
        .map(row -> shares(row.getValue()).put(name, row.getKey().toString()))
        .toList();
  }

  private static Json shares(Shares shares) {
    Json json = Json.object().put("bills", shares.bills());
    for (Bearer bearer : Bearer.values()) {
      if (shares.of(bearer) != 0) {
        json.put(bearer.id(), shares.of(bearer));
      }
    }
    return json;
  }

  private static List<Json> counts(String name, Map<String, Long> counts) {
    return YearFigures.byOften(counts).entrySet().stream()
        .map(row -> Json.object().put(name, row.getKey()).put("bills", row.getValue()))
        .toList();
  }
}
