package io.caresettle.sdk;

import io.caresettle.centre.Answers;
import io.caresettle.centre.Centre;
import io.caresettle.centre.SignedIn;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.settlement.CentreClock;
import io.caresettle.split.Catalogue;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/** The terminal's day at the centre: signed in, with the catalogue of the day. */
final class BusinessDay {

  private final Centre centre;
  private final CentreClock clock;
  private final Function<Deadline, SignedIn> signIn;
  private final Consumer<SignedIn> signedIn;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile Optional<Catalogue> catalogue = Optional.empty();

  /**
   * @param signedIn hears of every sign-in
   */
  BusinessDay(
      Centre centre,
      CentreClock clock,
      Function<Deadline, SignedIn> signIn,
      Consumer<SignedIn> signedIn) {
    this.centre = centre;
    this.clock = clock;
    this.signIn = signIn;
    this.signedIn = signedIn;
  }

  /** Today's catalogue; signs in when that was not done today. */
  Catalogue catalogue(Duration within) {
    Optional<Catalogue> here = ofToday();
    return here.isPresent() ? here.get() : asked(Deadline.in(within), false);
  }

  /** Signs in also when that was done today, as after the line was lost. */
  void anew(Duration within) {
    Catalogue unused = asked(Deadline.in(within), true);
  }

  /** Whether there is no sign-in of the business day that it is at the centre. */
  boolean isDue() {
    return ofToday().isEmpty();
  }

  private Optional<Catalogue> ofToday() {
    return clock.isToday() ? catalogue : Optional.empty();
  }

  /** One signs in at a time; who waits for that waits no longer than it may. */
  private Catalogue asked(Deadline deadline, boolean always) {
    take(deadline);
    try {
      Optional<Catalogue> here = ofToday();
      if (here.isPresent() && !always) {
        return here.get();
      }
      SignedIn today = signIn.apply(deadline);
      signedIn.accept(today);
      Catalogue valid =
          catalogue
              .filter(c -> c.version().equals(today.catalogueVersion()))
              .orElseGet(() -> Answers.require(centre.catalogue(deadline.left()), "The catalogue"));
      catalogue = Optional.of(valid);
      // Last, so that a day without its catalogue has not begun.
      clock.set(today);
      return valid;
    } finally {
      asking.unlock();
    }
  }

  private void take(Deadline deadline) {
    try {
      if (asking.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new CentreUnreachable(
        "The terminal is signing in, and the centre has not answered yet: try again");
  }
}
