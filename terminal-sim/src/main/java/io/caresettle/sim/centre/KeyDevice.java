package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.CardFacts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The centre's key device (加密机) with test root keys: what a card with such facts answers, and what
 * it accepts. Written from the key rules of the cards, apart from the virtual card and its PSAM, so
 * that each checks the other.
 */
final class KeyDevice {

  /** A root key, by its name in the standard. */
  enum Root {
    /** Internal authentication. */
    IRK,
    /** Reading what is locked in the social-security environment. */
    RKSSSE;

    /** ASCII {@code TEST-} and the name, filled with 00 to 16 bytes. */
    private byte[] bytes() {
      return Arrays.copyOf(("TEST-" + name()).getBytes(StandardCharsets.US_ASCII), 16);
    }
  }

  private static final int FACTOR = 8;

  /** Whether it has keys for such a card; SSF33 was never published, and is not here. */
  boolean serves(CardFacts card) {
    return card.getCipher() == CardFacts.Cipher.DES || card.getCipher() == CardFacts.Cipher.SM4;
  }

  /**
   * The eight bytes that prove who has {@code root}'s key of this card.
   *
   * @param processFactor what the session key comes from, 8 bytes
   * @param original what is encrypted with it, 8 bytes
   */
  byte[] authentication(CardFacts card, Root root, byte[] processFactor, byte[] original) {
    boolean sm4 = card.getCipher() == CardFacts.Cipher.SM4;
    byte[] key = root.bytes();
    for (byte[] factor : new byte[][] {province(card), city(card), chip(card)}) {
      key = sm4 ? oneLevelSm4(key, factor) : oneLevelDes(key, factor);
    }
    if (sm4) {
      byte[] session = encrypt(new SM4Engine(), key, Arrays.copyOf(processFactor, 16));
      byte[] whole = encrypt(new SM4Engine(), session, Arrays.copyOf(original, 16));
      byte[] folded = new byte[FACTOR];
      for (int i = 0; i < FACTOR; i++) {
        folded[i] = (byte) (whole[i] ^ whole[i + FACTOR]);
      }
      return folded;
    }
    return encrypt(new DESEngine(), encrypt(new DESedeEngine(), key, processFactor), original);
  }

  /** Both halves of the key are encrypted on their own. */
  private static byte[] oneLevelDes(byte[] key, byte[] factor) {
    byte[] next = Arrays.copyOf(encrypt(new DESedeEngine(), key, factor), 16);
    byte[] right = encrypt(new DESedeEngine(), key, inverse(factor));
    System.arraycopy(right, 0, next, FACTOR, FACTOR);
    return next;
  }

  private static byte[] oneLevelSm4(byte[] key, byte[] factor) {
    byte[] block = Arrays.copyOf(factor, 16);
    System.arraycopy(inverse(factor), 0, block, FACTOR, FACTOR);
    return encrypt(new SM4Engine(), key, block);
  }

  private static byte[] inverse(byte[] factor) {
    byte[] inverse = new byte[FACTOR];
    for (int i = 0; i < FACTOR; i++) {
      inverse[i] = (byte) ~factor[i];
    }
    return inverse;
  }

  private static byte[] province(CardFacts card) {
    return ascii(area(card).substring(0, 2) + "0000sh");
  }

  /** Zhejiang (33) has four digits of the city in it, everybody else six. */
  private static byte[] city(CardFacts card) {
    String area = area(card);
    return ascii(area.startsWith("33") ? area.substring(0, 4) + "00sx" : area + "sx");
  }

  /** The last eight historical bytes. */
  static byte[] chip(CardFacts card) {
    byte[] historical = card.getHistoricalBytes().toByteArray();
    return Arrays.copyOfRange(historical, historical.length - FACTOR, historical.length);
  }

  private static String area(CardFacts card) {
    return card.getCardIdentifier().substring(0, 6).toLowerCase(Locale.ROOT);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] encrypt(BlockCipher cipher, byte[] key, byte[] block) {
    cipher.init(true, new KeyParameter(key));
    byte[] out = new byte[block.length];
    cipher.processBlock(block, 0, out, 0);
    return out;
  }
}
