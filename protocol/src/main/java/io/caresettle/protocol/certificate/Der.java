package io.caresettle.protocol.certificate;

import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.CertificateRefused.Kind;
import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.keys.SigningKey;
import io.caresettle.protocol.keys.SigningPair;
import io.caresettle.protocol.sm.Sm2PublicKey;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** The parts that certificates, requests and revocation lists have in common, read strictly. */
final class Der {

  /**
   * Where this project's own object identifiers begin: a UUID's arc (X.667), which nobody else has.
   */
  private static final ASN1ObjectIdentifier ARC =
      new ASN1ObjectIdentifier("2.25.282555344766710190002712658505168482437");

  /** The policy of certificates that no real money may depend on. */
  static final ASN1ObjectIdentifier TEST_POLICY = ARC.branch("1");

  /** The attribute of a request that holds the encryption key. */
  static final ASN1ObjectIdentifier ENCRYPTION_KEY = ARC.branch("2");

  /** The extension of an encryption certificate that names the signing key it was issued with. */
  static final ASN1ObjectIdentifier SIGNING_KEY = ARC.branch("3");

  static final AlgorithmIdentifier SM2_WITH_SM3 =
      new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);

  private static final AlgorithmIdentifier SM2_WITH_SM3_AND_NULL =
      new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3, DERNull.INSTANCE);
  private static final AlgorithmIdentifier SM2_KEY =
      new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, GMObjectIdentifiers.sm2p256v1);
  private static final int HALF = 32;

  private Der() {}

  /** Reads a structure; whatever BouncyCastle makes of bad bytes is malformed. */
  @FunctionalInterface
  interface Reading<T> {
    T read() throws IOException;
  }

  static <T> T strictly(String what, Reading<T> reading) {
    try {
      return reading.read();
    } catch (CertificateRefused e) {
      throw e;
    } catch (KeyRejected e) {
      throw new CertificateRefused(
          Kind.MALFORMED, what, "a name or time out of bounds", "what this version writes");
    } catch (IOException | RuntimeException e) {
      // Without its cause: a parser's message may quote what it read.
      throw malformed(what, "bytes that are not its structure");
    }
  }

  /** The one value that these bytes are the DER encoding of. */
  static ASN1Primitive decode(String what, byte[] bytes, int longest) {
    if (bytes.length == 0 || bytes.length > longest) {
      throw malformed(what, bytes.length + " bytes, at most " + longest + " are read");
    }
    return strictly(
        what,
        () -> {
          ASN1Primitive value = ASN1Primitive.fromByteArray(bytes);
          if (!Arrays.equals(value.getEncoded(ASN1Encoding.DER), bytes)) {
            throw malformed(what, "bytes that are not DER");
          }
          return value;
        });
  }

  static byte[] encode(ASN1Object value) {
    try {
      return value.getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new IllegalStateException("BouncyCastle could not encode", e);
    }
  }

  /**
   * The bytes that a signature is over: the first of three, as they came. What BouncyCastle writes
   * after reading may be tidier.
   */
  static byte[] signedPart(ASN1Primitive signed) {
    return encode(ASN1Sequence.getInstance(signed).getObjectAt(0).toASN1Primitive());
  }

  /** The value inside an extension, which is bytes of its own. */
  static ASN1Primitive valueOf(String what, Extension extension) {
    byte[] octets = extension.getExtnValue().getOctets();
    return decode(what, octets, octets.length);
  }

  static Sm2PublicKey publicKey(String what, SubjectPublicKeyInfo info) {
    AlgorithmIdentifier algorithm = info.getAlgorithm();
    if (!algorithm.equals(SM2_KEY)) {
      throw new CertificateRefused(
          Kind.OTHER_CURVE, what, "a key of another kind or curve", "a key of the SM2 curve");
    }
    byte[] point = info.getPublicKeyData().getOctets();
    if (point.length != 65) {
      throw malformed(what, "a point of " + point.length + " bytes instead of 65");
    }
    try {
      return Sm2PublicKey.decode(point);
    } catch (KeyRejected e) {
      throw new CertificateRefused(
          Kind.POINT_OFF_CURVE, what, "a point off the curve", "a key of the SM2 curve");
    }
  }

  static SubjectPublicKeyInfo info(Sm2PublicKey key) {
    return new SubjectPublicKeyInfo(SM2_KEY, key.encoded());
  }

  static void requireSm2WithSm3(String what, AlgorithmIdentifier... algorithms) {
    for (AlgorithmIdentifier algorithm : algorithms) {
      boolean right = algorithm.equals(SM2_WITH_SM3) || algorithm.equals(SM2_WITH_SM3_AND_NULL);
      if (!right || !algorithm.equals(algorithms[0])) {
        throw new CertificateRefused(
            Kind.OTHER_ALGORITHM,
            what,
            "algorithm " + algorithm.getAlgorithm(),
            "SM2 with SM3 in both places");
      }
    }
  }

  static Time time(Instant instant) {
    return new Time(Date.from(instant));
  }

  /** Reads a time that is written as {@link #time} writes it: one way for each second. */
  static Instant instant(String what, Time time) {
    return strictly(
        what,
        () -> {
          Instant instant = time.getDate().toInstant();
          if (!time(instant).equals(time)) {
            throw malformed(what, "a time that is not written as DER has it");
          }
          return instant;
        });
  }

  static byte[] sign(SigningPair signer, byte[] message) {
    byte[] plain = signer.sign(message);
    BigInteger r = new BigInteger(1, Arrays.copyOf(plain, HALF));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(plain, HALF, 2 * HALF));
    return encode(new DERSequence(new ASN1Encodable[] {new ASN1Integer(r), new ASN1Integer(s)}));
  }

  static boolean verifies(SigningKey signer, byte[] message, byte[] signature) {
    return signer.key().verifyDer(Sm2PublicKey.DEFAULT_USER_ID, message, signature);
  }

  static CertificateRefused malformed(String what, String found) {
    return new CertificateRefused(
        Kind.MALFORMED, what, found, "DER as X.509 and this version write it");
  }
}
