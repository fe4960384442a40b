package io.caresettle.sim.readings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A pack before it is text, so that it can be made smaller.
 *
 * @param year what it says of the settlement year; may be nothing
 * @param parents what a parent states of a value, which the pack then has or overrides
 * @param inherited the values that only the parent states
 * @param steps each with its keys, of texts, lists and mappings
 */
record PackDraft(
    String area,
    String scheme,
    String year,
    Map<String, ValueDraft> values,
    Map<String, ValueDraft> parents,
    Set<String> inherited,
    List<Map<String, Object>> steps) {

  PackDraft with(List<Map<String, Object>> others) {
    return new PackDraft(area, scheme, year, values, parents, inherited, others);
  }

  PackDraft with(String name, ValueDraft value) {
    Map<String, ValueDraft> others = new LinkedHashMap<>(values);
    others.put(name, value);
    return new PackDraft(area, scheme, year, others, parents, inherited, steps);
  }

  /** The same without a parent: it states all values itself. */
  PackDraft alone() {
    return new PackDraft(area, scheme, year, values, Map.of(), Set.of(), steps);
  }

  /** By file: the pack, and its parent where it has one. */
  Map<String, String> texts() {
    Set<String> used = used();
    Map<String, String> texts = new LinkedHashMap<>();
    if (parents.keySet().stream().anyMatch(used::contains)) {
      StringBuilder parent = header("320000", false);
      parents.forEach(
          (name, value) -> {
            if (used.contains(name)) {
              parent.append(value.yaml(name, scheme));
            }
          });
      texts.put("parent.yaml", parent.toString());
    }
    texts.put("pack.yaml", text(used));
    return texts;
  }

  private String text(Set<String> used) {
    StringBuilder text = header(area, true);
    List<String> stated =
        values.keySet().stream()
            .filter(name -> used.contains(name) && !inherited.contains(name))
            .toList();
    if (stated.isEmpty()) {
      text.append("  {}\n");
    }
    for (String name : stated) {
      text.append(Objects.requireNonNull(values.get(name)).yaml(name, scheme));
    }
    text.append("plan:\n");
    steps.forEach(step -> text.append("  - ").append(flow(step)).append('\n'));
    return text.toString();
  }

  private StringBuilder header(String where, boolean serves) {
    StringBuilder text = new StringBuilder("topic: random\narea: ");
    text.append(where.equals("test") ? where : '"' + where + '"')
        .append("\nnames: {zh: 随机, en: random}\nscheme: ")
        .append(scheme)
        .append('\n');
    if (serves) {
      text.append(
          "care: [outpatient, pharmacy, inpatient, special-outpatient, chronic-outpatient,"
              + " maternity, family-bed]\n");
    }
    if (!year.isEmpty()) {
      text.append("settlement_year: ").append(year).append('\n');
    }
    return text.append("from: 2026-01-01\nstill_valid_on: 2026-11-20\n")
        .append("groups: ")
        .append(ValueDraft.WORDS.get("group"))
        .append("\naid_classes: ")
        .append(ValueDraft.WORDS.get("aid"))
        .append("\nvalues:\n");
  }

  /** The values that some step names. */
  Set<String> used() {
    Set<String> used = new LinkedHashSet<>();
    steps.forEach(step -> collect(step, used));
    return used;
  }

  private void collect(Object part, Set<String> used) {
    if (part instanceof Map<?, ?> map) {
      map.values().forEach(inner -> collect(inner, used));
    } else if (part instanceof List<?> list) {
      list.forEach(inner -> collect(inner, used));
    } else if (part instanceof String text && values.containsKey(text)) {
      used.add(text);
    }
  }

  private static String flow(Object part) {
    List<String> inner = new ArrayList<>();
    if (part instanceof Map<?, ?> map) {
      map.forEach((key, value) -> inner.add(key + ": " + flow(value)));
      return "{" + String.join(", ", inner) + "}";
    }
    if (part instanceof List<?> list) {
      list.forEach(element -> inner.add(flow(element)));
      return "[" + String.join(", ", inner) + "]";
    }
    return part.toString();
  }
}
