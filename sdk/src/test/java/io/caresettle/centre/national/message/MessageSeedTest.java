package io.caresettle.centre.national.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Any bytes are a message or refused")
class MessageSeedTest {

  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          ":",
          ",",
          "\"a\"",
          "\"收\"",
          "1.00",
          "1e3",
          "null",
          "\\u",
          "d800",
          "\\",
          "true",
          "-0.05",
          "\u0000",
          "{\"a\":\"",
          "\"b\":{",
          " ",
          "\uFEFF");

  @Test
  @DisplayName("of pieces of JSON in any order, from a seed")
  void pieces() {
    Random random = new Random(20_261);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "{\"a\":" : "");
      for (int n = random.nextInt(12); n > 0; n--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      MessageTargets.message(
          text.append(random.nextBoolean() ? "}" : "").toString().getBytes(UTF_8));
    }
  }

  @Test
  @DisplayName("with bytes changed")
  void bytesChanged() {
    Random random = new Random(20_262);
    byte[] whole =
        "{\"infcode\":0,\"output\":{\"setlinfo\":[{\"balc\":\"1.00\",\"x\":\"\\ud83d\\ude00\"}]}}"
            .getBytes(UTF_8);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = whole.clone();
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      MessageTargets.message(bytes);
    }
  }
}
