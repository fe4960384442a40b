package io.caresettle.sim.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("How often the simulation catches a defect is known, with its uncertainty")
class DefectRatesTest {

  private static final int SEEDS = Integer.getInteger("caresettle.seeds", 2_000);

  /** The share between which the true one lies in 95 of 100 cases, in thousandths (Wilson). */
  record Interval(long least, long most) {

    private static final double Z = 1.959964;

    static Interval of(int caught, int seeds) {
      double share = (double) caught / seeds;
      double centre = share + Z * Z / (2 * seeds);
      double spread = Z * Math.sqrt(share * (1 - share) / seeds + Z * Z / (4.0 * seeds * seeds));
      double whole = 1 + Z * Z / seeds;
      return new Interval(
          Math.round(1000 * (centre - spread) / whole),
          Math.round(1000 * (centre + spread) / whole));
    }
  }

  @Test
  @DisplayName("by the interval of Wilson")
  void theInterval() {
    assertEquals(new Interval(404, 596), Interval.of(50, 100));
    assertEquals(new Interval(0, 37), Interval.of(0, 100));
  }

  @Tag("deep")
  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  @DisplayName("each of the planted ones")
  void rate(Defect defect) {
    int[] caught = new int[1];
    Map<String, Integer> by = new TreeMap<>();
    new Simulation(defect, Runtime.getRuntime().availableProcessors())
        .run(
            0,
            SEEDS,
            seed -> {
              if (!seed.violations().isEmpty()) {
                caught[0]++;
                by.merge(seed.violations().get(0).invariant(), 1, Integer::sum);
              }
            });
    Interval between = Interval.of(caught[0], SEEDS);
    System.out.printf(
        Locale.ROOT,
        "%s: %d of %d seeds, %d to %d of 1000, first by %s%n",
        defect,
        caught[0],
        SEEDS,
        between.least(),
        between.most(),
        by);
    assertTrue(caught[0] > 0, "A simulation that does not catch it is itself broken");
  }
}
