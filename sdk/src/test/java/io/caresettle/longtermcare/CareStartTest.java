package io.caresettle.longtermcare;

import static io.caresettle.longtermcare.Bedside.DAY;
import static io.caresettle.longtermcare.Bedside.assertStopped;
import static io.caresettle.longtermcare.Bedside.plan;
import static io.caresettle.longtermcare.Bedside.year;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.identity.Purpose;
import io.caresettle.problem.CareRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Long-term care begins")
class CareStartTest {

  private final Bedside bed = new Bedside();

  private void between(LocalDate first, LocalDate last, List<Days> days) {
    days.clear();
    days.add(Days.between(first, last));
  }

  @Test
  @DisplayName("for whom it was assessed and planned, with the items of the plan")
  void begins() {
    CareStart start = bed.start("WASH", "DRESS");
    assertEquals(
        List.of("WASH", "DRESS"), start.items().stream().map(ServicePlan.Item::code).toList());
  }

  @Test
  @Tag("care:IDENTITY_AT_START")
  @DisplayName("only after a check that was for the start of care, not for treatment (R-ID-08)")
  void checkedForCare() {
    assertStopped(
        CareRule.IDENTITY_AT_START,
        () -> bed.startFor(bed.identified(Purpose.TREATMENT), "PLAN-1"));
  }

  @Test
  @Tag("care:CAREGIVER")
  @DisplayName("by a caregiver who is not barred: the day before, the days, the day after")
  void notBarred() {
    bar(DAY.plusDays(1), DAY.plusDays(30));
    bed.startBy("carer");
    bar(DAY, DAY);
    assertStopped(CareRule.CAREGIVER, () -> bed.startBy("carer"));
    bed.startBy("another");
    bar(DAY.minusDays(30), DAY.minusDays(1));
    bed.startBy("carer");
    assertStopped(CareRule.CAREGIVER, () -> bed.startBy(" "));
  }

  private void bar(LocalDate first, LocalDate last) {
    bed.barred.clear();
    bed.barred.add(new CareFile.Barred("carer", Days.between(first, last), "SH 61¶1"));
  }

  @Test
  @Tag("care:AGREEMENT")
  @DisplayName("at a carer with an agreement: the day before, the first, the last, the day after")
  void underAgreement() {
    between(DAY.plusDays(1), DAY.plusDays(9), bed.agreements);
    assertStopped(CareRule.AGREEMENT, () -> bed.start("WASH"));
    between(DAY, DAY.plusDays(9), bed.agreements);
    bed.start("WASH");
    between(DAY.minusDays(9), DAY, bed.agreements);
    bed.start("WASH");
    between(DAY.minusDays(9), DAY.minusDays(1), bed.agreements);
    assertStopped(CareRule.AGREEMENT, () -> bed.start("WASH"));
    bed.agreements.clear();
    assertStopped(CareRule.AGREEMENT, () -> bed.start("WASH"));
  }

  @Test
  @Tag("care:LEVEL")
  @DisplayName("with a level that holds: the day before, the first, the last, the day after")
  void assessed() {
    level("ASSESS000001", DAY.plusDays(1), DAY.plusDays(9));
    assertStopped(CareRule.LEVEL, () -> bed.start("WASH"));
    level("ASSESS000001", DAY, DAY.plusDays(9));
    bed.start("WASH");
    level("ASSESS000001", DAY.minusDays(9), DAY);
    bed.start("WASH");
    level("ASSESS000001", DAY.minusDays(9), DAY.minusDays(1));
    assertStopped(CareRule.LEVEL, () -> bed.start("WASH"));
    level("", DAY, DAY);
    assertStopped(CareRule.LEVEL, () -> bed.start("WASH"));
  }

  private void level(String assessor, LocalDate first, LocalDate last) {
    bed.levels.clear();
    bed.levels.add(new AssessedLevel("level-3", assessor, Days.between(first, last)));
  }

  @Test
  @Tag("care:PLAN")
  @DisplayName("by a plan for that level, which holds on the day")
  void planned() {
    plans(plan("PLAN-1", "level-3", Days.between(DAY.plusDays(1), DAY.plusDays(9))));
    assertStopped(CareRule.PLAN, () -> bed.start("WASH"));
    plans(plan("PLAN-1", "level-3", Days.between(DAY, DAY)));
    bed.start("WASH");
    plans(plan("PLAN-1", "level-3", Days.between(DAY.minusDays(9), DAY.minusDays(1))));
    assertStopped(CareRule.PLAN, () -> bed.start("WASH"));
    plans(plan("PLAN-1", "level-2", year()));
    assertStopped(CareRule.PLAN, () -> bed.start("WASH"));
  }

  private void plans(ServicePlan only) {
    bed.plans.clear();
    bed.plans.add(only);
  }

  @Test
  @DisplayName("by the later level where two overlap")
  void laterLevel() {
    bed.levels.add(new AssessedLevel("level-5", "ASSESS000001", Days.since(DAY)));
    assertStopped(CareRule.PLAN, () -> bed.start("WASH"));
    plans(plan("PLAN-1", "level-5", year()));
    bed.start("WASH");
  }

