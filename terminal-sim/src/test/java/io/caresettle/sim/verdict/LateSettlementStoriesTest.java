package io.caresettle.sim.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.TestCode;
import io.caresettle.eligibility.AreaLaw;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.EligibilityCheck;
import io.caresettle.eligibility.EligibilityRules;
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
import io.caresettle.money.Payer;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.PackId;
import io.caresettle.policy.plan.RulesConflict;
import io.caresettle.reimbursement.ClaimReason;
import io.caresettle.reimbursement.ClaimRules;
import io.caresettle.reimbursement.ClaimSlip;
import io.caresettle.reimbursement.ClaimSlips;
import io.caresettle.reimbursement.FundShares;
import io.caresettle.reimbursement.LateSettlement;
import io.caresettle.reimbursement.LateSettlement.ByHand;
import io.caresettle.reimbursement.LateSettlement.NotEntitled;
import io.caresettle.reimbursement.LateSettlement.Offered;
import io.caresettle.reimbursement.LateSettlementCheck;
import io.caresettle.reimbursement.PaidCare;
import io.caresettle.settlement.PaperWidth;
import io.caresettle.sim.ShippedOrdinances;
import io.caresettle.sim.entitle.BookShelf;
import io.caresettle.sim.entitle.Entitle;
import io.caresettle.sim.entitle.History;
import io.caresettle.sim.entitle.HistoryFile;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.FeeLine;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From what the centre knows to what a terminal decides about a slip, by the packs as shipped. */
@DisplayName("A bill that was paid in full, from the centre's books to the counter and back")
class LateSettlementStoriesTest {

  private static final Instant NOON = Instant.parse("2025-06-15T04:00:00Z");
  private static final LocalDate CARE = LocalDate.parse("2025-06-15");
  private static final Money HUNDRED = Money.parseYuan("100.00");
  private static final Bill BILL =
      new Bill(
          new BillId("TEST00000001", "B1"), List.of(FeeLine.of("1", "TEST-0001", "50.00", "2")));
  private static final FundShares FIGURES =
      new FundShares.Figures(
          new ScopeCut(Money.ZERO, Money.ZERO, Money.ZERO, HUNDRED, Money.ZERO),
          List.of(),
          new SettlementSplit(
              HUNDRED,
              Map.of(
                  Payer.POOL_FUND, Money.parseYuan("60.00"), Payer.CASH, Money.parseYuan("40.00"))),
          new PackId("320500", "employee-outpatient", 1, "", "", "memory", "0123456789abcdef"),
          true);

  private static final PolicyBook BOOK = PolicyBook.shipped();
  private static final AreaLaw LAW =
      (area, day) -> {
        try {
          return BOOK.entitlement(area, day);
        } catch (NoRuleInForce | RulesConflict nothingKnown) {
          return EntitlementRules.silent(area);
        }
      };

  private static History person(String rest) {
    return HistoryFile.read(
        "p.yaml",
        "person:\n  number: P0000101\n  name: 测试某\n  born: 1970-06-15\n  sex: man\n"
            + rest.indent(2));
  }

  private static History inArrears(String kind, String area, String unpaid) {
    return person(
        "enrolments: [{scheme: employee, kind: "
            + kind
            + ", area: \""
            + area
            + "\", arrived: 2024-06-10, unpaid: ["
            + unpaid
            + "]}]");
  }

  private static Eligibility asked(History person, String area, String sent) {
    LocalDate day = LocalDate.parse(sent);
    var decided = new Entitle(new BookShelf(ShippedOrdinances.book())).decide(person, CARE, day);
    Visit visit = new Visit("MZ1", CareType.OUTPATIENT, CARE);
    return new EligibilityCheck(LAW, EligibilityRules.all())
        .decide(
            patient(),
            day.isAfter(CARE) ? visit.uploaded(day) : visit,
            hospital(area),
            new TerminalsCopy(decided, person).entitlements());
  }

  private static Institution hospital(String area) {
    return new Institution(
        "TEST00000001",
        "测试医院",
        area,
        Institution.Kind.HOSPITAL,
        InstitutionLevel.LEVEL_1,
        Institution.Grade.A);
  }

  private static Patient patient() {
    PersonName name = PersonName.of("测试某");
    IdentityNumber number = IdentityNumber.parse("329900198503120011");
    Presented shown =
        new Presented(
            new TestCode("CSTEST1.x.y", "TEST0001", NOON, NOON.plusSeconds(60)),
            Purpose.TREATMENT,
            "counter 1");
    return new RealNameCheck(RealNameProfile.TEST, IdentityRules.all(), () -> NOON)
        .decide(
            shown,
            new InsuredPerson("P0000101", name, number, InsuredPerson.CredentialStanding.VALID),
            new Registration("MZ1", name, number))
        .orThrow();
  }

  /** What the person took home who paid all on the day of care. */
  private static ClaimSlip slip(History person, String area) {
    Eligibility then = asked(person, area, CARE.toString());
    PaidCare paid =
        new PaidCare(
            BILL,
            then.visit(),
            hospital(area),
            "测**",
            Optional.empty(),
            new SettlementSplit(HUNDRED, Map.of(Payer.CASH, HUNDRED)),
            7,
            "op-7",
            NOON,
            CARE);
    return new ClaimSlips(LAW, ClaimRules.all()).of(paid, then, ClaimReason.of(then), FIGURES);
  }

  private static LateSettlement late(History person, String area, String today) {
    return new LateSettlementCheck(LAW, ClaimRules.all())
        .decide(
            slip(person, area), asked(person, area, today), FIGURES, false, LocalDate.parse(today));
  }

