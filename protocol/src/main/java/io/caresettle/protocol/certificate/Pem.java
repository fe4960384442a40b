package io.caresettle.protocol.certificate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The text form of DER (RFC 7468): lines of 64 characters between BEGIN and END. */
final class Pem {

  private static final int WIDTH = 64;
  private static final byte[] LINE_FEED = {'\n'};

  private Pem() {}

  static String write(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + new String(Base64.getMimeEncoder(WIDTH, LINE_FEED).encode(der), StandardCharsets.US_ASCII)
        + "\n-----END "
        + label
        + "-----\n";
  }

  /** The bytes of the only block there is. */
  static byte[] one(String what, String label, String text) {
    List<byte[]> blocks = all(what, label, text);
    if (blocks.size() != 1) {
      throw Der.malformed(what, blocks.size() + " blocks of " + label + " instead of one");
    }
    return blocks.get(0);
  }

  /**
   * The bytes of all blocks, in their order. Lines outside blocks are explanation and are skipped,
   * as OpenSSL writes them; a block of another label is refused.
   */
  static List<byte[]> all(String what, String label, String text) {
    String begin = "-----BEGIN " + label + "-----";
    String end = "-----END " + label + "-----";
    List<byte[]> blocks = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    boolean inside = false;
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.equals(begin) && !inside) {
        inside = true;
      } else if (line.equals(end) && inside) {
        blocks.add(base64(what, block.toString()));
        block.setLength(0);
        inside = false;
      } else if (line.startsWith("-----")) {
        // Not quoted: a file of another kind may be a private key.
        throw Der.malformed(what, "a line of dashes that is neither BEGIN nor END of " + label);
      } else if (inside) {
        block.append(line);
      }
    }
    if (inside) {
      throw Der.malformed(what, "a block of " + label + " without its end");
    }
    return blocks;
  }

  private static byte[] base64(String what, String block) {
    return Der.strictly(what, () -> Base64.getDecoder().decode(block));
  }
}
