package io.caresettle.centre.national.envelope;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A service bus with an access key and a secret key: HMAC-SHA1 over the other headers, Base64.
 *
 * <p>The names of headers and the order in the signed text are those of one public program, and no
 * published message proves them: ask the province for a signed sample before relying on it.
 */
public final class ServiceBus implements HeaderAuthentication {

  private final String name;
  private final String version;
  private final String accessKey;
  private final String secretKey;

  /**
   * @param name the interface as the bus calls it
   * @param version its version there
   * @param secretKey the secret that both sides know
   */
  public ServiceBus(String name, String version, String accessKey, String secretKey) {
    this.name = name;
    this.version = version;
    this.accessKey = accessKey;
    this.secretKey = secretKey;
  }

  @Override
  public Map<String, String> headers(Outgoing request, Instant at) {
    String time = Long.toString(at.toEpochMilli());
    return Map.of(
        "_api_access_key", accessKey,
        "_api_name", name,
        "_api_timestamp", time,
        "_api_version", version,
        "_api_signature", signature(time));
  }

  private String signature(String time) {
    String signed =
        "_api_access_key="
            + accessKey
            + "&_api_name="
            + name
            + "&_api_timestamp="
            + time
            + "&_api_version="
            + version;
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA1", e);
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "service bus " + name + ' ' + version;
  }
}
