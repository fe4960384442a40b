package io.caresettle.sim.year;

import io.caresettle.sim.entitle.History;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who never was: what the centre has on record of the whole year, and the care they had.
 *
 * @param relatives who let their accounts pay
 * @param nursing the long-term care they had, if any
 * @param wishes in the order in which they come to a counter
 */
record Somebody(
    Walk walk,
    History history,
    List<Relative> relatives,
    Optional<Nursing> nursing,
    List<Wish> wishes) {

  /** What the year is. */
  static final int YEAR = 2026;

  Somebody {
    relatives = List.copyOf(relatives);
    wishes = List.copyOf(wishes);
  }
}
