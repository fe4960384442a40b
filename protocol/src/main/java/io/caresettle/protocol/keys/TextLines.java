package io.caresettle.protocol.keys;

import io.caresettle.protocol.KeyRejected;
import java.util.HexFormat;
import java.util.List;

/**
 * The five lines in which an identity or a set of test keys is written. Never a record: it may hold
 * keys.
 */
final class TextLines {

  private final String text;
  private final String partyId;
  private final String signing;
  private final String encryption;

  private TextLines(String text, String partyId, String signing, String encryption) {
    this.text = text;
    this.partyId = partyId;
    this.signing = signing;
    this.encryption = encryption;
  }

  static String write(
      String title,
      String partyId,
      String keyId,
      String signingName,
      String signing,
      String encryptionName,
      String encryption) {
    return String.join(
        "\n",
        title,
        "party: " + partyId,
        "key-id: " + keyId,
        signingName + ": " + signing,
        encryptionName + ": " + encryption,
        "");
  }

  static TextLines read(String text, String title, String signingName, String encryptionName) {
    List<String> lines = List.of(text.split("\n", -1));
    if (lines.size() != 6 || !lines.get(5).isEmpty() || !lines.get(0).equals(title)) {
      throw new KeyRejected(
          "Expected five lines, the first of them '" + title + "', each ended by one line feed");
    }
    value(lines.get(2), "key-id");
    return new TextLines(
        text,
        value(lines.get(1), "party"),
        value(lines.get(3), signingName),
        value(lines.get(4), encryptionName));
  }

  /** One way to write a thing: whoever writes it differently made a mistake, or tries something. */
  void mustHaveWritten(String canonical, String keyId) {
    if (!text.equals(canonical)) {
      throw new KeyRejected(
          "The lines are not as this version writes them; the keys in them have the key id "
              + keyId);
    }
  }

  String partyId() {
    return partyId;
  }

  String signing() {
    return signing;
  }

  String encryption() {
    return encryption;
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String value(String line, String name) {
    if (!line.startsWith(name + ": ")) {
      // The line itself is not quoted: it may hold a key.
      throw new KeyRejected("Expected a line that begins with '" + name + ": '");
    }
    return line.substring(name.length() + 2);
  }
}
