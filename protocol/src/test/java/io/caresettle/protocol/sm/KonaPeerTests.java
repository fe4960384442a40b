package io.caresettle.protocol.sm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tencent.kona.crypto.KonaCryptoProvider;
import com.tencent.kona.crypto.spec.SM2KeyAgreementParamSpec;
import com.tencent.kona.crypto.spec.SM2PrivateKeySpec;
import com.tencent.kona.crypto.spec.SM2PublicKeySpec;
import com.tencent.kona.crypto.spec.SM2SignatureParameterSpec;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.Tier;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Locale;
import java.util.Random;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Kona is Tencent's implementation, in Java and independent of BouncyCastle. Its native providers
 * are never used: they verify signatures that are none.
 */
@DisplayName("Kona and this library mean the same by")
@Timeout(600)
class KonaPeerTests {

  private static final Provider KONA = KonaCryptoProvider.instance();
  private static final int INPUTS = 1_000;
  private static final int KEYS = 20;

  private final Random random = Tier.random("Kona");

  @Test
  void itself() {
    assertEquals("KonaCrypto", KONA.getName());
    for (Provider.Service service : KONA.getServices()) {
      String name = service.getClassName().toLowerCase(Locale.ROOT);
      assertFalse(name.contains("native") || name.contains("oneshot"), name);
    }
  }

  @Test
  void sm3() throws GeneralSecurityException {
    MessageDigest kona = MessageDigest.getInstance("SM3", KONA);
    for (int i = 0; i < INPUTS; i++) {
      byte[] message = bytes(random.nextInt(2_000));
      assertArrayEquals(kona.digest(message), Sm3.digest(message));
    }
  }

  @Test
  void sm4InGcm() throws GeneralSecurityException {
    for (int i = 0; i < INPUTS; i++) {
      byte[] key = bytes(16);
      byte[] nonce = bytes(12);
      byte[] associated = bytes(random.nextInt(200));
      byte[] plain = bytes(random.nextInt(2_000));

      byte[] ours = Sm4Gcm.seal(key, nonce, associated, plain);
      assertArrayEquals(ours, kona(Cipher.ENCRYPT_MODE, key, nonce, associated, plain));
      assertArrayEquals(plain, kona(Cipher.DECRYPT_MODE, key, nonce, associated, ours));
      assertArrayEquals(plain, Sm4Gcm.open(key, nonce, associated, ours, 0));

      byte[] turned = turned(ours);
      assertThrows(NotAuthentic.class, () -> Sm4Gcm.open(key, nonce, associated, turned, 0));
      assertThrows(
          AEADBadTagException.class,
          () -> kona(Cipher.DECRYPT_MODE, key, nonce, associated, turned));
    }
  }

