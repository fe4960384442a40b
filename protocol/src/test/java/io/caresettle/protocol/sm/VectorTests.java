package io.caresettle.protocol.sm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.sm.Vectors.Vector;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.util.test.FixedSecureRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What others made verifies here, and what is wrong is never accepted")
class VectorTests {

  static Stream<Vector> signatures() {
    return Vectors.of("sm2-sign");
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void signaturesInDer(Vector vector) {
    Sm2PublicKey key = Sm2PublicKey.decode(vector.bytes("publicKey"));
    assertEquals(
        vector.isValid(), key.verifyDer(idOf(vector), vector.bytes("msg"), vector.bytes("sigDer")));
  }

  static Stream<Vector> rawSignatures() {
    return signatures().filter(vector -> vector.has("sigRaw"));
  }

  @ParameterizedTest
  @MethodSource("rawSignatures")
  void signaturesAsTwoNumbers(Vector vector) {
    Sm2PublicKey key = Sm2PublicKey.decode(vector.bytes("publicKey"));
    byte[] signature = vector.bytes("sigRaw");
    assertEquals(key, Sm2PrivateKey.decode(vector.bytes("privateKey")).publicKey());
    assertEquals(true, key.verify(idOf(vector), vector.bytes("msg"), signature));
    for (int bit = 0; bit < signature.length * 8; bit++) {
      byte[] turned = signature.clone();
      turned[bit / 8] ^= (byte) (1 << bit % 8);
      assertEquals(false, key.verify(idOf(vector), vector.bytes("msg"), turned), "bit " + bit);
    }
  }

  static Stream<Vector> points() {
    return Vectors.of("sm2-point");
  }

  @ParameterizedTest
  @MethodSource("points")
  void publicKeys(Vector vector) {
    if (vector.isValid()) {
      byte[] encoded = Sm2PublicKey.decode(vector.bytes("point")).encoded();
      assertEquals(4, encoded[0]);
      if (vector.has("x")) {
        assertArrayEquals(vector.bytes("x"), Arrays.copyOfRange(encoded, 1, 33));
        assertArrayEquals(vector.bytes("y"), Arrays.copyOfRange(encoded, 33, 65));
      }
    } else {
      byte[] point = vector.bytes("point");
      assertThrows(KeyRejected.class, () -> Sm2PublicKey.decode(point));
    }
  }

  static Stream<Vector> ciphertexts() {
    return Vectors.of("sm2-encrypt");
  }

  @ParameterizedTest
  @MethodSource("ciphertexts")
  void ciphertextsInTheThreeForms(Vector vector) {
    Sm2PrivateKey key = Sm2PrivateKey.decode(vector.bytes("privateKey"));
    Sm2CiphertextForm form = Sm2CiphertextForm.valueOf(vector.text("format"));
    byte[] ciphertext = vector.bytes("ct");
    if (vector.isValid()) {
      assertArrayEquals(vector.bytes("msg"), key.decrypt(form, ciphertext));
    } else {
      assertThrows(NotAuthentic.class, () -> key.decrypt(form, ciphertext));
    }
  }

  static Stream<Vector> exchanges() {
    return Vectors.of("sm2-keyexchange");
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void keyExchanges(Vector vector) {
    Sm2PrivateKey a = Sm2PrivateKey.decode(vector.bytes("dA"));
    Sm2PrivateKey b = Sm2PrivateKey.decode(vector.bytes("dB"));
    Sm2PrivateKey ephemeralA = Sm2PrivateKey.decode(vector.bytes("rA"));
    Sm2PrivateKey ephemeralB = Sm2PrivateKey.decode(vector.bytes("rB"));
    assertArrayEquals(vector.bytes("RA"), ephemeralA.publicKey().encoded());
    assertArrayEquals(vector.bytes("RB"), ephemeralB.publicKey().encoded());
    byte[] idA = vector.bytes("idA");
    byte[] idB = vector.bytes("idB");

    var response =
        Sm2Agreement.respond(
            new Sm2Agreement.Own(b, ephemeralB, idB),
            new Sm2Agreement.Peer(a.publicKey(), ephemeralA.publicKey(), idA),
            16);
    var agreed =
        Sm2Agreement.conclude(
            new Sm2Agreement.Own(a, ephemeralA, idA),
            new Sm2Agreement.Peer(b.publicKey(), ephemeralB.publicKey(), idB),
            response.confirmation(),
            16);

    assertArrayEquals(vector.bytes("key"), agreed.secret().bytes(InsecureSecretAccess.get()));
    assertEquals(agreed.secret(), response.confirmedBy(agreed.confirmation()));
    if (vector.has("sA")) {
      assertArrayEquals(vector.bytes("sB"), response.confirmation());
      assertArrayEquals(vector.bytes("sA"), agreed.confirmation());
    }
    byte[] wrong = agreed.confirmation();
    wrong[31] ^= 1;
    assertThrows(NotAuthentic.class, () -> response.confirmedBy(wrong));
  }

  static Stream<Vector> digests() {
    return Vectors.of("sm3");
  }

  @ParameterizedTest
  @MethodSource("digests")
  void digestsOfSm3(Vector vector) {
    byte[] message = vector.bytes("msg");
    byte[] first = Arrays.copyOf(message, message.length / 2);
    byte[] rest = Arrays.copyOfRange(message, message.length / 2, message.length);
    assertArrayEquals(vector.bytes("digest"), Sm3.digest(message));
    assertArrayEquals(vector.bytes("digest"), Sm3.digest(first, rest));
  }

  static Stream<Vector> blocks() {
    return Vectors.of("sm4-block");
  }

  /** With the million rounds of the standard, which take less than a second. */
  @ParameterizedTest
  @MethodSource("blocks")
  void blocksOfSm4(Vector vector) {
    SM4Engine sm4 = new SM4Engine();
    sm4.init(true, new KeyParameter(vector.bytes("key")));
    byte[] block = vector.bytes("pt");
    for (int round = Integer.parseInt(vector.text("iterations")); round > 0; round--) {
      sm4.processBlock(block, 0, block, 0);
    }
    assertArrayEquals(vector.bytes("ct"), block);
  }

  static Stream<Vector> sealedMessages() {
    return Vectors.of("sm4-gcm");
  }

  @ParameterizedTest
  @MethodSource("sealedMessages")
  void messagesSealedWithSm4(Vector vector) {
    byte[] key = vector.bytes("key");
    byte[] nonce = vector.bytes("iv");
    byte[] associated = vector.bytes("aad");
    byte[] sealed = HexFormat.of().parseHex(vector.text("ct") + vector.text("tag"));
    if (vector.isValid()) {
      assertArrayEquals(vector.bytes("msg"), Sm4Gcm.open(key, nonce, associated, sealed, 0));
      assertArrayEquals(sealed, Sm4Gcm.seal(key, nonce, associated, vector.bytes("msg")));
    } else {
      assertThrows(NotAuthentic.class, () -> Sm4Gcm.open(key, nonce, associated, sealed, 0));
    }
  }

  static Stream<Vector> ccmMessages() {
    return Vectors.of("sm4-ccm");
  }

  @ParameterizedTest
  @MethodSource("ccmMessages")
  void messagesSealedInTheModeThatIsNotUsedHere(Vector vector) {
    byte[] key = vector.bytes("key");
    byte[] nonce = vector.bytes("iv");
    byte[] associated = vector.bytes("aad");
    byte[] sealed = HexFormat.of().parseHex(vector.text("ct") + vector.text("tag"));
    assertArrayEquals(vector.bytes("msg"), Sm4Ccm.open(key, nonce, associated, sealed));
    assertArrayEquals(sealed, Sm4Ccm.seal(key, nonce, associated, vector.bytes("msg")));
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] turned = sealed.clone();
      turned[bit / 8] ^= (byte) (1 << bit % 8);
      assertThrows(NotAuthentic.class, () -> Sm4Ccm.open(key, nonce, associated, turned));
    }
  }

