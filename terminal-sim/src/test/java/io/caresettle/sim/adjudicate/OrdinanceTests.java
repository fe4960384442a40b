package io.caresettle.sim.adjudicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.sim.adjudicate.CannotAdjudicate.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An ordinance as the second reader reads it")
class OrdinanceTests {

  private static final String GOOD = shipped();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

  private static String shipped() {
    try (InputStream in = LawBook.class.getResourceAsStream("/policy/test/entitlement.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Ordinance read(String text, LocalDate day) {
    return LawBook.ofTexts(Map.of("test.yaml", text)).ordinance("test", day);
  }

  @Test
  void saysEachPointInItsForm() {
    Ordinance ordinance = LawBook.shipped().ordinance("test", DAY);
    assertEquals(Optional.of("day-after-arrival"), ordinance.word("employee.starts"));
    assertEquals(Optional.of(3), ordinance.number("flexible.waiting"));
    assertEquals(Optional.of(MonthDay.of(9, 1)), ordinance.day("resident.period-from"));
    assertEquals(Optional.of(true), ordinance.yes("grades.apply"));
    assertEquals(
        Optional.of(Set.of("spouse", "parent", "child")), ordinance.words("family.relations"));
    assertEquals("JS art. 14 para. 2", ordinance.citation("change.gap"));
    assertEquals(Optional.of("payable"), ordinance.word("change.gap"));
  }

  @Test
  void theDayDecidesAndADayBeforeTheFirstHasNone() {
    assertEquals(1, premiums(LocalDate.of(2026, 12, 31)));
    assertEquals(3, premiums(LocalDate.of(2027, 1, 1)));
    LawBookTests.assertReason(
        Reason.NO_LAW, () -> LawBook.shipped().ordinance("test", LocalDate.of(2023, 12, 31)));
    LawBookTests.assertReason(Reason.NO_LAW, () -> LawBook.shipped().ordinance("999999", DAY));
  }

  private static int premiums(LocalDate day) {
    return LawBook.shipped().ordinance("test", day).words("account.premiums").orElseThrow().size();
  }

  @Test
  void whatNobodyPublishedIsEmptyAndStillHasItsPlace() {
    Ordinance ordinance = read(GOOD.replace("value: after-waiting", "value: unknown"), DAY);
    assertEquals(Optional.empty(), ordinance.word("flexible.starts"));
    assertEquals("JS art. 14 para. 1", ordinance.citation("flexible.starts"));
    assertThrows(IllegalArgumentException.class, () -> ordinance.word("employee.ends"));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "value: day-after-arrival | value: tomorrow",
        "value: 100 | value: 3661",
        "value: \"12-31\" | value: \"02-29\"",
        "value: [spouse, parent, child] | value: spouse",
        "value: [spouse, parent, child] | value: [spouse, spouse]",
        "value: [spouse, parent, child] | value: [spouse, cousin]",
        "  employee.starts: | 'colour: blue\\n  employee.starts:'",
        "  employee.starts: | '  employe.starts:'",
        "kind: entitlement | kind: rumour",
        "topic: entitlement | topic: something",
        "area: test | 'area: test\\nscheme: employee'",
        "  employee.starts:\\n | '  employee.starts:\\n    by: [category]\\n'",
        "to: 2026-12-31 | to: 2026-12-30",
        "chosen: {text: JS, article: \"14\", paragraph: 2} |"
            + " chosen: {text: JS, article: \"14\", paragraph: 4}",
      })
  void thatIsNotAsTheFormatSaysIsNotRead(String found, String instead) {
    String right = found.replace("\\n", "\n");
    assertTrue(GOOD.contains(right), right);
    String text = GOOD.replace(right, instead.replace("\\n", "\n"));
    LawBookTests.assertReason(Reason.MALFORMED_PACK, () -> read(text, DAY));
  }

  private static String of(String area, String extra) {
    return GOOD.replace("area: test", "area: \"" + area + "\"").replace("values:\n", extra);
  }

  @Test
  void aCityHasWhatStandsAboveItWithinItsRange() {
    String nation =
        of("000000", "values:\n")
            .replace("    series:", "    gives: default\n    series:")
            .replace(
                "  flexible.waiting:\n    gives: default\n    series:\n"
                    + "      - from: 2024-01-01\n        value: 3\n",
                "  flexible.waiting:\n    gives: range\n    series:\n"
                    + "      - from: 2024-01-01\n        value: {least: 1, most: 6}\n");
    assertTrue(nation.contains("least: 1"));
    LawBookTests.assertReason(Reason.MALFORMED_PACK, () -> city(nation, ""));
    LawBookTests.assertReason(Reason.MALFORMED_PACK, () -> city(nation, waiting(7)));
    assertEquals(Optional.of(6), city(nation, waiting(6)).number("flexible.waiting"));
    assertEquals(Optional.of(3), city(nation, waiting(6)).number("change.window"));
    String fixed =
        nation.replace("gives: range", "gives: default").replace("{least: 1, most: 6}", "3");
    String said = fixed.replaceFirst("(flexible.waiting:\n    gives:) default", "$1 value");
    assertEquals(Optional.of(3), city(said, "").number("flexible.waiting"));
    LawBookTests.assertReason(Reason.MALFORMED_PACK, () -> city(said, waiting(3)));
  }

  private static String waiting(int months) {
    return "values:\n  flexible.waiting:\n    series:\n      - {from: 2024-01-01, value: "
        + months
        + ", source: {text: SZ, article: \"20\", paragraph: 1}, standing: draft, confidence: H}\n";
  }

  private static Ordinance city(String nation, String values) {
    String header = of("320500", "values:\n");
    String city = header.substring(0, header.indexOf("values:\n")) + values;
    return LawBook.ofTexts(Map.of("n.yaml", nation, "c.yaml", city)).ordinance("320500", DAY);
  }

  @Test
  void aResidentCalledAsEmployeesAreIsAnAdultAndAnEmployeeIsNoChild() {
    assertEquals("adult", Who.of(claim("resident", "active")).word("category"));
    assertEquals("elderly", Who.of(claim("resident", "retired")).word("category"));
    assertEquals("newborn", Who.of(claim("resident", "newborn")).word("category"));
    LawBookTests.assertReason(Reason.MALFORMED_CLAIM, () -> Who.of(claim("employee", "child")));
  }

  private static Claim claim(String scheme, String category) {
    return new Claim(
        scheme,
        "test",
        category,
        "inpatient",
        "level-1",
        DAY,
        Set.of(),
        Map.of(),
        0,
        Map.of(),
        List.of());
  }
}
