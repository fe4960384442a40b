package io.caresettle.sim.year;

import io.caresettle.sim.entitle.History;
import java.util.List;

/**
 * Somebody who never was: what the centre has on record of the whole year, and the care they had.
 *
 * @param relatives who let their accounts pay
 * @param wishes in the order in which they come to a counter
 */
record Somebody(
    Walk walk, History history, List<Relative> relatives, List<Wish> wishes) {

  /** What the year is. */
  static final int YEAR = 2026;

  Somebody {
    relatives = List.copyOf(relatives);
    wishes = List.copyOf(wishes);
  }
}
