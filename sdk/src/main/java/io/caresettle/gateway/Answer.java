package io.caresettle.gateway;

import io.caresettle.writing.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What goes back to the caller: a whole body, or a stream that is written while it goes on.
 *
 * @param stream writes what follows the headers; empty where {@code body} is all
 */
record Answer(
    int status, String contentType, byte[] body, Optional<Header> header, Optional<Stream> stream) {

  record Header(String name, String value) {}

  /** Writes until its matter has ended or the caller has gone. */
  @FunctionalInterface
  interface Stream {
    void write(OutputStream out) throws IOException;
  }

  static Answer ok(Json body) {
    return of(200, body);
  }

  static Answer of(int status, Json body) {
    return new Answer(
        status, "application/json; charset=utf-8", bytes(body), Optional.empty(), Optional.empty());
  }

  static Answer problem(int status, Json body, Optional<Header> header) {
    return new Answer(
        status, "application/problem+json; charset=utf-8", bytes(body), header, Optional.empty());
  }

  static Answer document(byte[] json) {
    return new Answer(
        200, "application/json; charset=utf-8", json, Optional.empty(), Optional.empty());
  }

  static Answer nothing() {
    return new Answer(204, "", new byte[0], Optional.empty(), Optional.empty());
  }

  static Answer events(Stream stream) {
    return new Answer(
        200,
        "text/event-stream; charset=utf-8",
        new byte[0],
        Optional.empty(),
        Optional.of(stream));
  }

  private static byte[] bytes(Json body) {
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }
}
