package io.caresettle.sim.proxy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Faults that follow from a seed, each direction of each line by itself. */
final class SeededFaults implements Faults {

  private static final int THOUSAND = 1000;
  private static final int LONGEST_DELAY_MILLIS = 3000;

  private record Way(int line, Direction direction) {}

  private final long seed;
  private final int perThousand;
  private final Map<Way, SplittableRandom> ways = new HashMap<>();

  /**
   * @param perThousand of a thousand pieces so many meet a fault, 0 to 1000
   */
  SeededFaults(long seed, int perThousand) {
    if (perThousand < 0 || perThousand > THOUSAND) {
      throw new IllegalArgumentException(
          "Of a thousand pieces 0 to 1000 meet a fault, and not " + perThousand);
    }
    this.seed = seed;
    this.perThousand = perThousand;
  }

  @Override
  public synchronized Optional<Fault> at(int line, Direction direction, String moment) {
    SplittableRandom random =
        ways.computeIfAbsent(
            new Way(line, direction),
            way ->
                new SplittableRandom(
                    seed * 31
                        + way.line() * 2L
                        + (way.direction() == Direction.TO_CENTRE ? 0 : 1)));
    // Always as many draws, so that what one piece meets does not depend on what others met.
    int chance = random.nextInt(THOUSAND);
    int kind = random.nextInt(10);
    int size = random.nextInt(LONGEST_DELAY_MILLIS);
    return chance < perThousand ? Optional.of(fault(kind, size)) : Optional.empty();
  }

  private static Fault fault(int kind, int size) {
    return switch (kind) {
      case 0 -> new Fault.Lose();
      case 1 -> new Fault.Delay(Duration.ofMillis(size));
      case 2 -> new Fault.Duplicate();
      case 3 -> new Fault.Reorder();
      case 4 -> new Fault.Split(1 + size % 64, Duration.ofMillis(1));
      case 5 -> new Fault.Throttle(1000 + size);
      case 6 -> new Fault.CutOneWay();
      case 7 -> new Fault.Reset();
      case 8 -> new Fault.HalfOpen();
      default -> new Fault.CorruptByte();
    };
  }
}
