package io.caresettle.credential.card;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The social-security environment of a card (社会保障系统环境, SSSE): its names, and what it announces. */
final class Environment {

  private static final HexFormat HEX = HexFormat.of();

  /** {@code sx1.sh.社会保障} in GBK. */
  static final byte[] SSSE_NAME = HEX.parseHex("7378312e73682ec9e7bbe1b1a3d5cf");

  /** The issuer's data. */
  static final byte[] EF05 = HEX.parseHex("ef05");

  /** The holder's data. */
  static final byte[] EF06 = HEX.parseHex("ef06");

  private Environment() {}

  /**
   * The algorithm in 6F / A5 / 9F0C / 86 of the file control information, if the card names one.
   *
   * @param fci what SELECT answered; some cards answer nothing
   */
  static Optional<Integer> announcedAlgorithm(byte[] fci) {
    if (fci.length == 0) {
      return Optional.empty();
    }
    byte[] template =
        Tlv.find(fci, 0x6F).orElseThrow(() -> Answer.garbled("control information without tag 6F"));
    return Tlv.find(template, 0xA5)
        .flatMap(own -> Tlv.find(own, 0x9F0C))
        .flatMap(issuer -> Tlv.find(issuer, 0x86))
        .map(
            id -> {
              if (id.length != 1) {
                throw Answer.garbled("an algorithm of " + id.length + " bytes");
              }
              return id[0] & 0xFF;
            });
  }

  /** BER-TLV with tags of one or two bytes and lengths below 256. */
  private static final class Tlv {

    static Optional<byte[]> find(byte[] list, int wanted) {
      int at = 0;
      Optional<byte[]> found = Optional.empty();
      while (at < list.length) {
        int tag = byteAt(list, at++);
        if ((tag & 0x1F) == 0x1F) {
          tag = tag << 8 | byteAt(list, at++);
        }
        int length = byteAt(list, at++);
        if (length == 0x81) {
          length = byteAt(list, at++);
        } else if (length > 0x7F) {
          throw Answer.garbled("a length of more than two bytes");
        }
        if (length > list.length - at) {
          throw Answer.garbled("a length that points past the end of the answer");
        }
        if (tag == wanted && found.isEmpty()) {
          found = Optional.of(Arrays.copyOfRange(list, at, at + length));
        }
        at += length;
      }
      return found;
    }

    private static int byteAt(byte[] list, int at) {
      if (at >= list.length) {
        throw Answer.garbled("an answer that ends inside a tag or a length");
      }
      return list[at] & 0xFF;
    }
  }
}
