package io.caresettle.reimbursement;

import static io.caresettle.reimbursement.Till.CARE;
import static io.caresettle.reimbursement.Till.FIGURES;
import static io.caresettle.reimbursement.Till.SUZHOU;
import static io.caresettle.reimbursement.Till.employee;
import static io.caresettle.reimbursement.Till.inCash;
import static io.caresettle.reimbursement.Till.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Gap;
import io.caresettle.eligibility.Interruption.Cause;
import io.caresettle.eligibility.Visit;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.Citation;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.ParameterNotPublished;
import io.caresettle.problem.Misuse;
import io.caresettle.settlement.PaperWidth;
import io.caresettle.writing.Columns;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The slip for a later claim")
class ClaimSlipTest {

  private static Eligibility inArrears(Cause cause) {
    return verdict(
        SUZHOU, employee(SUZHOU).interrupted(Till.arrears(cause, Optional.empty(), true)));
  }

  private static ClaimSlip slip(Cause cause) {
    return Till.slips().of(inCash(SUZHOU), inArrears(cause), ClaimReason.NOT_ENTITLED, FIGURES);
  }

  @Test
  @Tag("R-SETL-03")
  void holdsEverythingThatAClaimNeeds() {
    ClaimSlip slip = slip(Cause.EMPLOYER_ARREARS);
    assertEquals(CARE, slip.care().serviceDate());
    assertEquals(CARE.plusDays(3), slip.care().uploaded());
    assertEquals("P0000001", slip.insured().orElseThrow().personNumber());
    assertEquals("B", slip.lines().get(0).catalogueClass());
    assertEquals("", slip.lines().get(1).catalogueClass());
    assertEquals("R-ELIG-14", slip.why().get(0).rule());
    assertEquals("SZ 21", slip.why().get(0).article());
    assertTrue(slip.why().get(0).remedy().isPresent());
    assertEquals(FIGURES, slip.shares());
    assertTrue(slip.testFigures());
  }

  @Test
  @Tag("R-SETL-03")
  void readsOnPaperAsItIsMeant() {
    assertEquals(
        """
                  ** TEST FIGURES 测试数据 **
                            测试医院
                          零星报销凭证
                     Slip for a later claim
                基金未支付 NOT PAID BY ANY FUND
        ------------------------------------------------
        机构 Institution                    TEST00000001
        统筹区 Area                               320500
        时间 Time                    2026-06-10 12:00:00
        终端 Terminal                                 07
        收费员 Operator                             op-7
        单据号 Bill                                   B1
        就诊号 Visit                              MZ0001
        类别 Care                    普通门诊 outpatient
        就诊日期 Service                      2026-06-10
        上传日期 Upload                       2026-06-13
        姓名 Name                                   测**
        参保地 Insured in                         320500
        险种 Insurance                 职工医保 employee
        身份 Kind       单位职工 employee of an employer
        ------------------------------------------------
        原因 Reason 03 就诊当日不能享受待遇
          not entitled on the day of service
        - 统筹基金 pool fund
          待遇暂停期间统筹基金不予支付（用人单位未足额缴
          费）
          The pool pays nothing while benefits are
          suspended: the employer did not pay in full
          R-ELIG-14, SZ 21
          » 补缴或参保手续完成后可以补结算，请保留票据
          （R-ELIG-11，R-SETL-07）
            Payable after the contributions are made up:
            keep the slip and settle it then (R-ELIG-11,
            R-SETL-07)
        ------------------------------------------------
        [B] 示例药品
          TEST-0001
          45.50 x 2                                91.00
        TEST-0099
          9.00 x 1                                  9.00
        ------------------------------------------------
        合计 Total                                100.00
        已付 Paid 现金 cash                       100.00
        ------------------------------------------------
        自费 Out of catalogue                       9.00
        超限价 Over price limit                     0.00
        先行自付 First self-pay                     9.10
        政策范围 In scope                          81.90
        其中起付 of it deductible                  20.00
        模拟分割（未支付） Notional split, NOT PAID
          统筹基金 pool fund                       50.00
          职工大额补助 large-sum subsidy            2.50
          基金合计 All funds                       52.50
          政策包 Pack
          320500/employee-outpatient@0123456789abcdef
        基金部分由用人单位承担
        The funds' part is borne by the employer
          单位应承担 Employer's                    50.00
          R-ELIG-15, SZ 52; JS 72¶3
        ------------------------------------------------
        经办机构 Agency                           320500
        最迟报销 Claim by                     2027-12-31
          SZ 72¶4
        ------------------------------------------------
        签名 Signature:
                  ** TEST FIGURES 测试数据 **
        """,
        slip(Cause.EMPLOYER_ARREARS).text(PaperWidth.MM_80));
  }

  @ParameterizedTest
  @EnumSource(PaperWidth.class)
  void noLineIsWiderThanThePaper(PaperWidth width) {
    slip(Cause.OWN_ARREARS)
        .asCopy()
        .text(width)
        .lines()
        .forEach(line -> assertTrue(Columns.width(line) <= width.columns(), line));
  }

