package io.caresettle.centre.national.envelope;

import java.time.Instant;
import java.util.Map;

/** A gateway that takes one secret in one header, and a line that must be protected for it. */
public final class ApiKey implements HeaderAuthentication {

  private final String key;

  /**
   * @param key the secret
   */
  public ApiKey(String key) {
    this.key = key;
  }

  @Override
  public Map<String, String> headers(Outgoing request, Instant at) {
    return Map.of("apikey", key);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "apikey";
  }
}
