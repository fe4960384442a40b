package io.caresettle.policy.compiled;

import io.caresettle.policy.plan.Citation;
import io.caresettle.policy.plan.Confidence;
import io.caresettle.policy.plan.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A value between two days.
 *
 * @param cells its table, row by row in the order of the value's dimensions
 * @param claims the readings that were weighed; none where one place says it
 */
public record ValueEntry(
    LocalDate from,
    Optional<LocalDate> to,
    List<Cell> cells,
    Citation source,
    Optional<String> figure,
    Standing standing,
    Confidence confidence,
    Optional<String> assumed,
    List<Claim> claims,
    Optional<Decision> decision) {

  public ValueEntry {
    cells = List.copyOf(cells);
    claims = List.copyOf(claims);
  }

  /** Whether a slip that rests on this number must say TEST FIGURES. */
  public boolean forTestsOnly() {
    return standing != Standing.IN_FORCE || confidence != Confidence.HIGH || assumed.isPresent();
  }
}
