package io.caresettle.sim.readings;

import io.caresettle.money.Payer;
import io.caresettle.policy.plan.Circumstances;
import io.caresettle.sim.adjudicate.CannotAdjudicate;
import io.caresettle.sim.adjudicate.Claim;
import io.caresettle.sim.adjudicate.Judgement;
import io.caresettle.sim.adjudicate.LawBook;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The centre's reading: the same packs, walked step by step over fractions. */
final class Centre {

  private final Optional<LawBook> law;
  private final String refusal;

  private Centre(Optional<LawBook> law, String refusal) {
    this.law = law;
    this.refusal = refusal;
  }

  static Centre shipped() {
    return new Centre(Optional.of(LawBook.shipped()), "");
  }

  static Centre of(Map<String, String> texts) {
    try {
      return new Centre(Optional.of(LawBook.ofTexts(texts)), "");
    } catch (CannotAdjudicate e) {
      return new Centre(Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  /** Why it does not take the packs. */
  String refusal() {
    return refusal;
  }

  Figures read(Case bill) {
    if (law.isEmpty()) {
      return Figures.refused(refusal);
    }
    try {
      return figures(bill, law.get().judge(claim(bill)));
    } catch (CannotAdjudicate e) {
      String why = e.reason() + ": " + e.getMessage();
      return e.reason() == CannotAdjudicate.Reason.PARAMETER_NOT_PUBLISHED
          ? Figures.notPublished(why)
          : Figures.refused(why);
    }
  }

  /** The year that a visit counts in. */
  int year(Case bill) {
    return law.orElseThrow().keeping(claim(bill)).year().of(bill.date(), bill.discharge());
  }

  static Claim claim(Case bill) {
    Map<String, Claim.Item> items = new HashMap<>();
    bill.catalogue()
        .forEach(
            (code, item) ->
                items.put(
                    code,
                    new Claim.Item(
                        code,
                        item.kind().name(),
                        item.share(),
                        item.limitMicros().isPresent()
                            ? Optional.of(Claim.decimal(item.limitMicros().getAsLong(), 6))
                            : Optional.empty(),
                        item.accountNever())));
    Circumstances who = bill.key().circumstances();
    return new Claim(
        word(bill.key().scheme()),
        bill.key().area(),
        word(bill.key().category()),
        word(bill.key().care()),
        word(bill.key().level()),
        bill.date(),
        bill.discharge(),
        new Claim.Circumstances(
            who.group(), who.aid(), word(who.offSite()), who.stay(), who.grade().name()),
        bill.open().stream().map(Payer::id).collect(Collectors.toSet()),
        bill.sums(),
        new Claim.Balances(
            bill.purses().currentYear(), bill.purses().pastYears(), bill.purses().family()),
        items,
        bill.totals().isPresent() ? List.of() : lines(bill),
        bill.totals()
            .map(
                t ->
                    new Claim.Totals(
                        t.outOfCatalogue(), t.overLimit(), t.firstSelfPay(), t.inScope())));
  }

  private static List<Claim.Line> lines(Case bill) {
    return bill.lines().stream()
        .map(
            line ->
                Claim.Line.scaled(
                    line.id(), line.code(), line.micros(), line.tenThousandths(), line.fen()))
        .toList();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Figures figures(Case bill, Judgement said) {
    Figures figures =
        new Figures()
            .put("total", said.total())
            .put("out-of-catalogue", said.outOfCatalogue())
            .put("over-limit", said.overLimit())
            .put("first-self-pay", said.firstSelfPay())
            .put("in-scope", said.inScope())
            .put("off-site-first", said.offSiteFirst())
            .put("deductible", said.deductible())
            .put("above-ceiling", said.aboveCeiling())
            .put("critical-base", said.criticalBase())
            .put("account-first", said.accounts().first())
            .put("account, current year", said.accounts().currentYear())
            .put("account, past years", said.accounts().pastYears());
    said.forgone().forEach(layer -> figures.put("left out " + layer.step(), 1));
    said.paid().forEach((payer, fen) -> figures.put("paid " + payer, fen));
    for (int i = 0; i < bill.purses().family().size(); i++) {
      figures.put("family " + i, said.accounts().family().get(i));
    }
    said.supplements().forEach((name, fen) -> figures.put("supplement " + name, fen));
    said.accumulatorsAfter().forEach((name, fen) -> figures.put("after " + name, fen));
    for (int i = 0; i < said.lines().size(); i++) {
      Judgement.Line line = said.lines().get(i);
      String name = "line " + i + ' ';
      figures
          .put(name + "amount", line.amount())
          .put(name + "out-of-catalogue", line.outOfCatalogue())
          .put(name + "over-limit", line.overLimit())
          .put(name + "first-self-pay", line.firstSelfPay())
          .put(name + "in-scope", line.inScope());
      line.paid().forEach((payer, fen) -> figures.put(name + payer, fen));
    }
    return figures;
  }
}
