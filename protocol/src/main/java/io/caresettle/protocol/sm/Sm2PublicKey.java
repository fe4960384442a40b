package io.caresettle.protocol.sm;

import io.caresettle.protocol.KeyRejected;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.DSAEncoding;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.math.ec.ECPoint;

/**
 * A point of the SM2 curve, known to lie on it and not to be infinity.
 *
 * <p>Keep the object: it carries tables that make verifying twice as fast as with a freshly decoded
 * key.
 */
public final class Sm2PublicKey {

  /** The user id of the standards, {@code 1234567812345678}, for when nothing else was agreed. */
  public static final String DEFAULT_USER_ID = "1234567812345678";

  private static final int SIGNATURE_BYTES = 64;
  private static final byte[] DEFAULT_ID = DEFAULT_USER_ID.getBytes(StandardCharsets.US_ASCII);

  private final ECPublicKeyParameters parameters;
  private final byte[] encoded;
  private final SignerPool verifiers;

  Sm2PublicKey(ECPoint point) {
    // Checks again that the point is one: a key from a private key takes the same way in.
    parameters = new ECPublicKeyParameters(point, Sm2Curve.DOMAIN);
    encoded = parameters.getQ().getEncoded(false);
    verifiers = new SignerPool(() -> verifier(PlainDSAEncoding.INSTANCE, DEFAULT_ID));
  }

  /**
   * Reads a point as 65 bytes (04, x, y) or 33 bytes (02 or 03, x).
   *
   * @throws KeyRejected unless the bytes are exactly one of the two and lie on the curve
   */
  public static Sm2PublicKey decode(byte[] point) {
    boolean whole = point.length == 65 && point[0] == 4;
    boolean compressed = point.length == 33 && (point[0] == 2 || point[0] == 3);
    if (!whole && !compressed) {
      throw new KeyRejected(
          "An SM2 public key is 65 bytes beginning with 04 or 33 bytes beginning with 02 or 03");
    }
    try {
      return new Sm2PublicKey(Sm2Curve.DOMAIN.getCurve().decodePoint(point));
    } catch (IllegalArgumentException e) {
      throw new KeyRejected("An SM2 public key does not lie on the curve: ask its owner again");
    }
  }

  /** Reads what {@link #hex()} wrote. */
  public static Sm2PublicKey parseHex(String hex) {
    try {
      return decode(HexFormat.of().parseHex(hex));
    } catch (IllegalArgumentException e) {
      throw new KeyRejected("An SM2 public key is written in hex digits");
    }
  }

  /** The 65 bytes 04, x, y. */
  public byte[] encoded() {
    return encoded.clone();
  }

  /** {@link #encoded()} in 130 lower-case hex digits. */
  public String hex() {
    return HexFormat.of().formatHex(encoded);
  }

  /**
   * Whether {@code signature}, 64 bytes of r and s, was made over {@code message} with this key.
   */
  public boolean verify(String userId, byte[] message, byte[] signature) {
    if (signature.length != SIGNATURE_BYTES) {
      return false;
    }
    if (userId.equals(DEFAULT_USER_ID)) {
      return verifiers.with(verifier -> verify(verifier, message, signature));
    }
    return verify(
        PlainDSAEncoding.INSTANCE, userId.getBytes(StandardCharsets.UTF_8), message, signature);
  }

  /**
   * The same for a signature in DER. Anything but the one DER encoding of r and s is no signature.
   */
  public boolean verifyDer(String userId, byte[] message, byte[] signature) {
    return verify(
        StandardDSAEncoding.INSTANCE, userId.getBytes(StandardCharsets.UTF_8), message, signature);
  }

  /** As both, for a user id that need not be text. */
  boolean verify(DSAEncoding encoding, byte[] userId, byte[] message, byte[] signature) {
    return verify(verifier(encoding, userId), message, signature);
  }

  /** ZA of the standard: what is hashed in front of a message that this user signs. */
  byte[] identityDigest(byte[] userId) {
    ECDomainParameters curve = Sm2Curve.DOMAIN;
    byte[] bits = {(byte) (userId.length >> 5), (byte) (userId.length << 3)};
    byte[] g = curve.getG().getEncoded(false);
    return Sm3.digest(
        bits,
        userId,
        curve.getCurve().getA().getEncoded(),
        curve.getCurve().getB().getEncoded(),
        Arrays.copyOfRange(g, 1, g.length),
        Arrays.copyOfRange(encoded, 1, encoded.length));
  }

  /**
   * Encrypts {@code plain} for whoever holds the private key, in {@link Sm2CiphertextForm#C1C3C2}.
   * It says nothing of who encrypted.
   *
   * @param plain at least one byte; meant for keys, not for messages
   */
  public byte[] encrypt(byte[] plain) {
    return Sm2Encryption.encrypt(parameters, plain);
  }

  private static boolean verify(SM2Signer verifier, byte[] message, byte[] signature) {
    verifier.update(message, 0, message.length);
    return verifier.verifySignature(signature);
  }

  private SM2Signer verifier(DSAEncoding encoding, byte[] userId) {
    SM2Signer verifier = new SM2Signer(encoding);
    verifier.init(false, new ParametersWithID(parameters, userId));
    return verifier;
  }

  ECPublicKeyParameters parameters() {
    return parameters;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sm2PublicKey that && Arrays.equals(encoded, that.encoded);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encoded);
  }

  @Override
  public String toString() {
    return hex();
  }
}
