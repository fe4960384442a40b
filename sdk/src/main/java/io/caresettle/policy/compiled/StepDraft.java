package io.caresettle.policy.compiled;

import io.caresettle.policy.plan.Basis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A step of a pack before its values are looked up for a day.
 *
 * @param keys what the pack says of it, flat: {@code value}, {@code rounding}, {@code bands.rate},
 *     {@code limit.accumulator} …, each with its words in order
 */
public record StepDraft(Basis basis, SortedMap<String, List<String>> keys) {

  /** The key of a layer that says what becomes of it where its numbers are unknown. */
  public static final String UNPUBLISHED = "unpublished";

  /** Keys that name values; all others are words of the format, names or accumulators. */
  private static final Set<String> NAME_VALUES =
      Set.of(
          "value",
          "above",
          "bands.up-to",
          "bands.rate",
          "person.value",
          "off-site.value",
          "tiers.above",
          "tiers.rate",
          "limit.value");

  public StepDraft {
    SortedMap<String, List<String>> copy = new TreeMap<>();
    for (Map.Entry<String, List<String>> key : keys.entrySet()) {
      copy.put(key.getKey(), List.copyOf(key.getValue()));
    }
    keys = Collections.unmodifiableSortedMap(copy);
  }

  /** The values it uses. */
  public List<String> valueNames() {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, List<String>> key : keys.entrySet()) {
      if (NAME_VALUES.contains(key.getKey())) {
        names.addAll(key.getValue());
      }
    }
    return names;
  }

  /**
   * Whether this layer is left out of a plan that needs a number of it that nobody has published:
   * it then pays nothing, and the plan stands without it.
   */
  public boolean paysNothingUnpublished() {
    return keys.containsKey(UNPUBLISHED);
  }

  /** The accumulators it grows: its own, then the one of its limit. */
  List<String> accumulators() {
    List<String> all = new ArrayList<>(keys.getOrDefault("accumulator", List.of()));
    all.addAll(keys.getOrDefault("limit.accumulator", List.of()));
    return all;
  }
}
