package io.caresettle.settlement;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What time it is, by each clock that there is, when something is told of a bill.
 *
 * @param till this terminal's wall clock, which anybody can set
 * @param centre the centre's, carried on by a clock that nobody can set; empty until it has told
 * @param undoing for how long, by a clock that nobody can set, this process has been undoing the
 *     bill; empty where an earlier process began to, or nobody has
 * @param up for how long, by the same clock, this process has looked after its bills; empty where
 *     nobody counts it
 */
record Now(
    Instant till, Optional<Instant> centre, Optional<Duration> undoing, Optional<Duration> up) {

  /** By the wall clock alone. */
  static Now by(Instant till) {
    return new Now(till, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Whether a message of this attempt can arrive no more. By the centre's clock where the intent
   * was kept with its time; until the centre has told it again, nobody knows. Where it was not,
   * there is the wall clock, and as anybody can set that, this process must have waited as long.
   */
  boolean isTooLateToArrive(Intent intent, Duration life) {
    boolean late =
        intent
            .atCentre()
            .map(at -> centre.filter(at.plus(life)::isBefore).isPresent())
            .orElseGet(() -> till.isAfter(intent.at().plus(life)) && isOver(up, life));
    return late && isOver(undoing, life);
  }

  private static boolean isOver(Optional<Duration> passed, Duration life) {
    return passed.filter(p -> p.compareTo(life) <= 0).isEmpty();
  }
}
