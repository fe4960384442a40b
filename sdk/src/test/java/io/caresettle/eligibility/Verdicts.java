package io.caresettle.eligibility;

import static io.caresettle.money.Payer.CASH;
import static io.caresettle.money.Payer.PERSONAL_ACCOUNT;
import static io.caresettle.money.Payer.POOL_FUND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.TestCode;
import io.caresettle.eligibility.Institution.Grade;
import io.caresettle.eligibility.Institution.Kind;
import io.caresettle.identity.Delegate;
import io.caresettle.identity.IdentityRules;
import io.caresettle.identity.InsuredPerson;
import io.caresettle.identity.Patient;
import io.caresettle.identity.Presented;
import io.caresettle.identity.Purpose;
import io.caresettle.identity.RealNameCheck;
import io.caresettle.identity.RealNameProfile;
import io.caresettle.identity.Registration;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.Scheme;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People, institutions and visits for the eligibility tests, and what is asserted of a verdict. */
final class Verdicts {

  static final String SUZHOU = "320500";
  static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  static final LocalDate FROM = LocalDate.of(2020, 1, 1);

  static final Enrolment EMPLOYEE = enrolled(Scheme.EMPLOYEE, SUZHOU, false);
  static final Enrolment RESIDENT = enrolled(Scheme.RESIDENT, SUZHOU, false);
  static final Institution HOSPITAL = institution(Kind.HOSPITAL, SUZHOU, Grade.A);
  static final Institution PHARMACY = institution(Kind.PHARMACY, SUZHOU, Grade.B);

  static final Instant BEFORE = Instant.parse("2026-11-20T02:00:00Z");
  static final Patient PATIENT = patient();

  private Verdicts() {}

  static void assertOpen(String expected, Eligibility eligibility) {
    Set<Object> open =
        switch (expected) {
          case "both" -> Set.of(CASH, POOL_FUND, PERSONAL_ACCOUNT);
          case "pool" -> Set.of(CASH, POOL_FUND);
          case "account" -> Set.of(CASH, PERSONAL_ACCOUNT);
          case "none" -> Set.of(CASH);
          default -> throw new IllegalArgumentException(expected);
        };
    Set<Object> heads = new HashSet<>(eligibility.open());
    heads.retainAll(Set.of(CASH, POOL_FUND, PERSONAL_ACCOUNT));
    assertEquals(open, heads, () -> eligibility.findings().toString());
  }

  /** The one rule that closes this payer. */
  static Finding closedBy(String rule, Payer payer, Eligibility eligibility) {
    List<Finding> closing =
        eligibility.findings().stream()
            .filter(f -> !f.open() && f.payer() == payer && f.rule().equals(rule))
            .toList();
    assertEquals(1, closing.size(), () -> rule + ": " + eligibility.findings());
    assertFalse(eligibility.open().contains(payer));
    return closing.get(0);
  }

  static Notice notice(String rule, Eligibility eligibility) {
    return eligibility.notices().stream()
        .filter(n -> n.rule().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError(rule + ": " + eligibility.notices()));
  }

  static Finding assertClosedBy(
      String rule, String article, Object payer, Eligibility eligibility) {
    List<Finding> closing =
        eligibility.findings().stream()
            .filter(f -> !f.open() && f.payer().equals(payer) && f.rule().equals(rule))
            .toList();
    assertEquals(1, closing.size(), () -> eligibility.findings().toString());
    assertEquals(article, closing.get(0).article());
    return closing.get(0);
  }

  static Eligibility decide(Visit visit, Institution institution, Enrolment... enrolments) {
    return decide(visit, institution, Entitlements.of(List.of(enrolments)));
  }

  static Eligibility decide(Visit visit, Institution institution, Entitlements entitlements) {
    return check().decide(PATIENT, visit, institution, entitlements);
  }

  /** By the rules of the moment: all, but while {@link EligibilityRuleKillTest} leaves one out. */
  static EligibilityCheck check() {
    return new EligibilityCheck(TestLaw.LAW, SwitchedEligibility.now());
  }

  static Visit care(CareType care, LocalDate day) {
    return new Visit("MZ0001", care, day);
  }

  static Enrolment insured(InsuredKind kind, String area, LocalDate from) {
    return new Enrolment(
        kind,
        InsuredCategory.ACTIVE,
        area,
        from,
        Optional.empty(),
        kind == InsuredKind.RESIDENT || kind == InsuredKind.HOSPITAL_ONLY
            ? Optional.empty()
            : Optional.of(from));
  }

  static Visit outpatient(LocalDate day) {
    return new Visit("MZ0001", CareType.OUTPATIENT, day);
  }

  static Visit prescribed(String pharmacist, Instant reviewed) {
    OutsidePrescription prescription =
        new OutsidePrescription("RX1", "TEST00000001", pharmacist, reviewed);
    return new Visit("MZ0001", CareType.PHARMACY, DAY, Optional.of(prescription));
  }

  static Enrolment enrolled(Scheme scheme, String area, boolean poolSuspended) {
    return new Enrolment(
        scheme,
        InsuredCategory.ACTIVE,
        area,
        FROM,
        Optional.empty(),
        poolSuspended,
        Money.ZERO,
        Map.of());
  }

  static Institution institution(Kind kind, String area, Grade grade) {
    return new Institution(
        kind == Kind.HOSPITAL ? "TEST00000001" : "TEST00000002",
        "测试机构",
        area,
        kind,
        InstitutionLevel.LEVEL_1,
        grade);
  }

  static Patient patient() {
    return patient(Purpose.TREATMENT, Optional.empty());
  }

  /** The patient, checked for something else than treatment. */
  static Patient patientFor(Purpose purpose) {
    return patient(purpose, Optional.empty());
  }

  /** The patient, for whom a child came to buy. */
  static Patient sentForMedicine() {
    return patient(
        Purpose.PURCHASE,
        Optional.of(
            new Delegate(
                PersonName.of("测试乙"),
                Optional.of(IdentityNumber.parse("329900196205070029")),
                Optional.of(IdentityNumber.parse("329900198503120011")),
                "子女",
                "行动不便")));
  }

  private static Patient patient(Purpose purpose, Optional<Delegate> delegate) {
    PersonName name = PersonName.of("测试甲");
    IdentityNumber number = IdentityNumber.parse("329900198503120011");
    Presented shown =
        new Presented(
            new TestCode("CSTEST1.x.y", "TEST0001", BEFORE, BEFORE.plusSeconds(60)),
            purpose,
            "counter 1");
    return new RealNameCheck(RealNameProfile.TEST, IdentityRules.all(), Clock.systemUTC())
        .decide(
            shown,
            new InsuredPerson("P0000001", name, number, InsuredPerson.CredentialStanding.VALID),
            new Registration("MZ0001", name, number, delegate))
        .orThrow();
  }
}
