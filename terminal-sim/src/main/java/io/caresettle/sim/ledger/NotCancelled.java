package io.caresettle.sim.ledger;

import java.util.Optional;

/** A settlement that is not cancelled: there is none of that id, or a newer one stands above it. */
public final class NotCancelled extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Optional<String> newer;

  NotCancelled(String message, Optional<String> newer) {
    super(message);
    this.newer = newer;
  }

  /** The settlement that must be cancelled before. */
  public Optional<String> newer() {
    return newer;
  }
}
