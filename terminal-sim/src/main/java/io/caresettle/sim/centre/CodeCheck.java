package io.caresettle.sim.centre;

import java.time.Instant;

/** What the centre asks the issuer of insurance codes (医保码): is it genuine, and whose is it? */
public interface CodeCheck {

  /** What a text that was shown at a counter is at {@code now}. */
  Shown check(String text, Instant now);

  /** The same for a code like the national one, which nobody but the centre can open. */
  Shown checkNational(String text, Instant now);

  /** What stands for this person in every code: 32 hex digits. */
  String pseudonymOf(String personNumber);

  /** What was shown. */
  sealed interface Shown {

    /**
     * Signed by the issuer, and within its validity.
     *
     * @param nonce what makes this one code different from all others
     */
    record Genuine(String pseudonym, String nonce) implements Shown {}

    /** Signed by the issuer, but not valid at that moment. */
    record NotValidNow() implements Shown {}

    /** Not the issuer's, or not a code at all. */
    record NotGenuine() implements Shown {}
  }
}
