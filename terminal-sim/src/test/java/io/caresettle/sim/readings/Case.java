package io.caresettle.sim.readings;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.money.Quantity;
import io.caresettle.money.Rate;
import io.caresettle.money.UnitPrice;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.sim.adjudicate.Claim;
import io.caresettle.sim.adjudicate.Judgement;
import io.caresettle.sim.adjudicate.LawBook;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.Catalogue;
import io.caresettle.split.CatalogueClass;
import io.caresettle.split.CatalogueItem;
import io.caresettle.split.Estimate;
import io.caresettle.split.FeeLine;
import io.caresettle.split.PersonState;
import io.caresettle.split.Splitter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One bill that both readings can be asked about, and what each of them says, in one form. */
record Case(
    String area,
    InsuredCategory category,
    CareType care,
    InstitutionLevel level,
    LocalDate date,
    Set<Payer> open,
    Map<String, Long> yearToDate,
    long balance,
    Map<String, Item> catalogue,
    List<Line> lines) {

  record Item(CatalogueClass kind, int share, OptionalLong limitMicros) {}

  record Line(String id, String code, long micros, long tenThousandths, long fen) {}

  /** What the till's reading says: all figures in fen by name, the year's sums among them. */
  Map<String, Long> asTheTillReads(PolicyBook book) {
    Map<String, CatalogueItem> items = new HashMap<>();
    catalogue.forEach(
        (code, item) ->
            items.put(
                code,
                new CatalogueItem(
                    code,
                    "示例",
                    item.kind(),
                    Rate.basisPoints(item.share()),
                    item.limitMicros().isPresent()
                        ? Optional.of(new UnitPrice(item.limitMicros().getAsLong()))
                        : Optional.empty())));
    List<FeeLine> fees =
        lines.stream()
            .map(
                line ->
                    new FeeLine(
                        line.id(),
                        line.code(),
                        new UnitPrice(line.micros()),
                        new Quantity(line.tenThousandths()),
                        new Money(line.fen())))
            .toList();
    Map<String, Money> sums = new HashMap<>();
    yearToDate.forEach((name, fen) -> sums.put(name, new Money(fen)));
    Estimate said =
        Splitter.estimate(
            book.plan(area, Scheme.EMPLOYEE, category, care, level, date),
            new Bill(new BillId("TEST00000001", "B1"), fees),
            new Catalogue("TEST", items),
            new PersonState(sums, new Money(balance), open));
    Map<String, Long> after = new HashMap<>();
    said.yearToDateAfter().forEach((name, sum) -> after.put(name, sum.fen()));
    return figures(
        after,
        said.split().total().fen(),
        said.cut().outOfCatalogue().fen(),
        said.cut().overLimit().fen(),
        said.cut().firstSelfPay().fen(),
        said.cut().inScope().fen(),
        said.cut().deductible().fen(),
        said.split().paidBy(Payer.POOL_FUND).fen(),
        said.split().paidBy(Payer.PERSONAL_ACCOUNT).fen(),
        said.split().paidBy(Payer.CASH).fen());
  }

  /** What the centre's reading says, in the same form. */
  Map<String, Long> asTheCentreReads(LawBook law) {
    Map<String, Claim.Item> items = new HashMap<>();
    catalogue.forEach(
        (code, item) ->
            items.put(
                code,
                new Claim.Item(
                    code,
                    item.kind().name(),
                    item.share(),
                    item.limitMicros().isPresent()
                        ? Optional.of(Claim.decimal(item.limitMicros().getAsLong(), 6))
                        : Optional.empty())));
    Judgement said =
        law.judge(
            new Claim(
                "employee",
                area,
                word(category),
                word(care),
                word(level),
                date,
                open.stream().map(Case::word).collect(Collectors.toSet()),
                yearToDate,
                balance,
                items,
                lines.stream()
                    .map(
                        line ->
                            Claim.Line.scaled(
                                line.id(),
                                line.code(),
                                line.micros(),
                                line.tenThousandths(),
                                line.fen()))
                    .toList()));
    return figures(
        said.accumulatorsAfter(),
        said.total(),
        said.outOfCatalogue(),
        said.overLimit(),
        said.firstSelfPay(),
        said.inScope(),
        said.deductible(),
        said.poolFund(),
        said.personalAccount(),
        said.cash());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A sum of the year that is absent is zero, so the zeros are left out. */
  private static Map<String, Long> figures(Map<String, Long> after, long... figures) {
    List<String> names =
        List.of(
            "total",
            "out-of-catalogue",
            "over-limit",
            "first-self-pay",
            "in-scope",
            "deductible",
            "pool-fund",
            "personal-account",
            "cash");
    Map<String, Long> all = new TreeMap<>();
    for (int i = 0; i < figures.length; i++) {
      all.put(names.get(i), figures[i]);
    }
    after.forEach(
        (name, fen) -> {
          if (fen != 0) {
            all.put("after: " + name, fen);
          }
        });
    return all;
  }
}
