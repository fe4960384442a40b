package io.caresettle.sim.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A terminal under load")
class LoadTest {

  @TempDir Path folder;

  @Test
  @DisplayName("settles every bill once, with at most four forced writes each")
  void few() {
    LoadResult result =
        run(new LoadPlan(List.of(1, 4), 12, Duration.ofMinutes(2), none(), 0, Optional.empty()));
    assertEquals(List.of(), result.disagreements());
    for (Level level : result.levels()) {
      assertEquals(12, level.settled(), level.line());
      assertTrue(level.forcedWrites() <= 4 * level.settled(), level.line());
    }
    assertTrue(result.json().toString().contains("forcedWritesPerBill"));
  }

  @Test
  @DisplayName("on a bad line knows how each bill ended, and both sides' books agree")
  void badLine() {
    LoadResult result =
        run(
            new LoadPlan(
                List.of(3), 12, Duration.ofMinutes(2), OptionalLong.of(7), 20, Optional.empty()));
    assertEquals(List.of(), result.disagreements());
  }

  /** {@code -Dcaresettle.soakMinutes=M} for another time than ten minutes. */
  @Test
  @Tag("deep")
  @Timeout(value = 2, unit = TimeUnit.HOURS)
  @DisplayName("for ten minutes on a bad line needs no more memory, and leaves nothing hanging")
  void soak() {
    LoadResult result =
        run(
            new LoadPlan(
                List.of(16),
                Long.MAX_VALUE,
                Duration.ofMinutes(Integer.getInteger("caresettle.soakMinutes", 10)),
                OptionalLong.of(20_261_120),
                20,
                Optional.empty()));
    System.out.println(result.json().pretty());
    assertEquals(List.of(), result.disagreements());
    // What the terminal and the centre in this one process keep of a bill must not stay in memory.
    assertTrue(
        result.heapAfter() < result.heapBefore() * 13 / 10 + (16 << 20),
        () -> result.heapBefore() + " bytes, then " + result.heapAfter());
  }

  private LoadResult run(LoadPlan plan) {
    return new LoadRun(plan).in(folder);
  }

  private static OptionalLong none() {
    return OptionalLong.empty();
  }
}
