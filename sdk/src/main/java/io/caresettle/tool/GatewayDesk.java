package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.keystore.Password;
import io.caresettle.protocol.sm.InsecureSecretAccess;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Reading;
import io.caresettle.writing.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The running gateway of this machine, as a command talks to it. A journal has one writer, so a
 * command could not open the terminal beside it; and whatever it does is signed by an operator on
 * duty, as at a counter.
 */
final class GatewayDesk {

  /** Longer than any request may take there. */
  private static final Duration LONGEST = Duration.ofSeconds(310);

  private static final String ASK =
      "结果未知，请先查询结果，再执行本命令 / ask the outcome before anything else, or run this again: it goes on"
          + " where it stood";

  private final URI address;
  private final String token;
  private final HttpClient http = HttpClient.newHttpClient();

  /** Whether it answered before: what was asked then may have been done. */
  private boolean answered;

  GatewayDesk(URI address, Path tokenFile) {
    boolean here =
        "http".equals(address.getScheme())
            && List.of("127.0.0.1", "localhost").contains(String.valueOf(address.getHost()));
    if (!here) {
      throw new Misuse(
          "--gateway: 只能是本机网关 found "
              + address
              + ", expected http://127.0.0.1 with a port: its token goes nowhere else");
    }
    this.address = address;
    this.token = InputFile.text(tokenFile).strip();
  }

  /** An operator takes a shift; the ticket of it. */
  String shift(String operator, Password password) {
    char[] typed = password.characters(InsecureSecretAccess.get());
    try {
      return text(
          post(
              "/v1/shifts",
              Json.object().put("operator", operator).put("password", String.valueOf(typed))),
          "shift");
    } finally {
      Arrays.fill(typed, '\0');
    }
  }

  /**
   * What the gateway answers.
   *
   * @throws Refused when it did not do it
   */
  Map<String, Object> post(String path, Json body) {
    return answer(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  Map<String, Object> get(String path) {
    return answer(request(path).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(LONGEST)
        .header("Authorization", "Bearer " + token);
  }

  private Map<String, Object> answer(HttpRequest request) {
    HttpResponse<String> answer;
    try {
      answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (ConnectException e) {
      String nobody = "网关无应答 / no gateway answers at " + address;
      if (answered) {
        throw new Refused(nobody + ": " + ASK, ExitCode.UNREACHABLE);
      }
      throw new Misuse(nobody + ": start it, or name its port (--gateway)", e);
    } catch (IOException e) {
      throw new Refused("应答丢失 / the gateway's answer was lost: " + ASK, ExitCode.UNREACHABLE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused("已中断 / interrupted: " + ASK, ExitCode.UNREACHABLE);
    }
    answered = true;
    Map<String, Object> told =
        Reading.of("the gateway's answer", answer.body(), all -> Optional.of(plain(all)));
    if (answer.statusCode() >= 400) {
      throw new Refused(said(told), exitCode(answer.statusCode(), text(told, "type")));
    }
    return told;
  }

  private static String said(Map<String, Object> told) {
    String message = text(told, "message");
    String zh = text(told, "zh");
    boolean beside = zh.isEmpty() || message.contains(zh);
    return text(told, "turn") + ": " + (beside ? message : zh + " / " + message);
  }

  /**
   * A gateway that could not do it now, or lost track of it, is not one that refused. A journal
   * that does not serve stays so until somebody mends it.
   */
  private static int exitCode(int status, String type) {
    boolean later = status == 503 && !type.equals("journal-unavailable");
    return later || type.equals("fault") ? ExitCode.UNREACHABLE : ExitCode.FOUND;
  }

  /** Whose turn it is, and what to do, in the gateway's words. */
  static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    Refused(String message, int exitCode) {
      super(message);
      this.exitCode = exitCode;
    }

    int exitCode() {
      return exitCode;
    }
  }

  static String text(Map<String, Object> told, String key) {
    return told.get(key) instanceof String text ? text : "";
  }

  @SuppressWarnings("unchecked") // Only plain() makes one.
  static Map<String, Object> part(Map<String, Object> told, String key) {
    return told.get(key) instanceof Map<?, ?> part ? (Map<String, Object>) part : Map.of();
  }

  @SuppressWarnings("unchecked") // Only plain() makes one.
  static List<Map<String, Object>> parts(Map<String, Object> told, String key) {
    List<Map<String, Object>> parts = new ArrayList<>();
    if (told.get(key) instanceof List<?> list) {
      list.forEach(each -> parts.add((Map<String, Object>) each));
    }
    return parts;
  }

  /** Texts, objects and lists of objects, as they are in JSON or in YAML. */
  static Map<String, Object> plain(Mapping mapping) {
    Map<String, Object> plain = new LinkedHashMap<>();
    mapping.all().forEach((key, field) -> plain.put(key, plain(field)));
    return plain;
  }

  private static Object plain(Field field) {
    if (field.isMapping()) {
      return field.mapping().<Object>map(GatewayDesk::plain).orElse("");
    } else if (field.isList()) {
      return field.list().stream().map(GatewayDesk::plain).toList();
    }
    return field.asWritten().orElse("");
  }

  /** The same as a request says it. */
  static Json json(Map<String, Object> plain) {
    Json json = Json.object();
    plain.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?>) {
            json.put(key, json(part(plain, key)));
          } else if (value instanceof List<?>) {
            json.put(key, parts(plain, key).stream().map(GatewayDesk::json).toList());
          } else if (value.equals("true") || value.equals("false")) {
            json.put(key, value.equals("true"));
          } else {
            json.put(key, String.valueOf(value));
          }
        });
    return json;
  }
}
