package io.caresettle.protocol.sm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.protocol.NotAuthentic;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A value that is kept sealed")
class SealedValueTests {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte[] RECORD_7 = ascii("record 7");
  private static final byte[] PLAIN = ascii("3.50, paid in cash");

  @Nested
  @DisplayName("in a box")
  class InABox {

    private final SecretBytes key = Sm4Box.newKey(RANDOM);
    private final Sm4Box box = new Sm4Box(key, RANDOM);
    private final byte[] value = box.seal(RECORD_7, PLAIN);

    @Test
    void opensWithTheSameKeyInItsPlace() {
      assertArrayEquals(PLAIN, box.open(RECORD_7, value));
      assertArrayEquals(PLAIN, new Sm4Box(key, RANDOM).open(RECORD_7, value));
      assertEquals(PLAIN.length + Sm4Box.OVERHEAD_BYTES, value.length);
      assertArrayEquals(new byte[0], box.open(RECORD_7, box.seal(RECORD_7, new byte[0])));
    }

    @Test
    void doesNotOpenElsewhereOrWithAnotherKey() {
      refused(box, ascii("record 8"), value);
      refused(box, new byte[0], value);
      refused(new Sm4Box(Sm4Box.newKey(RANDOM), RANDOM), RECORD_7, value);
    }

    @Test
    void doesNotOpenWithAnyBitTurnedOrAnyLengthButItsOwn() {
      for (int bit = 0; bit < value.length * 8; bit++) {
        byte[] turned = value.clone();
        turned[bit / 8] ^= (byte) (1 << bit % 8);
        refused(box, RECORD_7, turned);
      }
      for (int length = 0; length < value.length; length++) {
        refused(box, RECORD_7, Arrays.copyOf(value, length));
      }
      refused(box, RECORD_7, Arrays.copyOf(value, value.length + 1));
    }

    @Test
    void neverHasANonceThatAnotherHad() {
      Set<String> nonces = new HashSet<>();
      for (int i = 0; i < 1_000; i++) {
        byte[] nonce = Arrays.copyOf(box.seal(RECORD_7, PLAIN), Sm4Gcm.NONCE_BYTES);
        nonces.add(HexFormat.of().formatHex(nonce));
      }
      assertEquals(1_000, nonces.size());
    }

    @Test
    void needsAKeyOfSixteenBytes() {
      assertThrows(
          IllegalArgumentException.class,
          () -> new Sm4Box(SecretBytes.copyOf(new byte[15]), RANDOM));
      assertEquals(16, key.length());
      assertNotEquals(key, Sm4Box.newKey(RANDOM));
      assertEquals("Sm4Box[hidden]", box.toString());
    }

    private void refused(Sm4Box with, byte[] place, byte[] wrong) {
      isOneRefusal(assertThrows(NotAuthentic.class, () -> with.open(place, wrong)));
    }
  }

  @Nested
  @DisplayName("for the owner of a key pair")
  class ForAnOwner {

    private final Sm2PrivateKey owner = Sm2PrivateKey.generate(RANDOM);
    private final byte[] value = owner.publicKey().encrypt(PLAIN);

    @Test
    void isDecryptedByTheOwnerAloneAndIsNeverTheSameTwice() {
      assertArrayEquals(PLAIN, owner.decrypt(Sm2CiphertextForm.C1C3C2, value));
      assertFalse(Arrays.equals(value, owner.publicKey().encrypt(PLAIN)));
      refused(Sm2PrivateKey.generate(RANDOM), Sm2CiphertextForm.C1C3C2, value);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 31, 32, 33, 1_000})
    void mayHaveAnyLengthButZero(int length) {
      byte[] plain = new byte[length];
      RANDOM.nextBytes(plain);
      byte[] encrypted = owner.publicKey().encrypt(plain);
      assertArrayEquals(plain, owner.decrypt(Sm2CiphertextForm.C1C3C2, encrypted));
      assertThrows(IllegalArgumentException.class, () -> owner.publicKey().encrypt(new byte[0]));
    }

    @ParameterizedTest
    @EnumSource(
        value = Sm2CiphertextForm.class,
        names = {"C1C2C3", "DER"})
    void isNotReadInAFormThatWasNotAskedFor(Sm2CiphertextForm other) {
      refused(owner, other, value);
    }

    @Test
    void isNotDecryptedWithAnyBitTurnedOrAnyLengthButItsOwn() {
      for (int bit = 0; bit < value.length * 8; bit++) {
        byte[] turned = value.clone();
        turned[bit / 8] ^= (byte) (1 << bit % 8);
        refused(owner, Sm2CiphertextForm.C1C3C2, turned);
      }
      for (Sm2CiphertextForm form : Sm2CiphertextForm.values()) {
        for (int length = 0; length < value.length; length++) {
          refused(owner, form, Arrays.copyOf(value, length));
        }
      }
    }

    private void refused(Sm2PrivateKey key, Sm2CiphertextForm form, byte[] wrong) {
      isOneRefusal(assertThrows(NotAuthentic.class, () -> key.decrypt(form, wrong)));
    }
  }

  private static void isOneRefusal(NotAuthentic refusal) {
    assertEquals(NotAuthentic.sealedValue().getMessage(), refusal.getMessage());
    assertNull(refusal.getCause());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
