package io.caresettle.sim.simulate;

import java.time.Duration;

/**
 * Which faults a seed sees, and how often in a thousand times; a fault that is off never happens.
 * Drawn as a swarm: what hides a defect in one seed is absent from another.
 */
record Weather(
    int loss,
    int longDelay,
    int duplicate,
    int corrupt,
    int cuts,
    int away,
    int endsBeforeWrite,
    int endsAfterWrite,
    int diskFull,
    int writeUnsure,
    int slowDisk,
    int callerEnds,
    int clockJumps,
    int centreRestarts,
    boolean centreRestored,
    int tills,
    boolean oneInstitution,
    int unwanted) {

  /** How long bills arrive, and how long the faults last. */
  static final Duration STORM = Duration.ofMinutes(40);

  static Weather of(long seed) {
    Dice dice = Dice.of(seed, "weather");
    return new Weather(
        dice.happens(600) ? dice.between(10, 300) : 0,
        dice.happens(500) ? dice.between(10, 250) : 0,
        dice.happens(400) ? dice.between(10, 200) : 0,
        dice.happens(300) ? dice.between(5, 100) : 0,
        dice.happens(300) ? dice.between(1, 3) : 0,
        dice.happens(300) ? dice.between(10, 200) : 0,
        dice.happens(400) ? dice.between(5, 80) : 0,
        dice.happens(400) ? dice.between(5, 80) : 0,
        dice.happens(200) ? dice.between(5, 40) : 0,
        dice.happens(200) ? dice.between(5, 40) : 0,
        dice.happens(200) ? dice.between(10, 100) : 0,
        dice.happens(400) ? dice.between(10, 120) : 0,
        dice.happens(250) ? dice.between(1, 4) : 0,
        dice.happens(350) ? dice.between(1, 3) : 0,
        dice.happens(30),
        dice.between(1, 3),
        dice.happens(500),
        dice.happens(700) ? dice.between(50, 400) : 0);
  }
}
