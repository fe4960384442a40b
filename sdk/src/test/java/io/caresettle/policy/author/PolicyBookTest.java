package io.caresettle.policy.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.PackId;
import io.caresettle.policy.plan.ParameterNotPublished;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.PolicyValue;
import io.caresettle.policy.plan.RulesConflict;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.policy.plan.StepKind;
import io.caresettle.reading.ReadingFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The book of all packs")
class PolicyBookTest {

  private static final PolicyBook BOOK = PolicyBook.shipped();
  private static final String TEST = ArticleIndex.resource("/policy/test/everything.yaml");
  private static final PlanKey KEY = key(InsuredCategory.ACTIVE, InstitutionLevel.LEVEL_3);

  private static PlanKey key(InsuredCategory category, InstitutionLevel level) {
    return new PlanKey("test", Scheme.EMPLOYEE, category, CareType.OUTPATIENT, level);
  }

  private static long amount(Plan plan, StepKind kind) {
    return plan.steps().stream()
        .filter(step -> step.basis().kind() == kind)
        .flatMap(step -> step.values().stream())
        .mapToLong(PolicyValue::amount)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest(name = "{0}: deductible {1} fen, rate {2}, from {3} to {4}")
  @CsvSource({
    "2026-01-01, 10000, 5000, 2026-01-01, 2026-06-30", // the first day
    "2026-06-30, 10000, 5000, 2026-01-01, 2026-06-30", // the last day of the first half
    "2026-07-01, 20000, 4000, 2026-07-01, ", //          the first of the second
    "2027-12-31, 20000, 4000, 2026-07-01, ",
  })
  void theDayDecides(LocalDate date, long deductible, long rate, LocalDate from, LocalDate to) {
    Plan plan = BOOK.plan(KEY, date);
    assertEquals(deductible, amount(plan, StepKind.DEDUCTIBLE));
    assertEquals(rate, amount(plan, StepKind.RATE));
    assertEquals(from, plan.from());
    assertEquals(Optional.ofNullable(to), plan.to());
  }

  @ParameterizedTest(name = "{0}, {1}: deductible {2} fen, rate {3}")
  @CsvSource({
    "ACTIVE,  LEVEL_1, 60000, 8000",
    "ACTIVE,  LEVEL_2, 60000, 7500",
    "ACTIVE,  LEVEL_3, 60000, 6000",
    "RETIRED, LEVEL_1, 40000, 9000",
    "RETIRED, LEVEL_2, 40000, 8500",
    "RETIRED, LEVEL_3, 40000, 7000",
  })
  @DisplayName("has the table of Suzhou (苏州市医疗保障办法 第十二条)")
  void theTableOfSuzhou(
      InsuredCategory category, InstitutionLevel level, long deductible, long rate) {
    for (CareType care : List.of(CareType.OUTPATIENT, CareType.PHARMACY)) {
      Plan plan =
          BOOK.plan("320500", Scheme.EMPLOYEE, category, care, level, LocalDate.of(2026, 11, 20));
      assertEquals(deductible, amount(plan, StepKind.DEDUCTIBLE));
      assertEquals(rate, amount(plan, StepKind.BANDS));
      assertEquals(1_300_000, amount(plan, StepKind.PAYMENT_LIMIT));
      assertTrue(plan.testFigures());
      assertTrue(
          plan.citations().stream().anyMatch(cited -> cited.source().toString().equals("SZ 12¶2")));
    }
  }

  /** A number that nobody has published stops the bill, but it is one rule that needs it. */
  private static Optional<PackId> served(PlanKey key, LocalDate day) {
    try {
      return Optional.of(BOOK.plan(key, day).pack());
    } catch (ParameterNotPublished e) {
      return Optional.empty();
    }
  }

  @Test
  void everyDayOfTheYearsHasOneRule() {
    for (CompiledPack pack : BOOK.packs()) {
      if (pack.header().isEntitlement()) {
        continue;
      }
      for (InsuredCategory category : InsuredCategory.of(pack.scheme())) {
        for (InstitutionLevel level : InstitutionLevel.values()) {
          PlanKey key =
              new PlanKey(
                  pack.id().area(), pack.scheme(), category, pack.care().iterator().next(), level);
          for (LocalDate day = pack.from();
              day.isBefore(LocalDate.of(2028, 1, 1));
              day = day.plusDays(1)) {
            assertEquals(pack.id(), served(key, day).orElse(pack.id()));
          }
        }
      }
    }
  }

  private static final String BY_DISCHARGE =
      "settlement_year: {starts: \"01-01\", counts_by: discharge}\nfrom: 2026-01-01\n";

  @ParameterizedTest(name = "by discharge {0}, {1} to {2}: deductible {3} fen, rate {4}")
  @CsvSource({
    "true, 2026-06-28, 2026-07-02, 20000, 4000",
    "true, 2026-06-28, 2026-06-30, 10000, 5000",
    "true, 2025-12-29, 2026-01-02, 10000, 5000", // It began before its pack.
    "false, 2026-06-28, 2026-07-02, 10000, 5000",
    "false, 2026-07-01, 2026-07-02, 20000, 4000",
  })
  @DisplayName("R-YEAR-02: gives a stay the plan of the day by which its pack counts it")
  void thePlanOfAStay(
      boolean byDischarge, LocalDate first, LocalDate last, long deductible, long rate) {
    String text = byDischarge ? TEST.replace("\nfrom: 2026-01-01\n", '\n' + BY_DISCHARGE) : TEST;
    Plan plan = PolicyBook.ofTexts(Map.of("stays.yaml", text)).plan(KEY, first, last);
    assertEquals(deductible, amount(plan, StepKind.DEDUCTIBLE));
    assertEquals(rate, amount(plan, StepKind.RATE));
  }

  @Test
  @DisplayName(
      "R-YEAR-02: guesses no plan of a stay that one pack counts by its first day and"
          + " another by its last, or neither")
  void twoPacksCountAStayOtherwise() {
    LocalDate first = LocalDate.of(2026, 12, 30);
    LocalDate last = LocalDate.of(2027, 1, 2);
    String other = TEST.replace("topic: ", "topic: other-");
    String until = TEST.replace("\nfrom: 2026-01-01\n", "\nfrom: 2026-01-01\nto: 2026-12-31\n");
    PolicyBook both =
        PolicyBook.ofTexts(
            Map.of(
                "first.yaml",
                until,
                "last.yaml",
                other.replace("\nfrom: 2026-01-01\n", '\n' + BY_DISCHARGE)));
    assertThrows(RulesConflict.class, () -> both.plan(KEY, first, last));
    String gone = until.replace("\nfrom: 2026-01-01\n", '\n' + BY_DISCHARGE);
    PolicyBook neither = PolicyBook.ofTexts(Map.of("gone.yaml", gone));
    assertThrows(NoRuleInForce.class, () -> neither.plan(KEY, first, last));
  }

  @Test
  void aPlanIsCompiledOnceForItsStretchOfDays() {
    Plan first = BOOK.plan(KEY, LocalDate.of(2026, 7, 1));
    assertSame(first, BOOK.plan(KEY, LocalDate.of(2026, 12, 31)));
    assertNotSame(first, BOOK.plan(KEY, LocalDate.of(2026, 6, 30)));
  }

  @Test
  void noRuleIsAnAnswerThatSaysWhatThereIs() {
    NoRuleInForce before =
        assertThrows(NoRuleInForce.class, () -> BOOK.plan(KEY, LocalDate.of(2025, 12, 31)));
    assertTrue(before.toString().contains("everything.yaml serves it from 2026-01-01"));
    PlanKey residents =
        new PlanKey(
            "test",
            Scheme.RESIDENT,
            InsuredCategory.ACTIVE,
            CareType.SPECIAL_OUTPATIENT,
            InstitutionLevel.LEVEL_1);
    assertThrows(NoRuleInForce.class, () -> BOOK.plan(residents, LocalDate.of(2026, 11, 20)));
  }

  @Test
  void aPackEndsWithItsLastDay() {
    String ending =
        TEST.replace("from: 2026-01-01\nstill", "from: 2026-01-01\nto: 2026-12-31\nstill");
    PolicyBook book = PolicyBook.of(List.of(Pack.of("ending.yaml", ending)));
    assertEquals(
        Optional.of(LocalDate.of(2026, 12, 31)), book.plan(KEY, LocalDate.of(2026, 12, 31)).to());
    assertThrows(NoRuleInForce.class, () -> book.plan(KEY, LocalDate.of(2027, 1, 1)));
  }

  @Test
  void twoRulesAreAConflictThatNamesBothFiles() {
    String other = TEST.replace("topic: everything", "topic: everything-else");
    PolicyBook book =
        PolicyBook.of(List.of(Pack.of("one.yaml", TEST), Pack.of("other.yaml", other)));
    RulesConflict conflict =
        assertThrows(RulesConflict.class, () -> book.plan(KEY, LocalDate.of(2026, 11, 20)));
    assertEquals(List.of("one.yaml", "other.yaml"), conflict.files());
  }

  @Test
  void aTopicIsThereOnceInAnArea() {
    List<Pack> packs = List.of(Pack.of("one.yaml", TEST), Pack.of("other.yaml", TEST));
    ReadingFailed failed = assertThrows(ReadingFailed.class, () -> PolicyBook.of(packs));
    assertTrue(failed.toString().contains("which one.yaml has already"), failed.toString());
  }

  @Test
  void aDirectoryIsReadWholeAndAllItsFaultsAreTold(@TempDir Path directory) throws Exception {
    assertThrows(ReadingFailed.class, () -> PolicyBook.load(directory));
    Files.createDirectories(directory.resolve("a/b"));
    Files.writeString(directory.resolve("a/b/good.yaml"), TEST);
    assertEquals(1, PolicyBook.load(directory).packs().size());
    Files.writeString(directory.resolve("bad.yaml"), TEST.replace("area: test", "aera: test"));
    Files.writeString(directory.resolve("a/worse.yml"), "topic: [");
    ReadingFailed failed = assertThrows(ReadingFailed.class, () -> PolicyBook.load(directory));
    assertEquals(
        List.of("worse.yml", "bad.yaml", "bad.yaml"),
        failed.faults().stream().map(fault -> Path.of(fault.file()).getFileName() + "").toList());
  }

  @Test
  void theDigestFollowsTheText() {
    String digest = Pack.of("a.yaml", TEST).id().digest();
    assertEquals(digest, Pack.of("b.yaml", TEST).id().digest());
    assertTrue(digest.matches("[0-9a-f]{16}"));
    assertNotEquals(digest, Pack.of("a.yaml", TEST + "\n").id().digest());
  }

  @ParameterizedTest(name = "{0}: deductible {1}, rate {2}, from {3} to {4}")
  @CsvSource({
    "2026-06-30, 10000, 5000, 2026-01-01, 2026-06-30",
    "2026-07-01, 20000, 5000, 2026-07-01, 2026-08-31", // only the deductible changed
    "2026-08-31, 20000, 5000, 2026-07-01, 2026-08-31",
    "2026-09-01, 20000, 4000, 2026-09-01, ", //           now the rate, too
  })
  @DisplayName("values of a pack may change on different days")
  void valuesChangeOnDifferentDays(
      LocalDate date, long deductible, long rate, LocalDate from, LocalDate to) {
    int rates = TEST.indexOf("test.rate:");
    String staggered =
        TEST.substring(0, rates)
            + TEST.substring(rates)
                .replace("to: 2026-06-30", "to: 2026-08-31")
                .replace("from: 2026-07-01", "from: 2026-09-01");
    PolicyBook book = PolicyBook.of(List.of(Pack.of("staggered.yaml", staggered)));
    Plan plan = book.plan(KEY, date);
    assertEquals(deductible, amount(plan, StepKind.DEDUCTIBLE));
    assertEquals(rate, amount(plan, StepKind.RATE));
    assertEquals(from, plan.from());
    assertEquals(Optional.ofNullable(to), plan.to());
  }

  @ParameterizedTest(name = "{0}, {1}, assumed {2}: TEST FIGURES {3}")
  @CsvSource({
    "in-force,   H,    '',      false",
    "in-force,   H,    a guess, true",
    "in-force,   M,    '',      true",
    "in-force,   none, '',      true",
    "draft,      H,    '',      true",
    "repealed,   H,    '',      true",
    "fictitious, H,    '',      true",
  })
  void oneUnsureNumberMakesTestFigures(
      String standing, String confidence, String assumed, boolean testFigures) {
    String sure =
        TEST.replace("standing: fictitious", "standing: in-force")
            .replace("confidence: none", "confidence: H")
            .replace("        assumed: invented\n", "");
    // Only the last number, the limit of payments, is as the row says.
    int last = sure.lastIndexOf("standing: in-force");
    String pack =
        sure.substring(0, last)
            + "standing: "
            + standing
            + "\n        confidence: "
            + confidence
            + (assumed.isEmpty() ? "" : "\n        assumed: " + assumed)
            + sure.substring(sure.indexOf("\n\nplan:", last));
    PolicyBook book = PolicyBook.of(List.of(Pack.of("pack.yaml", pack)));
    assertEquals(testFigures, book.plan(KEY, LocalDate.of(2026, 11, 20)).testFigures());
  }
}
