package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.PersonName;
import io.caresettle.eligibility.Authorisation;
import io.caresettle.eligibility.DataLeave;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Enrolment;
import io.caresettle.eligibility.Entitlements;
import io.caresettle.eligibility.InsuredKind;
import io.caresettle.eligibility.OtherCover;
import io.caresettle.eligibility.OtherPayers;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Patient;
import io.caresettle.journal.Act;
import io.caresettle.journal.ActKind;
import io.caresettle.money.Money;
import io.caresettle.money.VoluntaryPayer;
import io.caresettle.operator.Shift;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.problem.AuthorisationMissing;
import io.caresettle.problem.Misuse;
import io.caresettle.settlement.PaperWidth;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.split.Bill;
import io.caresettle.split.OtherLayer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("At the counter, an insurer that pays after the public layers")
@Tag("R-DATA-07")
class OtherLayersAtTheCounterTest {

  private static final VoluntaryPayer INSURER =
      new VoluntaryPayer("INS1", "测试惠民保", VoluntaryPayer.Kind.COMMERCIAL);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
  private static final Bill BILL = Till.bill("B1", "900.00");

  @TempDir private Path folder;
  private Till till;

  @BeforeEach
  void covered() {
    till = new Till(folder);
    till.centre.insure(
        Entitlements.of(
                List.of(
                    new Enrolment(
                        InsuredKind.EMPLOYER,
                        InsuredCategory.ACTIVE,
                        "320500",
                        LONG_AGO,
                        Optional.empty(),
                        Optional.of(LONG_AGO))))
            .withOthers(
                new OtherPayers(
                    List.of(new OtherCover(INSURER, LONG_AGO, Optional.empty())), List.of())));
  }

  private static OtherLayer pays(String yuan, String authorisation) {
    return new OtherLayer(INSURER, Money.parseYuan(yuan), authorisation);
  }

  private DataLeave leave(String payer) {
    return new DataLeave(
        payer,
        Authorisation.Purpose.DIRECT_SETTLEMENT,
        DAY,
        Optional.of(DAY),
        PersonName.of("测试甲"),
        DataLeave.Signer.SELF,
        till.clock.instant());
  }

  private Patient arrives() {
    return till.counter.identify(Till.card(), Till.registered("V1"));
  }

  private Eligibility verdict(Patient patient) {
    return till.counter.eligibility(patient, new Visit("V1", CareType.OUTPATIENT, DAY));
  }

  @Test
  @DisplayName("is authorised by a signed act, and stands on quote and slip under its own name")
  void authorisedQuotedAndSettled() {
    Patient patient = arrives();
    assertFalse(verdict(patient).others().get(0).open());
    assertEquals(List.of(), till.counter.estimate(verdict(patient), BILL).mayPay());
    Authorisation given = till.counter.authorise(patient, leave("INS1"));
    Eligibility verdict = verdict(patient);
    assertEquals(Optional.of(given.id()), verdict.others().get(0).authorisation());
    assertTrue(
        till.counter
            .estimate(verdict, BILL)
            .mayPay()
            .get(0)
            .en()
            .contains("known only at the trial"));

    till.centre.pay(pays("150.00", given.id()));
    Quote quote = till.counter.quote(verdict, BILL);
    assertEquals(Money.parseYuan("150.00"), quote.split().paidByOthers());
    assertInstanceOf(SettlementOutcome.Settled.class, till.counter.settle(BILL.id(), quote));
    String slip = till.terminal.slip(BILL.id()).text(PaperWidth.MM_80);
    assertTrue(slip.contains("测试惠民保"), slip);
    assertTrue(slip.contains("150.00"), slip);
    assertTrue(slip.contains("authorised by " + given.id()), slip);
    till.restart();
    assertEquals(slip, till.terminal.slip(BILL.id()).text(PaperWidth.MM_80));

    List<Act> acts = till.kept(ActKind.DATA_AUTHORISED);
    assertEquals(1, acts.size());
    assertTrue(acts.get(0).body().contains("INS1"), acts.get(0)::body);
  }

  @Test
  @DisplayName("without leave, or with another's number, has the centre's trial refused")
  void aTrialWithoutLeaveIsRefused() {
    Patient patient = arrives();
    till.centre.pay(pays("150.00", "AU-INS1"));
    AuthorisationMissing missing =
        assertThrows(AuthorisationMissing.class, () -> till.counter.quote(verdict(patient), BILL));
    assertEquals("R-DATA-07", missing.rule());
    assertEquals(List.of("INS1"), missing.payers());
    till.counter.authorise(patient, leave("INS1"));
    till.centre.pay(pays("150.00", "AU-FORGED"));
    assertThrows(AuthorisationMissing.class, () -> till.counter.quote(verdict(patient), BILL));
    assertEquals(0, till.centre.settlementsStanding());
    till.close();
  }

  @Test
  @DisplayName("that the settlement adds without leave is a difference that nobody may accept")
  void aSettlementWithoutLeaveIsNotAccepted() {
    Quote quote = till.counter.quote(verdict(arrives()), BILL);
    till.centre.pay(pays("150.00", "AU-FORGED"));
    SettlementOutcome.SettledDifferently differs =
        assertInstanceOf(
            SettlementOutcome.SettledDifferently.class, till.counter.settle(BILL.id(), quote));
    Shift supervisor = till.counter.shift();
    assertEquals(
        List.of("INS1"),
        assertThrows(AuthorisationMissing.class, () -> till.terminal.accept(supervisor, differs))
            .payers());
    till.close();
  }

  @Test
  @DisplayName("is told nothing more once the leave is revoked")
  void revoked() {
    Patient patient = arrives();
    Authorisation given = till.counter.authorise(patient, leave("INS1"));
    Authorisation revoked = till.counter.revoke(patient, given, "本人要求");
    assertEquals(Optional.of(DAY), revoked.revoked());
    assertFalse(verdict(patient).others().get(0).open());
    till.centre.pay(pays("150.00", given.id()));
    assertThrows(AuthorisationMissing.class, () -> till.counter.quote(verdict(patient), BILL));
    assertEquals(1, till.kept(ActKind.AUTHORISATION_REVOKED).size());
  }

  @Test
  @DisplayName("that covers nobody here is not authorised")
  void nobodyElse() {
    Patient patient = arrives();
    assertThrows(Misuse.class, () -> till.counter.authorise(patient, leave("INS2")));
    till.close();
  }
}
