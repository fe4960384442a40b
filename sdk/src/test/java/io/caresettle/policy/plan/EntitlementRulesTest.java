package io.caresettle.policy.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Who may have what, and when")
class EntitlementRulesTest {

  private static final Citation PLACE = new Citation("SZ", "20", 1, Optional.empty());
  private static final EntitlementRules RULES =
      EntitlementRules.silent("test")
          .saying(EntitlementName.EMPLOYEE_STARTS, PLACE, "on-arrival")
          .saying(EntitlementName.FLEXIBLE_WAITING, "3")
          .saying(EntitlementName.YEAR_STARTS, "07-01")
          .saying(EntitlementName.GRADES_APPLY, "yes")
          .saying(EntitlementName.OFF_SITE_NEEDS_FILING, "no")
          .saying(EntitlementName.FAMILY_RELATIONS, "spouse", "child")
          .saying(EntitlementName.ACCOUNT_PREMIUMS);

  @Test
  void isSaidInTheUnitOfItsName() {
    assertEquals("on-arrival", RULES.word(EntitlementName.EMPLOYEE_STARTS).value());
    assertEquals(3, RULES.number(EntitlementName.FLEXIBLE_WAITING).value());
    assertEquals(MonthDay.of(7, 1), RULES.day(EntitlementName.YEAR_STARTS).value());
    assertTrue(RULES.yes(EntitlementName.GRADES_APPLY).value());
    assertFalse(RULES.yes(EntitlementName.OFF_SITE_NEEDS_FILING).value());
    assertEquals(Set.of("spouse", "child"), RULES.words(EntitlementName.FAMILY_RELATIONS).value());
    assertEquals(Set.of(), RULES.words(EntitlementName.ACCOUNT_PREMIUMS).value());
    assertEquals(PLACE, RULES.word(EntitlementName.EMPLOYEE_STARTS).source());
  }

  @Test
  void whatNobodySaidIsNoDefaultAndNamesItsArticle() {
    EntitlementRules open = RULES.without(EntitlementName.FLEXIBLE_WAITING, PLACE);
    Ruling<Integer> ruling = open.number(EntitlementName.FLEXIBLE_WAITING);
    assertEquals(new Ruling.NotPublished<>(EntitlementName.FLEXIBLE_WAITING, PLACE), ruling);
    ParameterNotPublished told = assertThrows(ParameterNotPublished.class, ruling::value);
    assertEquals("flexible.waiting", told.value());
    assertEquals("SZ 20¶1", told.source());
  }

  @ParameterizedTest(name = "{0} cannot be {1}")
  @CsvSource({
    "EMPLOYEE_STARTS, tomorrow",
    "FLEXIBLE_WAITING, 241",
    "FLEXIBLE_WAITING, 03",
    "FLEXIBLE_WAITING, -1",
    "RETIRED_YEARS_MEN, 61",
    "CATALOGUE_APPLY_WITHIN, 3661",
    "YEAR_STARTS, 02-29",
    "YEAR_STARTS, 13-01",
    "YEAR_STARTS, 1-1",
    "YEAR_STARTS, 01-00",
    "GRADES_APPLY, true",
    "FAMILY_RELATIONS, cousin",
  })
  void saysNothingThatItsNameDoesNotKnow(EntitlementName name, String said) {
    assertThrows(IllegalArgumentException.class, () -> RULES.saying(name, said));
  }

  @Test
  void aSetIsSaidInTheOrderOfItsWordsAndEachOnce() {
    EntitlementName name = EntitlementName.FAMILY_RELATIONS;
    assertThrows(IllegalArgumentException.class, () -> RULES.saying(name, "child", "spouse"));
    assertThrows(IllegalArgumentException.class, () -> RULES.saying(name, "child", "child"));
  }

  @Test
  void aNameAskedInAnotherUnitIsAMistake() {
    assertThrows(
        IllegalArgumentException.class, () -> RULES.number(EntitlementName.EMPLOYEE_STARTS));
    assertThrows(IllegalArgumentException.class, () -> RULES.word(EntitlementName.GRADES_APPLY));
    assertThrows(IllegalArgumentException.class, () -> RULES.day(EntitlementName.GRADES_APPLY));
    assertThrows(IllegalArgumentException.class, () -> RULES.yes(EntitlementName.YEAR_STARTS));
    assertThrows(IllegalArgumentException.class, () -> RULES.words(EntitlementName.YEAR_STARTS));
  }

  @Test
  void everyNameHasAnIdOfItsOwnAndARule() {
    List<EntitlementName> names = List.of(EntitlementName.values());
    assertEquals(
        names.size(), names.stream().map(EntitlementName::id).collect(Collectors.toSet()).size());
    for (EntitlementName name : names) {
      assertEquals(Optional.of(name), EntitlementName.named(name.id()));
      assertTrue(name.rule().matches("R-[A-Z]+-\\d{2}"), name.rule());
    }
  }

  @ParameterizedTest(name = "{0} of the residents is {1}")
  @CsvSource({
    "ACTIVE, ADULT",
    "RETIRED, ELDERLY",
    "ADULT, ADULT",
    "STUDENT, STUDENT",
    "NEWBORN, NEWBORN",
  })
  void oldDataCallResidentsAsEmployeesAreCalled(InsuredCategory given, InsuredCategory is) {
    PlanKey key =
        new PlanKey("test", Scheme.RESIDENT, given, CareType.INPATIENT, InstitutionLevel.LEVEL_1);
    assertEquals(is, key.category());
  }

  @ParameterizedTest(name = "no employee is {0}")
  @ValueSource(strings = {"ADULT", "ELDERLY", "STUDENT", "CHILD", "NEWBORN"})
  void anEmployeeOfAResidentsCategoryIsAnError(InsuredCategory category) {
    assertThrows(IllegalArgumentException.class, () -> category.in(Scheme.EMPLOYEE));
    assertFalse(category.isIn(Scheme.EMPLOYEE));
  }

  @Test
  void staysMayLastDays() {
    assertEquals(
        List.of(CareType.INPATIENT, CareType.MATERNITY, CareType.FAMILY_BED),
        Stream.of(CareType.values()).filter(CareType::isStay).toList());
  }
}
