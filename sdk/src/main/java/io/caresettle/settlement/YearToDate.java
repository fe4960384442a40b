package io.caresettle.settlement;

import io.caresettle.money.Money;
import io.caresettle.writing.Json;
import io.caresettle.writing.Paper;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What a slip says of the person's settlement year: its sums as the centre last told them before
 * the bill (本年累计).
 *
 * @param year which year, where the centre said so
 * @param sums by the name of the accumulator, such as {@code deductible-used}; none where the
 *     centre told none
 */
public record YearToDate(OptionalInt year, Map<String, Money> sums) {

  private static final Map<String, String> KNOWN =
      Map.of(
          "deductible-used", "已计起付 deductible used",
          "pool-paid", "统筹已付 pool paid",
          "in-scope-counted", "政策范围 in scope");

  public YearToDate {
    sums = Map.copyOf(sums);
  }

  /** The centre told nothing. */
  static YearToDate untold() {
    return new YearToDate(OptionalInt.empty(), Map.of());
  }

  void write(TextBody body) {
    year.ifPresent(y -> body.put("year", y));
    if (!sums.isEmpty()) {
      body.put("year.sums", sums.size());
    }
    int i = 0;
    for (Map.Entry<String, Money> sum : new TreeMap<>(sums).entrySet()) {
      body.put("year." + i + ".name", sum.getKey()).put("year." + i + ".sum", sum.getValue());
      i++;
    }
  }

  /** Records of versions that kept no sums have none. */
  static YearToDate read(TextBody body) {
    String year = body.getOrEmpty("year");
    String count = body.getOrEmpty("year.sums");
    Map<String, Money> sums = new TreeMap<>();
    for (int i = 0; i < (count.isEmpty() ? 0 : Integer.parseInt(count)); i++) {
      sums.put(body.get("year." + i + ".name"), Money.parseYuan(body.get("year." + i + ".sum")));
    }
    return new YearToDate(
        year.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(year)), sums);
  }

  void print(Paper paper) {
    if (sums.isEmpty()) {
      return;
    }
    String which = year.isPresent() ? year.getAsInt() + " " : "";
    paper.left(which + "年度累计（本次之前）").left("Year to date, before this bill");
    new TreeMap<>(sums)
        .forEach((name, sum) -> paper.pair("  " + KNOWN.getOrDefault(name, name), sum.toString()));
  }

  Json json() {
    Json json = Json.object();
    new TreeMap<>(sums).forEach((name, sum) -> json.put(name, sum.toString()));
    return json;
  }
}
