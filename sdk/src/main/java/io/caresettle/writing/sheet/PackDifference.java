package io.caresettle.writing.sheet;

import io.caresettle.policy.compiled.CompiledPack;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that differs between two packs.
 *
 * @param where the name of a value, the id of a step, or a part of the header
 * @param what which part of it, such as {@code active, level-1} or {@code source}; empty for all
 * @param from the first day on which it differs so, for a value
 * @param before what the first pack says; empty where it says nothing
 * @param after what the second says
 */
public record PackDifference(
    Kind kind, String where, String what, Optional<LocalDate> from, String before, String after) {

  /** What kind of thing differs. */
  public enum Kind {
    HEADER,
    VALUE,
    STEP
  }

  /** All that differs: header first, then values by name and day, then steps in their order. */
  public static List<PackDifference> between(CompiledPack before, CompiledPack after) {
    List<PackDifference> all = new ArrayList<>();
    all.addAll(new HeaderComparison(before, after).differences());
    all.addAll(new ValueComparison(before, after).differences());
    all.addAll(new StepComparison(before, after).differences());
    return List.copyOf(all);
  }

  static PackDifference of(Kind kind, String where, String what, String before, String after) {
    return new PackDifference(kind, where, what, Optional.empty(), before, after);
  }
}
