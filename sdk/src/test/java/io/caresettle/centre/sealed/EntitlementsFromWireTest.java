package io.caresettle.centre.sealed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.eligibility.CarePlan;
import io.caresettle.eligibility.Enrolment;
import io.caresettle.eligibility.Entitlements;
import io.caresettle.eligibility.Filing;
import io.caresettle.eligibility.InsuredKind;
import io.caresettle.eligibility.Interruption;
import io.caresettle.eligibility.Recognition;
import io.caresettle.eligibility.Sanction;
import io.caresettle.eligibility.Stay;
import io.caresettle.money.Money;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.protocol.wire.AidGrant;
import io.caresettle.protocol.wire.InsuredGroup;
import io.caresettle.protocol.wire.InsuredPerson;
import io.caresettle.protocol.wire.OffSiteFiling;
import io.caresettle.protocol.wire.Period;
import io.caresettle.protocol.wire.SpecialDisease;
import io.caresettle.protocol.wire.SupplementApplication;
import io.caresettle.protocol.wire.Suspension;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the centre decided by date")
class EntitlementsFromWireTest {

  private static final LocalDate FROM = LocalDate.of(2025, 6, 1);
  private static final LocalDate TO = LocalDate.of(2025, 6, 30);
  private static final Period PERIOD =
      Period.newBuilder().setFrom("2025-06-01").setTo("2025-06-30").build();

  private static io.caresettle.protocol.wire.Enrolment.Builder flexible() {
    return io.caresettle.protocol.wire.Enrolment.newBuilder()
        .setScheme("employee")
        .setCategory("active")
        .setArea("320600")
        .setFrom("2025-04-01")
        .setKind("flexible")
        .setAccountFrom("2025-03-10")
        .setSumsOfYear(2025)
        .putYearToDate("outpatient", 1_234);
  }

  private static io.caresettle.protocol.wire.Interruption.Builder gap() {
    return io.caresettle.protocol.wire.Interruption.newBuilder()
        .setPeriod(PERIOD)
        .setScope(io.caresettle.protocol.wire.Interruption.Scope.POOL)
        .setCause(io.caresettle.protocol.wire.Interruption.Cause.OWN_ARREARS)
        .setPayableAfterwards(true)
        .setLegalBasis("NT 12¶2")
        .setMayBeMadeGoodUntil("2025-07-31")
        .setMadeGoodOn("2025-07-02");
  }

