package io.caresettle.sim.simulate;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every defect that was planted is caught by its pinned seed")
class PlantedDefectsTest {

  /** A seed that catches it, and that the sound system lives without a fault. */
  private static final Map<Defect, Long> PINNED =
      Map.ofEntries(
          Map.entry(Defect.NEW_ID_AFTER_RESTART, 14L),
          Map.entry(Defect.NOT_FOUND_IS_FAILED, 0L),
          Map.entry(Defect.SENT_BEFORE_DURABLE, 0L),
          Map.entry(Defect.CENTRE_DEDUP_IN_MEMORY, 13L),
          Map.entry(Defect.REVERSAL_GIVEN_UP, 33L),
          Map.entry(Defect.SLIP_BEFORE_DURABLE, 0L),
          Map.entry(Defect.REVERSAL_NOT_DURABLE, 0L),
          Map.entry(Defect.LOST_TOMBSTONE, 98L),
          Map.entry(Defect.SLOT_COLLISION, 0L),
          Map.entry(Defect.QUOTE_USED_TWICE, 0L),
          Map.entry(Defect.LATE_ANSWER_WINS, 28L),
          Map.entry(Defect.CALLER_SETTLES_AGAIN, 4L),
          Map.entry(Defect.ABSENT_TOO_EARLY, 0L));

  @Test
  @DisplayName("and each has one")
  void eachHasASeed() {
    Set<Defect> all = EnumSet.complementOf(EnumSet.of(Defect.NONE));
    assertEquals(all, PINNED.keySet());
  }

  static Set<Defect> pinned() {
    return PINNED.keySet();
  }

  @ParameterizedTest
  @MethodSource("pinned")
  void isCaught(Defect defect) {
    long seed = requireNonNull(PINNED.get(defect));
    assertFalse(Seed.live(seed, defect).violations().isEmpty(), defect + " was not caught");
    assertEquals(List.of(), Seed.live(seed, Defect.NONE).violations());
  }
}
