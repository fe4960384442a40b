package io.caresettle.policy.signed;

import io.caresettle.policy.compiled.Cell;
import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.StepDraft;
import io.caresettle.policy.compiled.ValueEntry;
import io.caresettle.policy.compiled.ValueSeries;
import io.caresettle.policy.plan.Confidence;
import io.caresettle.policy.plan.Standing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** How sure the figures of a till must be. */
public enum PackProfile {
  /**
   * Only numbers in force, read in the instrument itself, with nothing of ours in them; and no
   * layer that pays nothing because its numbers are unknown.
   */
  PRODUCTION,
  /** Anything; slips say TEST FIGURES where they must. */
  TEST;

  /**
   * Sees to it that a till of this profile may run a pack.
   *
   * @throws PackRefused with every number that it may not
   */
  public void check(CompiledPack pack) {
    List<String> unfit = unfit(pack);
    if (this == PRODUCTION && !unfit.isEmpty()) {
      throw new PackRefused(pack.id().toString(), unfit);
    }
  }

  /** Every number that is no figure for production, with its article and why; none is best. */
  public static List<String> unfit(CompiledPack pack) {
    List<String> unfit = new ArrayList<>();
    for (ValueSeries series : pack.values()) {
      for (ValueEntry entry : series.entries()) {
        if (entry.forTestsOnly()) {
          unfit.add(
              series.name()
                  + " from "
                  + entry.from()
                  + " ("
                  + entry.source()
                  + "): "
                  + String.join(", ", reasons(entry)));
        }
      }
    }
    unfit.addAll(withoutLayers(pack));
    return List.copyOf(unfit);
  }

  /**
   * Layers that some bill would go without, whatever else their numbers say of themselves. In a
   * test the patient is told; where real money moves nobody pays more because a number is missing:
   * the number is found, or the word goes from the pack, and such a bill is claimed by hand.
   */
  private static List<String> withoutLayers(CompiledPack pack) {
    List<String> without = new ArrayList<>();
    for (StepDraft step : pack.steps()) {
      if (!step.paysNothingUnpublished()) {
        continue;
      }
      for (String name : new LinkedHashSet<>(step.valueNames())) {
        for (ValueEntry entry : pack.value(name).orElseThrow().entries()) {
          if (entry.cells().stream().anyMatch(Cell::isUnknown)) {
            without.add(
                name
                    + " from "
                    + entry.from()
                    + " ("
                    + entry.source()
                    + "): unknown, and the layer "
                    + step.basis().id()
                    + " would pay nothing");
          }
        }
      }
    }
    return without;
  }

  private static List<String> reasons(ValueEntry entry) {
    List<String> reasons = new ArrayList<>();
    if (entry.standing() != Standing.IN_FORCE) {
      reasons.add(entry.standing().name().toLowerCase(Locale.ROOT));
    }
    if (entry.confidence() != Confidence.HIGH) {
      reasons.add("confidence " + letter(entry.confidence()));
    }
    entry.assumed().ifPresent(what -> reasons.add("assumed: " + what));
    return reasons;
  }

  /** As a pack writes it. */
  private static String letter(Confidence confidence) {
    return confidence == Confidence.NONE ? "none" : confidence.name().substring(0, 1);
  }
}
