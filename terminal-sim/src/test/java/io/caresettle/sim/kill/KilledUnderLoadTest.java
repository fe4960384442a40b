package io.caresettle.sim.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.sim.Simulator;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes: a till, a program that calls it, and either or both killed while bills are on
 * their way. {@code -Dcaresettle.kills=N} kills as often, {@code -Dcaresettle.seed=S} elsewhere.
 */
@DisplayName("A till and a program that are killed at random while they settle")
@Timeout(value = 90, unit = TimeUnit.MINUTES)
class KilledUnderLoadTest {

  private static final boolean DEEP = "deep".equals(System.getProperty("caresettle.tier"));
  private static final int KILLS = Integer.getInteger("caresettle.kills", DEEP ? 100 : 5);
  private static final long SEED = Long.getLong("caresettle.seed", 20_261_120L);

  @TempDir Path folder;

  @Test
  @DisplayName("lose no record that was told of, with the journal in a file")
  void sqlite() throws SQLException {
    Path file = folder.resolve("killed.db");
    killAndCompare(file.toString(), "jdbc:sqlite:" + file);
  }

  @Test
  @DisplayName("lose no record that was told of, with the journal in PostgreSQL")
  void postgresql() throws SQLException {
    String url = TestDatabase.fresh();
    killAndCompare(url, url);
  }

  private void killAndCompare(String journal, String url) throws SQLException {
    SplittableRandom random = new SplittableRandom(SEED);
    MovedClock clock = MovedClock.atTen();
    try (Simulator simulator = Simulator.start(folder, clock);
        Load load = new Load(simulator, journal, folder.resolve("program.db"), clock)) {
      for (int i = 0; i < KILLS; i++) {
        load.awaitRecords(1 + random.nextInt(12));
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(30_000)));
        switch (random.nextInt(4)) {
          case 0 -> load.killProgram();
          case 1 -> load.killBoth();
          default -> load.killTill();
        }
      }
      load.finish();
      Aftermath after = new Aftermath(simulator, load, clock);
      assertTrue(after.records() >= KILLS, "too few records to prove anything: " + load.kept());
      assertEquals("", after.recordsLost(url));
      assertEquals("", after.bookedBillsLost());
      assertEquals("", after.strangers());
      assertEquals("", after.disagreements());
      System.out.println(
          KILLS + " kills, " + after.records() + " records told of, " + after.counts());
    }
  }
}
