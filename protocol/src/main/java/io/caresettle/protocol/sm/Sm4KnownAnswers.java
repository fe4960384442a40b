package io.caresettle.protocol.sm;

import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.sm.KnownAnswer.Unreadable;
import java.util.Arrays;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;

/** The tests of {@link KnownAnswers} of the block cipher and its modes. */
final class Sm4KnownAnswers {

  private Sm4KnownAnswers() {}

  /** As many rounds as the test says, each output the next input. */
  static Verdict block(KnownAnswer test) throws Unreadable {
    SM4Engine sm4 = new SM4Engine();
    byte[] plain = test.bytes("pt", 16);
    byte[] block = plain.clone();
    byte[] key = test.bytes("key", 16);
    int rounds = test.count("iterations");
    boolean valid = test.isValidUnlessSaid();
    sm4.init(true, new KeyParameter(key));
    for (int round = 0; round < rounds; round++) {
      sm4.processBlock(block, 0, block, 0);
    }
    boolean same = Arrays.equals(test.bytes("ct", 16), block);
    sm4.init(false, new KeyParameter(key));
    for (int round = 0; round < rounds; round++) {
      sm4.processBlock(block, 0, block, 0);
    }
    if (!Arrays.equals(plain, block)) {
      return Verdict.fail("Decrypting does not undo encrypting");
    }
    return Verdict.of(same == valid, "The block is another one");
  }

  /** Sealing and opening with a nonce that the test gives. */
  private interface Aead {
    byte[] seal(byte[] key, byte[] nonce, byte[] associated, byte[] plain);

    byte[] open(byte[] key, byte[] nonce, byte[] associated, byte[] sealed);
  }

  static Verdict gcm(KnownAnswer test) throws Unreadable {
    return aead(
        test,
        new Aead() {
          @Override
          public byte[] seal(byte[] key, byte[] nonce, byte[] associated, byte[] plain) {
            return Sm4Gcm.seal(key, nonce, associated, plain);
          }

          @Override
          public byte[] open(byte[] key, byte[] nonce, byte[] associated, byte[] sealed) {
            return Sm4Gcm.open(key, nonce, associated, sealed, 0);
          }
        });
  }

  static Verdict ccm(KnownAnswer test) throws Unreadable {
    return aead(
        test,
        new Aead() {
          @Override
          public byte[] seal(byte[] key, byte[] nonce, byte[] associated, byte[] plain) {
            return Sm4Ccm.seal(key, nonce, associated, plain);
          }

          @Override
          public byte[] open(byte[] key, byte[] nonce, byte[] associated, byte[] sealed) {
            return Sm4Ccm.open(key, nonce, associated, sealed);
          }
        });
  }

  private static Verdict aead(KnownAnswer test, Aead aead) throws Unreadable {
    byte[] key = test.bytes("key", Sm4Gcm.KEY_BYTES);
    byte[] nonce = test.bytes("iv", Sm4Gcm.NONCE_BYTES);
    byte[] associated = test.bytes("aad");
    byte[] plain = test.bytes("msg");
    byte[] ciphertext = test.bytes("ct");
    byte[] tag = test.bytes("tag");
    boolean valid = test.isValid();
    if (tag.length != Sm4Gcm.TAG_BYTES) {
      return Verdict.of(!valid, "A tag has 16 bytes here, not " + tag.length);
    }
    byte[] sealed = Arrays.copyOf(ciphertext, ciphertext.length + tag.length);
    System.arraycopy(tag, 0, sealed, ciphertext.length, tag.length);
    byte[] opened;
    try {
      opened = aead.open(key, nonce, associated, sealed);
    } catch (NotAuthentic e) {
      return Verdict.of(!valid, "A valid message does not open");
    }
    if (!valid) {
      return Verdict.fail("A message that is wrong was opened");
    }
    if (!Arrays.equals(plain, opened)) {
      return Verdict.fail("The message opens to other bytes");
    }
    return Verdict.of(
        Arrays.equals(sealed, aead.seal(key, nonce, associated, plain)),
        "The message seals to other bytes");
  }
}
