package io.caresettle.sim.simulate;

import io.caresettle.split.BillId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What everybody in a seed shares: time, weather, network, centre, and the book of what happens.
 */
final class World {

  final long seed;
  final Defect defect;
  final Crypto crypto;
  final Weather weather;
  final Agenda agenda = new Agenda();
  final Chronicle chronicle;
  final Network network;
  final List<Till> tills = new ArrayList<>();

  /** Of which the centre said something that nobody can know the meaning of. */
  final Set<BillId> undecided = new HashSet<>();

  private boolean storm = true;

  World(long seed, Defect defect, Crypto crypto) {
    this(seed, defect, crypto, Weather.of(seed));
  }

  World(long seed, Defect defect, Crypto crypto, Weather weather) {
    this.seed = seed;
    this.defect = defect;
    this.crypto = crypto;
    this.weather = weather;
    this.chronicle = new Chronicle(seed, agenda);
    this.network = new Network(this);
  }

  Dice dice(String purpose) {
    return Dice.of(seed, purpose);
  }

  /** Whether faults happen still. */
  boolean isStorm() {
    return storm;
  }

  /**
   * Tills start, faults come and go, and whatever is left to do is done.
   *
   * @return whether nothing was left to do before {@code end}
   */
  boolean live(List<Till> starting, Duration end) {
    for (Till till : starting) {
      var unused = agenda.after(Duration.ZERO, Life.WORLD, till::start);
    }
    var unused = agenda.after(weather.storm(), Life.WORLD, this::calm);
    return agenda.run(
        end,
        (life, e) -> chronicle.violation("nothing fails unexpectedly", life.toString(), "" + e));
  }

  private void calm() {
    storm = false;
    chronicle.tell("world", "the weather is good from now on");
  }

  boolean has(Defect asked) {
    return defect == asked;
  }
}
