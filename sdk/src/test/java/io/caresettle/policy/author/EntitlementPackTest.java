package io.caresettle.policy.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.Ruling;
import io.caresettle.reading.Fault;
import io.caresettle.reading.ReadingFailed;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A pack about who may have what")
class EntitlementPackTest {

  private static final String GOOD = ArticleIndex.resource("/policy/test/entitlement.yaml");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

  private static List<String> faults(Map<String, String> texts) {
    ReadingFailed failed =
        assertThrows(ReadingFailed.class, () -> PolicyBook.ofTexts(new TreeMap<>(texts)));
    return failed.faults().stream().map(Fault::toString).toList();
  }

  private static List<String> faults(String text) {
    return faults(Map.of("pack.yaml", text));
  }

  /** The value of a name in the good pack, which stands four lines below it. */
  private static String saying(String name, String value) {
    String before = "  " + name + ":\n    series:\n      - from: 2024-01-01\n        value: ";
    int at = GOOD.indexOf(before);
    assertTrue(at >= 0, name);
    int end = GOOD.indexOf('\n', at + before.length());
    return GOOD.substring(0, at + before.length()) + value + GOOD.substring(end);
  }

  @Test
  void saysOfEveryNameWhatHoldsOnTheDay() {
    PolicyBook book = PolicyBook.shipped();
    EntitlementRules rules = book.entitlement("test", DAY);
    for (EntitlementName name : EntitlementName.values()) {
      Ruling<List<String>> ruling = rules.asWritten(name);
      assertTrue(ruling instanceof Ruling.Said<List<String>> said && said.testFigure(), name.id());
    }
    assertEquals(3, rules.number(EntitlementName.FLEXIBLE_WAITING).value());
    assertEquals(MonthDay.of(9, 1), rules.day(EntitlementName.RESIDENT_PERIOD_FROM).value());
    assertEquals(
        Set.of("spouse", "parent", "child"), rules.words(EntitlementName.FAMILY_RELATIONS).value());
    assertEquals("JS 14¶2", rules.word(EntitlementName.CHANGE_GAP).source().toString());
    assertSame(rules, book.entitlement("test", DAY.minusYears(2)));
  }

  @ParameterizedTest(name = "{0}: {1} premiums")
  @CsvSource({"2026-12-31, 1", "2027-01-01, 3"})
  void theDayDecides(LocalDate day, int premiums) {
    EntitlementRules rules = PolicyBook.shipped().entitlement("test", day);
    assertEquals(premiums, rules.words(EntitlementName.ACCOUNT_PREMIUMS).value().size());
  }

