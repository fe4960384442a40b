package io.caresettle.credential.code;

import static io.caresettle.credential.code.SigningIssuer.EXPIRES;
import static io.caresettle.credential.code.SigningIssuer.FROM;
import static io.caresettle.credential.code.SigningIssuer.PAYLOAD;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodePayloadTest {

  private static final String PERSON = PAYLOAD.pseudonym();
  private static final String NONCE = PAYLOAD.nonce();

  @Test
  void whatIsWrittenIsRead() {
    assertEquals(PAYLOAD, CodePayload.decode(PAYLOAD.encoded()));
    CodePayload last =
        new CodePayload(
            "a.b-c_D", PERSON, Instant.EPOCH, Instant.parse("2106-02-07T06:28:15Z"), NONCE);
    assertEquals(last, CodePayload.decode(last.encoded()));
    assertEquals(PAYLOAD, CodePayload.unproved(new SigningIssuer().code(PAYLOAD)));
  }

  @Test
  void noOtherLengthIsRead() {
    byte[] bytes = PAYLOAD.encoded();
    for (int length = 0; length <= 2 * bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      if (length != bytes.length) {
        assertThrows(IllegalArgumentException.class, () -> CodePayload.decode(cut));
      }
    }
  }

  /** Whatever is read at all is written back as the same bytes: there is one form. */
  @Test
  void noTwoFormsMeanTheSame() {
    Random random = new Random(20261120);
    byte[] bytes = PAYLOAD.encoded();
    for (int i = 0; i < 20_000; i++) {
      byte[] changed = bytes.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      CodePayload read;
      try {
        read = CodePayload.decode(changed);
      } catch (IllegalArgumentException refused) {
        continue;
      }
      assertArrayEquals(changed, read.encoded());
    }
  }

  @Test
  void whatCannotBeWrittenCannotBeMade() {
    assertRefused("", PERSON, FROM, EXPIRES, NONCE);
    assertRefused("x".repeat(33), PERSON, FROM, EXPIRES, NONCE);
    assertRefused("键", PERSON, FROM, EXPIRES, NONCE);
    assertRefused("K", "329900198503120011", FROM, EXPIRES, NONCE);
    assertRefused("K", PERSON.toUpperCase(Locale.ROOT), FROM, EXPIRES, NONCE);
    assertRefused("K", PERSON, FROM, FROM, NONCE);
    assertRefused("K", PERSON, FROM.plusMillis(1), EXPIRES, NONCE);
    assertRefused("K", PERSON, Instant.ofEpochSecond(-1), EXPIRES, NONCE);
    assertRefused("K", PERSON, FROM, Instant.parse("2106-02-07T06:28:16Z"), NONCE);
    assertRefused("K", PERSON, FROM, EXPIRES, "00");
  }

  private static void assertRefused(
      String keyId, String pseudonym, Instant from, Instant expires, String nonce) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new CodePayload(keyId, pseudonym, from, expires, nonce));
  }
}
