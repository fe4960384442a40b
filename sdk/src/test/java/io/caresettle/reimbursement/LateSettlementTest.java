package io.caresettle.reimbursement;

import static io.caresettle.reimbursement.Till.CARE;
import static io.caresettle.reimbursement.Till.FIGURES;
import static io.caresettle.reimbursement.Till.NANTONG;
import static io.caresettle.reimbursement.Till.SHANGHAI;
import static io.caresettle.reimbursement.Till.SUZHOU;
import static io.caresettle.reimbursement.Till.employee;
import static io.caresettle.reimbursement.Till.inCash;
import static io.caresettle.reimbursement.Till.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Enrolment;
import io.caresettle.eligibility.Entitlements;
import io.caresettle.eligibility.Interruption;
import io.caresettle.eligibility.Interruption.Cause;
import io.caresettle.eligibility.Sanction;
import io.caresettle.eligibility.Visit;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.Citation;
import io.caresettle.policy.plan.ParameterNotPublished;
import io.caresettle.problem.Misuse;
import io.caresettle.reimbursement.LateSettlement.ByHand;
import io.caresettle.reimbursement.LateSettlement.NotEntitled;
import io.caresettle.reimbursement.LateSettlement.Offered;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A bill that was paid in full, settled after all")
class LateSettlementTest {

  private static final LocalDate IN_AUTUMN = LocalDate.of(2026, 10, 1);

  private static ClaimSlip slip(String area, Enrolment... then) {
    Eligibility verdict = verdict(area, then);
    return Till.slips().of(inCash(area), verdict, ClaimReason.of(verdict), FIGURES);
  }

  private static LateSettlement decide(ClaimSlip slip, Eligibility now, LocalDate today) {
    return Till.late().decide(slip, now, FIGURES, false, today);
  }

  /** R-ELIG-07, NT 20: the centre's first day says whether the window was kept. */
  @Test
  @Tag("R-SETL-07")
  void aNewbornEnrolledInTimeIsPaidFromBirth() {
    ClaimSlip slip = slip(NANTONG);
    Eligibility inTime = verdict(NANTONG, Till.newborn(CARE.minusDays(3)));
    Offered offered = assertInstanceOf(Offered.class, decide(slip, inTime, IN_AUTUMN));
    assertSame(inTime, offered.eligibility());
    assertEquals(FIGURES, offered.estimate());
    Eligibility tooLate = verdict(NANTONG, Till.newborn(LocalDate.of(2027, 3, 1)));
    NotEntitled refused =
        assertInstanceOf(NotEntitled.class, decide(slip, tooLate, LocalDate.of(2027, 3, 2)));
    assertEquals("R-ELIG-22", refused.why().rule());
  }

  /** R-ELIG-11, SZ 21, NT 11: made up in time there is no gap any more; too late it stays. */
  @ParameterizedTest
  @Tag("R-SETL-07")
  @ValueSource(strings = {SUZHOU, NANTONG})
  void whatAnEmployerMakesUpInTimeIsPaid(String area) {
    ClaimSlip slip =
        slip(
            area,
            employee(area)
                .interrupted(Till.arrears(Cause.EMPLOYER_ARREARS, Optional.empty(), true)));
    assertInstanceOf(Offered.class, decide(slip, verdict(area, employee(area)), IN_AUTUMN));
    assertStaysUnpaid(slip, area, Cause.EMPLOYER_ARREARS);
  }

  /** A centre may keep the gap on record, over and payable: its costs are payable as normal. */
  @ParameterizedTest
  @Tag("R-SETL-07")
  @CsvSource({"320500, EMPLOYER_ARREARS", "320600, EMPLOYER_ARREARS", "320600, OWN_ARREARS"})
  void aGapThatIsOverAndPayableIsPaid(String area, Cause cause) {
    ClaimSlip slip =
        slip(area, employee(area).interrupted(Till.arrears(cause, Optional.empty(), true)));
    Eligibility madeGood =
        verdict(
            area,
            employee(area)
                .interrupted(Till.arrears(cause, Optional.of(LocalDate.of(2026, 7, 31)), true)));
    assertInstanceOf(Offered.class, decide(slip, madeGood, IN_AUTUMN));
  }

  /** SH 15: what falls in the gap is never payable, however early it is made up. */
  @Test
  @Tag("R-SETL-07")
  void inShanghaiAGapStaysUnpaid() {
    ClaimSlip slip =
        slip(
            SHANGHAI,
            employee(SHANGHAI)
                .interrupted(Till.arrears(Cause.EMPLOYER_ARREARS, Optional.empty(), false)));
    assertStaysUnpaid(slip, SHANGHAI, Cause.EMPLOYER_ARREARS);
  }

