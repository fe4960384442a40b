package io.caresettle.centre.national.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.caresettle.centre.national.message.Node;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The expected signatures were computed by another program (Python's hashlib and hmac). */
@DisplayName("Headers prove who sends, each in the way of its gateway")
class HeaderAuthenticationTest {

  private static final Instant AT = Instant.ofEpochSecond(1_704_677_760L);
  private static final Outgoing REQUEST = new Outgoing("2207", "m", Node.EMPTY);

  @Test
  @DisplayName("x-tif: SHA-256 of time, token, nonce and time")
  void tif() {
    HeaderAuthentication tif = new TifSignature("paas-1", "TOKEN-1", () -> "n0nce");

    assertEquals(
        Map.of(
            "x-tif-paasid", "paas-1",
            "x-tif-timestamp", "1704677760",
            "x-tif-nonce", "n0nce",
            "x-tif-signature", "7460ae4fe151ca59b281a9129ea58924f0f02feca80dfda89be0ef20098e270e"),
        tif.headers(REQUEST, AT));
    assertFalse(tif.toString().contains("TOKEN-1"));
  }

  @Test
  @DisplayName("apikey: one secret in one header")
  void apiKey() {
    HeaderAuthentication key = new ApiKey("KEY-1");

    assertEquals(Map.of("apikey", "KEY-1"), key.headers(REQUEST, AT));
    assertFalse(key.toString().contains("KEY-1"));
  }

  @Test
  @DisplayName("service bus: HMAC-SHA1 over the other headers")
  void serviceBus() {
    HeaderAuthentication bus = new ServiceBus("fsi", "1.0", "AK", "SK-1");

    Map<String, String> headers = bus.headers(REQUEST, AT);

    assertEquals("1704677760000", headers.get("_api_timestamp"));
    assertEquals("ba3DdiEPi2tK3SB4zNjxVDdZt1k=", headers.get("_api_signature"));
    assertFalse(bus.toString().contains("SK-1"));
  }
}
