package io.caresettle.centre;

import io.caresettle.credential.CodeUse;
import io.caresettle.credential.NationalCode;
import io.caresettle.protocol.sm.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A national code as it was shown at a visit.
 *
 * @param requestId under which the centre binds it once
 */
public record CodeRequest(String requestId, NationalCode code, CodeUse use, Asking asking) {

  private static final int ID_LENGTH = 32;

  /**
   * The request for {@code code} at this visit. Its id follows from institution, terminal, visit
   * and code, and from nothing else: whoever shows the code again at the visit, for whatever
   * purpose, after a lost answer or a restart, asks under the same id, and nothing has to be kept
   * for it. It is a digest, so that the code cannot be read from it.
   */
  public static CodeRequest of(NationalCode code, CodeUse use, Asking asking) {
    // No part may hold a line break, so no two different requests are the same text.
    String all =
        String.join(
            "\n",
            "CareSettle code request v1",
            asking.institutionCode(),
            Integer.toString(asking.terminalSlot()),
            HexFormat.of().formatHex(asking.visitNumber().getBytes(StandardCharsets.UTF_8)),
            code.text());
    String digest = HexFormat.of().formatHex(Sm3.digest(all.getBytes(StandardCharsets.UTF_8)));
    return new CodeRequest(digest.substring(0, ID_LENGTH), code, use, asking);
  }
}
