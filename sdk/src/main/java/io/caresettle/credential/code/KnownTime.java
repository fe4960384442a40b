package io.caresettle.credential.code;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * The time as the centre has it, where this till knows it.
 *
 * <p>A till whose offset to the centre's clock is unknown must not call a code expired or not yet
 * valid: its own clock may be the one that is wrong. It then answers nothing, dates are left to the
 * centre, and everything else is judged as ever.
 */
@FunctionalInterface
public interface KnownTime {

  /** The centre's time now; empty where the offset to the centre is not known. */
  Optional<Instant> now();

  /** A clock that is known to go with the centre's. */
  static KnownTime of(Clock clock) {
    return () -> Optional.of(clock.instant());
  }

  /** No time is known: no code is refused for its dates here. */
  static KnownTime unknown() {
    return Optional::empty;
  }
}
