package io.caresettle.protocol.sm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.sm.Vectors.Vector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A known answer")
class KnownAnswersTests {

  private static final List<String> ALGORITHMS =
      List.of(
          "sm2-sign",
          "sm2-encrypt",
          "sm2-keyexchange",
          "sm2-point",
          "sm3",
          "sm4-block",
          "sm4-gcm",
          "sm4-ccm");

  /** What a test may leave out. */
  private static final Set<String> MORE_THAN_NEEDED =
      Set.of("tcId", "comment", "source", "za", "e", "sigRaw", "privateKey", "x", "y", "sA", "sB");

  private static final Set<String> REMARKS = Set.of("tcId", "comment", "source", "iterations");

  static Stream<Arguments> all() {
    return ALGORITHMS.stream()
        .flatMap(algorithm -> Vectors.of(algorithm).map(test -> Arguments.of(algorithm, test)));
  }

  /** Without the million rounds, once for each field, which prove nothing here. */
  static Stream<Arguments> quick() {
    return all().filter(test -> !"1000000".equals(fieldOf(test).get("iterations")));
  }

  static Stream<Arguments> quickAndValid() {
    return quick().filter(test -> !"invalid".equals(fieldOf(test).get("result")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("all")
  void isGivenHereAsElsewhere(String algorithm, Vector test) {
    Verdict verdict = KnownAnswers.check(algorithm, fields(test));
    assertTrue(verdict.passed(), verdict.found());
  }

  @Test
  void areAsManyAsWereCollected() {
    assertEquals(152, all().count());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("quick")
  void cannotBeGivenToAQuestionThatLacksAField(String algorithm, Vector test) {
    boolean ciphertext = algorithm.equals("sm2-encrypt");
    for (String field : fields(test).keySet()) {
      if (!MORE_THAN_NEEDED.contains(field) || (ciphertext && field.equals("privateKey"))) {
        Map<String, Object> lacking = fields(test);
        lacking.remove(field);
        assertEquals(
            new Verdict(false, "The field " + field + " is missing"),
            KnownAnswers.check(algorithm, lacking));
      }
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("quickAndValid")
  void isNotGivenWhereOneBitOfAnyFieldDiffers(String algorithm, Vector test) {
    for (Map.Entry<String, Object> field : fields(test).entrySet()) {
      if (REMARKS.contains(field.getKey())) {
        continue;
      }
      String hex = field.getValue().toString();
      boolean bytes = hex.length() >= 2 && hex.length() % 2 == 0 && hex.matches("[0-9a-f]+");
      if (bytes) {
        int last = Character.digit(hex.charAt(hex.length() - 1), 16) ^ 1;
        Map<String, Object> other = fields(test);
        other.put(field.getKey(), hex.substring(0, hex.length() - 1) + Integer.toHexString(last));
        assertFalse(KnownAnswers.check(algorithm, other).passed(), field.getKey());
      }
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("quick")
  void isWrongWhereTheOppositeIsSaidOfIt(String algorithm, Vector test) {
    Map<String, Object> opposite = fields(test);
    boolean valid = !"invalid".equals(opposite.get("result"));
    opposite.put("result", valid ? "invalid" : "valid");
    assertFalse(KnownAnswers.check(algorithm, opposite).passed());
  }

  @Test
  void isNotGivenForAnAlgorithmThatIsNotHere() {
    assertEquals(
        new Verdict(false, "There is no algorithm sm9-sign here"),
        KnownAnswers.check("sm9-sign", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "many", "", "1e6"})
  void ofABlockSaysHowManyRounds(String iterations) {
    Map<String, Object> block = fields(Vectors.of("sm4-block").findFirst().orElseThrow());
    block.put("iterations", iterations);
    assertEquals(
        new Verdict(false, "The field iterations is not a number of 1 or more"),
        KnownAnswers.check("sm4-block", block));
  }

  @Test
  void isWrittenInHexDigitsAndDoesNotShowInWhatIsFound() {
    Map<String, Object> digest = fields(Vectors.of("sm3").findFirst().orElseThrow());
    digest.put("msg", "no hex");
    assertEquals(
        new Verdict(false, "The field msg is not written in hex digits"),
        KnownAnswers.check("sm3", digest));
    Map<String, Object> maybe = fields(Vectors.of("sm2-point").findFirst().orElseThrow());
    maybe.put("result", "acceptable");
    assertEquals(
        new Verdict(false, "The field result is neither valid nor invalid"),
        KnownAnswers.check("sm2-point", maybe));
  }

  private static Map<String, Object> fieldOf(Arguments test) {
    return fields((Vector) test.get()[1]);
  }

  private static Map<String, Object> fields(Vector test) {
    Map<String, Object> fields = new HashMap<>();
    test.fields().forEach((name, value) -> fields.put(name.toString(), value));
    return fields;
  }
}