  private static byte[] kona(int mode, byte[] key, byte[] nonce, byte[] associated, byte[] in)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("SM4/GCM/NoPadding", KONA);
    cipher.init(mode, new SecretKeySpec(key, "SM4"), new GCMParameterSpec(128, nonce));
    cipher.updateAAD(associated);
    return cipher.doFinal(in);
  }

  @Test
  void sm2Signatures() throws GeneralSecurityException {
    for (int k = 0; k < KEYS; k++) {
      Pair pair = new Pair(random);
      String userId = k % 2 == 0 ? Sm2PublicKey.DEFAULT_USER_ID : "ALICE" + k + "@YAHOO.COM";
      byte[] id = userId.getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < INPUTS / KEYS; i++) {
        byte[] message = bytes(random.nextInt(1_000));
        Signature kona = Signature.getInstance("SM2", KONA);
        kona.setParameter(new SM2SignatureParameterSpec(id, pair.konaPublic));
        kona.initSign(pair.konaPrivate);
        kona.update(message);
        byte[] theirs = kona.sign();
        byte[] theirs64 = Sm2Forms.signatureOf64Bytes(theirs);
        assertTrue(pair.ours.publicKey().verifyDer(userId, message, theirs));
        assertTrue(pair.ours.publicKey().verify(userId, message, theirs64));
        assertFalse(pair.ours.publicKey().verify(userId, message, turned(theirs64)));

        byte[] ours = pair.ours.sign(userId, message);
        assertTrue(verifiedByKona(pair, id, message, ours));
        assertFalse(verifiedByKona(pair, id, message, turned(ours)));
      }
    }
  }

  private static boolean verifiedByKona(Pair pair, byte[] id, byte[] message, byte[] signature)
      throws GeneralSecurityException {
    byte[] der = Sm2Forms.signatureInDer(signature);
    Signature kona = Signature.getInstance("SM2", KONA);
    kona.setParameter(new SM2SignatureParameterSpec(id, pair.konaPublic));
    kona.initVerify(pair.konaPublic);
    kona.update(message);
    return kona.verify(der);
  }

  @Test
  void sm2Encryption() throws GeneralSecurityException {
    for (int k = 0; k < KEYS; k++) {
      Pair pair = new Pair(random);
      for (int i = 0; i < INPUTS / KEYS; i++) {
        byte[] message = bytes(1 + random.nextInt(200));
        Cipher kona = Cipher.getInstance("SM2", KONA);
        kona.init(Cipher.ENCRYPT_MODE, pair.konaPublic);
        byte[] theirs = kona.doFinal(message);
        assertArrayEquals(message, pair.ours.decrypt(Sm2CiphertextForm.DER, theirs));

        byte[] ours = Sm2Forms.ciphertextInDer(pair.ours.publicKey().encrypt(message));
        kona.init(Cipher.DECRYPT_MODE, pair.konaPrivate);
        assertArrayEquals(message, kona.doFinal(ours));
      }
    }
  }

  /** The key; Kona has no confirmations. */
  @Test
  void sm2KeyExchange() throws GeneralSecurityException {
    byte[] idA = bytes(16);
    byte[] idB = bytes(20);
    for (int i = 0; i < INPUTS; i++) {
      Pair a = new Pair(random);
      Pair b = new Pair(random);
      Pair ephemeralA = new Pair(random);
      Pair ephemeralB = new Pair(random);
      int length = 16 + random.nextInt(48);
      var response =
          Sm2Agreement.respond(
              new Sm2Agreement.Own(b.ours, ephemeralB.ours, idB),
              new Sm2Agreement.Peer(a.ours.publicKey(), ephemeralA.ours.publicKey(), idA),
              length);
      SecretBytes ours =
          Sm2Agreement.conclude(
                  new Sm2Agreement.Own(a.ours, ephemeralA.ours, idA),
                  new Sm2Agreement.Peer(b.ours.publicKey(), ephemeralB.ours.publicKey(), idB),
                  response.confirmation(),
                  length)
              .secret();
      assertEquals(ours, kona(idA, a, ephemeralA, idB, b, ephemeralB, true, length));
      assertEquals(ours, kona(idB, b, ephemeralB, idA, a, ephemeralA, false, length));
    }
  }

  private static SecretBytes kona(
      byte[] id,
      Pair own,
      Pair ephemeral,
      byte[] peerId,
      Pair peer,
      Pair peerEphemeral,
      boolean initiator,
      int length)
      throws GeneralSecurityException {
    KeyAgreement kona = KeyAgreement.getInstance("SM2", KONA);
    kona.init(
        ephemeral.konaPrivate,
        new SM2KeyAgreementParamSpec(
            id, own.konaPrivate, own.konaPublic, peerId, peer.konaPublic, initiator, length));
    kona.doPhase(peerEphemeral.konaPublic, true);
    return SecretBytes.copyOf(kona.generateSecret());
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] turned(byte[] bytes) {
    byte[] turned = bytes.clone();
    turned[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    return turned;
  }

  /** A key that the seed makes again: below the order, since its first bit is none. */
  static Sm2PrivateKey randomKey(Random random) {
    byte[] d = new byte[32];
    random.nextBytes(d);
    d[0] &= 0x7f;
    return Sm2PrivateKey.decode(d);
  }

  /** One pair as both sides know it. */
  private static final class Pair {
    final Sm2PrivateKey ours;
    final ECPrivateKey konaPrivate;
    final ECPublicKey konaPublic;

    Pair(Random random) throws GeneralSecurityException {
      ours = randomKey(random);
      KeyFactory kona = KeyFactory.getInstance("SM2", KONA);
      byte[] d = ours.encoded(InsecureSecretAccess.get());
      konaPrivate = (ECPrivateKey) kona.generatePrivate(new SM2PrivateKeySpec(d));
      konaPublic =
          (ECPublicKey) kona.generatePublic(new SM2PublicKeySpec(ours.publicKey().encoded()));
    }
  }
}
