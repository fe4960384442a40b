package io.caresettle.sim.command;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.WorkingLine;
import io.caresettle.sim.command.WhatIf.Verdict;
import io.caresettle.writing.Json;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What other rules would change, for a person and for a program. */
record WhatIfText(List<WhatIf> results, List<String> leftOut) {

  /** How many patients it concerns, and by how much together. */
  private record Sum(long cases, Money change) {
    Sum plus(Money more) {
      return new Sum(cases + 1, change.plus(more));
    }
  }

  void print(PrintWriter say) {
    for (WhatIf one : results) {
      say.println("案例 Case: " + one.given().name());
      say.println(
          "  患者 patient: "
              + WhatIf.patient(one.now())
              + " → "
              + WhatIf.patient(one.then())
              + "  "
              + verdict(one.verdict(), one.change()));
      one.byPayer()
          .forEach((payer, more) -> say.println("    " + name(payer) + ": " + signed(more)));
      for (WhatIf.Change change : one.steps()) {
        say.println(
            "    [" + change.id() + "] " + sums(change.now()) + "  →  " + sums(change.then()));
      }
    }
    leftOut.forEach(why -> say.println("未比较 left out: " + why));
    say.println("合计 Total");
    totals()
        .forEach(
            (verdict, sum) ->
                say.println("  " + sum.cases() + " " + verdict(verdict, sum.change())));
    payers().forEach((payer, more) -> say.println("    " + name(payer) + ": " + signed(more)));
  }

  private static String verdict(Verdict verdict, Money change) {
    String words = verdict.zh() + ' ' + verdict.en();
    return change.fen() == 0 ? words : words + ' ' + new Money(Math.abs(change.fen()));
  }

  private static String name(Payer payer) {
    return payer.zh() + ' ' + payer.en();
  }

  private static String signed(Money more) {
    return (more.fen() > 0 ? "+" : "") + more;
  }

  private static String sums(List<WorkingLine> lines) {
    StringBuilder text = new StringBuilder();
    for (WorkingLine line : lines) {
      text.append(text.length() == 0 ? "" : "; ").append(line.article()).append(' ');
      text.append(line.sum());
    }
    return text.length() == 0 ? "–" : text.toString();
  }

  private Map<Verdict, Sum> totals() {
    Map<Verdict, Sum> totals = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      totals.put(verdict, new Sum(0, Money.ZERO));
    }
    results.forEach(
        one ->
            totals.computeIfPresent(one.verdict(), (verdict, before) -> before.plus(one.change())));
    return totals;
  }

  private Map<Payer, Money> payers() {
    Map<Payer, Money> sums = new EnumMap<>(Payer.class);
    for (WhatIf one : results) {
      one.byPayer().forEach((payer, more) -> sums.merge(payer, more, Money::plus));
    }
    return sums;
  }

  Json json() {
    Json totals = Json.object();
    totals()
        .forEach(
            (verdict, sum) ->
                totals.put(
                    verdict.en(),
                    Json.object()
                        .put("cases", sum.cases())
                        .put("change", sum.change().toString())));
    return Json.object()
        .put("cases", results.stream().map(WhatIfText::json).toList())
        .putTexts("left_out", leftOut)
        .put("patients", totals)
        .put("by_whom", json(payers()));
  }

  private static Json json(WhatIf one) {
    return Json.object()
        .put("case", one.given().name())
        .put("file", one.given().file())
        .put("pack_now", one.now().pack().toString())
        .put("pack_then", one.then().pack().toString())
        .put("test_figures", one.now().testFigures() || one.then().testFigures())
        .put("patient_now", WhatIf.patient(one.now()).toString())
        .put("patient_then", WhatIf.patient(one.then()).toString())
        .put("change", one.change().toString())
        .put("verdict", one.verdict().en())
        .put("by_whom", json(one.byPayer()))
        .put("steps", one.steps().stream().map(WhatIfText::json).toList());
  }

  private static Json json(WhatIf.Change change) {
    return Json.object()
        .put("id", change.id())
        .put("now", change.now().stream().map(WhatIfText::json).toList())
        .put("then", change.then().stream().map(WhatIfText::json).toList());
  }

  private static Json json(WorkingLine line) {
    return Json.object()
        .put("article", line.article().toString())
        .put("sum", line.sum())
        .put("result", line.result().toString());
  }

  private static Json json(Map<Payer, Money> changes) {
    Json json = Json.object();
    changes.forEach((payer, more) -> json.put(payer.id(), more.toString()));
    return json;
  }
}
