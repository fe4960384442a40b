package io.caresettle.protocol.sm;

import io.caresettle.protocol.NotAuthentic;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.util.BigIntegers;

/** SM2 public-key encryption (GB/T 32918.4), read strictly in the form that was asked for. */
final class Sm2Encryption {

  private static final int POINT_BYTES = 65;
  private static final int COORDINATE_BYTES = 32;
  private static final int DIGEST_BYTES = 32;

  private Sm2Encryption() {}

  static byte[] encrypt(ECPublicKeyParameters key, byte[] plain) {
    if (plain.length == 0) {
      throw new IllegalArgumentException("There is nothing to encrypt: give at least one byte");
    }
    SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
    engine.init(true, new ParametersWithRandom(key, Sm2Curve.RANDOM));
    try {
      return engine.processBlock(plain, 0, plain.length);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("BouncyCastle could not encrypt", e);
    }
  }

  static byte[] decrypt(ECPrivateKeyParameters key, Sm2CiphertextForm form, byte[] ciphertext) {
    return switch (form) {
      case C1C3C2 -> decrypt(key, SM2Engine.Mode.C1C3C2, ciphertext);
      case C1C2C3 -> decrypt(key, SM2Engine.Mode.C1C2C3, ciphertext);
      case DER -> decrypt(key, SM2Engine.Mode.C1C3C2, fromDer(ciphertext));
    };
  }

  private static byte[] decrypt(CipherParameters key, SM2Engine.Mode mode, byte[] ciphertext) {
    if (ciphertext.length <= POINT_BYTES + DIGEST_BYTES || ciphertext[0] != 4) {
      throw NotAuthentic.sealedValue();
    }
    SM2Engine engine = new SM2Engine(mode);
    engine.init(false, key);
    try {
      return engine.processBlock(ciphertext, 0, ciphertext.length);
    } catch (InvalidCipherTextException | IllegalArgumentException e) {
      // A point off the curve, a wrong digest: one refusal.
      throw NotAuthentic.sealedValue();
    }
  }

  /** The same parts one after the other; anything but the one DER encoding of them is refused. */
  private static byte[] fromDer(byte[] der) {
    if (der.length == 0) {
      // Which BouncyCastle reads as null.
      throw NotAuthentic.sealedValue();
    }
    try {
      ASN1Sequence parts = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der));
      if (parts.size() != 4 || !Arrays.equals(der, parts.getEncoded(ASN1Encoding.DER))) {
        throw NotAuthentic.sealedValue();
      }
      byte[] digest = ASN1OctetString.getInstance(parts.getObjectAt(2)).getOctets();
      byte[] encrypted = ASN1OctetString.getInstance(parts.getObjectAt(3)).getOctets();
      if (digest.length != DIGEST_BYTES) {
        throw NotAuthentic.sealedValue();
      }
      byte[] all = new byte[POINT_BYTES + DIGEST_BYTES + encrypted.length];
      all[0] = 4;
      System.arraycopy(coordinate(parts, 0), 0, all, 1, COORDINATE_BYTES);
      System.arraycopy(coordinate(parts, 1), 0, all, 1 + COORDINATE_BYTES, COORDINATE_BYTES);
      System.arraycopy(digest, 0, all, POINT_BYTES, DIGEST_BYTES);
      System.arraycopy(encrypted, 0, all, POINT_BYTES + DIGEST_BYTES, encrypted.length);
      return all;
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw NotAuthentic.sealedValue();
    }
  }

  private static byte[] coordinate(ASN1Sequence parts, int index) {
    BigInteger value = ASN1Integer.getInstance(parts.getObjectAt(index)).getValue();
    if (value.signum() < 0 || value.bitLength() > COORDINATE_BYTES * Byte.SIZE) {
      throw NotAuthentic.sealedValue();
    }
    return BigIntegers.asUnsignedByteArray(COORDINATE_BYTES, value);
  }
}
