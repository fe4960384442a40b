package io.caresettle.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.reading.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

  private static final Json JSON =
      Json.object()
          .put("text", "a\"b\\c\n猫\u2028\ud800")
          .put("number", -5)
          .put("truth", true)
          .put("inner", Json.object().put("amount", "105.30"))
          .put("none", Json.object())
          .put("list", List.of(Json.object().put("a", 1), Json.object()))
          .putTexts("texts", List.of("x", "y"));

  @Test
  void isWrittenOnOneLine() {
    assertEquals(
        "{\"text\":\"a\\\"b\\\\c\\n猫\\u2028\\ud800\",\"number\":-5,\"truth\":true,"
            + "\"inner\":{\"amount\":\"105.30\"},\"none\":{},\"list\":[{\"a\":1},{}],"
            + "\"texts\":[\"x\",\"y\"]}",
        JSON.toString());
  }

  @Test
  void isIndentedForPeople() {
    String pretty =
        Json.object().put("a", Json.object().put("b", 1)).put("c", List.of(Json.object())).pretty();
    assertEquals("{\n  \"a\": {\n    \"b\": 1\n  },\n  \"c\": [\n    {}\n  ]\n}", pretty);
  }

  @Test
  void isReadAgainByItsTwin() {
    String text = "表\t\"\\/\u0001𠀀";
    for (String json :
        List.of(Json.object().put("k", text).toString(), Json.object().put("k", text).pretty())) {
      assertEquals(text, Reading.of("x.json", json, top -> top.required("k").text()));
    }
  }

  @Test
  void aKeyIsWrittenOnce() {
    Json json = Json.object().put("a", 1);
    assertThrows(IllegalArgumentException.class, () -> json.put("a", 2));
  }
}
