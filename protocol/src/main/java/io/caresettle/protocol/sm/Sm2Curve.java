package io.caresettle.protocol.sm;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;

/**
 * The one curve, sm2p256v1, in the implementation that is written for it (six times the generic
 * one).
 */
final class Sm2Curve {

  static final ECDomainParameters DOMAIN = domain();

  /** The largest private key: n - 2, because a signature divides by d + 1. */
  static final BigInteger LARGEST_PRIVATE = DOMAIN.getN().subtract(BigInteger.TWO);

  /** Where signatures take their randomness from. */
  static final SecureRandom RANDOM = new SecureRandom();

  private Sm2Curve() {}

  private static ECDomainParameters domain() {
    X9ECParameters curve = CustomNamedCurves.getByName("sm2p256v1");
    return new ECDomainParameters(
        curve.getCurve(), curve.getG(), curve.getN(), curve.getH(), curve.getSeed());
  }
}