  @Test
  void anAreaOrADayWithoutOneIsNoGuess() {
    PolicyBook book = PolicyBook.shipped();
    assertThrows(NoRuleInForce.class, () -> book.entitlement("test", LocalDate.of(2023, 12, 31)));
    NoRuleInForce none = assertThrows(NoRuleInForce.class, () -> book.entitlement("999999", DAY));
    assertTrue(none.toString().contains("entitlement in area 999999"), none.toString());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "employee.starts | tomorrow | expected one of day-after-arrival, on-arrival",
        "employee.starts | on-arival | perhaps 'on-arrival'",
        "employee.starts | unknwon | perhaps 'unknown'",
        "flexible.waiting | 241 | a whole number from 0 to 240",
        "flexible.waiting | '\"3\"' | a whole number from 0 to 240, without quotes",
        "flexible.waiting | {least: 0, most: 3} | a whole number from 0 to 240",
        "retired.years-men | 61 | a whole number from 0 to 60",
        "catalogue.apply-within | 3661 | a whole number from 0 to 3660",
        "newborn.window | 3661 | a whole number from 0 to 3660",
        "year.starts | '\"02-29\"' | a day of every year such as \"09-01\"",
        "year.starts | 101 | a day of every year such as \"09-01\"",
        "grades.apply | true | one of yes, no",
        "family.relations | spouse | expected a list",
        "family.relations | [spouse, cousin] | one of spouse, parent, child, near-relative",
        "family.relations | [spouse, spouse] | each once",
      })
  void whatANameCannotSayIsAFault(String name, String value, String expected) {
    List<String> faults = faults(saying(name, value));
    assertEquals(1, faults.size(), faults.toString());
    assertTrue(faults.get(0).contains(expected), faults.get(0));
    assertTrue(faults.get(0).matches("(?s)pack.yaml:\\d+:\\d+.*"), faults.get(0));
  }

  @Test
  void mayLeaveAnythingUnknownAndASetEmpty() {
    for (EntitlementName name : EntitlementName.values()) {
      if (!List.of("change.gap", "account.premiums").contains(name.id())) {
        EntitlementRules rules = rules(saying(name.id(), "unknown"));
        assertTrue(rules.asWritten(name) instanceof Ruling.NotPublished<?>, name.id());
      }
    }
    EntitlementRules nobody = rules(saying("family.relations", "[]"));
    assertEquals(Set.of(), nobody.words(EntitlementName.FAMILY_RELATIONS).value());
  }

  private static EntitlementRules rules(String text) {
    return PolicyBook.ofTexts(Map.of("pack.yaml", text)).entitlement("test", DAY);
  }

  @Test
  @DisplayName("tells every fault at once, with line, column and the nearest name")
  void tellsEveryFaultAtOnce() {
    String wrong =
        GOOD.replace("  employee.starts:", "  employe.starts:")
            .replace("area: test", "area: test\nscheme: employee")
            .replace("value: after-waiting", "value: after-wating")
            .replace("  grades.apply:\n", "  grades.apply:\n    unit: months\n")
            .replace("  year.starts:\n", "  year.starts:\n    by: [category]\n");
    List<String> faults = faults(wrong);
    assertTrue(faults.size() >= 6, faults.toString());
    for (String told :
        List.of(
            "perhaps 'employee.starts'",
            "scheme",
            "perhaps 'after-waiting'",
            "'months', expected yes-no",
            "by",
            "nothing about employee.starts")) {
      assertTrue(faults.stream().anyMatch(fault -> fault.contains(told)), told + " in " + faults);
    }
  }

  @Test
  void isOfItsOwnKindAndTopic() {
    assertTrue(faults(GOOD.replace("kind: ent", "kind: net")).get(0).contains("'entitlement'"));
    assertTrue(
        faults(GOOD.replace("topic: entitlement", "topic: benefits"))
            .get(0)
            .contains("expected 'entitlement'"));
    List<String> left = faults(GOOD.replace("kind: entitlement\n", ""));
    assertTrue(left.stream().anyMatch(told -> told.contains("'kind: entitlement'")), left + "");
  }

  @Test
  void articlesThatDifferNeedADecision() {
    int from = GOOD.indexOf("        decision:\n");
    int to = GOOD.indexOf("        standing:", from);
    List<String> faults = faults(GOOD.substring(0, from) + GOOD.substring(to));
    assertTrue(
        faults.get(0).contains("JS 14¶2 says payable and JS 14¶3 says not-payable"), faults + "");
  }

  /** A pack of an area, with some names as {@code NAME GIVES VALUE}, all of article 14. */
  private static String pack(String area, String... lines) {
    StringBuilder text =
        new StringBuilder("kind: entitlement\ntopic: entitlement\narea: \"" + area + "\"\n");
    text.append("names: {zh: 虚构, en: invented}\nfrom: 2026-01-01\n");
    text.append("still_valid_on: 2026-11-20\nvalues:\n");
    for (String line : lines) {
      String[] words = line.split(" ", 3);
      text.append("  ").append(words[0]).append(":\n");
      if (!words[1].equals("-")) {
        text.append("    gives: ").append(words[1]).append('\n');
      }
      text.append("    series:\n      - {from: 2026-01-01, value: ").append(words[2]);
      text.append(", source: {text: JS, article: \"14\", paragraph: 1}, standing: in-force,");
      text.append(" confidence: H}\n");
    }
    return text.toString();
  }

  /** All names but some, with whatever the good pack says, as a nation's defaults. */
  private static String nation(Set<String> but) {
    EntitlementRules all = rules(GOOD);
    List<String> lines =
        List.of(EntitlementName.values()).stream()
            .filter(name -> !but.contains(name.id()))
            .map(
                name -> {
                  List<String> said = all.asWritten(name).value();
                  String one = said.isEmpty() ? "" : said.get(0);
                  boolean set =
                      name.id().matches("family.relations|aid.classes|account.(ins.*for|premiums)");
                  String value = set ? said.toString() : one.contains("-0") ? '"' + one + '"' : one;
                  return name.id() + " default " + value;
                })
            .toList();
    return pack("000000", lines.toArray(String[]::new));
  }

  private static final String NATION = nation(Set.of("flexible.waiting", "grades.apply"));
  private static final String PROVINCE =
      pack("320000", "flexible.waiting range {least: 1, most: 6}", "grades.apply value yes");

  private static Map<String, String> country(String city) {
    return Map.of("nation.yaml", NATION, "province.yaml", PROVINCE, "city.yaml", city);
  }

  @Test
  void aCityHasWhatNationAndProvinceGive() {
    PolicyBook book =
        PolicyBook.ofTexts(
            country(pack("320500", "flexible.waiting - 6", "employee.starts - on-arrival")));
    EntitlementRules rules = book.entitlement("320500", DAY);
    assertEquals(6, rules.number(EntitlementName.FLEXIBLE_WAITING).value());
    assertEquals("on-arrival", rules.word(EntitlementName.EMPLOYEE_STARTS).value());
    assertTrue(rules.yes(EntitlementName.GRADES_APPLY).value());
    assertEquals(3, rules.number(EntitlementName.CHANGE_WINDOW).value());
    Ruling<Boolean> ruling = rules.yes(EntitlementName.GRADES_APPLY);
    assertFalse(ruling instanceof Ruling.Said<Boolean> said && said.testFigure());
    assertThrows(NoRuleInForce.class, () -> book.entitlement("320000", DAY));
  }

  @Test
  void aProvinceThatSaysEverythingServesItself() {
    PolicyBook book =
        PolicyBook.ofTexts(
            Map.of("p.yaml", pack("460000", "change.window - 4"), "n.yaml", nation(Set.of())));
    assertEquals("460000", book.entitlement("460000", DAY).area());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "flexible.waiting - 7 | expected from 1 to 6, as province.yaml allows",
        "flexible.waiting - 0 | expected from 1 to 6, as province.yaml allows",
        "grades.apply - yes | expected none, for province.yaml fixes it",
        "employee.starts - on-arrival | a value of its own, within what province.yaml allows",
      })
  void aCityKeepsToWhatIsAboveIt(String line, String expected) {
    List<String> faults = faults(country(pack("320500", line)));
    assertTrue(
        faults.stream().anyMatch(told -> told.contains("city.yaml") && told.contains(expected)),
        faults.toString());
  }

  @Test
  void wordsHaveNoRangeAndACityGivesNothing() {
    String words = pack("320000", "employee.starts range {least: 0, most: 1}");
    assertTrue(faults(words).get(0).contains("a range of numbers alone"));
    String giving = pack("320500", "flexible.waiting default 3");
    assertTrue(faults(country(giving)).get(0).contains("gives"));
  }
}
