package io.caresettle.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a request off the line, within limits, and makes it a {@link Call}. */
final class Incoming {

  private static final Pattern JSON_TYPE =
      Pattern.compile("application/json(?:\\s*;\\s*charset\\s*=\\s*\"?([^\";\\s]+)\"?)?\\s*");

  /** As much of a body that is too long is read and dropped, so that its sender hears why. */
  private static final long MOST_DROPPED = 32L << 20;

  private Incoming() {}

  static Call read(HttpExchange exchange, Routes.Found found, int mostBytes) throws IOException {
    Map<String, String> query = query(exchange, found.route().query());
    Given body = body(exchange, found.route().method(), mostBytes);
    return new Call(found.paths(), query, body, lastEvent(exchange));
  }

  private static Given body(HttpExchange exchange, String method, int mostBytes)
      throws IOException {
    InputStream in = exchange.getRequestBody();
    long announced = announced(exchange);
    byte[] bytes = announced > mostBytes ? new byte[0] : in.readNBytes(mostBytes + 1);
    if (announced > mostBytes || bytes.length > mostBytes) {
      drop(in);
      throw Problem.of(
          413,
          "body-too-long",
          "program",
          "found a body of more than " + mostBytes + " bytes, expected at most that: send less");
    }
    if (bytes.length == 0) {
      return Given.nothing();
    }
    if (!method.equals("POST")) {
      throw Problem.of(400, "bad-request", "program", "found a body, expected none with " + method);
    }
    requireJson(exchange);
    return RequestText.read(bytes);
  }

  private static long announced(HttpExchange exchange) {
    try {
      return Long.parseLong(
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Length")).orElse("0"));
    } catch (NumberFormatException e) {
      throw Problem.of(400, "bad-request", "program", "Content-Length: found no number");
    }
  }

  private static void drop(InputStream in) throws IOException {
    byte[] dropped = new byte[1 << 16];
    long all = 0;
    int some = in.read(dropped);
    while (some > 0 && all < MOST_DROPPED) {
      all += some;
      some = in.read(dropped);
    }
  }

  private static void requireJson(HttpExchange exchange) {
    String type =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
            .orElse("")
            .toLowerCase(Locale.ROOT);
    Matcher form = JSON_TYPE.matcher(type);
    boolean good =
        form.matches()
            && Optional.ofNullable(form.group(1)).filter(c -> !c.equals("utf-8")).isEmpty();
    if (!good || exchange.getRequestHeaders().containsKey("Content-Encoding")) {
      throw Problem.of(
          415,
          "media-type",
          "program",
          "found another Content-Type, charset or encoding, expected application/json in UTF-8:"
              + " send it so");
    }
  }

  private static Map<String, String> query(HttpExchange exchange, Set<String> known) {
    Map<String, String> query = new HashMap<>();
    String raw = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    for (String part : raw.isEmpty() ? List.<String>of() : List.of(raw.split("&", -1))) {
      int sign = part.indexOf('=');
      String name = sign < 0 ? part : part.substring(0, sign);
      if (sign < 0
          || !known.contains(name)
          || query.putIfAbsent(name, part.substring(sign + 1)) != null) {
        throw Problem.of(
            400,
            "bad-request",
            "program",
            "found something else after the question mark, expected "
                + (known.isEmpty()
                    ? "nothing"
                    : "each of " + String.join(", ", known) + " once at most"));
      }
    }
    return query;
  }

  private static long lastEvent(HttpExchange exchange) {
    String said =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Last-Event-ID")).orElse("0");
    if (!said.matches("\\d{1,18}")) {
      throw Problem.of(
          400,
          "bad-request",
          "program",
          "Last-Event-ID: found another form, expected the id of the last event that came");
    }
    return Long.parseLong(said);
  }
}
