package io.caresettle.sim.simulate;

import io.caresettle.protocol.sm.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** Many seeds, one after the other or on several threads; each lives alone. */
public final class Simulation {

  /** So many seeds have one digest together. */
  public static final int BLOCK = 1000;

  private final LongFunction<Seed> life;
  private final int threads;

  public Simulation(Defect defect, int threads) {
    this(defect, Crypto.STUB, threads);
  }

  public Simulation(Defect defect, Crypto crypto, int threads) {
    this(number -> Seed.live(number, defect, crypto), threads);
  }

  /**
   * @param life how a seed is lived
   */
  public Simulation(LongFunction<Seed> life, int threads) {
    this.life = life;
    this.threads = threads;
  }

  /**
   * Lives {@code count} seeds.
   *
   * @param each hears of every seed, in their order
   */
  public void run(long from, int count, Consumer<Seed> each) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (long first = from; first < from + count; first += BLOCK) {
        List<Future<Seed>> block = new ArrayList<>();
        for (long seed = first; seed < Math.min(first + BLOCK, from + count); seed++) {
          long number = seed;
          block.add(pool.submit(() -> life.apply(number)));
        }
        for (Future<Seed> seed : block) {
          each.accept(seed.get());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The simulation was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A seed could not be lived", e);
    } finally {
      pool.shutdownNow();
    }
  }

  /** One digest of many. */
  public static String digest(List<String> digests) {
    return HexFormat.of()
        .formatHex(Sm3.digest(String.join("\n", digests).getBytes(StandardCharsets.UTF_8)));
  }
}
