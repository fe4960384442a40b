package io.caresettle.protocol.sm;

import io.caresettle.protocol.KeyRejected;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.util.BigIntegers;

/**
 * A private key of the SM2 curve.
 *
 * <p>It prints as {@code [hidden]}; its bytes leave through {@link #encoded} only.
 */
public final class Sm2PrivateKey {

  private static final int BYTES = 32;
  private static final byte[] DEFAULT_ID =
      Sm2PublicKey.DEFAULT_USER_ID.getBytes(StandardCharsets.US_ASCII);

  private final ECPrivateKeyParameters parameters;
  private final Sm2PublicKey publicKey;
  private final SignerPool signers;

  private Sm2PrivateKey(BigInteger d) {
    parameters = new ECPrivateKeyParameters(d, Sm2Curve.DOMAIN);
    publicKey = new Sm2PublicKey(Sm2Curve.DOMAIN.getG().multiply(d).normalize());
    signers = new SignerPool(() -> signer(DEFAULT_ID));
  }

  /** A new key, even among 1 to n - 2. */
  public static Sm2PrivateKey generate(SecureRandom random) {
    return new Sm2PrivateKey(
        BigIntegers.createRandomInRange(BigInteger.ONE, Sm2Curve.LARGEST_PRIVATE, random));
  }

  /**
   * Reads a key of 32 bytes.
   *
   * @throws KeyRejected unless it lies between 1 and n - 2
   */
  public static Sm2PrivateKey decode(byte[] key) {
    BigInteger d = new BigInteger(1, key);
    if (key.length != BYTES || d.signum() == 0 || d.compareTo(Sm2Curve.LARGEST_PRIVATE) > 0) {
      throw new KeyRejected("An SM2 private key is 32 bytes between 1 and n - 2");
    }
    return new Sm2PrivateKey(d);
  }

  /** Reads 64 hex digits. */
  public static Sm2PrivateKey parseHex(String hex) {
    byte[] key;
    try {
      key = HexFormat.of().parseHex(hex);
    } catch (IllegalArgumentException e) {
      // Without its cause: the parser's message quotes what it could not read.
      throw new KeyRejected("An SM2 private key is written in 64 hex digits");
    }
    return decode(key);
  }

  /** The key that the world may know. */
  public Sm2PublicKey publicKey() {
    return publicKey;
  }

  /** Signs {@code message}: r and s, 64 bytes, different every time. */
  public byte[] sign(String userId, byte[] message) {
    if (userId.equals(Sm2PublicKey.DEFAULT_USER_ID)) {
      return signers.with(signer -> sign(signer, message));
    }
    return sign(userId.getBytes(StandardCharsets.UTF_8), message);
  }

  /** The same for a user id that need not be text. */
  byte[] sign(byte[] userId, byte[] message) {
    return sign(signer(userId), message);
  }

  /**
   * Decrypts what was encrypted for this key.
   *
   * @throws io.caresettle.protocol.NotAuthentic unless it was, and is written in this form
   */
  public byte[] decrypt(Sm2CiphertextForm form, byte[] ciphertext) {
    return Sm2Encryption.decrypt(parameters, form, ciphertext);
  }

  /** The 32 secret bytes, for whoever stores a test key. */
  public byte[] encoded(InsecureSecretAccess access) {
    Objects.requireNonNull(access);
    return BigIntegers.asUnsignedByteArray(BYTES, parameters.getD());
  }

  private static byte[] sign(SM2Signer signer, byte[] message) {
    signer.update(message, 0, message.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException("BouncyCastle could not sign", e);
    }
  }

  private SM2Signer signer(byte[] userId) {
    SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
    signer.init(
        true, new ParametersWithID(new ParametersWithRandom(parameters, Sm2Curve.RANDOM), userId));
    return signer;
  }

  ECPrivateKeyParameters parameters() {
    return parameters;
  }

  @Override
  public String toString() {
    return "Sm2PrivateKey[hidden]";
  }
}