  /** SZ 21¶1, NT 11¶2, NT 12¶2: the window ends with 2025-07-31. */
  @ParameterizedTest
  @CsvSource({
    "employer, 320500, 2025-07-20, 2025-07-19, NotEntitled",
    "employer, 320500, 2025-07-20, 2025-07-20, NotEntitled",
    "employer, 320500, 2025-07-20, 2025-07-21, Offered",
    "employer, 320600, 2025-07-31, 2025-08-01, Offered",
    "flexible, 320600, 2025-07-31, 2025-08-01, Offered",
    "employer, 320500, 2025-08-01, 2025-08-02, NotEntitled",
    "flexible, 320600, 2025-08-01, 2025-08-02, NotEntitled",
    "flexible, 320500, 2025-06-20, 2025-06-21, NotEntitled",
    "employer, 310000, 2025-06-20, 2025-06-21, NotEntitled",
  })
  @DisplayName("in a gap: settled late once it was made good in time, where the text pays it")
  void aGap(String kind, String area, String madeUp, String today, String how) {
    History person = inArrears(kind, area, "{month: 2025-05, made-up: " + madeUp + "}");
    assertEquals(how, late(person, area, today).getClass().getSimpleName());
  }

  @Test
  @DisplayName("in an open gap: the slip says until when it may be made good")
  void theSlipSaysUntilWhen() {
    ClaimSlip slip = slip(inArrears("employer", "320500", "{month: 2025-05}"), "320500");
    assertEquals(
        Optional.of(LocalDate.parse("2025-07-31")),
        slip.borne().orElseThrow().mayBeMadeGoodUntil());
    assertTrue(slip.text(PaperWidth.MM_80).contains("2025-07-31"));
    ClaimSlip shanghai = slip(inArrears("employer", "310000", "{month: 2025-05}"), "310000");
    assertEquals(Optional.empty(), shanghai.borne().orElseThrow().mayBeMadeGoodUntil());
  }

  /** SZ 24, NT 11¶3. */
  @ParameterizedTest
  @CsvSource({"320500", "320600"})
  @DisplayName("between two employers: the slip says until when, and it is settled once joined up")
  void betweenTwoEmployers(String area) {
    String left =
        "enrolments:\n"
            + "  - {scheme: employee, kind: employer, area: \"AREA\", arrived: 2024-06-10, ends:"
            + " 2025-05-31}\n";
    String joined = "  - {scheme: employee, kind: employer, area: \"AREA\", arrived: 2025-08-20}\n";
    History person = person((left + joined).replace("AREA", area));
    assertTrue(slip(person, area).text(PaperWidth.MM_80).contains("2025-08-31"));
    assertInstanceOf(NotEntitled.class, late(person, area, "2025-08-20"));
    assertInstanceOf(Offered.class, late(person, area, "2025-08-21"));
    History tooLate = person((left + joined.replace("08-20", "09-01")).replace("AREA", area));
    assertInstanceOf(NotEntitled.class, late(tooLate, area, "2025-09-02"));
  }

  /** SZ 29¶3, NT 20¶2 give a newborn all from birth; the slip is of somebody not yet insured. */
  @ParameterizedTest
  @CsvSource({"320500, 2025-09-10, Offered", "320600, 2025-09-10, Offered"})
  @DisplayName("of a newborn who was enrolled in time")
  void aNewborn(String area, String today, String how) {
    History child =
        HistoryFile.read(
            "p.yaml",
            "person:\n  number: P0000101\n  name: 测试某\n  born: 2025-06-12\n  sex: man\n"
                + "  enrolments: [{scheme: resident, kind: newborn, area: \""
                + area
                + "\", paid: [{year: 2025, on: 2025-09-09}]}]\n");
    assertEquals(how, late(child, area, today).getClass().getSimpleName());
  }

  /** JS 65¶2, SH 53¶3: networked settlement was suspended on the day of care. */
  @ParameterizedTest
  @CsvSource({
    "320500, JS 65¶2, 2025-07-15",
    "320500, JS 65¶2, 2025-10-01",
    "320600, JS 65¶2, 2025-10-01",
    "310000, SH 53¶3, 2025-10-01",
  })
  @DisplayName("while settlement was suspended: the person pays all, and claims by hand")
  void suspended(String area, String article, String today) {
    History person =
        person(
            """
            enrolments: [{scheme: employee, kind: employer, area: "AREA", arrived: 2024-06-10}]
            sanctions: [{from: 2025-06-01, to: 2025-08-31, why: 拒不配合调查, scope: networked}]
            """
                .replace("AREA", area));
    ClaimSlip slip = slip(person, area);
    assertEquals(ClaimReason.SETTLEMENT_SUSPENDED, slip.reason());
    ByHand byHand = assertInstanceOf(ByHand.class, late(person, area, today));
    assertEquals(area, byHand.agencyArea());
    assertEquals(article, byHand.why().article());
  }

  /** NT 12¶1: the account came on 2025-06-10, the pool comes on 2025-07-01. */
  @Test
  @DisplayName("of a resident of Nantong who turned flexible worker there is none: the pool pays")
  void aResidentTurnedFlexible() {
    History person =
        person(
            """
            enrolments:
              - {scheme: resident, kind: adult, area: "320600", paid: [{year: 2025, on: 2024-11-30, central: true}], continuous: true}
              - {scheme: employee, kind: flexible, area: "320600", arrived: 2025-06-10, first: true}
            """);
    assertTrue(asked(person, "320600", CARE.toString()).open().contains(Payer.POOL_FUND));
  }
}
