package io.caresettle.sim.readings;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.Circumstances;
import io.caresettle.sim.adjudicate.Claim;
import io.caresettle.split.CatalogueClass;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A case in the form that {@code split --case} reads, its pack in it. */
final class CaseText {

  private CaseText() {}

  static String of(Optional<PackDraft> draft, Case bill) {
    StringBuilder text = new StringBuilder("case: the readings differ\n");
    draft.ifPresent(
        pack -> {
          Map<String, String> texts = pack.texts();
          texts.forEach(
              (file, yaml) -> {
                if (file.equals("pack.yaml")) {
                  text.append("pack:\n").append(yaml.indent(2));
                } else {
                  text.append("# with a parent:\n").append(yaml.replaceAll("(?m)^", "# "));
                }
              });
        });
    String area = bill.key().area();
    text.append("area: ").append(area.equals("test") ? area : quoted(area)).append('\n');
    put(text, "scheme", word(bill.key().scheme()));
    put(text, "category", word(bill.key().category()));
    put(text, "care", word(bill.key().care()));
    put(text, "level", word(bill.key().level()));
    Circumstances who = bill.key().circumstances();
    if (!who.equals(Circumstances.ORDINARY)) {
      put(text, "group", who.group());
      put(text, "aid", who.aid());
      put(text, "off_site", word(who.offSite()));
      put(text, "stay", Integer.toString(who.stay()));
      put(text, "grade", who.grade().name());
    }
    put(text, "date", bill.date().toString());
    put(text, "discharged", bill.discharge().toString());
    put(text, "open", bill.open().stream().map(Payer::id).sorted().toList().toString());
    put(
        text,
        "year_to_date",
        bill.sums().entrySet().stream()
            .map(sum -> sum.getKey() + ": " + yuan(sum.getValue()))
            .collect(Collectors.joining(", ", "{", "}")));
    put(
        text,
        "balances",
        "{current_year: "
            + yuan(bill.purses().currentYear())
            + ", past_years: "
            + yuan(bill.purses().pastYears())
            + "}");
    List<Long> family = bill.purses().family();
    if (!family.isEmpty()) {
      put(
          text,
          "family",
          IntStream.range(0, family.size())
              .mapToObj(i -> "{id: F" + i + ", balance: " + yuan(family.get(i)) + "}")
              .toList()
              .toString());
    }
    if (bill.totals().isPresent()) {
      Case.Totals t = bill.totals().get();
      put(
          text,
          "totals",
          "{out_of_catalogue: "
              + yuan(t.outOfCatalogue())
              + ", over_limit: "
              + yuan(t.overLimit())
              + ", first_self_pay: "
              + yuan(t.firstSelfPay())
              + ", in_scope: "
              + yuan(t.inScope())
              + "}");
    } else {
      lines(bill, text);
    }
    return text.toString();
  }

  private static void lines(Case bill, StringBuilder text) {
    text.append("catalogue:\n");
    List<String> used = bill.lines().stream().map(Case.Line::code).distinct().toList();
    bill.catalogue()
        .forEach(
            (code, item) -> {
              if (used.contains(code)) {
                text.append("  - {code: ")
                    .append(code)
                    .append(", name: 示例, class: ")
                    .append(item.kind());
                if (item.kind() == CatalogueClass.B) {
                  text.append(", first_self_pay: ").append(item.share());
                }
                if (item.limitMicros().isPresent()) {
                  text.append(", price_limit: ")
                      .append(quoted(Claim.decimal(item.limitMicros().getAsLong(), 6)));
                }
                text.append(item.accountNever() ? ", account: never}\n" : "}\n");
              }
            });
    text.append("lines:\n");
    for (Case.Line line : bill.lines()) {
      text.append("  - {line: ")
          .append(quoted(line.id()))
          .append(", code: ")
          .append(line.code())
          .append(", price: ")
          .append(quoted(Claim.decimal(line.micros(), 6)))
          .append(", quantity: ")
          .append(quoted(Claim.decimal(line.tenThousandths(), 4)))
          .append("}\n");
    }
  }

  private static void put(StringBuilder text, String key, String value) {
    text.append(key).append(": ").append(value).append('\n');
  }

  private static String yuan(long fen) {
    return quoted(new Money(fen).toString());
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
