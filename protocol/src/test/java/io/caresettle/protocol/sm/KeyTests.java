package io.caresettle.protocol.sm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.NotAuthentic;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Keys and secrets")
class KeyTests {

  private static final BigInteger N = Sm2Curve.DOMAIN.getN();
  private static final byte[] MESSAGE = "3.50".getBytes(StandardCharsets.US_ASCII);

  @Test
  void aSignatureIsMadeForOneUserIdAndOneKey() {
    Sm2PrivateKey key = Sm2PrivateKey.generate(new SecureRandom());
    for (String id : List.of(Sm2PublicKey.DEFAULT_USER_ID, "ALICE123@YAHOO.COM")) {
      byte[] signature = key.sign(id, MESSAGE);
      assertEquals(64, signature.length);
      assertTrue(key.publicKey().verify(id, MESSAGE, signature));
      assertFalse(key.publicKey().verify("another", MESSAGE, signature));
      assertFalse(
          Sm2PrivateKey.generate(new SecureRandom()).publicKey().verify(id, MESSAGE, signature));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 65, 70, 128})
  void aSignatureOfAnotherLengthIsNone(int length) {
    Sm2PrivateKey key = Sm2PrivateKey.generate(new SecureRandom());
    assertFalse(key.publicKey().verify(Sm2PublicKey.DEFAULT_USER_ID, MESSAGE, new byte[length]));
  }

  @Test
  void aPrivateKeyLiesBetweenOneAndNMinusTwo() {
    for (BigInteger d : List.of(BigInteger.ZERO, N.subtract(BigInteger.ONE), N)) {
      byte[] encoded = BigIntegers.asUnsignedByteArray(32, d);
      assertThrows(KeyRejected.class, () -> Sm2PrivateKey.decode(encoded));
    }
    for (BigInteger d : List.of(BigInteger.ONE, N.subtract(BigInteger.TWO))) {
      byte[] encoded = BigIntegers.asUnsignedByteArray(32, d);
      assertArrayEquals(encoded, Sm2PrivateKey.decode(encoded).encoded(InsecureSecretAccess.get()));
    }
    assertThrows(KeyRejected.class, () -> Sm2PrivateKey.decode(new byte[] {1}));
    assertThrows(KeyRejected.class, () -> Sm2PrivateKey.parseHex("xy"));
  }

  @Test
  void secretsDoNotPrint() {
    Sm2PrivateKey key = Sm2PrivateKey.generate(new SecureRandom());
    String hex = HexFormat.of().formatHex(key.encoded(InsecureSecretAccess.get()));
    SecretBytes secret = SecretBytes.copyOf(key.encoded(InsecureSecretAccess.get()));
    Sm4Sealer sealer = new Sm4Sealer(secret.part(0, 16), secret.part(16, 20));
    Sm4Opener opener = new Sm4Opener(secret.part(0, 16), secret.part(16, 20));
    for (Object holder : List.of(key, secret, sealer, opener)) {
      assertTrue(holder.toString().endsWith("[hidden]"), holder.toString());
      assertFalse(holder.toString().contains(hex.substring(0, 8)));
    }
  }

  @Test
  void secretsAreEqualByContent() {
    SecretBytes secret = SecretBytes.copyOf(new byte[] {1, 2, 3});
    assertEquals(secret, SecretBytes.copyOf(new byte[] {1, 2, 3}));
    assertNotEquals(secret, SecretBytes.copyOf(new byte[] {1, 2, 4}));
    assertEquals(SecretBytes.copyOf(new byte[] {2}), secret.part(1, 2));
    assertThrows(IllegalArgumentException.class, () -> secret.part(2, 4));
  }

  @Test
  void theFortyBytesOfASessionBeginWithTheSixteenOfTheVectors() {
    // The key derivation is one stream: what the vectors prove for 16 bytes holds for the first 16
    // of 40.
    Sm2PrivateKey a = Sm2PrivateKey.generate(new SecureRandom());
    Sm2PrivateKey b = Sm2PrivateKey.generate(new SecureRandom());
    Sm2PrivateKey ephemeral = Sm2PrivateKey.generate(new SecureRandom());
    var own = new Sm2Agreement.Own(b, ephemeral, MESSAGE);
    var peer = new Sm2Agreement.Peer(a.publicKey(), ephemeral.publicKey(), MESSAGE);
    var short16 = Sm2Agreement.respond(own, peer, 16);
    var long40 = Sm2Agreement.respond(own, peer, 40);
    byte[] proof =
        Sm2Agreement.conclude(
                new Sm2Agreement.Own(a, ephemeral, MESSAGE),
                new Sm2Agreement.Peer(b.publicKey(), ephemeral.publicKey(), MESSAGE),
                long40.confirmation(),
                40)
            .confirmation();
    SecretBytes secret = long40.confirmedBy(proof);
    assertEquals(short16.confirmedBy(proof), secret.part(0, 16));
    // And the second block is not the first one again.
    assertNotEquals(secret.part(0, 8), secret.part(32, 40));
  }

  @Test
  void anExchangeThatEndsAtInfinityIsRefused() {
    // An initiator that knows nothing but can choose: P = -[x]R makes the shared point infinity.
    Sm2PrivateKey own = Sm2PrivateKey.generate(new SecureRandom());
    Sm2PrivateKey ephemeral = Sm2PrivateKey.generate(new SecureRandom());
    var r = ephemeral.publicKey().parameters().getQ();
    BigInteger x = r.getAffineXCoord().toBigInteger();
    BigInteger w = BigInteger.ONE.shiftLeft(127);
    BigInteger reduced = w.add(x.and(w.subtract(BigInteger.ONE)));
    Sm2PublicKey lasting = new Sm2PublicKey(r.multiply(reduced).negate().normalize());
    var me = new Sm2Agreement.Own(own, ephemeral, MESSAGE);
    var trickster = new Sm2Agreement.Peer(lasting, ephemeral.publicKey(), MESSAGE);
    assertThrows(NotAuthentic.class, () -> Sm2Agreement.respond(me, trickster, 40));
    assertThrows(NotAuthentic.class, () -> Sm2Agreement.conclude(me, trickster, new byte[32], 40));
  }
}
