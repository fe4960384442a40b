package io.caresettle.sim.command;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.sim.worked.Difference;
import io.caresettle.split.Detail;
import io.caresettle.split.Estimate;
import io.caresettle.split.LineCut;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a case says must come out; what it does not name it does not claim.
 *
 * @param amounts by name: {@code pool-fund}, {@code supplements.NAME}, {@code family.ID}, {@code
 *     after.ACCUMULATOR}, {@code lines.LINE.PAYER}
 */
record CaseExpectation(Map<String, Money> amounts, OptionalInt settlementYear) {

  private static final List<String> BY_NAME = List.of("supplements", "family", "after");

  CaseExpectation {
    amounts = new LinkedHashMap<>(amounts);
  }

  static CaseExpectation read(Field field) {
    Map<String, Money> amounts = new LinkedHashMap<>();
    Optional<Mapping> mapping = field.mapping();
    if (mapping.isEmpty()) {
      return new CaseExpectation(amounts, OptionalInt.empty());
    }
    Mapping expect = mapping.get();
    for (String name : fixed()) {
      Field one = expect.optional(name);
      // What supplements pay is claimed as a sum, or by the names of the supplements.
      if (!BY_NAME.contains(name) || !one.isMapping()) {
        CaseWords.yuan(one).ifPresent(amount -> amounts.put(name, amount));
      }
    }
    for (String group : BY_NAME) {
      Field names = expect.optional(group);
      if (!names.isMapping() && fixed().contains(group)) {
        continue;
      }
      names
          .mapping()
          .ifPresent(
              all ->
                  all.all()
                      .forEach(
                          (name, one) ->
                              CaseWords.yuan(one)
                                  .ifPresent(amount -> amounts.put(group + "." + name, amount))));
    }
    expect.optional("lines").mapping().ifPresent(lines -> lines(lines, amounts));
    Optional<Long> year = expect.optional("settlement-year").integer(1900, 9999);
    return new CaseExpectation(
        amounts, year.isPresent() ? OptionalInt.of(year.get().intValue()) : OptionalInt.empty());
  }

  private static void lines(Mapping lines, Map<String, Money> amounts) {
    lines
        .all()
        .forEach(
            (line, field) ->
                field
                    .mapping()
                    .ifPresent(
                        paid -> {
                          for (String payer : CaseWords.PAYERS.keySet()) {
                            CaseWords.yuan(paid.optional(payer))
                                .ifPresent(
                                    amount -> amounts.put("lines." + line + "." + payer, amount));
                          }
                        }));
  }

  /** Whether it claims who pays a line. */
  boolean byLine() {
    return amounts.keySet().stream().anyMatch(name -> name.startsWith("lines."));
  }

  List<Difference> differences(Estimate estimate) {
    Map<String, Money> all = amounts(estimate);
    List<Difference> differences = new ArrayList<>();
    amounts.forEach(
        (name, expected) -> {
          Optional<Money> found = Optional.ofNullable(all.get(name));
          if (!found.equals(Optional.of(expected))) {
            differences.add(
                new Difference(
                    "", name, expected.toString(), found.map(Money::toString).orElse("none")));
          }
        });
    OptionalInt year = estimate.detail().settlementYear();
    if (settlementYear.isPresent() && !settlementYear.equals(year)) {
      String found = year.isPresent() ? "" + year.getAsInt() : "none";
      differences.add(new Difference("", "settlement-year", "" + settlementYear.getAsInt(), found));
    }
    return differences;
  }

  private static List<String> fixed() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "total",
                "out-of-catalogue",
                "over-limit",
                "first-self-pay",
                "in-scope",
                "off-site-first",
                "deductible",
                "above-ceiling",
                "account-current-year",
                "account-past-years"));
    names.addAll(CaseWords.PAYERS.keySet());
    return names;
  }

  /** Everything a case may claim of an estimate. */
  private static Map<String, Money> amounts(Estimate estimate) {
    Map<String, Money> all = new LinkedHashMap<>();
    Detail detail = estimate.detail();
    all.put("total", estimate.cut().total());
    all.put("out-of-catalogue", estimate.cut().outOfCatalogue());
    all.put("over-limit", estimate.cut().overLimit());
    all.put("first-self-pay", estimate.cut().firstSelfPay());
    all.put("in-scope", estimate.cut().inScope());
    all.put("off-site-first", detail.offSiteFirst());
    all.put("deductible", estimate.cut().deductible());
    all.put("above-ceiling", detail.aboveCeiling());
    all.put("account-current-year", detail.currentYear());
    all.put("account-past-years", detail.pastYears());
    for (Map.Entry<String, Payer> payer : CaseWords.PAYERS.entrySet()) {
      all.put(payer.getKey(), estimate.split().paidBy(payer.getValue()));
      for (LineCut line : estimate.lines()) {
        all.put(
            "lines." + line.lineId() + "." + payer.getKey(),
            line.paid().getOrDefault(payer.getValue(), Money.ZERO));
      }
    }
    detail.supplements().forEach((name, amount) -> all.put("supplements." + name, amount));
    detail.families().forEach((id, amount) -> all.put("family." + id, amount));
    estimate.yearToDateAfter().forEach((name, amount) -> all.put("after." + name, amount));
    return all;
  }
}
