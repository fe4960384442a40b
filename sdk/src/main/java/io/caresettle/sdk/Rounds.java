package io.caresettle.sdk;

import io.caresettle.journal.Journal;
import io.caresettle.settlement.Settler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a terminal does without being asked, several times a minute: it looks at its clock, signs in
 * where that is due, takes up what another till left, and tells the centre what waits to be told.
 */
final class Rounds {

  private final Journal journal;
  private final BusinessDay day;
  private final SigningIn signingIn;
  private final Settler settler;
  private final Alarms alarms;
  private final Duration within;
  private final List<Runnable> further;
  private final Runnable otherwise;
  private final AtomicBoolean lineLost = new AtomicBoolean();

  /**
   * @param within the deadline of the sign-in
   * @param further what is done once it is known whose journal this is
   * @param otherwise what is done instead, until then
   */
  Rounds(
      Journal journal,
      BusinessDay day,
      SigningIn signingIn,
      Settler settler,
      Alarms alarms,
      Duration within,
      List<Runnable> further,
      Runnable otherwise) {
    this.journal = journal;
    this.day = day;
    this.signingIn = signingIn;
    this.settler = settler;
    this.alarms = alarms;
    this.within = within;
    this.further = List.copyOf(further);
    this.otherwise = otherwise;
  }

  /** The next round signs in anew: on a new line the centre may have another word. */
  void lineLost() {
    lineLost.set(true);
  }

  /** One round. What fails is done in the next one, and keeps nothing else from being done. */
  void make() {
    guarded(this::lookAtTheClock);
    guarded(this::signIn);
    if (signingIn.knowsWhose()) {
      guarded(signingIn::takeUp);
      guarded(settler::takeOver);
      further.forEach(Rounds::guarded);
    } else {
      guarded(otherwise);
    }
  }

  private void lookAtTheClock() {
    Optional<Duration> back = journal.clockSetBack();
    if (back.isPresent()) {
      alarms.raise(AlarmTexts.clockSetBack(back.get()));
    } else {
      alarms.over(Alarm.Kind.CLOCK_SET_BACK);
    }
  }

  private void signIn() {
    boolean lost = lineLost.getAndSet(false);
    if (!lost && !day.isDue()) {
      return;
    }
    boolean done = false;
    try {
      day.anew(within);
      done = true;
    } finally {
      if (lost && !done) {
        lineLost.set(true);
      }
    }
  }

  private static void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error e) {
      // An error, too: a timer whose task throws makes no further round, and nobody would know.
      // Whoever needs it meets the same and is told. Of the rest, the next round tries again.
      return;
    }
  }
}
