package io.caresettle.credential.code;

import io.caresettle.protocol.sm.Sm2PrivateKey;
import io.caresettle.protocol.sm.Sm2PublicKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;

/** An issuer for tests of the reader alone; the phone has its own. */
final class SigningIssuer {

  static final String KEY_ID = "UNIT0001";
  static final Instant FROM = Instant.parse("2026-11-20T01:00:00Z");
  static final Instant EXPIRES = FROM.plusSeconds(60);
  static final CodePayload PAYLOAD =
      new CodePayload(
          KEY_ID, "0123456789abcdef0123456789abcdef", FROM, EXPIRES, "00ff00ff00ff00ff");

  private final Sm2PrivateKey key = Sm2PrivateKey.generate(new SecureRandom());

  byte[] sign(byte[] message) {
    return key.sign(Sm2PublicKey.DEFAULT_USER_ID, message);
  }

  String code(CodePayload payload) {
    return payload.text(sign(payload.toBeSigned()));
  }

  CodeIssuerKeys keys() {
    return CodeIssuerKeys.of(Map.of(KEY_ID, key.publicKey()));
  }
}
