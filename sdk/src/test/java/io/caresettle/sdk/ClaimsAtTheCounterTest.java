package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Enrolment;
import io.caresettle.eligibility.Entitlements;
import io.caresettle.eligibility.Injury;
import io.caresettle.eligibility.InsuredKind;
import io.caresettle.eligibility.Interruption;
import io.caresettle.eligibility.ThirdPartyDecision;
import io.caresettle.eligibility.ThirdPartyDeclaration;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Patient;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.problem.Misuse;
import io.caresettle.reimbursement.ClaimReason;
import io.caresettle.reimbursement.ClaimSlip;
import io.caresettle.reimbursement.FundShares;
import io.caresettle.reimbursement.LateSettlement;
import io.caresettle.settlement.PaperWidth;
import io.caresettle.split.Bill;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("At the counter, a bill that is paid now and claimed later")
class ClaimsAtTheCounterTest {

  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
  private static final Bill BILL = Till.bill("B1", "9000.00");

  @TempDir private Path folder;

  private static Entitlements employee(Interruption... interruptions) {
    return Entitlements.of(
        List.of(
            new Enrolment(
                    InsuredKind.EMPLOYER,
                    InsuredCategory.ACTIVE,
                    "320500",
                    LONG_AGO,
                    Optional.empty(),
                    Optional.of(LONG_AGO))
                .interrupted(interruptions)));
  }

  private static Interruption arrears() {
    return new Interruption(
        LocalDate.of(2026, 11, 1),
        Optional.empty(),
        Interruption.Scope.POOL,
        Interruption.Cause.EMPLOYER_ARREARS,
        true,
        "SZ 21¶1");
  }

  /** R-ELIG-15, R-SETL-07: paid in full in a gap, and settled once the employer has made it up. */
  @Test
  void aGapIsPaidInCashAndMadeGoodAfterwards() {
    try (Till till = new Till(folder)) {
      till.centre.insure(employee(arrears()));
      Eligibility then = till.eligibility();
      ClaimSlip slip = till.counter.claims().slip(then, BILL);
      FundShares.Figures shares =
          assertInstanceOf(FundShares.Figures.class, slip.shares(), slip::toString);
      assertTrue(shares.funds().fen() > 0);
      assertEquals(
          till.counter.notionalEstimate(then, BILL).orElseThrow().split().paidBy(Payer.POOL_FUND),
          shares.split().paidBy(Payer.POOL_FUND));
      assertTrue(slip.text(PaperWidth.MM_58).contains("NOT PAID"));

      till.centre.insure(employee());
      Eligibility now = till.eligibility();
      LateSettlement.Offered offered =
          assertInstanceOf(
              LateSettlement.Offered.class, till.counter.claims().late(slip, now, BILL, false));
      assertEquals(
          till.counter.estimate(now, BILL).split().paidBy(Payer.POOL_FUND),
          offered.estimate().split().paidBy(Payer.POOL_FUND));
      assertThrows(
          Misuse.class,
          () -> till.counter.claims().late(slip, now, Till.bill("B2", "9000.00"), false));
    }
  }

  /** R-SETL-03, -07: durable before it is printed, and there for a late settlement. */
  @Test
  void aSlipOutlivesTheProcessAndIsSealed() throws IOException {
    ClaimSlip printed;
    try (Till till = new Till(folder)) {
      till.centre.insure(employee(arrears()));
      printed = till.counter.claims().slip(till.eligibility(), BILL);
      assertEquals(List.of(BILL.id()), till.counter.claims().bills());
      assertEquals(Optional.empty(), till.terminal.outcomeOf(BILL.id()));
    }
    try (Till till = new Till(folder)) {
      assertEquals(List.of(BILL.id()), till.counter.claims().bills());
      ClaimSlip again = till.counter.claims().reprint(BILL.id()).orElseThrow();
      assertEquals(printed.asCopy(), again);
      assertEquals(printed.asCopy().text(PaperWidth.MM_80), again.text(PaperWidth.MM_80));
      till.centre.insure(employee());
      assertInstanceOf(
          LateSettlement.Offered.class,
          till.counter.claims().late(again, till.eligibility(), BILL, false));
      assertEquals(Optional.empty(), till.counter.claims().reprint(Till.bill("B2", "1.00").id()));
    }
    String person = printed.insured().orElseThrow().personNumber();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(person), file::toString);
      }
    }
  }

  /** R-TXN-08: nobody was asked, and the slip says what the counter knows. */
  @Test
  void withoutTheCentreThereIsASlip() {
    try (Till till = new Till(folder)) {
      Visit visit = new Visit("V1", CareType.OUTPATIENT, LocalDate.of(2026, 11, 20));
      ClaimSlip slip =
          till.counter
              .claims()
              .slipWithoutTheCentre(
                  Till.registered("V1"), visit, BILL, ClaimReason.CENTRE_OUT_OF_REACH);
      assertEquals(BILL.total(), slip.paid().paidBy(Payer.CASH));
      assertEquals(LocalDate.of(2026, 11, 20), slip.care().uploaded());
      assertThrows(
          Misuse.class,
          () ->
              till.counter
                  .claims()
                  .slipWithoutTheCentre(
                      Till.registered("V2"), visit, BILL, ClaimReason.NO_CREDENTIAL));
    }
  }

  /** R-SCOPE-03: declared at the counter, decided by the centre, obeyed by the verdict. */
  @Test
  void anInjuryIsDeclaredAndWhatTheCentreDecidesIsObeyed() {
    try (Till till = new Till(folder)) {
      till.centre.insure(employee());
      Patient patient = till.counter.identify(Till.card(), Till.registered("V1"));
      ThirdPartyDecision decision =
          till.counter.declareThirdParty(
              patient,
              new ThirdPartyDeclaration(
                  ThirdPartyDeclaration.Cause.TRAFFIC,
                  Injury.OtherPayer.UNKNOWN,
                  LocalDate.of(2026, 11, 19),
                  "测试路口",
                  "",
                  Money.ZERO,
                  true,
                  "测试甲",
                  "本人",
                  till.clock.instant()));
      Visit visit =
          new Visit("V1", CareType.OUTPATIENT, LocalDate.of(2026, 11, 20))
              .with(Injury.decided(Injury.OtherPayer.UNKNOWN, decision));
      Eligibility eligibility = till.counter.eligibility(patient, visit);
      assertFalse(eligibility.open().contains(Payer.POOL_FUND));
      assertEquals(
          ClaimReason.TO_BE_EXAMINED, till.counter.claims().slip(eligibility, BILL).reason());
    }
  }
}
