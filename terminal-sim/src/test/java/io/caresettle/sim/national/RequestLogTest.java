package io.caresettle.sim.national;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.national.message.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The log of requests")
class RequestLogTest {

  private static Entry entry(long number, String body) {
    return new Entry(
        number, Town.NOW, 1, "2207", "m", "i", 200, "0", List.of(), List.of(), "", body, "{}");
  }

  @Test
  @DisplayName("is bounded in bytes: the oldest go, the newest stays however large it is")
  void bytes() {
    RequestLog log = new RequestLog(100_000);
    String body = "{\"a\":\"" + "x".repeat(10_000) + "\"}";
    for (int i = 0; i < 50; i++) {
      Entry unused = log.add(number -> entry(number, body));
    }
    List<Entry> left = log.some(Map.of());
    assertEquals(50, left.get(0).number());
    assertTrue(left.stream().mapToLong(Entry::bytes).sum() <= 100_000, () -> left.size() + " left");
    assertTrue(left.size() >= 4, () -> left.size() + " left");
    Entry unused = log.add(number -> entry(number, "x".repeat(1 << 20)));
    assertEquals(1, log.some(Map.of()).size());
  }

  @Test
  @DisplayName("keeps a large body as its first kilobytes, and its line stays JSON")
  void largeBodies() {
    String body = Entry.body(Node.EMPTY.with("infno", "2204").with("a", "字".repeat(1 << 20)));
    assertTrue(body.length() < 8 << 10, () -> body.length() + " characters");
    assertTrue(body.contains("2204") && body.contains("1048"), body);
    String line = entry(1, body).line();
    Node read = Taken.read(line.getBytes(StandardCharsets.UTF_8));
    assertEquals("1", read.text("number").orElse(""));
  }
}
