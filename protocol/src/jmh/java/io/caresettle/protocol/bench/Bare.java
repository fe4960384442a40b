package io.caresettle.protocol.bench;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.agreement.SM2KeyExchange;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.SM2KeyExchangePrivateParameters;
import org.bouncycastle.crypto.params.SM2KeyExchangePublicParameters;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/** BouncyCastle alone, used as fast as it can be: what nothing built on it can be faster than. */
final class Bare {

  private static final byte[] ID = new byte[16];
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final ECDomainParameters CURVE = curve();

  private Bare() {}

  private static ECDomainParameters curve() {
    var curve = CustomNamedCurves.getByName("sm2p256v1");
    return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
  }

  /** SM4-GCM of one direction into arrays that are there already, with the key set up once. */
  static final class Gcm {
    private final GCMModeCipher sealing = GCMBlockCipher.newInstance(new SM4Engine());
    private final GCMModeCipher opening = GCMBlockCipher.newInstance(new SM4Engine());
    private final byte[] associated;
    private final byte[] sealed;
    private final byte[] plain;
    private long number;
    private long expected;

    Gcm(int associatedBytes, int plainBytes) {
      associated = new byte[associatedBytes];
      plain = new byte[plainBytes];
      sealed = new byte[plainBytes + 16];
      KeyParameter key = new KeyParameter(new byte[16]);
      sealing.init(true, new AEADParameters(key, 128, nonce()));
      opening.init(false, new AEADParameters(key, 128, nonce()));
    }

    byte[] sealAndOpen() throws InvalidCipherTextException {
      number++;
      AEADParameters next = new AEADParameters(null, 128, nonce());
      sealing.init(true, next);
      sealing.processAADBytes(associated, 0, associated.length);
      sealing.doFinal(sealed, sealing.processBytes(plain, 0, plain.length, sealed, 0));
      opening.init(false, next);
      opening.processAADBytes(associated, 0, associated.length);
      opening.doFinal(plain, opening.processBytes(sealed, 0, sealed.length, plain, 0));
      return plain;
    }

    /** What one end does to a message that it sends. */
    byte[] seal(byte[] message) {
      number++;
      byte[] out = new byte[message.length + 16];
      sealing.init(true, new AEADParameters(null, 128, nonce()));
      sealing.processAADBytes(associated, 0, associated.length);
      int done = sealing.processBytes(message, 0, message.length, out, 0);
      finish(sealing, out, done);
      return out;
    }

    /** What the other end does to it. */
    byte[] open(byte[] message) {
      expected++;
      byte[] out = new byte[message.length - 16];
      opening.init(false, new AEADParameters(null, 128, nonce(expected)));
      opening.processAADBytes(associated, 0, associated.length);
      int done = opening.processBytes(message, 0, message.length, out, 0);
      finish(opening, out, done);
      return out;
    }

    private static void finish(GCMModeCipher cipher, byte[] out, int done) {
      try {
        cipher.doFinal(out, done);
      } catch (InvalidCipherTextException e) {
        throw new IllegalStateException(e);
      }
    }

    /** As it is usually written: all of it made anew for each message. */
    byte[] sealAndOpenAnew() throws InvalidCipherTextException {
      number++;
      AEADParameters next = new AEADParameters(new KeyParameter(new byte[16]), 128, nonce());
      GCMModeCipher seal = GCMBlockCipher.newInstance(new SM4Engine());
      seal.init(true, next);
      seal.processAADBytes(associated, 0, associated.length);
      byte[] out = new byte[seal.getOutputSize(plain.length)];
      seal.doFinal(out, seal.processBytes(plain, 0, plain.length, out, 0));
      GCMModeCipher open = GCMBlockCipher.newInstance(new SM4Engine());
      open.init(false, next);
      open.processAADBytes(associated, 0, associated.length);
      byte[] opened = new byte[open.getOutputSize(out.length)];
      open.doFinal(opened, open.processBytes(out, 0, out.length, opened, 0));
      return opened;
    }

