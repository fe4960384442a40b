package io.caresettle.reimbursement;

import static io.caresettle.policy.plan.EntitlementName.GRADES_APPLY;
import static io.caresettle.policy.plan.EntitlementName.HAND_CLAIM_UNTIL;
import static io.caresettle.policy.plan.EntitlementName.OFF_SITE_NEEDS_FILING;
import static io.caresettle.policy.plan.EntitlementName.SUSPENDED_ACCOUNT;
import static io.caresettle.policy.plan.EntitlementName.SUSPENSION_CLEARED;
import static io.caresettle.policy.plan.EntitlementName.YEAR_STARTS;

import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.TestCode;
import io.caresettle.eligibility.AreaLaw;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.EligibilityCheck;
import io.caresettle.eligibility.EligibilityRules;
import io.caresettle.eligibility.Enrolment;
import io.caresettle.eligibility.Entitlements;
import io.caresettle.eligibility.Institution;
import io.caresettle.eligibility.InsuredKind;
import io.caresettle.eligibility.Interruption;
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
import io.caresettle.money.Payer;
import io.caresettle.money.Rate;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Citation;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.PackId;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.Catalogue;
import io.caresettle.split.CatalogueClass;
import io.caresettle.split.CatalogueItem;
import io.caresettle.split.Estimate;
import io.caresettle.split.FeeLine;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A till of 2026, its bill of 100 yuan, and the people who pay it in full. */
final class Till {

  static final String SUZHOU = "320500";
  static final String NANTONG = "320600";
  static final String SHANGHAI = "310000";

  static final LocalDate CARE = LocalDate.of(2026, 6, 10);
  static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
  static final Instant NOON = Instant.parse("2026-06-10T04:00:00Z");

  static final Bill BILL =
      new Bill(
          new BillId("TEST00000001", "B1"),
          List.of(
              FeeLine.of("1", "TEST-0001", "45.50", "2"),
              FeeLine.of("2", "TEST-0099", "9.00", "1")));

  static final FundShares FIGURES = FundShares.of(() -> Optional.of(estimate()));

  private static final Catalogue CATALOGUE =
      new Catalogue(
          "1",
          Map.of(
              "TEST-0001",
              new CatalogueItem(
                  "TEST-0001",
                  "示例药品",
                  CatalogueClass.B,
                  Rate.basisPoints(1000),
                  Optional.empty())));

  private Till() {}

  /** By the rules of the moment. */
  static ClaimSlips slips() {
    return new ClaimSlips(Till::law, SwitchedClaims.now());
  }

  static LateSettlementCheck late() {
    return new LateSettlementCheck(Till::law, SwitchedClaims.now());
  }

  static EntitlementRules law(String area, LocalDate day) {
    return onSuspension(area)
        .saying(GRADES_APPLY, "no")
        .saying(OFF_SITE_NEEDS_FILING, "yes")
        .saying(SUSPENDED_ACCOUNT, "usable")
        .saying(YEAR_STARTS, "01-01")
        .saying(
            HAND_CLAIM_UNTIL, new Citation("SZ", "72", 4, Optional.empty()), "end-of-next-year");
  }

  private static EntitlementRules onSuspension(String area) {
    EntitlementRules silent = EntitlementRules.silent(area);
    return switch (area.substring(0, 2)) {
      case "32" ->
          silent.saying(
              SUSPENSION_CLEARED, new Citation("JS", "65", 2, Optional.empty()), "claimed-by-hand");
      case "31" ->
          silent.saying(
              SUSPENSION_CLEARED,
              new Citation("SH", "53", 3, Optional.empty()),
              "settled-afterwards");
      default -> silent;
    };
  }

  static Visit visit() {
    return new Visit("MZ0001", CareType.OUTPATIENT, CARE);
  }

  static Institution hospital(String area) {
    return new Institution(
        "TEST00000001",
        "测试医院",
        area,
        Institution.Kind.HOSPITAL,
        InstitutionLevel.LEVEL_1,
        Institution.Grade.A);
  }

  static Enrolment employee(String area) {
    return new Enrolment(
        InsuredKind.EMPLOYER,
        InsuredCategory.ACTIVE,
        area,
        LONG_AGO,
        Optional.empty(),
        Optional.of(LONG_AGO));
  }

  static Enrolment newborn(LocalDate from) {
    return new Enrolment(
        InsuredKind.RESIDENT,
        InsuredCategory.NEWBORN,
        NANTONG,
        from,
        Optional.empty(),
        Optional.empty());
  }

  static Interruption arrears(
      Interruption.Cause cause, Optional<LocalDate> to, boolean payableAfterwards) {
    return new Interruption(
        LocalDate.of(2026, 6, 1), to, Interruption.Scope.POOL, cause, payableAfterwards, "SZ 21");
  }

  static Eligibility verdict(String area, Enrolment... enrolments) {
    return verdict(visit(), area, Entitlements.of(List.of(enrolments)));
  }

  static Eligibility verdict(Visit visit, String area, Entitlements entitlements) {
    AreaLaw law = Till::law;
    return new EligibilityCheck(law, EligibilityRules.all())
        .decide(patient("P0000001", "测试甲"), visit, hospital(area), entitlements);
  }

  static PaidCare inCash(String area) {
    return paid(area, visit(), Map.of(Payer.CASH, BILL.total()));
  }

  static PaidCare paid(String area, Visit visit, Map<Payer, Money> parts) {
    return new PaidCare(
        BILL,
        visit,
        hospital(area),
        "测**",
        Optional.of(CATALOGUE),
        new SettlementSplit(BILL.total(), parts),
        7,
        "op-7",
        NOON,
        CARE.plusDays(3));
  }

  static Patient patient(String number, String called) {
    PersonName name = PersonName.of(called);
    IdentityNumber document = IdentityNumber.parse("329900198503120011");
    Presented shown =
        new Presented(
            new TestCode("CSTEST1.x.y", "TEST0001", NOON, NOON.plusSeconds(60)),
            Purpose.TREATMENT,
            "counter 1");
    return new RealNameCheck(RealNameProfile.TEST, IdentityRules.all(), Clock.systemUTC())
        .decide(
            shown,
            new InsuredPerson(number, name, document, InsuredPerson.CredentialStanding.VALID),
            new Registration("MZ0001", name, document))
        .orThrow();
  }

  private static Estimate estimate() {
    return new Estimate(
        BILL.id(),
        new ScopeCut(
            Money.parseYuan("9.00"),
            Money.ZERO,
            Money.parseYuan("9.10"),
            Money.parseYuan("81.90"),
            Money.parseYuan("20.00")),
        new SettlementSplit(
            BILL.total(),
            Map.of(
                Payer.POOL_FUND,
                Money.parseYuan("50.00"),
                Payer.LARGE_SUM_SUBSIDY,
                Money.parseYuan("2.50"),
                Payer.CASH,
                Money.parseYuan("47.50"))),
        List.of(),
        List.of(),
        Map.of(),
        new PackId("320500", "employee-outpatient", 1, "", "", "memory", "0123456789abcdef"),
        true);
  }
}
