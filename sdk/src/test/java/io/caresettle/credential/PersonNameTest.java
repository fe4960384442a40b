package io.caresettle.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Two written names are one by a rule of writing, and never by a guess")
class PersonNameTest {

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    "测试甲, 测试甲, EXACT",
    "'测试甲 ', '　测试甲', EXACT",
    "Zu\u0308, Z\u00FC, EXACT",
    // Extension planes: characters like others.
    "\uD840\uDC00甲, \uD840\uDC00甲, EXACT",
    "\uD840\uDC00甲, \uD840\uDC01甲, DIFFERENT",
    // Characters that this runtime's Unicode does not know yet.
    "测\u9FFD, 测\u9FFD, EXACT",
    "\uD869\uDEDE甲, \uD869\uDEDE甲, EXACT",
    "\uD884\uDF50甲, \uD884\uDF50甲, EXACT",
    "\uD87A\uDFF0甲, \uD87A\uDFF1甲, DIFFERENT",
    "A\uD884\uDF50, a\uD884\uDF50, DIFFERENT",
    "ＡＮＮＡ, ANNA, WIDTH",
    "ANNA　LI, ANNA LI, WIDTH",
    "测试\u00B7甲, 测试\u30FB甲, DOT",
    "测试\u00B7甲, 测试\uFF65甲, DOT",
    // These only look like the mark.
    "测试\u00B7甲, 测试\u2022甲, DIFFERENT",
    "测试\u00B7甲, 测试\u2027甲, DIFFERENT",
    "测试\u00B7甲, 测试\uFF0E甲, DIFFERENT",
    "测试\u00B7甲, 测试.甲, DIFFERENT",
    "测试\u00B7甲, 测试甲, DIFFERENT",
    "Anna  Li, ANNA LI, LATIN",
    // No case, but other letters.
    "\uFB01li, FILI, DIFFERENT",
    "Stra\u00DFe, STRASSE, DIFFERENT",
    "\u0131li, ILI, DIFFERENT",
    "\u00FC, \u00DC, LATIN",
    "Anna Li, LI ANNA, DIFFERENT",
    "Anna Li, AnnaLi, DIFFERENT",
    // Simplified and traditional, variants, pinyin.
    "张三, 張三, DIFFERENT",
    "吴甲, 呉甲, DIFFERENT",
    "张三, ZHANG SAN, DIFFERENT",
    "测试甲, 测试乙, DIFFERENT",
    // What stands for a character that a system could not write.
    "测\uFFFD甲, 测\uFFFD甲, NOT_COMPARABLE",
    "测?甲, 测试甲, NOT_COMPARABLE",
    "测？甲, 测试甲, NOT_COMPARABLE",
    "测*甲, 测试甲, NOT_COMPARABLE",
    "测□甲, 测试甲, NOT_COMPARABLE",
    "测\uE863甲, 测\u4DAE甲, NOT_COMPARABLE",
    "测\uDB80\uDC00甲, 测试甲, NOT_COMPARABLE",
    "测\u200B试甲, 测试甲, NOT_COMPARABLE",
  })
  void compared(String left, String right, NameMatch match) {
    PersonName one = PersonName.of(left);
    PersonName other = PersonName.of(right);
    assertEquals(match, one.compare(other));
    assertEquals(match, other.compare(one));
  }
}
