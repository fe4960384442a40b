package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.national.flow.ScriptedBook;
import io.caresettle.centre.national.flow.ScriptedPlatform.Fault;
import io.caresettle.centre.national.message.Value;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Finding;
import io.caresettle.eligibility.Visit;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.CareType;
import io.caresettle.settlement.SettlementOutcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Eligibility over the national interface hears the platform's own check (2001)")
@Timeout(180)
class NationalEligibilityTest {

  @TempDir Path folder;
  private NationalTill till;

  @BeforeEach
  void open() {
    till = new NationalTill(folder, new TerminalListener() {});
  }

  @AfterEach
  void close() {
    till.close();
  }

  private Eligibility eligibility() {
    var patient = till.counter.identify(Till.card(), Till.registered("V-B1"));
    return till.counter.eligibility(
        patient, new Visit("V-B1", CareType.OUTPATIENT, NationalTill.DAY));
  }

  private void insuredIn(String division) {
    till.platform.next(
        "1101",
        new Fault.Edited(
            output ->
                output.with(
                    "insuinfo",
                    new Value.Rows(
                        output.nodes("insuinfo").stream()
                            .map(row -> (Value) row.with("insuplc_admdvs", division))
                            .toList()))));
  }

  @Test
  @DisplayName("and closes the payer that may not pay, with the platform's reason")
  void closes() {
    till.platform.next("2001", new Fault.Output(ScriptedBook.entitled("310100", "0", "待遇等待期")));
    Eligibility eligibility = eligibility();
    assertFalse(eligibility.open().contains(Payer.POOL_FUND));
    assertTrue(eligibility.open().contains(Payer.PERSONAL_ACCOUNT));
    List<Finding> closed =
        eligibility.findings().stream()
            .filter(one -> !one.open() && one.payer() == Payer.POOL_FUND)
            .toList();
    assertTrue(closed.get(0).zh().contains("待遇等待期"), closed::toString);
  }

  @Test
  @DisplayName("and a lost answer closes nothing")
  void lostAnswer() {
    till.platform.next("2001", new Fault.AnswerLost());
    assertTrue(eligibility().open().contains(Payer.POOL_FUND));
    assertInstanceOf(SettlementOutcome.Settled.class, till.settle("B1"));
  }

  @Test
  @DisplayName("and lets somebody insured elsewhere settle where the platform does, and else not")
  void offSite() {
    insuredIn("310000");
    assertTrue(eligibility().open().contains(Payer.POOL_FUND));
    assertEquals("310000", till.platform.requests("2001").get(0).text("insuplc_admdvs").orElse(""));

    insuredIn("310000");
    till.platform.next("2001", new Fault.Output(ScriptedBook.entitled("310100", "0", "未备案")));
    assertTrue(eligibility().cashOnly());
  }
}
