package io.caresettle.protocol.keystore;

import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.io.CipherInputStream;
import org.bouncycastle.crypto.io.CipherOutputStream;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PKCS7Padding;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.operator.GenericKey;
import org.bouncycastle.operator.InputDecryptor;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;

/**
 * Password-based encryption as RFC 8018 writes it: PBKDF2 with HMAC-SHA-256, then AES-256-CBC. It
 * is what OpenSSL and the JDK write into PKCS#12 files of their own accord, and the only scheme
 * that is read here.
 */
final class Pbes2 {

  static final int ITERATIONS = 100_000;

  /** More would only be a way to keep a machine busy before anything is known to be genuine. */
  private static final int MOST_ITERATIONS = 1_000_000;

  private static final int KEY_BITS = 256;
  private static final int SALT_BYTES = 16;
  private static final int BLOCK_BYTES = 16;

  private Pbes2() {}

  /**
   * Encrypts under {@code password}, with a salt and an initial vector of its own for each call.
   */
  static OutputEncryptor encryptor(char[] password, SecureRandom random) {
    byte[] salt = bytes(random, SALT_BYTES);
    byte[] vector = bytes(random, BLOCK_BYTES);
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(
            PKCSObjectIdentifiers.id_PBES2,
            new PBES2Parameters(
                new KeyDerivationFunc(
                    PKCSObjectIdentifiers.id_PBKDF2,
                    new PBKDF2Params(
                        salt,
                        ITERATIONS,
                        KEY_BITS / Byte.SIZE,
                        new AlgorithmIdentifier(
                            PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE))),
                new EncryptionScheme(
                    NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(vector))));
    PaddedBufferedBlockCipher cipher = cipher(true, key(password, salt, ITERATIONS), vector);
    return new OutputEncryptor() {
      @Override
      public AlgorithmIdentifier getAlgorithmIdentifier() {
        return algorithm;
      }

      @Override
      public OutputStream getOutputStream(OutputStream out) {
        return new CipherOutputStream(out, cipher);
      }

      @Override
      public GenericKey getKey() {
        throw new UnsupportedOperationException("The key of a store is not handed out");
      }
    };
  }

  /** Whether a file may ask for so many rounds, for its keys or for its MAC. */
  static boolean isBounded(BigInteger iterations) {
    return iterations.signum() > 0
        && iterations.compareTo(BigInteger.valueOf(MOST_ITERATIONS)) <= 0;
  }

  /** Decrypts what says that it was encrypted like this, and refuses any other scheme. */
  static InputDecryptorProvider decryptor(char[] password) {
    return algorithm -> {
      PBES2Parameters scheme = scheme(algorithm);
      PBKDF2Params derivation =
          PBKDF2Params.getInstance(scheme.getKeyDerivationFunc().getParameters());
      if (!isBounded(derivation.getIterationCount())) {
        throw new OperatorCreationException("iteration count out of bounds");
      }
      int iterations = derivation.getIterationCount().intValueExact();
      byte[] vector =
          ASN1OctetString.getInstance(scheme.getEncryptionScheme().getParameters()).getOctets();
      PaddedBufferedBlockCipher cipher =
          cipher(false, key(password, derivation.getSalt(), iterations), vector);
      return new InputDecryptor() {
        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
          return algorithm;
        }

        @Override
        public InputStream getInputStream(InputStream in) {
          return new CipherInputStream(in, cipher);
        }
      };
    };
  }

  private static PBES2Parameters scheme(AlgorithmIdentifier algorithm)
      throws OperatorCreationException {
    if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
      throw new OperatorCreationException("not PBES2");
    }
    PBES2Parameters scheme = PBES2Parameters.getInstance(algorithm.getParameters());
    boolean known =
        scheme.getKeyDerivationFunc().getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)
            && scheme
                .getEncryptionScheme()
                .getAlgorithm()
                .equals(NISTObjectIdentifiers.id_aes256_CBC)
            && PBKDF2Params.getInstance(scheme.getKeyDerivationFunc().getParameters())
                .getPrf()
                .getAlgorithm()
                .equals(PKCSObjectIdentifiers.id_hmacWithSHA256);
    if (!known) {
      throw new OperatorCreationException("not PBKDF2 with HMAC-SHA-256 and AES-256-CBC");
    }
    return scheme;
  }

  private static CipherParameters key(char[] password, byte[] salt, int iterations) {
    PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA256Digest());
    byte[] utf8 = PBEParametersGenerator.PKCS5PasswordToUTF8Bytes(password);
    generator.init(utf8, salt, iterations);
    CipherParameters key = generator.generateDerivedParameters(KEY_BITS);
    Arrays.fill(utf8, (byte) 0);
    return key;
  }

  private static PaddedBufferedBlockCipher cipher(
      boolean encrypting, CipherParameters key, byte[] vector) {
    PaddedBufferedBlockCipher cipher =
        new PaddedBufferedBlockCipher(
            CBCBlockCipher.newInstance(AESEngine.newInstance()), new PKCS7Padding());
    cipher.init(encrypting, new ParametersWithIV(key, vector));
    return cipher;
  }

  private static byte[] bytes(SecureRandom random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
