package io.caresettle.centre.national.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.national.message.Unreadable.Why;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A message is read within bounds, or refused with reason and place")
class MessageTextTest {

  private static final String SECRET = "110101199003070015";

  @Test
  @DisplayName("numbers keep their digits, members their order, and what nobody knows stays")
  void keepsWhatCame() {
    String text = "{\"b\":1.230000,\"a\":\"甲\",\"x\":[true,null,{\"deep\":[]}],\"e\":\"\"}";

    Node node = MessageText.read(text.getBytes(UTF_8), Limits.USUAL);

    assertEquals(new Value.Digits("1.230000"), node.members().get("b"));
    assertEquals(List.of("b", "a", "x", "e"), List.copyOf(node.members().keySet()));
    assertEquals(text, MessageText.text(node));
    assertEquals(Optional.empty(), node.text("e"));
  }

  @Test
  @DisplayName("a text, a number and a truth value say the same")
  void saysTheSame() {
    Node node = read("{\"t\":\"0\",\"n\":0,\"b\":true,\"z\":null}");

    assertEquals(Optional.of("0"), node.text("t"));
    assertEquals(Optional.of("0"), node.text("n"));
    assertEquals(Optional.of("true"), node.text("b"));
    assertEquals(Optional.empty(), node.text("z"));
    assertEquals(Optional.of("0"), node.firstText(List.of("z", "n")));
  }

  @Test
  @DisplayName("one object alone counts as a list of one")
  void oneIsAList() {
    Node node = read("{\"one\":{\"a\":1},\"two\":[{\"a\":1},{\"a\":2}],\"odd\":[1,{\"a\":3}]}");

    assertEquals(1, node.nodes("one").size());
    assertEquals(2, node.nodes("two").size());
    assertEquals(1, node.nodes("odd").size());
    assertTrue(node.node("one").isPresent());
    assertTrue(node.node("two").isEmpty());
    assertTrue(node.nodes("none").isEmpty());
  }

  @Test
  @DisplayName("GBK is refused, and guessed; so is UTF-16")
  void refusesOtherCharsets() {
    Unreadable gbk = refused("{\"psn_name\":\"收费员\"}".getBytes(Charset.forName("GBK")));
    assertEquals(Why.NOT_UTF8, gbk.why());
    assertEquals("byte 13", gbk.place());
    assertTrue(String.valueOf(gbk.getMessage()).contains("GBK"));

    Unreadable wide = refused("{\"a\":\"收费\"}".getBytes(StandardCharsets.UTF_16LE));
    assertTrue(List.of(Why.NOT_UTF8, Why.NO_JSON).contains(wide.why()));
  }

  @Test
  @DisplayName("a byte-order mark in front is skipped")
  void skipsTheMark() {
    assertEquals(Optional.of("1"), read("\uFEFF{\"a\":1}").text("a"));
  }

  @Test
  @DisplayName("a key twice is refused, also deep inside, with its place and without its value")
  void refusesTheSecondKey() {
    Unreadable twice =
        refused("{\"output\":{\"setlinfo\":{\"certno\":\"" + SECRET + "\",\"certno\":\"\"}}}");

    assertEquals(Why.KEY_TWICE, twice.why());
    assertTrue(twice.place().startsWith("/output/setlinfo"), twice.place());
    assertFalse(String.valueOf(twice.getMessage()).contains(SECRET));
  }

  @Test
  @DisplayName("an exponent is refused, whatever it would come to")
  void refusesExponents() {
    for (String number : List.of("1e3", "1E3", "1.0e-2", "0e0")) {
      Unreadable exponent = refused("{\"output\":{\"balc\":" + number + "}}");
      assertEquals(Why.EXPONENT, exponent.why());
      assertEquals("/output/balc", exponent.place());
    }
  }

  @Test
  @DisplayName("nesting without end is refused at the last level that is read")
  void refusesDepth() {
    for (String one : List.of("[", "{\"a\":")) {
      Unreadable deep = refused("{\"a\":" + one.repeat(100_000));
      assertEquals(Why.TOO_DEEP, deep.why(), one);
    }
  }

  @Test
  @DisplayName("ten megabytes are refused before they are read")
  void refusesTenMegabytes() {
    byte[] long10 = ("{\"a\":\"" + "x".repeat(10_000_000) + "\"}").getBytes(UTF_8);

    assertEquals(Why.TOO_LONG, refused(long10).why());
  }

  @Test
  @DisplayName(
      "millions of small values are refused when there are too many, not when all are made")
  void refusesManyValues() {
    Unreadable many = refused("{\"a\":[" + "[],".repeat(1_000_000) + "[]]}");

    assertEquals(Why.TOO_MANY, many.why());
    assertEquals("/a/" + (Limits.USUAL.values() - 2), many.place());
  }

  @Test
  @DisplayName("a number, a key and a text that are too long are refused")
  void refusesLongValues() {
    assertEquals(Why.TOO_LONG_VALUE, refused("{\"a\":" + "9".repeat(5000) + "}").why());
    assertEquals(Why.TOO_LONG_VALUE, refused("{\"" + "k".repeat(100) + "\":1}").why());
    Limits narrow = new Limits(1000, 8, 100, 20);
    assertThrows(
        Unreadable.class, () -> MessageText.read("{\"a\":\"" + "x".repeat(100) + "\"}", narrow));
  }

  @Test
  @DisplayName("what is no JSON, no object, or has something behind it is refused without a quote")
  void refusesTheRest() {
    for (Map.Entry<String, Why> one :
        Map.of(
                "",
                Why.NO_OBJECT,
                "[]",
                Why.NO_OBJECT,
                "\"" + SECRET + "\"",
                Why.NO_OBJECT,
                "{} {}",
                Why.NO_OBJECT,
                "{\"a\":" + SECRET + "x}",
                Why.NO_JSON,
                "{a:1}",
                Why.NO_JSON,
                "{\"a\":1,}",
                Why.NO_JSON,
                "{\"a\":NaN}",
                Why.NO_JSON,
                "{\"a\":\"" + SECRET,
                Why.NO_JSON)
            .entrySet()) {
      Unreadable refused = refused(one.getKey());
      assertEquals(one.getValue(), refused.why(), one.getKey());
      assertFalse(String.valueOf(refused.getMessage()).contains(SECRET));
    }
  }

  private static Node read(String text) {
    return MessageText.read(text.getBytes(UTF_8), Limits.USUAL);
  }

  private static Unreadable refused(String text) {
    return refused(text.getBytes(UTF_8));
  }

  private static Unreadable refused(byte[] bytes) {
    return assertThrows(Unreadable.class, () -> MessageText.read(bytes, Limits.USUAL));
  }
}
