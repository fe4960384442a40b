package io.caresettle.sdk;

import io.caresettle.centre.Answers;
import io.caresettle.centre.Centre;
import io.caresettle.centre.SignIn;
import io.caresettle.centre.SignedIn;
import io.caresettle.settlement.CentreClock;
import io.caresettle.split.Catalogue;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The terminal's day at the centre: signed in, with the catalogue of the day. */
final class BusinessDay {

  private final Centre centre;
  private final CentreClock clock;
  private final Supplier<SignIn> signIn;
  private final Consumer<SignedIn> signedIn;
  private Optional<Catalogue> catalogue = Optional.empty();

  /**
   * @param signedIn hears of every sign-in
   */
  BusinessDay(
      Centre centre, CentreClock clock, Supplier<SignIn> signIn, Consumer<SignedIn> signedIn) {
    this.centre = centre;
    this.clock = clock;
    this.signIn = signIn;
    this.signedIn = signedIn;
  }

  /** Today's catalogue; signs in when that was not done today. */
  synchronized Catalogue catalogue(Duration within) {
    if (catalogue.isPresent() && clock.isToday()) {
      return catalogue.get();
    }
    Deadline deadline = Deadline.in(within);
    SignedIn today = Answers.require(centre.signIn(signIn.get(), deadline.left()), "The sign-in");
    signedIn.accept(today);
    if (catalogue.filter(c -> c.version().equals(today.catalogueVersion())).isEmpty()) {
      catalogue = Optional.of(Answers.require(centre.catalogue(deadline.left()), "The catalogue"));
    }
    // Last, so that a day without its catalogue has not begun.
    clock.set(today);
    return catalogue.get();
  }
}
