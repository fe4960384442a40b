package io.caresettle.protocol.keystore;

import java.util.function.UnaryOperator;

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

  /**
   * Keeps what {@code change} makes of what rests here, and returns it. Nobody else changes
   * anything between the reading and the writing; whoever loads and saves instead can lose what
   * another program added meanwhile.
   *
   * @param change what it throws is thrown on, and nothing is kept then; it must not use this vault
   * @throws KeyStoreUnavailable if it cannot be had or kept; what rested here still does
   */
  KeySet update(UnaryOperator<KeySet> change);
}
