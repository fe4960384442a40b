package io.caresettle.sim.card;

import io.caresettle.credential.card.CardAlgorithm;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The key rules of social-security cards for one cipher: diversify a key, make a session key,
 * authenticate, and guard a command with a MAC. Written from the rules for 8-byte blocks (3DES) and
 * for 16-byte blocks (SM4, by the published rule for SSF33), apart from the reader's own code.
 */
enum Cipher {
  DES(CardAlgorithm.DES, 8),
  SM4(CardAlgorithm.SM4, 16);

  private final CardAlgorithm algorithm;
  private final int block;

  Cipher(CardAlgorithm algorithm, int block) {
    this.algorithm = algorithm;
    this.block = block;
  }

  /** What keys that last are used with. */
  private BlockCipher longTerm() {
    return this == DES ? new DESedeEngine() : new SM4Engine();
  }

  /** What session keys are used with: for DES they have a single length. */
  private BlockCipher session() {
    return this == DES ? new DESEngine() : new SM4Engine();
  }

  /**
   * A test root key: ASCII {@code TEST-} and the key's name, from the second version on with the
   * version's digit, filled with 00 to 16 bytes.
   */
  static byte[] testRoot(String name, int version) {
    String text = "TEST-" + name + (version == 1 ? "" : version);
    return Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), 16);
  }

  CardAlgorithm algorithm() {
    return algorithm;
  }

  int block() {
    return block;
  }

  /** The 16-byte key one level below {@code key}. */
  byte[] diversify(byte[] key, byte[] factor) {
    byte[] input = Arrays.copyOf(factor, 16);
    for (int i = 0; i < 8; i++) {
      input[8 + i] = (byte) ~factor[i];
    }
    return ecb(longTerm(), true, key, input);
  }

  byte[] sessionKey(byte[] key, byte[] random) {
    return ecb(longTerm(), true, key, Arrays.copyOf(random, block));
  }

  byte[] encrypt(byte[] sessionKey, byte[] data) {
    return ecb(session(), true, sessionKey, data);
  }

  byte[] decrypt(byte[] sessionKey, byte[] data) {
    return ecb(session(), false, sessionKey, data);
  }

  /** The eight bytes that prove who knows {@code sessionKey}. */
  byte[] authenticationData(byte[] sessionKey, byte[] original) {
    byte[] c = encrypt(sessionKey, Arrays.copyOf(original, block));
    for (int i = 8; i < block; i++) {
      c[i - 8] ^= c[i];
    }
    return Arrays.copyOf(c, 8);
  }

  /** Four bytes: the chained last block, its left four or its quarters xored. */
  byte[] mac(byte[] sessionKey, byte[] message) {
    byte[] padded = Arrays.copyOf(message, (message.length / block + 1) * block);
    padded[message.length] = (byte) 0x80;
    byte[] chain = new byte[block];
    for (int at = 0; at < padded.length; at += block) {
      for (int i = 0; i < block; i++) {
        chain[i] ^= padded[at + i];
      }
      chain = encrypt(sessionKey, chain);
    }
    if (block == 16) {
      for (int i = 4; i < 16; i++) {
        chain[i % 4] ^= chain[i];
      }
    }
    return Arrays.copyOf(chain, 4);
  }

  private static byte[] ecb(BlockCipher engine, boolean encrypt, byte[] key, byte[] data) {
    engine.init(encrypt, new KeyParameter(key));
    byte[] out = new byte[data.length];
    for (int at = 0; at < data.length; at += engine.getBlockSize()) {
      engine.processBlock(data, at, out, at);
    }
    return out;
  }
}
