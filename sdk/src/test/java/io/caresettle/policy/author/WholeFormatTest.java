package io.caresettle.policy.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Circumstances;
import io.caresettle.policy.plan.Grade;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.OffSite;
import io.caresettle.policy.plan.ParameterNotPublished;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.PolicyValue;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.policy.plan.SettlementYear;
import io.caresettle.policy.plan.Sharing;
import io.caresettle.policy.plan.StepKind;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A pack that says everything")
class WholeFormatTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final CompiledPack PACK =
      Pack.of("whole.yaml", Texts.WHOLE).compiled().orElseThrow();

  private static PlanKey key(Circumstances circumstances) {
    return new PlanKey(
        "test",
        Scheme.EMPLOYEE,
        InsuredCategory.ACTIVE,
        CareType.INPATIENT,
        InstitutionLevel.LEVEL_3,
        circumstances);
  }

  private static Plan plan(Circumstances circumstances) {
    return PACK.plan(key(circumstances), DAY);
  }

  private static long number(Plan plan, String name) {
    return plan.steps().stream()
        .flatMap(step -> step.values().stream())
        .filter(value -> value.name().equals(name))
        .mapToLong(PolicyValue::amount)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void hasEveryKindOfStepButThePlainRate() {
    Set<StepKind> kinds =
        PACK.steps().stream().map(step -> step.basis().kind()).collect(Collectors.toSet());
    assertEquals(EnumSet.complementOf(EnumSet.of(StepKind.RATE)), kinds);
    assertEquals(3, PACK.id().version());
    assertEquals(new SettlementYear(MonthDay.of(7, 1), true), PACK.header().year());
  }

  @ParameterizedTest(name = "{0}, {1}, {2}, stay {3}: {4} is {5}")
  @CsvSource({
    "none,             none, HOME,         1, deductible,     80000",
    "none,             none, HOME,         2, deductible,     40000",
    "none,             none, HOME,         3, deductible,     0",
    "none,             none, HOME,         9, deductible,     0", // as the third
    "disabled-soldier, none, HOME,         1, person,         5000",
    "none,             full, HOME,         1, aid.rate,       10000",
    "none,             none, UNREGISTERED, 1, off-site.first, 2000",
    "none,             none, REFERRED,     1, away,           9000",
  })
  void theCircumstancesDecide(
      String group, String aid, OffSite offSite, int stay, String name, long number) {
    Plan plan = plan(new Circumstances(group, aid, offSite, stay, Grade.A));
    assertEquals(number, number(plan, name));
  }

  @Test
  @DisplayName("answers 'not published', with the article, where a number is unknown")
  void anUnknownNumberIsNotGuessed() {
    Circumstances gradeD = new Circumstances("none", "none", OffSite.HOME, 1, Grade.D);
    ParameterNotPublished answer = assertThrows(ParameterNotPublished.class, () -> plan(gradeD));
    assertEquals("pool-limit", answer.value());
    assertEquals("JS 16¶1", answer.source().toString());
    String told = String.valueOf(answer.getMessage());
    assertTrue(told.contains("Ask the bureau that the article names, and enter the value"), told);
    assertTrue(told.contains("全额现金结算") && told.contains("a slip for a claim by hand"), told);
  }

  @Test
  void aGroupThatThePackDoesNotKnowIsNamed() {
    NoRuleInForce answer =
        assertThrows(
            NoRuleInForce.class,
            () -> plan(new Circumstances("veteran", "none", OffSite.HOME, 1, Grade.A)));
    assertTrue(
        answer.toString().contains("knows the groups none, disabled-soldier, but not 'veteran'"),
        answer.toString());
    NoRuleInForce aid =
        assertThrows(
            NoRuleInForce.class,
            () -> plan(new Circumstances("none", "half", OffSite.HOME, 1, Grade.A)));
    assertTrue(aid.toString().contains("classes of aid none, full, fixed, but not 'half'"));
  }

  @Test
  @DisplayName("keeps who decided between two paragraphs, and takes the one chosen")
  void aDecisionIsKept() {
    Plan plan = plan(Circumstances.ORDINARY);
    assertEquals(9000, number(plan, "rate.first"));
    var entry = PACK.value("rate.first").orElseThrow().entries().get(0);
    assertEquals("SZ 18¶2", entry.source().toString());
    assertEquals(
        List.of("SZ 18¶1", "SZ 18¶2"),
        entry.claims().stream().map(claim -> claim.source().toString()).toList());
    assertEquals("the more special paragraph prevails", entry.decision().orElseThrow().because());
  }

  @Test
  void limitsMayShareAnAccumulator() {
    assertEquals(
        List.of(
            "stay.deductible",
            "year.cost",
            "year.in-scope",
            "year.pool",
            "year.large-sum",
            "year.burden",
            "year.help"),
        PACK.accumulators());
  }

  @Test
  void aPlanLastsUntilTheNextChange() {
    Plan plan = plan(Circumstances.ORDINARY);
    assertEquals(LocalDate.of(2026, 1, 1), plan.from());
    assertEquals(Optional.of(LocalDate.of(2026, 12, 31)), plan.to());
    assertEquals(List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1)), PACK.changes());
    assertEquals(
        1_100_000,
        number(PACK.plan(key(Circumstances.ORDINARY), LocalDate.of(2027, 1, 1)), "band.first"));
  }

  @Test
  void everyCellMakesAPlanButTheUnknownOne() {
    int plans = 0;
    for (String group : PACK.header().groups()) {
      for (String aid : PACK.header().aidClasses()) {
        for (OffSite offSite : OffSite.values()) {
          for (Grade grade : List.of(Grade.A, Grade.B, Grade.C)) {
            Plan plan = plan(new Circumstances(group, aid, offSite, 1, grade));
            plans += plan.steps().stream().anyMatch(Sharing.Bands.class::isInstance) ? 1 : 0;
          }
        }
      }
    }
    assertEquals(2 * 3 * 6 * 3, plans);
  }
}
