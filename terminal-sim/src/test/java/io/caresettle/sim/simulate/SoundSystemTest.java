package io.caresettle.sim.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whatever fails, every bill is settled exactly once or not at all")
class SoundSystemTest {

  private static final boolean DEEP = "deep".equals(System.getProperty("caresettle.tier"));
  private static final int SEEDS = Integer.getInteger("caresettle.seeds", DEEP ? 2_000 : 60);
  private static final long FROM = Long.getLong("caresettle.seed", 0);

  @Test
  @DisplayName("and no seed breaks a promise")
  void noSeedBreaksAPromise() {
    List<Violation> broken = new ArrayList<>();
    int[] told = new int[5];
    new Simulation(Defect.NONE, Runtime.getRuntime().availableProcessors())
        .run(
            FROM,
            SEEDS,
            seed -> {
              broken.addAll(seed.violations());
              told[0] += count(seed, "is acknowledged");
              told[1] += count(seed, "ends ");
              told[2] += count(seed, "keeps [REVERSED");
              told[3] += count(seed, "hears late");
              told[4] += count(seed, "other figures, which are taken");
            });
    assertEquals(List.of(), broken, "simulate --seed S --story tells how it came");
    // Otherwise it proves nothing.
    for (int i = 0; i < told.length; i++) {
      assertTrue(told[i] > SEEDS / 100, "What happened hardly ever: " + i + ", " + told[i]);
    }
  }

  private static int count(Seed seed, String what) {
    int found = 0;
    for (int at = seed.story().indexOf(what); at >= 0; at = seed.story().indexOf(what, at + 1)) {
      found++;
    }
    return found;
  }

  @Test
  @DisplayName("and the same seed lives the same way again")
  void theSameSeedLivesTheSameWay() {
    for (long number = 0; number < 5; number++) {
      assertEquals(Seed.live(number, Defect.NONE).story(), Seed.live(number, Defect.NONE).story());
    }
  }
}