  @Test
  @Tag("care:NOT_SUSPENDED")
  @DisplayName("where settlement is not suspended: the day before, the days, the day after")
  void notSuspended() {
    suspend(DAY.plusDays(1), DAY.plusMonths(3));
    bed.start("WASH");
    suspend(DAY, DAY.plusMonths(3).minusDays(1));
    CareRefused refused = assertStopped(CareRule.NOT_SUSPENDED, () -> bed.start("WASH"));
    assertTrue(!refused.toString().contains("期限不合规定"), refused.toString());
    suspend(DAY.minusMonths(3).plusDays(1), DAY);
    assertStopped(CareRule.NOT_SUSPENDED, () -> bed.start("WASH"));
    suspend(DAY.minusMonths(3), DAY.minusDays(1));
    bed.start("WASH");
  }

  @Test
  @Tag("care:NOT_SUSPENDED")
  @DisplayName("no sooner where the suspension is a day too short or too long, but that is told")
  void suspendedForAnUnlawfulTime() {
    suspend(DAY, DAY.plusMonths(3).minusDays(2));
    assertOdd(true);
    suspend(DAY, DAY.plusMonths(12).minusDays(1));
    assertOdd(false);
    suspend(DAY, DAY.plusMonths(12));
    assertOdd(true);
  }

  private void assertOdd(boolean odd) {
    CareRefused refused = assertStopped(CareRule.NOT_SUSPENDED, () -> bed.start("WASH"));
    assertEquals(odd, refused.toString().contains("期限不合规定"), refused.toString());
  }

  private void suspend(LocalDate first, LocalDate last) {
    bed.suspensions.clear();
    bed.suspensions.add(
        new CareFile.Suspension(Days.between(first, last), "虚假材料", "false papers", "SH 62"));
  }

  @Test
  @Tag("care:ITEM")
  @DisplayName("with items of the plan alone, each once, and at least one")
  void itemsOfThePlan() {
    assertStopped(CareRule.ITEM, () -> bed.start("WASH", "MASSAGE"));
    assertStopped(CareRule.ITEM, () -> bed.start("WASH", "WASH"));
    assertStopped(CareRule.ITEM, bed::start);
  }

  @Test
  @Tag("care:FREQUENCY")
  @DisplayName("no more often in a day than the plan says, by the calendar of Shanghai")
  void timesADay() {
    bed.visited("2026-11-20T00:00:00", "WASH");
    bed.visited("2026-11-19T23:59:59", "WASH");
    bed.visited("2026-11-21T00:00:00", "WASH");
    bed.start("WASH");
    bed.visited("2026-11-20T08:00:00", "WASH");
    assertStopped(CareRule.FREQUENCY, () -> bed.start("WASH"));
    bed.start("DRESS");
  }

  @Test
  @Tag("care:FREQUENCY")
  @DisplayName("no more often in a week than the plan says, from Monday to Sunday")
  void timesAWeek() {
    bed.visited("2026-11-15T23:59:59", "DRESS");
    bed.visited("2026-11-23T00:00:00", "DRESS");
    bed.start("DRESS");
    bed.visited("2026-11-16T00:00:00", "DRESS");
    assertStopped(CareRule.FREQUENCY, () -> bed.start("DRESS"));
  }

  @Test
  @Tag("care:FREQUENCY")
  @DisplayName("no more often in a month than the plan says")
  void timesAMonth() {
    bed.visited("2026-10-31T23:59:59", "SORE");
    bed.visited("2026-12-01T00:00:00", "SORE");
    bed.start("SORE");
    bed.visited("2026-11-01T00:00:00", "SORE");
    assertStopped(CareRule.FREQUENCY, () -> bed.start("SORE"));
  }

  @Test
  @DisplayName("again after a restart: the visit itself does not count against it")
  void againAfterARestart() {
    bed.visits.add(
        new CareFile.Entry(
            "C1",
            "V1",
            CareFile.Entry.State.OPEN,
            Bedside.NINE,
            Optional.empty(),
            List.of("DRESS"),
            Optional.empty()));
    bed.start("DRESS");
  }

  @Test
  @DisplayName("on the day of Shanghai, whatever the day of Greenwich")
  void dayOfShanghai() {
    between(DAY, DAY, bed.agreements);
    bed.startAt(Instant.parse("2026-11-19T16:00:00Z"), "WASH");
    bed.startAt(Instant.parse("2026-11-20T15:59:59Z"), "WASH");
    assertStopped(
        CareRule.AGREEMENT, () -> bed.startAt(Instant.parse("2026-11-19T15:59:59Z"), "WASH"));
    assertStopped(
        CareRule.AGREEMENT, () -> bed.startAt(Instant.parse("2026-11-20T16:00:00Z"), "WASH"));
  }

  @Test
  @DisplayName("or everything that stands against it is told at once")
  void everythingIsTold() {
    bed.agreements.clear();
    level("", DAY, DAY);
    CareRefused refused = assertThrows(CareRefused.class, () -> bed.start("MASSAGE"));
    assertEquals(List.of("AGREEMENT", "LEVEL", "ITEM"), refused.checks());
  }
}
