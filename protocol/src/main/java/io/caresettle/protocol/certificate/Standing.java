package io.caresettle.protocol.certificate;

import java.time.Instant;

/** What certificates are worth that belong to whom they say: a verdict for one instant. */
public sealed interface Standing {

  /** Valid, and revoked by nobody that this side heard of. */
  record Good() implements Standing {}

  /**
   * The owner is known, and renewed too late.
   *
   * @param since the first instant at which they were no longer valid
   */
  record Expired(Instant since) implements Standing {}

  /**
   * The owner is known, and the authority has withdrawn its word.
   *
   * @param since what was done with these keys from here on proves nothing
   */
  record Revoked(Instant since, RevocationReason reason) implements Standing {}

  /** Whether the owner may do everything. */
  default boolean isGood() {
    return this instanceof Good;
  }
}
