package io.caresettle.centre.sealed;

import io.caresettle.centre.Centre;
import io.caresettle.centre.Reply;
import io.caresettle.centre.Reservation;
import java.time.Duration;

/**
 * Waits for the first session of a test. The first handshake of a process is its slowest, and on a
 * busy machine it may not end in time: then it is made again.
 */
final class OnTheLine {

  private OnTheLine() {}

  /** The same centre, with a session. */
  static Centre at(Centre centre) {
    Reply<Reservation> last = centre.reserve(Duration.ofSeconds(20));
    for (int tried = 1; tried < 10 && !(last instanceof Reply.Answered); tried++) {
      last = centre.reserve(Duration.ofSeconds(20));
    }
    if (last instanceof Reply.Answered<Reservation> place) {
      place.value().close();
      return centre;
    }
    throw new AssertionError(last.toString());
  }
}
