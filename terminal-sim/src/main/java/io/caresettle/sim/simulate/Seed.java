package io.caresettle.sim.simulate;

import io.caresettle.eligibility.Institution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A seed that has lived to its end.
 *
 * @param digest of what happened, in whatever words it is told; the same seed has the same
 * @param story line by line, in the order of time
 */
public record Seed(long number, String digest, List<Violation> violations, String story) {

  private static final Duration END = Duration.ofHours(24);

  public Seed {
    violations = List.copyOf(violations);
  }

  /** Lives one seed, with one rule broken or none. */
  public static Seed live(long number, Defect defect) {
    return live(number, defect, Crypto.STUB);
  }

  /** The same, with messages that travel so. */
  public static Seed live(long number, Defect defect, Crypto crypto) {
    World world = new World(number, defect, crypto);
    try (CentreHost host = new CentreHost(world)) {
      List<Till> tills = tills(world, host);
      boolean quiet = world.live(tills, END);
      new Invariants(world, host, tills).check(quiet);
    }
    Chronicle told = world.chronicle;
    return new Seed(number, told.digest(), told.violations(), told.story());
  }

  private static List<Till> tills(World world, CentreHost host) {
    Dice dice = world.dice("bills");
    Map<Institution, Set<String>> ids = new HashMap<>();
    Disk together = new Disk(world.agenda, "E", 0);
    Owners owners = new Owners(world.agenda);
    List<Till> tills = new ArrayList<>();
    for (int i = 0; i < world.weather.tills(); i++) {
      Institution institution =
          i == 0 || world.weather.oneInstitution() ? People.HOSPITAL : People.STATION;
      int slot = world.has(Defect.SLOT_COLLISION) ? 1 : i + 1;
      Set<String> used = ids.computeIfAbsent(institution, one -> new HashSet<>());
      int number = i;
      Till till =
          new Till(
              world,
              host,
              i,
              institution,
              world.weather.keepsOneJournal()
                  ? together.shared(owners, "E" + i, slot)
                  : new Disk(world.agenda, "E" + i, slot),
              self -> new SealedPort(self, number, used));
      int bills = dice.between(3, 7);
      for (int b = 1; b <= bills; b++) {
        till.books.open(Plan.of(institution, i + 1, "T" + i + "B" + b, dice, world.weather));
      }
      tills.add(till);
      world.tills.add(till);
    }
    return tills;
  }
}
