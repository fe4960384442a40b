package io.caresettle.centre.national.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Any bytes are an answer with a verdict, or refused")
class IncomingSeedTest {

  private static final List<String> WHOLE =
      List.of(
          "{\"infcode\":0,\"err_msg\":\"\",\"output\":{\"result\":{\"retRslt\":\"0\"}}}",
          "{\"infcode\":\"0\",\"output\":\"{\\\"setlinfo\\\":{\\\"setl_id\\\":\\\"S1\\\"}}\"}",
          "{\"code\":\"0\",\"message\":\"\",\"data\":{\"infcode\":\"-1\",\"err_msg\":\"收\"}}",
          "{\"code\":0,\"data\":\"{\\\"infcode\\\":\\\"0\\\",\\\"output\\\":[1,2]}\"}");

  @Test
  @DisplayName("with bytes changed, cut off or doubled, from a seed")
  void bytesChanged() {
    Random random = new Random(20_263);
    for (int i = 0; i < 8_000; i++) {
      byte[] bytes = WHOLE.get(random.nextInt(WHOLE.size())).getBytes(UTF_8);
      for (int n = random.nextInt(4); n > 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      int length = random.nextInt(5) == 0 ? random.nextInt(bytes.length) : bytes.length;
      byte[] cut = new byte[length];
      System.arraycopy(bytes, 0, cut, 0, length);
      IncomingTargets.answer(cut);
    }
  }
}
