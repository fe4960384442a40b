package io.caresettle.sim.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpHeaders;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the gateway answered. */
record Said(int status, String body, HttpHeaders headers) {

  Said good(int expected) {
    assertEquals(expected, status, body);
    return this;
  }

  /** Refused for this reason, told with whose turn it is. */
  Said problem(int expected, String type) {
    assertEquals(type, text("type"), body);
    assertEquals(expected, status, body);
    assertEquals(
        "application/problem+json; charset=utf-8", headers.firstValue("Content-Type").orElse(""));
    return this;
  }

  String text(String key) {
    return String.valueOf(map().get(key));
  }

  @SuppressWarnings("unchecked")
  Map<String, Object> map() {
    return (Map<String, Object>) parsed(body);
  }

  /** YAML contains JSON. */
  static Object parsed(String json) {
    return new Load(LoadSettings.builder().setCodePointLimit(1 << 24).build()).loadFromString(json);
  }
}
