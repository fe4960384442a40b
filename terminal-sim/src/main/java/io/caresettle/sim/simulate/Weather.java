package io.caresettle.sim.simulate;

import io.caresettle.sim.centre.CancellationProfile;
import java.time.Duration;
import java.util.List;

/**
 * Which faults a seed sees, and how often in a thousand times; a fault that is off never happens.
 * Drawn as a swarm: what hides a defect in one seed is absent from another.
 *
 * @param slowest how many seconds what is delayed may be on its way
 * @param patience for how many seconds a caller waits at most for a settlement
 * @param taken how many booked bills are brought back, to be cancelled or refunded
 * @param cutOff after so many minutes the business day ends; 0 where it ends at midnight
 * @param copied whether the first till is restored from a copy of its disk
 * @param oneJournal whether the tills of an institution keep one journal together
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
    int unwanted,
    int slowest,
    int patience,
    int taken,
    CancellationProfile cancellation,
    int cutOff,
    boolean copied,
    boolean oneJournal) {

  /** How long the faults last. */
  private static final Duration STORM = Duration.ofMinutes(40);

  /** The same where a centre loses up to an hour of its books in them. */
  private static final Duration LONG_STORM = Duration.ofMinutes(90);

  /** Before it ends, the last bill arrives. */
  private static final Duration LAST = Duration.ofMinutes(10);

  /** As often free as bound. */
  private static final List<CancellationProfile> CANCELLATIONS =
      List.of(
          CancellationProfile.FREE,
          CancellationProfile.FREE,
          CancellationProfile.REPLAY,
          CancellationProfile.LATEST_FIRST);

  /** From so many restarts on, each is short. */
  static final int MANY_RESTARTS = 8;

  /** How long the faults last. */
  Duration storm() {
    return centreRestored ? LONG_STORM : STORM;
  }

  /** Whether several tills keep one journal. */
  boolean keepsOneJournal() {
    return oneJournal && oneInstitution && tills > 1;
  }

  /** How long bills arrive. */
  Duration arrivals() {
    return storm().minus(LAST);
  }

  static Weather of(long seed) {
    Dice dice = Dice.of(seed, "weather");
    return new Weather(
        dice.happens(600) ? dice.between(10, 300) : 0,
        dice.happens(500) ? dice.between(10, 250) : 0,
        dice.happens(400) ? dice.between(10, 200) : 0,
        dice.happens(300) ? dice.between(5, 100) : 0,
        dice.happens(300) ? dice.between(1, 8) : 0,
        dice.happens(300) ? dice.between(10, 200) : 0,
        dice.happens(400) ? dice.between(5, 80) : 0,
        dice.happens(400) ? dice.between(5, 80) : 0,
        dice.happens(200) ? dice.between(5, 40) : 0,
        dice.happens(200) ? dice.between(5, 40) : 0,
        dice.happens(200) ? dice.between(10, 100) : 0,
        dice.happens(400) ? dice.between(10, 120) : 0,
        dice.happens(250) ? dice.between(1, 4) : 0,
        restarts(dice),
        dice.happens(30),
        dice.between(1, 3),
        dice.happens(500),
        dice.happens(700) ? dice.between(50, 400) : 0,
        dice.happens(300) ? 240 : 90,
        dice.happens(250) ? 90 : 15,
        dice.happens(600) ? dice.between(100, 700) : 0,
        CANCELLATIONS.get(dice.between(0, CANCELLATIONS.size() - 1)),
        dice.happens(250) ? dice.between(5, 35) : 0,
        dice.happens(120),
        dice.happens(350));
  }

  /**
   * The same where tills speak the national interface, which has no business day but the calendar's
   * and nothing that would know a copy of a journal.
   */
  Weather overTheNationalPort() {
    return new Weather(
        loss,
        longDelay,
        duplicate,
        corrupt,
        cuts,
        away,
        endsBeforeWrite,
        endsAfterWrite,
        diskFull,
        writeUnsure,
        slowDisk,
        callerEnds,
        clockJumps,
        centreRestarts,
        centreRestored,
        tills,
        oneInstitution,
        unwanted,
        slowest,
        patience,
        taken,
        cancellation,
        0,
        false,
        false);
  }

  /** Seldom and long, or again and again. */
  private static int restarts(Dice dice) {
    if (dice.happens(350)) {
      return dice.between(1, 3);
    }
    return dice.happens(250) ? dice.between(8, 30) : 0;
  }
}
