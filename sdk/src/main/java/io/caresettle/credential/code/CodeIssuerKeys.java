package io.caresettle.credential.code;

import io.caresettle.protocol.sm.Sm2PublicKey;
import java.util.Map;
import java.util.Optional;

/**
 * The code issuers' public keys that this till accepts, by key id.
 *
 * <p>It is asked for every code, so an implementation may change its answer while the till runs: a
 * key that is revoked is simply no longer found.
 */
@FunctionalInterface
public interface CodeIssuerKeys {

  /** The key named {@code keyId}; empty where it is unknown or revoked. */
  Optional<Sm2PublicKey> find(String keyId);

  /** A fixed set of keys. */
  static CodeIssuerKeys of(Map<String, Sm2PublicKey> keys) {
    Map<String, Sm2PublicKey> fixed = Map.copyOf(keys);
    return keyId -> Optional.ofNullable(fixed.get(keyId));
  }
}
