package io.caresettle.centre.national.envelope;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The signature of most gateways: SHA-256 over time, token, nonce and time again, in the headers
 * {@code x-tif-…}. It covers no byte of the message; the line has to protect that.
 */
public final class TifSignature implements HeaderAuthentication {

  private final String application;
  private final String token;
  private final Supplier<String> nonces;

  /**
   * @param application {@code x-tif-paasid}
   * @param token the secret that both sides know
   * @param nonces one that was never used before, each time
   */
  public TifSignature(String application, String token, Supplier<String> nonces) {
    this.application = application;
    this.token = token;
    this.nonces = nonces;
  }

  @Override
  public Map<String, String> headers(Outgoing request, Instant at) {
    String time = Long.toString(at.getEpochSecond());
    String nonce = nonces.get();
    return Map.of(
        "x-tif-paasid",
        application,
        "x-tif-timestamp",
        time,
        "x-tif-nonce",
        nonce,
        "x-tif-signature",
        signature(time, token, nonce));
  }

  /** What both sides compute: lower-case hex. */
  public static String signature(String time, String token, String nonce) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest((time + token + nonce + time).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "x-tif " + application;
  }
}
