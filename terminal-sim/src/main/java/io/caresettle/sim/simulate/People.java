package io.caresettle.sim.simulate;

import io.caresettle.credential.CardProof;
import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.credential.TestCode;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.EligibilityCheck;
import io.caresettle.eligibility.EligibilityRules;
import io.caresettle.eligibility.Enrolment;
import io.caresettle.eligibility.Entitlements;
import io.caresettle.eligibility.Institution;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.IdentityRules;
import io.caresettle.identity.InsuredPerson;
import io.caresettle.identity.Patient;
import io.caresettle.identity.Presented;
import io.caresettle.identity.Purpose;
import io.caresettle.identity.RealNameCheck;
import io.caresettle.identity.RealNameProfile;
import io.caresettle.identity.Registration;
import io.caresettle.money.Money;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.protocol.wire.CardCredential;
import io.caresettle.protocol.wire.LookUp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The patients of every seed, identified beforehand: who they are is not what fails here. */
final class People {

  private record Insured(
      String number, String name, String identity, String card, String cardNumber) {}

  private record Ticket(String institution, int person, String visit) {}

  static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  static final Institution HOSPITAL =
      institution("TEST00000001", "测试医院", InstitutionLevel.LEVEL_3, Institution.Grade.A);
  static final Institution STATION =
      institution("TEST00000003", "测试卫生站", InstitutionLevel.LEVEL_1, Institution.Grade.D);

  private static final String AREA = "320500";
  private static final List<Insured> ALL =
      List.of(
          new Insured(
              "P0000001",
              "测试甲",
              "329900198503120011",
              "320500D15600000500000001FFFFFFFF",
              "A00000011"),
          new Insured(
              "P0000002",
              "测试乙",
              "329900196205070029",
              "320500D15600000500000002FFFFFFFF",
              "A0000002X"),
          new Insured(
              "P0000004",
              "测试丁",
              "329900199602290045",
              "320500D15600000500000004FFFFFFFF",
              "A00000046"));

  /** The same in every seed, and dear to make. */
  private static final Map<Ticket, Eligibility> TICKETS = new ConcurrentHashMap<>();

  private People() {}

  static final Institution PHARMACY =
      new Institution(
          "TEST00000002",
          "测试药房",
          AREA,
          Institution.Kind.PHARMACY,
          InstitutionLevel.LEVEL_1,
          Institution.Grade.B);

  private static Institution institution(
      String code, String name, InstitutionLevel level, Institution.Grade grade) {
    return new Institution(code, name, AREA, Institution.Kind.HOSPITAL, level, grade);
  }

  static SocialSecurityCard card(int person) {
    Insured insured = ALL.get(person);
    return new SocialSecurityCard(
        AREA,
        insured.card(),
        insured.cardNumber(),
        "3.00",
        LocalDate.of(2020, 1, 1),
        LocalDate.of(2030, 1, 1),
        IdentityNumber.parse(insured.identity()),
        PersonName.of(insured.name()),
        CardProof.PSAM);
  }

  static String number(int person) {
    return ALL.get(person).number();
  }

  static int count() {
    return ALL.size();
  }

  static Eligibility eligibility(Institution institution, int person, String visit) {
    return TICKETS.computeIfAbsent(
        new Ticket(institution.code(), person, visit),
        ticket -> decide(institution, ALL.get(person), visit));
  }

  private static Eligibility decide(Institution institution, Insured insured, String visit) {
    return new EligibilityCheck(
            (area, day) -> EntitlementRules.silent(area), EligibilityRules.all())
        .decide(
            patient(insured, visit),
            new Visit(visit, care(institution), DAY),
            institution,
            Entitlements.of(
                List.of(
                    new Enrolment(
                        Scheme.EMPLOYEE,
                        InsuredCategory.ACTIVE,
                        AREA,
                        LocalDate.of(2020, 1, 1),
                        Optional.empty(),
                        false,
                        Money.ZERO,
                        Map.of()))));
  }

  private static CareType care(Institution institution) {
    return institution.kind() == Institution.Kind.PHARMACY
        ? CareType.PHARMACY
        : CareType.OUTPATIENT;
  }

  private static Patient patient(Insured insured, String visit) {
    Clock clock = Clock.fixed(Agenda.START, ZoneOffset.UTC);
    PersonName name = PersonName.of(insured.name());
    IdentityNumber number = IdentityNumber.parse(insured.identity());
    return new RealNameCheck(RealNameProfile.TEST, IdentityRules.all(), clock)
        .decide(
            new Presented(
                new TestCode(
                    "CSTEST1.x.y",
                    "TEST0001",
                    Agenda.START.minusSeconds(5),
                    Agenda.START.plusSeconds(60)),
                Purpose.TREATMENT,
                "counter 1"),
            new InsuredPerson(
                insured.number(), name, number, InsuredPerson.CredentialStanding.VALID),
            new Registration(visit, name, number))
        .orThrow();
  }

  /** How the centre learns that the person is there. */
  static LookUp lookUp(int person, String visit) {
    Insured insured = ALL.get(person);
    return LookUp.newBuilder()
        .setVisitNumber(visit)
        .setCard(
            CardCredential.newBuilder()
                .setCardIdentifier(insured.card())
                .setCardNumber(insured.cardNumber())
                .setIssuingArea(AREA)
                .setIdentityNumber(insured.identity()))
        .build();
  }
}
