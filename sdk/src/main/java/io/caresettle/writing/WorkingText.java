package io.caresettle.writing;

import io.caresettle.money.Money;
import io.caresettle.policy.plan.Citation;
import io.caresettle.policy.plan.PolicyValue;
import io.caresettle.policy.plan.Remark;
import io.caresettle.policy.plan.WorkingLine;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The working of an estimate, for a patient with a pencil and for a program that checks each sum.
 *
 * @param lineName the caller's number of a bill's line, by its index
 */
record WorkingText(IntFunction<String> lineName) {

  void table(List<WorkingLine> working, Table table) {
    int number = 0;
    String before = "";
    for (WorkingLine line : working) {
      boolean goesOn = line.basis().id().equals(before);
      number += goesOn ? 0 : 1;
      before = line.basis().id();
      String where = line.line().isPresent() ? " #" + lineName.apply(line.line().getAsInt()) : "";
      String step = Columns.right(goesOn ? "" : number + ".", 3) + ' ' + name(line) + where;
      table.working(step, line.article().toString(), line.sum());
      if (line.remark() != Remark.NONE) {
        String why = line.done() ? "" : "未适用 not applied: ";
        table.line("      " + why + line.remark().zh() + ' ' + line.remark().en() + missing(line));
      }
      if (!goesOn && line.values().size() > 1) {
        table.line("      依据的数字 numbers: " + numbers(line.values()));
      }
    }
  }

  /** Which number nobody published, and where it would stand. */
  private static String missing(WorkingLine line) {
    return line.leftOut().map(one -> ": " + one.value() + " (" + one.source() + ')').orElse("");
  }

  /** Each number with its article: a sum shows only what they come to together. */
  private static String numbers(List<PolicyValue> values) {
    Set<String> all = new LinkedHashSet<>();
    for (PolicyValue value : values) {
      all.add(value.name() + ' ' + amount(value) + " (" + value.source() + ')');
    }
    return String.join(", ", all);
  }

  private static String amount(PolicyValue value) {
    return value.of() == 10_000
        ? BigDecimal.valueOf(value.amount(), 2).stripTrailingZeros().toPlainString() + " %"
        : number(value);
  }

  /** A step's name; with its own where a plan may have several of its kind. */
  private static String name(WorkingLine line) {
    String id = line.basis().id();
    String kind = line.basis().kind().zh() + ' ' + line.basis().kind().en();
    return id.equals(line.basis().kind().id()) ? kind : kind + " (" + id + ")";
  }

  Json json(WorkingLine line) {
    Json json =
        Json.object()
            .put("step", line.basis().kind().id())
            .put("id", line.basis().id())
            .put("rule", line.basis().rule());
    line.line().ifPresent(i -> json.put("line", lineName.apply(i)));
    json.put("article", line.article().toString())
        .put("step_article", line.basis().source().toString())
        .putTexts("articles", articles(line));
    line.value().ifPresent(value -> json.put("value", value(value)));
    if (line.values().size() > 1) {
      json.put("values", line.values().stream().map(WorkingText::value).toList());
    }
    line.rounding().ifPresent(rounding -> json.put("rounding", rounding.toString()));
    json.put("inputs", inputs(line)).put("sum", line.sum()).put("result", line.result().toString());
    if (line.remainder() != 0) {
      json.put("remainder_fen", line.remainder() + "/" + line.divisor());
    }
    line.basis().assumed().ifPresent(words -> json.put("assumed", words));
    line.leftOut()
        .ifPresent(
            one ->
                json.put(
                    "not_published",
                    Json.object()
                        .put("name", one.value())
                        .put("article", one.source().toString())));
    if (line.remark() != Remark.NONE) {
      String key = line.done() ? "remark" : "why_not";
      json.put(key, Json.object().put("zh", line.remark().zh()).put("en", line.remark().en()));
    }
    return json;
  }

  /** Every article the step rests on, its own first. */
  private static List<String> articles(WorkingLine line) {
    Set<String> all = new LinkedHashSet<>();
    all.add(line.basis().source().toString());
    line.values().stream().map(PolicyValue::source).map(Citation::toString).forEach(all::add);
    line.leftOut().ifPresent(one -> all.add(one.source().toString()));
    return List.copyOf(all);
  }

  /** What the sum was made of, as whole numbers, so that it can be made again. */
  private static Json inputs(WorkingLine line) {
    Json json =
        Json.object()
            .put("formula", line.formula().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    List<String> names = List.of("a", "b", "c", "d");
    int last = names.size();
    while (last > 0 && line.operands().get(last - 1) == 0) {
      last--;
    }
    for (int i = 0; i < last; i++) {
      json.put(names.get(i), line.operands().get(i));
    }
    return line.divisor() == 1 ? json : json.put("divisor", line.divisor());
  }

  private static Json value(PolicyValue value) {
    Json json =
        Json.object()
            .put("name", value.name())
            .put("number", number(value))
            .put("from", value.from().toString())
            .put("article", value.source().toString())
            .put("standing", value.standing().toString())
            .put("confidence", value.confidence().toString());
    value.figure().ifPresent(figure -> json.put("figure", figure));
    value.assumed().ifPresent(words -> json.put("assumed", words));
    return json;
  }

  private static String number(PolicyValue value) {
    return value.of() == 1
        ? new Money(value.amount()).toString()
        : value.amount() + "/" + value.of();
  }
}
