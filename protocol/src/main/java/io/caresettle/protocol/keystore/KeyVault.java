package io.caresettle.protocol.keystore;

/**
 * Where a party's {@link KeySet} rests while no process uses it.
 *
 * <p>{@link Pkcs12Vault} is the one that comes with this library. Who keeps keys elsewhere writes
 * another, or plugs a device in behind {@link io.caresettle.protocol.keys.SigningPair#inDevice}.
 */
public interface KeyVault {

  /**
   * What rests here.
   *
   * @throws KeyStoreUnavailable if it cannot be had, saying why and whose turn it is
   */
  KeySet load();

  /**
   * Keeps {@code keys} in the place of what rests here, whole or not at all.
   *
   * @throws KeyStoreUnavailable if it cannot be kept; what rested here still does
   */
  void save(KeySet keys);
}
