package io.caresettle.sim.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.identity.Registration;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The description that the gateway serves")
@Timeout(120)
class OpenApiTest {

  /** One operation of the description. */
  private record Operation(String path, String method, Map<String, Object> told) {
    int order() {
      return told.get("x-conversation") instanceof Integer order ? order : 0;
    }
  }

  /** Whose tickets are gone by then, or never were given: that is told first. */
  private static final Set<String> TICKET_FIRST =
      Set.of("handOver", "accept", "confirmDifference", "dayReport", "exportDay");

  /** What stands in an example, and what an answer gave for it. */
  private final Map<String, String> real = new HashMap<>();

  private boolean cancelled;

  @Test
  @DisplayName("tells of every route and of no other, and its examples are one purchase that works")
  void routesAndExamples(@TempDir Path folder) {
    try (Bench bench = new Bench(folder)) {
      List<Operation> all = operations(bench);
      assertEquals(
          new TreeSet<>(bench.gateway.routes()),
          new TreeSet<>(
              all.stream()
                  .map(o -> o.method().toUpperCase(Locale.ROOT) + " " + o.path())
                  .toList()));
      fill(bench);
      for (Operation each : all) {
        real.put("what the scanner typed", bench.scanned());
        replay(bench, each);
        strayKey(bench, each);
        if (!each.path().endsWith("/cancel")) {
          bench.assertStanding((each.order() < 80 || cancelled) ? 0 : 1);
        }
      }
    }
  }

  private void fill(Bench bench) {
    Registration who = bench.simulator.registration("P0000004", "V-1");
    real.put("测试丁", who.name().reveal());
    real.put("110199199001010001", who.document().reveal());
  }

  private static List<Operation> operations(Bench bench) {
    List<Operation> all = new ArrayList<>();
    map(bench.get("/v1/openapi.json").good(200).map().get("paths"))
        .forEach(
            (path, methods) ->
                map(methods)
                    .forEach((method, told) -> all.add(new Operation(path, method, map(told)))));
    all.sort(Comparator.comparing(Operation::order));
    return all;
  }

  private void replay(Bench bench, Operation each) {
    Said said = send(bench, each, body(each));
    Map<String, Object> answer = map(map(each.told().get("responses")).get("" + said.status()));
    assertTrue(!answer.isEmpty(), each.path() + " answered what is not described: " + said);
    Map.Entry<String, Object> content = map(answer.get("content")).entrySet().iterator().next();
    assertTrue(
        said.headers().firstValue("Content-Type").orElse("").startsWith(content.getKey()),
        said::toString);
    Object example = map(content.getValue()).get("example");
    // Whether a cancellation is answered in time is the centre's to say.
    cancelled |= said.body().contains("\"ending\":\"cancelled\"");
    if (example != null && !said.body().contains("\"ending\":\"unknown\"")) {
      compare(each.path(), example, said.map());
    }
  }

  private String body(Operation each) {
    Object body = map(each.told().get("requestBody")).get("content");
    return body == null
        ? ""
        : json(map(map(body).get("application/json")).getOrDefault("example", ""));
  }

  /** What is not described is refused, whatever the route. */
  private void strayKey(Bench bench, Operation each) {
    String body = body(each);
    if (body.isEmpty() || TICKET_FIRST.contains(String.valueOf(each.told().get("operationId")))) {
      return;
    }
    String more = body.equals("{}") ? "{\"stray\":1}" : "{\"stray\":1," + body.substring(1);
    send(bench, each, more).problem(400, "bad-request");
  }

  private Said send(Bench bench, Operation each, String body) {
    StringBuilder path = new StringBuilder(each.path());
    char sign = '?';
    for (Object parameter : list(each.told().get("parameters"))) {
      Map<String, Object> told = map(parameter);
      String name = String.valueOf(told.get("name"));
      if ("path".equals(told.get("in"))) {
        int at = path.indexOf("{" + name + "}");
        path.replace(at, at + name.length() + 2, String.valueOf(told.get("example")));
      } else if ("query".equals(told.get("in"))) {
        path.append(sign).append(name).append('=').append(told.get("example"));
        sign = '&';
      }
    }
    return body.isEmpty()
        ? bench.send(
            bench
                .request(path.toString())
                .method(each.method().toUpperCase(Locale.ROOT), BodyPublishers.noBody())
                .build())
        : bench.post(path.toString(), body);
  }

  /** Every key of the example is in the answer, with a value of the same kind; tickets are kept. */
  private void compare(String place, Object example, Object answer) {
    assertEquals(example.getClass(), answer.getClass(), place);
    if (example instanceof Map<?, ?>) {
      map(example)
          .forEach(
              (key, value) -> {
                assertTrue(map(answer).containsKey(key), place + "/" + key + " in " + answer);
                compare(place + "/" + key, value, map(answer).getOrDefault(key, ""));
              });
      assertTrue(map(example).keySet().containsAll(withoutOptional(map(answer))), place + answer);
    } else if (example instanceof List<?> elements) {
      if (!elements.isEmpty()) {
        compare(place + "/0", elements.get(0), list(answer).get(0));
      }
    } else if (example instanceof String text
        && (text.startsWith("tkt-") || text.startsWith("digest-"))) {
      real.put(text, (String) answer);
    }
  }

  /** Keys that an answer may have, and the example need not show. */
  private static Set<String> withoutOptional(Map<String, Object> answer) {
    Set<String> keys = new TreeSet<>(answer.keySet());
    keys.removeAll(
        List.of("centreTime", "settlementYear", "gap", "until", "remedy", "notionalNotPaid"));
    return keys;
  }

  private String json(Object value) {
    if (value instanceof Map<?, ?>) {
      List<String> members = new ArrayList<>();
      map(value).forEach((key, each) -> members.add(quoted(key) + ":" + json(each)));
      return "{" + String.join(",", members) + "}";
    } else if (value instanceof List<?> list) {
      return "[" + String.join(",", list.stream().map(this::json).toList()) + "]";
    }
    return value instanceof String text ? quoted(real.getOrDefault(text, text)) : "" + value;
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  private static List<?> list(@Nullable Object value) {
    return value == null ? List.of() : (List<?>) value;
  }
}
