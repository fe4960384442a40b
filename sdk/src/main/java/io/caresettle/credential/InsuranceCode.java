package io.caresettle.credential;

import java.time.Instant;

/**
 * A medical-insurance code (医保码) that was read from a screen. In this version it is the CareSettle
 * test code that the simulated phone issues, never a national one.
 *
 * <p>A screenshot that is shown inside its lifetime is not defeated by this type; only the centre,
 * which binds a code to the first visit that shows it, narrows that down.
 *
 * @param text the code as read; opaque, it names nobody, but whoever holds it can be taken for its
 *     owner
 * @param keyId which issuer's key signed it
 */
public record InsuranceCode(String text, String keyId, Instant notBefore, Instant expires)
    implements Credential {

  /** Leaves the code itself out: whoever reads a log must not be able to show it. */
  @Override
  public String toString() {
    return "InsuranceCode[key " + keyId + ", " + notBefore + " to " + expires + "]";
  }
}