    private byte[] nonce() {
      return nonce(number);
    }

    private static byte[] nonce(long number) {
      return ByteBuffer.allocate(12).putInt(1).putLong(number).array();
    }
  }

  /** A key pair with a signer and a verifier that were set up once. */
  static final class Pair {
    private final ECPrivateKeyParameters secret;
    private final ECPublicKeyParameters open;
    private final SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
    private final SM2Signer verifier = new SM2Signer(PlainDSAEncoding.INSTANCE);

    Pair() {
      var d = BigIntegers.createRandomInRange(BigIntegers.ONE, CURVE.getN().shiftRight(1), RANDOM);
      secret = new ECPrivateKeyParameters(d, CURVE);
      open = new ECPublicKeyParameters(CURVE.getG().multiply(d), CURVE);
      signer.init(true, new ParametersWithID(new ParametersWithRandom(secret, RANDOM), ID));
      verifier.init(false, new ParametersWithID(open, ID));
    }

    boolean signAndVerify(byte[] message) throws CryptoException {
      signer.update(message, 0, message.length);
      byte[] signature = signer.generateSignature();
      verifier.update(message, 0, message.length);
      return verifier.verifySignature(signature);
    }
  }

  /** Signed bytes, and the key to verify them with as it comes out of a certificate. */
  static final class Certificate {
    private final byte[] content;
    private final byte[] signature;
    private final byte[] key;

    Certificate(int bytes) {
      Pair authority = new Pair();
      content = new byte[bytes];
      authority.signer.update(content, 0, bytes);
      key = authority.open.getQ().getEncoded(false);
      try {
        signature = authority.signer.generateSignature();
      } catch (CryptoException e) {
        throw new IllegalStateException(e);
      }
    }

    boolean verify() {
      ECPublicKeyParameters decoded =
          new ECPublicKeyParameters(CURVE.getCurve().decodePoint(key), CURVE);
      SM2Signer verifier = new SM2Signer(PlainDSAEncoding.INSTANCE);
      verifier.init(false, new ParametersWithID(decoded, ID));
      verifier.update(content, 0, content.length);
      return verifier.verifySignature(signature);
    }
  }

  /** Two ephemeral pairs, one exchange at each end, the points decoded as they come off a line. */
  static byte[] exchange(Pair a, Pair b) {
    Ephemeral ephemeralA = new Ephemeral();
    Ephemeral ephemeralB = new Ephemeral();
    byte[][] ofB =
        exchange(false, b, ephemeralB).calculateKeyWithConfirmation(320, null, peer(a, ephemeralA));
    byte[][] ofA =
        exchange(true, a, ephemeralA)
            .calculateKeyWithConfirmation(320, ofB[1], peer(b, ephemeralB));
    return ofA[0];
  }

  private static SM2KeyExchange exchange(boolean initiator, Pair own, Ephemeral ephemeral) {
    SM2KeyExchange exchange = new SM2KeyExchange();
    exchange.init(
        new ParametersWithID(
            new SM2KeyExchangePrivateParameters(initiator, own.secret, ephemeral.secret), ID));
    return exchange;
  }

  private static ParametersWithID peer(Pair lasting, Ephemeral ephemeral) {
    ECPoint point = CURVE.getCurve().decodePoint(ephemeral.encoded);
    return new ParametersWithID(
        new SM2KeyExchangePublicParameters(lasting.open, new ECPublicKeyParameters(point, CURVE)),
        ID);
  }

  private static final class Ephemeral {
    final ECPrivateKeyParameters secret;
    final byte[] encoded;

    Ephemeral() {
      var d = BigIntegers.createRandomInRange(BigIntegers.ONE, CURVE.getN().shiftRight(1), RANDOM);
      secret = new ECPrivateKeyParameters(d, CURVE);
      encoded = CURVE.getG().multiply(d).getEncoded(false);
    }
  }
}
