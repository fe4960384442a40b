package io.caresettle.journal;

import java.nio.charset.StandardCharsets;

/** What a sealed body or a signature is bound to, as bytes. */
final class Places {

  private Places() {}

  /** Each part with its length before it: no two places look the same. */
  static byte[] of(String context, String... parts) {
    StringBuilder place = new StringBuilder(context);
    for (String part : parts) {
      place.append(part.length()).append(':').append(part);
    }
    return place.toString().getBytes(StandardCharsets.UTF_8);
  }
}
