package io.caresettle.writing.sheet;

import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.Decision;
import io.caresettle.policy.compiled.ValueEntry;
import io.caresettle.policy.compiled.ValueSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What differs between the values of two packs, day by day. */
final class ValueComparison {

  private final CompiledPack before;
  private final CompiledPack after;
  private final List<PackDifference> differences = new ArrayList<>();

  ValueComparison(CompiledPack before, CompiledPack after) {
    this.before = before;
    this.after = after;
  }

  List<PackDifference> differences() {
    SortedSet<String> names = new TreeSet<>();
    before.values().forEach(series -> names.add(series.name()));
    after.values().forEach(series -> names.add(series.name()));
    for (String name : names) {
      compare(name, before.value(name), after.value(name));
    }
    return differences;
  }

  private void compare(String name, Optional<ValueSeries> one, Optional<ValueSeries> other) {
    if (one.isEmpty() || other.isEmpty()) {
      add(name, "", Optional.empty(), text(one), text(other));
      return;
    }
    String shape = shape(one.get());
    if (!shape.equals(shape(other.get()))) {
      add(name, "", Optional.empty(), shape, shape(other.get()));
      return;
    }
    Map<String, String> said = new HashMap<>();
    for (LocalDate day : days()) {
      Map<String, String> parts = parts(before, one.get(), day);
      Map<String, String> others = parts(after, other.get(), day);
      parts.forEach(
          (what, text) -> {
            String then = others.getOrDefault(what, "");
            String pair = text + '\n' + then;
            // Told on the day on which it begins, and again only when it becomes another one.
            if (!text.equals(then) && !pair.equals(said.get(what))) {
              add(name, what, Optional.of(day), text, then);
            }
            said.put(what, text.equals(then) ? "" : pair);
          });
    }
  }

  /** Days on which something may change for both; where they share none, one meets the other. */
  private SortedSet<LocalDate> days() {
    SortedSet<LocalDate> days = new TreeSet<>();
    days.addAll(before.changes());
    days.addAll(after.changes());
    LocalDate first = before.from().isAfter(after.from()) ? before.from() : after.from();
    days.removeIf(
        day ->
            day.isBefore(first)
                || before.to().map(day::isAfter).orElse(false)
                || after.to().map(day::isAfter).orElse(false));
    days.add(first);
    return days;
  }

  private static Map<String, String> parts(CompiledPack pack, ValueSeries series, LocalDate day) {
    ValueEntry entry = series.on(day);
    Map<String, String> parts = new LinkedHashMap<>();
    List<List<String>> words = pack.cellWords(series);
    for (int i = 0; i < words.size(); i++) {
      parts.put(
          String.join(", ", words.get(i)),
          Figures.of(series.unit(), entry.cells().get(i)).toString());
    }
    parts.put("source", entry.source().toString());
    parts.put("figure", entry.figure().orElse(""));
    parts.put("standing", Terms.standing(entry.standing()).toString());
    parts.put("confidence", Terms.confidence(entry.confidence()).toString());
    parts.put("assumed", entry.assumed().orElse(""));
    parts.put("decision", entry.decision().map(ValueComparison::decision).orElse(""));
    parts.put("stated by", series.statedBy());
    return parts;
  }

  private static String decision(Decision decision) {
    return decision.chosen()
        + ", "
        + decision.by()
        + ", "
        + decision.decidedOn()
        + ": "
        + decision.because();
  }

  private static String text(Optional<ValueSeries> series) {
    return series.map(there -> shape(there) + ": " + there.entries().get(0).cells()).orElse("");
  }

  private static String shape(ValueSeries series) {
    return series.unit().id()
        + (series.by().isEmpty()
            ? ""
            : " by "
                + String.join(
                    ", ", series.by().stream().map(dimension -> dimension.id()).toList()));
  }

  private void add(String name, String what, Optional<LocalDate> from, String one, String other) {
    differences.add(new PackDifference(PackDifference.Kind.VALUE, name, what, from, one, other));
  }
}