  /** SZ 21¶1: the patient and the employer must know until when it can be made good. */
  @Test
  @Tag("R-SETL-03")
  void saysUntilWhenAGapMayBeMadeGood() {
    Eligibility open =
        verdict(
            SUZHOU,
            employee(SUZHOU)
                .interrupted(
                    Till.arrears(Cause.EMPLOYER_ARREARS, Optional.empty(), true)
                        .mayBeMadeGoodUntil(LocalDate.of(2026, 7, 31))));
    ClaimSlip slip = Till.slips().of(inCash(SUZHOU), open, ClaimReason.NOT_ENTITLED, FIGURES);
    assertEquals(
        Optional.of(LocalDate.of(2026, 7, 31)), slip.borne().orElseThrow().mayBeMadeGoodUntil());
    String text = slip.text(PaperWidth.MM_80);
    assertTrue(text.contains("最迟补缴 Make up by                 2026-07-31"), text);
    assertTrue(text.replaceAll("\\s+", " ").contains("made up by 2026-07-31"), text);
  }

  @Test
  void whoDidNotPayBearsTheGap() {
    ClaimSlip slip = slip(Cause.OWN_ARREARS);
    assertEquals(Gap.Bearer.PERSON, slip.borne().orElseThrow().bearer());
    String text = slip.text(PaperWidth.MM_80);
    assertTrue(text.contains("borne by the insured"), text);
    assertFalse(text.contains("Employer's"), text);
  }

  @Test
  @Tag("R-SETL-03")
  void aFigureThatNobodyPublishedIsNoAmount() {
    Citation delegates = new Citation("SZ", "12", 2, Optional.empty());
    FundShares unknown =
        FundShares.of(
            () -> {
              throw new ParameterNotPublished("pool-rate", delegates);
            });
    String text =
        Till.slips()
            .of(
                inCash(SUZHOU),
                verdict(SUZHOU, employee(SUZHOU)),
                ClaimReason.FIGURES_NOT_PUBLISHED,
                unknown)
            .text(PaperWidth.MM_58);
    assertTrue(text.contains("参数未公布"), text);
    assertTrue(text.contains("pool-rate, SZ 12¶2"), text);
    assertFalse(text.contains("NOT PAID\n  "), text);
  }

  @Test
  @Tag("R-TXN-08")
  void withoutTheCentreNobodyButThePatientHasPaid() {
    ClaimSlips slips = Till.slips();
    PaidCare byAccount =
        Till.paid(
            SUZHOU,
            Till.visit(),
            Map.of(
                Payer.PERSONAL_ACCOUNT,
                Money.parseYuan("1.00"),
                Payer.CASH,
                Money.parseYuan("99.00")));
    assertThrows(
        Misuse.class, () -> slips.withoutTheCentre(byAccount, ClaimReason.CENTRE_OUT_OF_REACH));
    ClaimSlip slip = slips.withoutTheCentre(inCash(SUZHOU), ClaimReason.CENTRE_OUT_OF_REACH);
    assertTrue(slip.insured().isEmpty());
    assertTrue(slip.text(PaperWidth.MM_58).contains("参保地 home area"));
  }

  @Test
  void whatAFundPaidIsNoSlipForAClaim() {
    PaidCare byTheFund =
        Till.paid(SUZHOU, Till.visit(), Map.of(Payer.POOL_FUND, Money.parseYuan("100.00")));
    Eligibility open = verdict(SUZHOU, employee(SUZHOU));
    ClaimSlips slips = Till.slips();
    assertThrows(
        Misuse.class, () -> slips.of(byTheFund, open, ClaimReason.PATIENT_CHOSE_CASH, FIGURES));
  }

  /** R-YEAR-04: by the end of the next settlement year, which may begin in any month. */
  @ParameterizedTest
  @Tag("R-YEAR-04")
  @CsvSource({
    "01-01, 2026-01-01, 2027-12-31",
    "01-01, 2026-12-31, 2027-12-31",
    "07-01, 2026-06-30, 2027-06-30",
    "07-01, 2026-07-01, 2028-06-30",
  })
  void theLastDayIsTheEndOfTheNextYear(String starts, LocalDate care, LocalDate until) {
    EntitlementRules home = Till.law(SUZHOU, care).saying(EntitlementName.YEAR_STARTS, starts);
    assertEquals(Optional.of(until), HandClaim.of(home, care, care, SwitchedClaims.now()).until());
  }

  @Test
  void theLastDayIsUnknownWhereNobodyPublishedIt() {
    HandClaim claim = HandClaim.of(EntitlementRules.silent(SUZHOU), CARE, CARE, ClaimRules.all());
    assertTrue(claim.until().isEmpty());
  }

  @Test
  void namesNobodyInALogNorOnPaper() {
    ClaimSlip slip = slip(Cause.EMPLOYER_ARREARS);
    assertEquals("ClaimSlip[TEST00000001/B1, NOT_ENTITLED]", slip.toString());
    assertFalse(slip.insured().toString().contains("P0000001"));
    assertFalse(slip.text(PaperWidth.MM_80).contains("P0000001"));
    assertFalse(slip.text(PaperWidth.MM_80).contains("测试甲"));
  }

  @Test
  void aSlipOfAnotherVisitIsMadeOfNoVerdict() {
    Eligibility ofOne = verdict(SUZHOU, employee(SUZHOU));
    PaidCare other =
        Till.paid(
            SUZHOU,
            new Visit("MZ0002", Till.visit().careType(), CARE),
            Map.of(Payer.CASH, Till.BILL.total()));
    ClaimSlips slips = Till.slips();
    assertThrows(Misuse.class, () -> slips.of(other, ofOne, ClaimReason.NOT_ENTITLED, FIGURES));
  }
}
