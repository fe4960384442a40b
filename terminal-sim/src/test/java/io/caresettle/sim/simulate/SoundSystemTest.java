package io.caresettle.sim.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Whatever fails, every bill is settled exactly once or not at all")
class SoundSystemTest {

  private static final boolean DEEP = "deep".equals(System.getProperty("caresettle.tier"));
  private static final int SEEDS = Integer.getInteger("caresettle.seeds", DEEP ? 50_000 : 2_000);
  private static final long FROM = Long.getLong("caresettle.seed", 0);

  @Test
  @Timeout(value = 2, unit = TimeUnit.HOURS)
  @DisplayName("and no seed breaks a promise")
  void noSeedBreaksAPromise() {
    List<Violation> broken = new ArrayList<>();
    int[] told = new int[11];
    new Simulation(
            Defect.NONE,
            DEEP ? Crypto.REAL : Crypto.STUB,
            Runtime.getRuntime().availableProcessors())
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
              told[5] += count(seed, "is booked as cancelled");
              told[6] += count(seed, "is brought back: REFUND");
              told[7] += count(seed, "is a copy: ");
              told[8] += count(seed, "before it books a cancellation");
              told[9] += count(seed, "has the books of its backup again");
              told[10] += count(seed, "takes on [");
            });
    assertEquals(List.of(), broken, "simulate --seed S --story tells how it came");
    // Otherwise it proves nothing.
    for (int i = 0; i < told.length; i++) {
      assertTrue(told[i] > SEEDS / 200, "What happened hardly ever: " + i + ", " + told[i]);
    }
  }

  @Test
  @DisplayName("and in real sessions it lives the same way, on however many threads")
  void inRealSessions() {
    List<String> real = new ArrayList<>();
    new Simulation(Defect.NONE, Crypto.REAL, 2).run(FROM, 20, seed -> real.add(seed.digest()));
    List<String> stub = new ArrayList<>();
    new Simulation(Defect.NONE, Crypto.STUB, 1).run(FROM, 20, seed -> stub.add(seed.digest()));
    assertEquals(stub, real);
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
