package io.caresettle.credential;

import java.time.Instant;

/**
 * A CareSettle test code (医保测试码) that was read and proved genuine: what the simulated phone issues,
 * signed, and never a national code.
 *
 * <p>A screenshot that is shown inside its lifetime is not defeated by this type; only the centre,
 * which binds a code to the first visit that shows it, narrows that down.
 *
 * @param text the code as read; it names nobody, but whoever holds it can be taken for its owner
 * @param keyId which issuer's key signed it
 */
public record TestCode(String text, String keyId, Instant notBefore, Instant expires)
    implements InsuranceCode {

  /** Leaves the code itself out: whoever reads a log must not be able to show it. */
  @Override
  public String toString() {
    return "TestCode[key " + keyId + ", " + notBefore + " to " + expires + "]";
  }
}