  private static void assertStaysUnpaid(ClaimSlip slip, String area, Cause cause) {
    Eligibility afterwards =
        verdict(
            area,
            employee(area)
                .interrupted(Till.arrears(cause, Optional.of(LocalDate.of(2026, 9, 30)), false)));
    NotEntitled refused = assertInstanceOf(NotEntitled.class, decide(slip, afterwards, IN_AUTUMN));
    assertEquals("R-ELIG-14", refused.why().rule());
  }

  @Test
  @Tag("R-SETL-07")
  void whatIsNotMadeUpYetIsNotPaidYet() {
    Enrolment stillInArrears =
        employee(SUZHOU).interrupted(Till.arrears(Cause.OWN_ARREARS, Optional.empty(), true));
    ClaimSlip slip = slip(SUZHOU, stillInArrears);
    assertInstanceOf(NotEntitled.class, decide(slip, verdict(SUZHOU, stillInArrears), IN_AUTUMN));
  }

  @ParameterizedTest
  @Tag("R-SETL-07")
  @CsvSource({"NO_CREDENTIAL", "CENTRE_OUT_OF_REACH"})
  void aCardThatWasForgottenAndACentreThatWasDownAreMadeGood(ClaimReason reason) {
    ClaimSlip slip = Till.slips().withoutTheCentre(inCash(SUZHOU), reason);
    assertInstanceOf(Offered.class, decide(slip, verdict(SUZHOU, employee(SUZHOU)), IN_AUTUMN));
    assertInstanceOf(NotEntitled.class, decide(slip, verdict(SUZHOU), IN_AUTUMN));
  }

  @Test
  @Tag("R-SETL-07")
  void aSlipIsSettledAnewOnce() {
    NotEntitled refused =
        assertInstanceOf(
            NotEntitled.class,
            Till.late()
                .decide(slip(SUZHOU), verdict(SUZHOU, employee(SUZHOU)), FIGURES, true, IN_AUTUMN));
    assertEquals("JS 10; SZ 53", refused.why().article());
  }

  @ParameterizedTest
  @Tag("R-YEAR-04")
  @CsvSource({
    "2026-12-31, Offered",
    "2027-01-01, ByHand",
    "2027-12-31, ByHand",
    "2028-01-01, NotEntitled",
  })
  void afterTheYearItIsClaimedByHandAndAfterTheNextNotAtAll(LocalDate today, String how) {
    LateSettlement decided = decide(slip(SUZHOU), verdict(SUZHOU, employee(SUZHOU)), today);
    assertEquals(how, decided.getClass().getSimpleName());
    if (decided instanceof ByHand byHand) {
      assertEquals(SUZHOU, byHand.agencyArea());
      assertEquals(Optional.of(LocalDate.of(2027, 12, 31)), byHand.until());
    }
  }

  /** Once the centre took it back: JS 65¶2 sends the cleared to the agency, SH 53¶3 settles. */
  @ParameterizedTest
  @CsvSource({"320500, ByHand", "320600, ByHand", "310000, Offered"})
  void whoWasSuspendedAndClearedIsMadeGoodByTheAreasOwnWay(String area, String how) {
    Eligibility then = suspended(area, Optional.empty());
    ClaimSlip slip = Till.slips().of(inCash(area), then, ClaimReason.of(then), FIGURES);
    assertEquals(
        how, decide(slip, verdict(area, employee(area)), IN_AUTUMN).getClass().getSimpleName());
  }

  /** The days stay suspended for ever, be the suspension over or not: the agency decides. */
  @ParameterizedTest
  @Tag("R-SETL-07")
  @CsvSource({
    "320500, '',         JS 65¶2",
    "320500, 2026-09-09, JS 65¶2",
    "320600, 2026-06-10, JS 65¶2",
    "310000, 2026-09-09, SH 53¶3",
    "460000, '',         HN 30",
  })
  void whatWasPaidWhileSettlementWasSuspendedIsClaimedByHand(
      String area, String last, String article) {
    Optional<LocalDate> to = Optional.of(last).filter(d -> !d.isEmpty()).map(LocalDate::parse);
    Eligibility then = suspended(area, to);
    assertEquals(Set.of(Payer.CASH), then.open());
    ClaimSlip slip = Till.slips().of(inCash(area), then, ClaimReason.of(then), FIGURES);
    assertEquals(ClaimReason.SETTLEMENT_SUSPENDED, slip.reason());
    assertEquals(FIGURES, slip.shares(), "what each fund would have paid");
    ByHand byHand = assertInstanceOf(ByHand.class, decide(slip, then, IN_AUTUMN));
    assertEquals(area, byHand.agencyArea());
    assertEquals(Optional.of(LocalDate.of(2027, 12, 31)), byHand.until());
    assertEquals(article, byHand.why().article());
  }

