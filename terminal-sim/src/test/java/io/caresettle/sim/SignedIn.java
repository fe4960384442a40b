package io.caresettle.sim;

import io.caresettle.problem.CentreUnreachable;
import io.caresettle.sdk.Terminal;

/**
 * Signs a terminal in before a test asks anything of it. The first handshake of a process is its
 * slowest, and on a busy machine it may not end in time: then it is made again.
 */
public final class SignedIn {

  private SignedIn() {}

  /** The same terminal, with a session and today's catalogue. */
  public static Terminal at(Terminal terminal) {
    Await.until(() -> isSignedIn(terminal));
    return terminal;
  }

  private static boolean isSignedIn(Terminal terminal) {
    try {
      terminal.signIn();
      return true;
    } catch (CentreUnreachable again) {
      return false;
    }
  }
}
