package io.caresettle.protocol.sm;

/**
 * The permission to read a secret in clear, which every method that hands one out asks for.
 *
 * <p>It stops nobody. It gives an auditor one word to search for: where it does not stand, no key
 * and no password is read.
 */
public final class InsecureSecretAccess {

  private static final InsecureSecretAccess INSTANCE = new InsecureSecretAccess();

  private InsecureSecretAccess() {}

  /** Says that whoever calls this takes care of what it is about to read. */
  public static InsecureSecretAccess get() {
    return INSTANCE;
  }
}
