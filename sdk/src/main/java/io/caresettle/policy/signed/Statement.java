package io.caresettle.policy.signed;

import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.protocol.sm.Sm3;
import java.util.HexFormat;

/**
 * What an issuer signs: which bytes, for which area and topic, which version, from when to when.
 */
record Statement(String text) {

  static Statement of(CompiledPack pack) {
    return new Statement(
        String.join(
            "\n",
            HexFormat.of().formatHex(Sm3.digest(pack.bytes())),
            pack.id().area(),
            pack.id().topic(),
            Integer.toString(pack.id().version()),
            pack.from().toString(),
            pack.to().map(Object::toString).orElse("")));
  }

  /** Whether it speaks of these bytes. */
  boolean isOf(byte[] pack) {
    return text.startsWith(HexFormat.of().formatHex(Sm3.digest(pack)) + "\n");
  }
}