  private static Eligibility suspended(String area, Optional<LocalDate> to) {
    Entitlements suspended =
        Entitlements.of(List.of(employee(area)))
            .withSanctions(new Sanction(CARE, to, Sanction.Scope.NETWORKED, "拒不配合调查", ""));
    return verdict(Till.visit(), area, suspended);
  }

  /** R-ELIG-11, -12: the gap stays on the wire, with the day on which it was made good. */
  @ParameterizedTest
  @Tag("R-SETL-07")
  @CsvSource({
    "320500, EMPLOYER_ARREARS, true,  Offered,     ''",
    "320600, EMPLOYER_ARREARS, true,  Offered,     ''",
    "320600, OWN_ARREARS,      true,  Offered,     ''",
    "310000, EMPLOYER_ARREARS, false, NotEntitled, R-ELIG-11",
    "320600, OWN_ARREARS,      false, NotEntitled, R-ELIG-12",
  })
  void aGapThatWasMadeGoodIsSettledLateWhereTheTextPaysIt(
      String area, Cause cause, boolean payable, String how, String rule) {
    Interruption open =
        Till.arrears(cause, Optional.empty(), payable)
            .mayBeMadeGoodUntil(LocalDate.of(2026, 8, 31));
    ClaimSlip slip = slip(area, employee(area).interrupted(open));
    Interruption made = open.madeGoodOn(LocalDate.of(2026, 8, 20));
    Eligibility now =
        verdict(
            Till.visit().uploaded(IN_AUTUMN),
            area,
            Entitlements.of(List.of(employee(area).interrupted(made))));
    LateSettlement decided = decide(slip, now, IN_AUTUMN);
    assertEquals(how, decided.getClass().getSimpleName());
    if (decided instanceof NotEntitled refused) {
      assertEquals(rule, refused.why().rule());
      assertTrue(refused.why().en().contains("2026-08-20"), refused.why().en());
    }
  }

  @Test
  void aVerdictOfTheDayOfCareDecidesNothingAboutAGapThatWasMadeGoodSince() {
    Interruption made =
        Till.arrears(Cause.EMPLOYER_ARREARS, Optional.empty(), true)
            .madeGoodOn(LocalDate.of(2026, 8, 20));
    Eligibility asIfThen = verdict(SUZHOU, employee(SUZHOU).interrupted(made));
    ClaimSlip slip = slip(SUZHOU, employee(SUZHOU));
    assertThrows(Misuse.class, () -> decide(slip, asIfThen, IN_AUTUMN));
    assertInstanceOf(
        NotEntitled.class, decide(slip, asIfThen, LocalDate.of(2026, 8, 20)), "not on the day");
  }

  /** SZ 72(1): away and not filed is claimed at home. */
  @Test
  @Tag("R-SETL-07")
  void careElsewhereWithoutAFilingIsClaimedAtHome() {
    Eligibility away = verdict(NANTONG, employee(SUZHOU));
    ClaimSlip slip = Till.slips().of(inCash(NANTONG), away, ClaimReason.of(away), FIGURES);
    assertEquals(ClaimReason.NOT_FILED, slip.reason());
    assertEquals(FIGURES, slip.shares());
    ByHand byHand = assertInstanceOf(ByHand.class, decide(slip, away, IN_AUTUMN));
    assertEquals(SUZHOU, byHand.agencyArea());
  }

  @Test
  void aFigureThatNobodyPublishedSendsToTheAgency() {
    Citation source = new Citation("SZ", "12", 2, Optional.empty());
    FundShares unknown =
        FundShares.of(
            () -> {
              throw new ParameterNotPublished("pool-rate", source);
            });
    LateSettlement decided =
        Till.late()
            .decide(slip(SUZHOU), verdict(SUZHOU, employee(SUZHOU)), unknown, false, IN_AUTUMN);
    assertEquals("SZ 12¶2", assertInstanceOf(ByHand.class, decided).why().article());
  }

  @Test
  void aSlipIsForItsOwnPersonAndVisit() {
    ClaimSlip ofAnother =
        Till.slips().withoutTheCentre(inCash(SHANGHAI), ClaimReason.CENTRE_OUT_OF_REACH);
    Eligibility nextDay =
        verdict(
            new Visit("MZ0001", Till.visit().careType(), CARE.plusDays(1)),
            SHANGHAI,
            Entitlements.of(List.of(employee(SHANGHAI))));
    assertThrows(Misuse.class, () -> decide(ofAnother, nextDay, IN_AUTUMN));
  }
}
