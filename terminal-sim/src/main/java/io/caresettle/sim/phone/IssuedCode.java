package io.caresettle.sim.phone;

import io.caresettle.credential.code.CodePayload;

/**
 * A code as it left the issuer, ready to be shown.
 *
 * @param text what the QR code holds
 * @param payload what is signed in it
 */
public record IssuedCode(String text, CodePayload payload) {

  /** Leaves the text out: whoever reads a log must not be able to show it. */
  @Override
  public String toString() {
    return "IssuedCode[" + payload + "]";
  }
}
