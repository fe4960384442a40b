package io.caresettle.writing;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.split.Detail;
import io.caresettle.split.Estimate;
import io.caresettle.split.LineCut;
import java.util.Map;

/** Who pays a bill, with the parts that payers have: supplements, years, family, lines. */
record PayersText(Estimate estimate) {

  void table(Table table) {
    Detail detail = estimate.detail();
    for (Payer payer : Payer.values()) {
      Money part = estimate.split().paidBy(payer);
      if (part.fen() > 0 || payer == Payer.CASH) {
        table.row("  " + name(payer), part.toString());
      }
      parts(table, "其中 of it ", detail.supplementsOf(payer));
      if (payer == Payer.PERSONAL_ACCOUNT && detail.pastYears().fen() > 0) {
        table.row("    其中当年 of it this year's", detail.currentYear().toString());
        table.row("    其中历年 of it former years'", detail.pastYears().toString());
      } else if (payer == Payer.FAMILY_ACCOUNT && detail.families().size() > 1) {
        parts(table, "其中 of it ", detail.families());
      }
    }
    for (LineCut line : estimate.lines()) {
      if (!line.paid().isEmpty()) {
        table.line("    #" + line.lineId() + ": " + paid(line.paid()));
      }
    }
  }

  private static void parts(Table table, String words, Map<String, Money> parts) {
    parts.forEach(
        (name, amount) -> {
          if (amount.fen() > 0) {
            table.row("    " + words + name, amount.toString());
          }
        });
  }

  private static String paid(Map<Payer, Money> paid) {
    StringBuilder text = new StringBuilder();
    for (Payer payer : Payer.values()) {
      Money part = paid.get(payer);
      if (part != null) {
        text.append(text.length() == 0 ? "" : ", ").append(name(payer)).append(' ').append(part);
      }
    }
    return text.toString();
  }

  private static String name(Payer payer) {
    return payer.zh() + ' ' + payer.en();
  }

  Json json() {
    Detail detail = estimate.detail();
    return Json.object()
        .put("supplements", supplements(detail))
        .put("account_current_year", detail.currentYear().toString())
        .put("account_past_years", detail.pastYears().toString())
        .put("family_accounts", named(detail.families()));
  }

  /** Each with its payer: not all that is called a supplement is paid by one. */
  private static Json supplements(Detail detail) {
    Json json = Json.object();
    detail
        .supplements()
        .forEach(
            (name, amount) -> {
              Json one = Json.object();
              Payer payer = detail.supplementPayers().get(name);
              if (payer != null) {
                one.put("payer", payer.id());
              }
              json.put(name, one.put("amount", amount.toString()));
            });
    return json;
  }

  static Json json(Map<Payer, Money> paid) {
    Json json = Json.object();
    for (Payer payer : Payer.values()) {
      Money part = paid.get(payer);
      if (part != null) {
        json.put(payer.id(), part.toString());
      }
    }
    return json;
  }

  private static Json named(Map<String, Money> parts) {
    Json json = Json.object();
    parts.forEach((name, amount) -> json.put(name, amount.toString()));
    return json;
  }
}
