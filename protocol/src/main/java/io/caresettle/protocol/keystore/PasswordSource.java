package io.caresettle.protocol.keystore;

/**
 * Where the password of a key store comes from: the operator at the console, the operating system's
 * own store, or a token.
 *
 * <p>It is asked each time a store is read or written, and whoever asks closes what it gets.
 */
@FunctionalInterface
public interface PasswordSource {

  /**
   * The password of {@code store}, whose name may be shown to an operator.
   *
   * @throws KeyStoreUnavailable if there is none to be had
   */
  Password password(String store);
}
