package io.caresettle.sim.simulate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What lies between the tills and the centre. What is on its way arrives, whoever ended since. */
final class Network {

  /** What became of some bytes. */
  enum Arrival {
    WHOLE,
    SPOILED
  }

  private record Cut(int till, boolean toCentre, Duration from, Duration to) {}

  private final World world;
  private final Dice dice;
  private final List<Cut> cuts = new ArrayList<>();

  Network(World world) {
    this.world = world;
    this.dice = world.dice("network");
    Dice when = world.dice("cuts");
    for (int i = 0; i < world.weather.cuts(); i++) {
      Duration from = when.seconds(0, 1800);
      cuts.add(
          new Cut(
              when.between(0, world.weather.tills() - 1),
              when.happens(500),
              from,
              from.plus(when.seconds(10, 400))));
    }
  }

  /** Whether a session could be had now. */
  boolean isThere() {
    return !(world.isStorm() && dice.happens(world.weather.away()));
  }

  /** Carries something one way: not at all, once or twice, soon or late. */
  void carry(int till, boolean toCentre, String what, Consumer<Arrival> arrives) {
    if (world.isStorm() && (isCut(till, toCentre) || dice.happens(world.weather.loss()))) {
      world.chronicle.tell("network", "loses " + what);
      return;
    }
    deliver(what, arrives);
    if (world.isStorm() && dice.happens(world.weather.duplicate())) {
      world.chronicle.tell("network", "doubles " + what);
      deliver(what, arrives);
    }
  }

  private void deliver(String what, Consumer<Arrival> arrives) {
    boolean spoiled = world.isStorm() && dice.happens(world.weather.corrupt());
    boolean slow = world.isStorm() && dice.happens(world.weather.longDelay());
    Duration takes = slow ? dice.millis(2000, world.weather.slowest() * 1000) : dice.millis(1, 80);
    if (spoiled || slow) {
      world.chronicle.tell("network", (spoiled ? "spoils " : "delays ") + what);
    }
    var unused =
        world.agenda.after(
            takes, Life.WORLD, () -> arrives.accept(spoiled ? Arrival.SPOILED : Arrival.WHOLE));
  }

  private boolean isCut(int till, boolean toCentre) {
    Duration now = world.agenda.elapsed();
    return cuts.stream()
        .anyMatch(
            cut ->
                cut.till() == till
                    && cut.toCentre() == toCentre
                    && cut.from().compareTo(now) <= 0
                    && cut.to().compareTo(now) > 0);
  }
}