  /** The standard prints the random number of its example as well. */
  @Test
  void theSignatureOfTheStandardMadeAgainWithItsRandomNumber() throws Exception {
    Vector vector = signatures().findFirst().orElseThrow();
    String k = vector.text("comment").replaceAll(".*k=", "");
    SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
    signer.init(
        true,
        new ParametersWithID(
            new ParametersWithRandom(
                Sm2PrivateKey.decode(vector.bytes("privateKey")).parameters(),
                new FixedSecureRandom(HexFormat.of().parseHex(k.toLowerCase(Locale.ROOT)))),
            vector.bytes("id")));
    signer.update(vector.bytes("msg"), 0, vector.bytes("msg").length);
    assertArrayEquals(vector.bytes("sigRaw"), signer.generateSignature());
  }

  @Test
  void knownAnswersOfOtherLibraries() {
    assertEquals(
        Set.of("about", "sm4Ecb", "sm3", "keyDerivation", "sm2KeyPair"),
        Vectors.knownAnswerSections());
    Vector sm4 = Vectors.knownAnswer("sm4Ecb");
    byte[] block = new byte[16];
    SM4Engine engine = new SM4Engine();
    engine.init(true, new KeyParameter(sm4.bytes("keyHex")));
    engine.processBlock(sm4.bytes("plainHex"), 0, block, 0);
    assertArrayEquals(sm4.bytes("cipherHex"), block);
    Vector sm3 = Vectors.knownAnswer("sm3");
    assertArrayEquals(
        sm3.bytes("hashHex"), Sm3.digest(sm3.text("text").getBytes(StandardCharsets.US_ASCII)));
    Vector pair = Vectors.knownAnswer("sm2KeyPair");
    assertEquals(
        pair.text("pubHex"), Sm2PrivateKey.parseHex(pair.text("privHex")).publicKey().hex());
  }

  /**
   * How the payment centre makes a key of an application's id and secret. Its interface is not
   * spoken here; that SM4 with the padding of PKCS 7 gives its key is known before it is.
   */
  @Test
  void theKeyThatTheNationalPaymentCentreDerives() throws Exception {
    Vector derivation = Vectors.knownAnswer("keyDerivation");
    byte[] key = Arrays.copyOf(derivation.text("appId").getBytes(StandardCharsets.US_ASCII), 16);
    byte[] secret = derivation.text("appSecret").getBytes(StandardCharsets.US_ASCII);
    var cipher = new PaddedBufferedBlockCipher(new SM4Engine());
    cipher.init(true, new KeyParameter(key));
    byte[] encrypted = new byte[cipher.getOutputSize(secret.length)];
    cipher.doFinal(encrypted, cipher.processBytes(secret, 0, secret.length, encrypted, 0));
    String hex = HexFormat.of().withUpperCase().formatHex(encrypted);
    assertEquals(derivation.text("derivedSm4KeyAscii"), hex.substring(0, 16));
  }

  private static String idOf(Vector vector) {
    return new String(vector.bytes("id"), StandardCharsets.UTF_8);
  }
}
