package io.caresettle.sim.simulate;

import io.caresettle.eligibility.Institution;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Seeds whose tills speak the national interface, over the same centre, through the same weather.
 */
public final class NationalSeeds {

  private static final Duration END = Duration.ofHours(24);

  private NationalSeeds() {}

  /** Lives one seed, with one rule broken or none. */
  public static Seed live(long number, NationalDefect defect) {
    World world =
        new World(number, Defect.NONE, Crypto.STUB, Weather.of(number).overTheNationalPort());
    try (CentreHost host = new CentreHost(world);
        Strands strands = new Strands(world.agenda)) {
      NationalTown town = new NationalTown(world, host, defect);
      List<Till> tills = tills(world, host, town, strands);
      boolean quiet = world.live(tills, END);
      checkVisits(world, host, town, tills);
      // A till whose clock was set back has days that end later.
      world.agenda.pass(Duration.ofDays(5));
      new Invariants(world, host, tills).check(quiet);
    }
    Chronicle told = world.chronicle;
    return new Seed(number, told.digest(), told.violations(), told.story());
  }

  private static List<Till> tills(
      World world, CentreHost host, NationalTown town, Strands strands) {
    Dice dice = world.dice("bills");
    List<Institution> institutions = List.of(People.HOSPITAL, People.PHARMACY, People.STATION);
    Map<Institution, Map<String, String>> sent = new HashMap<>();
    List<Till> tills = new ArrayList<>();
    int first = dice.between(0, 1);
    for (int i = 0; i < world.weather.tills(); i++) {
      Institution institution =
          institutions.get(world.weather.oneInstitution() ? first : (first + i) % 3);
      Map<String, String> messages = sent.computeIfAbsent(institution, one -> new HashMap<>());
      int number = i;
      Till till =
          new Till(
              world,
              host,
              i,
              institution,
              new Disk(world.agenda, "E" + i, i + 1),
              self -> new NationalPort(self, number, town, strands, messages));
      int bills = dice.between(3, 7);
      for (int b = 1; b <= bills; b++) {
        till.books.open(Plan.of(institution, i + 1, "T" + i + "B" + b, dice, world.weather));
      }
      tills.add(till);
      world.tills.add(till);
    }
    return tills;
  }

  /** Whoever was registered and not settled was taken back. */
  private static void checkVisits(
      World world, CentreHost host, NationalTown town, List<Till> tills) {
    for (Till till : tills) {
      for (int person = 0; person < People.count(); person++) {
        town
            .desk()
            .orElseThrow()
            .visitsLeft(till.institution.code(), People.number(person))
            .stream()
            .filter(visit -> isOf(till, visit) && !isExcused(till, host, visit))
            .forEach(
                visit ->
                    world.chronicle.violation(
                        "a visit that is not settled is taken back, or listed", till + "", visit));
      }
    }
  }

  private static boolean isOf(Till till, String visit) {
    return till.books.rows().stream().anyMatch(row -> row.plan.visit().equals(visit));
  }

  /** Somebody is told of it, or the centre forgot that it was taken back. */
  private static boolean isExcused(Till till, CentreHost host, String visit) {
    Set<BillId> listed = ((NationalPort) till.port()).listed();
    return till.books.rows().stream()
        .filter(row -> row.plan.visit().equals(visit))
        .anyMatch(
            row ->
                listed.contains(row.plan.id(row.plan.number()))
                    || till.disk.timesOf(row.plan.id(row.number)).stream().anyMatch(host::hasLost)
                    || till.settler().disputeOf(row.plan.id(row.number)).isPresent());
  }
}