  @Test
  void isReadWithEveryDate() {
    InsuredPerson told =
        InsuredPerson.newBuilder()
            .setAccountBalance(5_000)
            .setPastYearsBalance(2_000)
            .addEnrolments(flexible().addInterruptions(gap()))
            .setEntitlements(
                io.caresettle.protocol.wire.Entitlements.newBuilder()
                    .addFilings(
                        OffSiteFiling.newBuilder()
                            .setFilingId("BA01")
                            .setKind(OffSiteFiling.Kind.REFERRED)
                            .setPeriod(PERIOD)
                            .setInsuredArea("320600")
                            .setCareArea("310000")
                            .setFiledOn("2025-06-05"))
                    .addSpecialDiseases(
                        SpecialDisease.newBuilder()
                            .setDiseaseCode("M00500")
                            .setKind(SpecialDisease.Kind.CHRONIC)
                            .setPeriod(PERIOD)
                            .setHospitalCode("TEST00000001")
                            .setHospitalLevel("level_2")
                            .setUploadedOn("2025-06-02"))
                    .addStays(
                        io.caresettle.protocol.wire.Stay.newBuilder()
                            .setInstitutionCode("TEST00000009")
                            .setPeriod(Period.newBuilder().setFrom("2025-06-01")))
                    .addAidGrants(
                        AidGrant.newBuilder()
                            .setAidClass("destitute")
                            .setArea("320600")
                            .setPeriod(PERIOD))
                    .addGroups(
                        InsuredGroup.newBuilder().setGroup("disabled-soldier").setPeriod(PERIOD))
                    .addSuspensions(
                        Suspension.newBuilder()
                            .setScope(Suspension.Scope.NETWORKED_SETTLEMENT)
                            .setPeriod(PERIOD)
                            .setReasonZh("不合理配药")
                            .setLegalBasis("NT 58¶2"))
                    .addCarePlans(
                        io.caresettle.protocol.wire.CarePlan.newBuilder()
                            .setPlanNumber("HL1")
                            .setLevel(3)
                            .setCarerCode("TEST00000005")
                            .setPeriod(PERIOD)
                            .addItemCodes("HL-01"))
                    .setPriorStays(2)
                    .addSupplementApplications(
                        SupplementApplication.newBuilder()
                            .setArea("310000")
                            .setScheme("employee")
                            .setPeriod(PERIOD)))
            .build();
    assertEquals(
        new Entitlements(
            List.of(
                new Enrolment(
                    InsuredKind.FLEXIBLE,
                    InsuredCategory.ACTIVE,
                    "320600",
                    LocalDate.of(2025, 4, 1),
                    Optional.empty(),
                    Optional.of(LocalDate.of(2025, 3, 10)),
                    List.of(
                        new Interruption(
                            FROM,
                            Optional.of(TO),
                            Interruption.Scope.POOL,
                            Interruption.Cause.OWN_ARREARS,
                            true,
                            "NT 12¶2",
                            Optional.of(LocalDate.of(2025, 7, 31)),
                            Optional.of(LocalDate.of(2025, 7, 2)))),
                    new Money(5_000),
                    new Money(2_000),
                    Map.of("outpatient", new Money(1_234)),
                    OptionalInt.of(2025))),
            List.of(
                new Filing(
                    "BA01",
                    Filing.Kind.REFERRED,
                    "320600",
                    "310000",
                    FROM,
                    Optional.of(TO),
                    LocalDate.of(2025, 6, 5))),
            List.of(
                new Recognition(
                    "M00500",
                    Recognition.Kind.CHRONIC,
                    FROM,
                    Optional.of(TO),
                    "TEST00000001",
                    InstitutionLevel.LEVEL_2,
                    Optional.of(LocalDate.of(2025, 6, 2)))),
            List.of(new Stay("TEST00000009", FROM, Optional.empty())),
            List.of(new Entitlements.AidClass("destitute", "320600", FROM, Optional.of(TO))),
            List.of(new Entitlements.Group("disabled-soldier", FROM, Optional.of(TO))),
            List.of(
                new Sanction(FROM, Optional.of(TO), Sanction.Scope.NETWORKED, "不合理配药", "NT 58¶2")),
            List.of(),
            List.of(new CarePlan("HL1", 3, "TEST00000005", FROM, Optional.of(TO), Set.of("HL-01"))),
            2,
            List.of(
                new Entitlements.Application(Scheme.EMPLOYEE, "310000", FROM, Optional.of(TO)))),
        EntitlementsFromWire.read(told));
  }

  /** A centre that says no kind speaks as before: suspended or not, with an account or without. */
  @Test
  void ofAnOlderCentreIsReadAsBefore() {
    InsuredPerson told =
        InsuredPerson.newBuilder()
            .addEnrolments(flexible().clearKind().setPoolSuspended(true).clearYearToDate())
            .build();
    assertEquals(
        List.of(
            new Enrolment(
                Scheme.EMPLOYEE,
                InsuredCategory.ACTIVE,
                "320600",
                LocalDate.of(2025, 4, 1),
                Optional.empty(),
                true,
                Money.ZERO,
                Map.of())),
        EntitlementsFromWire.read(told).enrolments());
  }

  @Test
  void thatContradictsItselfIsNotBelieved() {
    for (io.caresettle.protocol.wire.Enrolment.Builder wrong :
        List.of(
            flexible().setKind("resident"),
            flexible().setKind("FLEXIBLE"),
            flexible().setKind("cadre"),
            flexible().setAccountFrom("2025-02-30"),
            flexible().addInterruptions(gap().setScopeValue(99)),
            flexible().addInterruptions(gap().clearCause()))) {
      InsuredPerson told = InsuredPerson.newBuilder().addEnrolments(wrong).build();
      assertThrows(RuntimeException.class, () -> EntitlementsFromWire.read(told));
    }
  }
}
