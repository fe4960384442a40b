package io.caresettle.sim.worked;

import io.caresettle.policy.plan.WorkingLine;
import io.caresettle.reading.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One worked example of the collection: what happens in it, and what must come out.
 *
 * @param provenance how far what it expects may be trusted: A, B, C or D
 * @param region the area whose rules it shows, in its own words
 * @param chained whether its settlements follow from one another
 */
public record WorkedExample(
    String file, String id, String provenance, String region, boolean chained, Acts acts) {

  /** What happens, in order; of a form that only this package knows. */
  public static final class Acts {
    private final List<Act> all;

    Acts(List<Act> all) {
      this.all = List.copyOf(all);
    }

    List<Act> all() {
      return all;
    }
  }

  /** Whether a file has this form, by its keys. */
  public static boolean recognises(Mapping top) {
    return top.has("provenance_class") || (top.has("id") && !top.has("case"));
  }

  /** Reads one; empty only with a recorded fault. */
  public static Optional<WorkedExample> bind(Mapping top) {
    return new ExampleReader(top).bind();
  }

  /** All that came out otherwise than it says. */
  public List<Difference> differences() {
    return new Judging(chained).judge(acts.all());
  }

  /** The working of each of its settlements. */
  public List<List<WorkingLine>> workings() {
    List<List<WorkingLine>> workings = new ArrayList<>();
    for (Act act : acts.all()) {
      if (act instanceof Act.Settle settle) {
        workings.add(WorkedSplit.of(settle.policy(), settle.input()).working());
      }
    }
    return workings;
  }
}
