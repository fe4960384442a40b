package io.caresettle.sim.load;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a load is to be.
 *
 * @param inFlight how many bills at a time, one level after the other
 * @param bills of each level
 * @param lasting how long a level goes on at most
 * @param faultSeed where the line fails, by this seed
 * @param perThousand of so many pieces on a failing line, these meet a fault
 * @param journal where the terminal's journal is, if not in a file that goes afterwards
 */
record LoadPlan(
    List<Integer> inFlight,
    long bills,
    Duration lasting,
    OptionalLong faultSeed,
    int perThousand,
    Optional<String> journal) {

  LoadPlan {
    inFlight = List.copyOf(inFlight);
  }
}
