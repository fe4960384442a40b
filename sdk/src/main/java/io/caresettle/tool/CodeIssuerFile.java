package io.caresettle.tool;

import io.caresettle.credential.code.CodeIssuerKeys;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.sm.Sm2PublicKey;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose test codes a till reads: a line for each issuer, of its key's id and the public key in hex.
 * Empty lines, and those that begin with #, say nothing.
 */
final class CodeIssuerFile {

  private CodeIssuerFile() {}

  static CodeIssuerKeys read(Path file) {
    Map<String, Sm2PublicKey> keys = new HashMap<>();
    List<String> lines = InputFile.text(file).lines().map(String::strip).toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isEmpty() && !line.startsWith("#")) {
        String[] parts = line.split("\\s+", -1);
        if (parts.length != 2 || keys.putIfAbsent(parts[0], key(file, i + 1, parts[1])) != null) {
          throw fault(file, i + 1);
        }
      }
    }
    return CodeIssuerKeys.of(keys);
  }

  private static Sm2PublicKey key(Path file, int line, String hex) {
    try {
      return Sm2PublicKey.parseHex(hex);
    } catch (KeyRejected | IllegalArgumentException e) {
      throw fault(file, line);
    }
  }

  private static Misuse fault(Path file, int line) {
    return new Misuse(
        file
            + ": 第 "
            + line
            + " 行不是验码公钥 line "
            + line
            + " is no issuer's key, or one whose id stands above, expected an id and a public key"
            + " in hex");
  }
}
