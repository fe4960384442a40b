package io.caresettle.policy.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Where there is no one rule, it is said for whom and when, and what to do")
class NoRuleTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final String WHOM = "area 320500, EMPLOYEE, ACTIVE, INPATIENT, LEVEL_3";

  private static PlanKey key(Circumstances circumstances) {
    return new PlanKey(
        "320500",
        Scheme.EMPLOYEE,
        InsuredCategory.ACTIVE,
        CareType.INPATIENT,
        InstitutionLevel.LEVEL_3,
        circumstances);
  }

  @Test
  void onlyUnusualCircumstancesAreSaid() {
    assertEquals(WHOM, key(Circumstances.ORDINARY).toString());
    assertEquals(
        WHOM + ", group soldier, aid poor, off-site REFERRED, stay 2, grade B",
        key(new Circumstances("soldier", "poor", OffSite.REFERRED, 2, Grade.B)).toString());
    assertThrows(
        IllegalArgumentException.class,
        () -> new Circumstances("none", "none", OffSite.HOME, 0, Grade.A));
  }

  @Test
  void noneInForce() {
    assertEquals(
        "No rule in force for "
            + WHOM
            + " on 2026-03-01. There are two. Add the pack that serves"
            + " it, or correct the request.",
        new NoRuleInForce(key(Circumstances.ORDINARY), DAY, "There are two.").getMessage());
  }

  @Test
  void severalInForce() {
    RulesConflict conflict =
        new RulesConflict(key(Circumstances.ORDINARY), DAY, List.of("a.yaml", "b.yaml"));
    assertEquals(List.of("a.yaml", "b.yaml"), conflict.files());
    assertEquals(
        "Several rules in force for "
            + WHOM
            + " on 2026-03-01: a.yaml and b.yaml. End one of them"
            + " the day before the other begins.",
        conflict.getMessage());
  }

  @Test
  void aNumberThatNobodyPublished() {
    ParameterNotPublished missing =
        new ParameterNotPublished("outpatient.rate", new Citation("SZ", "62", 1, Optional.empty()));
    assertEquals("outpatient.rate", missing.value());
    assertEquals("SZ 62¶1", missing.source());
  }

  @Test
  @DisplayName("every kind, part and remark has a word of its own, and a name in two languages")
  void everythingHasItsName() {
    distinct(Arrays.stream(StepKind.values()).map(StepKind::id).toList());
    distinct(Arrays.stream(StepKind.values()).map(StepKind::zh).toList());
    distinct(Arrays.stream(StepKind.values()).map(StepKind::en).toList());
    distinct(Arrays.stream(Part.values()).map(Part::id).toList());
    List<Remark> said = Arrays.stream(Remark.values()).filter(one -> one != Remark.NONE).toList();
    distinct(said.stream().map(Remark::zh).toList());
    distinct(said.stream().map(Remark::en).toList());
  }

  private static void distinct(List<String> words) {
    assertEquals(words.size(), new HashSet<>(words).size(), words.toString());
    assertFalse(words.contains(""), words.toString());
  }
}
