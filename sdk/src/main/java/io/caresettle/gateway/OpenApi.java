package io.caresettle.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The description of all routes for programs: an OpenAPI 3.1 document. */
final class OpenApi {

  private static final String FILE = "openapi.json";

  private OpenApi() {}

  static Answer document() {
    return Answer.document(text());
  }

  private static String text() {
    try (InputStream in = OpenApi.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The jar's " + FILE + " cannot be read", e);
    }
  }
}
