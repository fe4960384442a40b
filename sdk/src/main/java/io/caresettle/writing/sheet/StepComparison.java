package io.caresettle.writing.sheet;

import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.StepDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What differs between the steps of two packs. */
final class StepComparison {

  private final Map<String, StepDraft> before;
  private final Map<String, StepDraft> after;
  private final List<PackDifference> differences = new ArrayList<>();

  StepComparison(CompiledPack before, CompiledPack after) {
    this.before = byId(before);
    this.after = byId(after);
  }

  private static Map<String, StepDraft> byId(CompiledPack pack) {
    Map<String, StepDraft> steps = new LinkedHashMap<>();
    pack.steps().forEach(step -> steps.put(step.basis().id(), step));
    return steps;
  }

  List<PackDifference> differences() {
    before.forEach(
        (id, step) -> {
          StepDraft other = after.get(id);
          if (other == null) {
            add(id, "", parts(step).toString(), "");
          } else {
            compare(id, parts(step), parts(other));
          }
        });
    after.forEach(
        (id, step) -> {
          if (!before.containsKey(id)) {
            add(id, "", "", parts(step).toString());
          }
        });
    List<String> order = common(before, after);
    List<String> otherOrder = common(after, before);
    if (!order.equals(otherOrder)) {
      add("order", "", String.join(", ", order), String.join(", ", otherOrder));
    }
    return differences;
  }

  private static List<String> common(Map<String, StepDraft> of, Map<String, StepDraft> and) {
    return of.keySet().stream().filter(and::containsKey).toList();
  }

  private void compare(String id, Map<String, String> one, Map<String, String> other) {
    SortedSet<String> all = new TreeSet<>(one.keySet());
    all.addAll(other.keySet());
    for (String what : all) {
      String was = one.getOrDefault(what, "");
      String is = other.getOrDefault(what, "");
      if (!was.equals(is)) {
        add(id, what, was, is);
      }
    }
  }

  private static Map<String, String> parts(StepDraft step) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("step", step.basis().kind().id());
    step.keys().forEach((key, words) -> parts.put(key, String.join(", ", words)));
    parts.put("rule", step.basis().rule());
    parts.put("source", step.basis().source().toString());
    step.basis().assumed().ifPresent(words -> parts.put("assumed", words));
    return parts;
  }

  private void add(String id, String what, String one, String other) {
    differences.add(PackDifference.of(PackDifference.Kind.STEP, id, what, one, other));
  }
}
