package io.caresettle.gateway;

import io.caresettle.writing.Json;
import java.util.Optional;

/**
 * A request that was not done, told by what was found, what was expected and what to do. It never
 * holds what the caller sent, but names of keys and words of a list.
 */
final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;
  private final transient Json body;

  private Problem(int status, String type, String message, Json body) {
    super(type + ": " + message);
    this.status = status;
    this.type = type;
    this.body = body;
  }

  /** Whose turn it is decides the rest: the words of the body start with it. */
  static Problem of(int status, String type, String turn, String message) {
    return new Problem(status, type, message, start(status, type, turn, message));
  }

  /** The same with more keys, which {@code more} adds. */
  static Problem of(
      int status,
      String type,
      String turn,
      String message,
      java.util.function.Consumer<Json> more) {
    Json body = start(status, type, turn, message);
    more.accept(body);
    return new Problem(status, type, message, body);
  }

  /** Something at one place of a request's body is wrong. */
  static Problem at(String pointer, String found, String expected) {
    return at(pointer, found, expected, "correct the request and send it again");
  }

  static Problem at(String pointer, String found, String expected, String toDo) {
    return at(400, "bad-request", pointer, found, expected, toDo);
  }

  static Problem at(
      int status, String type, String pointer, String found, String expected, String toDo) {
    String place = pointer.isEmpty() ? "the body" : pointer;
    String message = place + ": found " + found + ", expected " + expected + ": " + toDo;
    return new Problem(
        status,
        type,
        message,
        start(status, type, "program", message)
            .put("pointer", pointer)
            .put("found", found)
            .put("expected", expected)
            .put("toDo", toDo));
  }

  private static Json start(int status, String type, String turn, String message) {
    Json body =
        Json.object()
            .put("type", type)
            .put("status", status)
            .put("turn", turn)
            .put("message", message);
    return ProblemWords.in(body, type, message);
  }

  int status() {
    return status;
  }

  /** One of a fixed list of words, for the log and for programs. */
  String type() {
    return type;
  }

  Answer answer() {
    return Answer.problem(status, body, headers());
  }

  private Optional<Answer.Header> headers() {
    return switch (status) {
      case 401 -> Optional.of(new Answer.Header("WWW-Authenticate", "Bearer"));
      case 503 -> Optional.of(new Answer.Header("Retry-After", "1"));
      default -> Optional.empty();
    };
  }
}
