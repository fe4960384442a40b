package io.caresettle.operator;

import io.caresettle.journal.Act;
import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.keys.SigningKey;
import io.caresettle.protocol.sm.Sm2PublicKey;
import java.util.Optional;

/**
 * Who signed an act, and whether the signature is theirs. Whose key it is, the institution's book
 * of operators says, or the operator's certificate.
 *
 * @param signer the public key that the act names; empty where it names none
 */
public record ActSignature(Optional<SigningKey> signer, boolean good) {

  private static final String LINE = "signer: ";

  /** Looks at an act as a journal keeps it. */
  public static ActSignature of(Act act) {
    Optional<SigningKey> signer = signer(act.body());
    return new ActSignature(
        signer, signer.filter(k -> k.verify(act.signed(), act.signature())).isPresent());
  }

  private static Optional<SigningKey> signer(String body) {
    int end = body.indexOf('\n');
    if (!body.startsWith(LINE) || end < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(new SigningKey(Sm2PublicKey.parseHex(body.substring(LINE.length(), end))));
    } catch (KeyRejected e) {
      return Optional.empty();
    }
  }
}
