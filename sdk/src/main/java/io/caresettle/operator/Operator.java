package io.caresettle.operator;

import io.caresettle.protocol.certificate.PartyCertificate;
import io.caresettle.protocol.keys.SigningKey;
import java.util.Optional;

/**
 * Somebody who may stand at a counter (经办人), as the institution's list has them.
 *
 * @param id 1 to 32 letters, digits, dots, dashes or underscores
 * @param key verifies what this operator signs
 * @param certificate says whose key it is; empty where the list alone does
 */
public record Operator(
    String id, OperatorRole role, SigningKey key, Optional<PartyCertificate> certificate) {

  /** Somebody whose key the list alone vouches for. */
  public static Operator of(String id, OperatorRole role, SigningKey key) {
    return new Operator(id, role, key, Optional.empty());
  }

  /** Somebody with a signing certificate; its party id is the operator's. */
  public static Operator certified(OperatorRole role, PartyCertificate signing) {
    return new Operator(
        signing.partyId(), role, new SigningKey(signing.publicKey()), Optional.of(signing));
  }
}
