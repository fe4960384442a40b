package io.caresettle.gateway;

import io.caresettle.writing.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * What goes back to the caller: a whole body, or a stream that is written while it goes on.
 *
 * @param stream writes what follows the headers; empty where {@code body} is all
 */
@SuppressWarnings("ArrayRecordComponent") // Lives for one answer, and is not compared.
record Answer(
    int status, String contentType, String body, Optional<Header> header, Optional<Stream> stream) {

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
        status,
        "application/json; charset=utf-8",
        body.toString(),
        Optional.empty(),
        Optional.empty());
  }

  static Answer problem(int status, Json body, Optional<Header> header) {
    return new Answer(
        status,
        "application/problem+json; charset=utf-8",
        body.toString(),
        header,
        Optional.empty());
  }

  static Answer document(String json) {
    return new Answer(
        200, "application/json; charset=utf-8", json, Optional.empty(), Optional.empty());
  }

  static Answer nothing() {
    return new Answer(204, "", "", Optional.empty(), Optional.empty());
  }

  static Answer events(Stream stream) {
    return new Answer(
        200, "text/event-stream; charset=utf-8", "", Optional.empty(), Optional.of(stream));
  }
}
