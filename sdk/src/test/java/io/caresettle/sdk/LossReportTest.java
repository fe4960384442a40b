package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.NationalCode;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.journal.Act;
import io.caresettle.journal.ActKind;
import io.caresettle.operator.ActBody;
import io.caresettle.operator.Shift;
import io.caresettle.operator.TestOperators;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import io.caresettle.problem.NotPermitted;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome.Settled;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("R-ID-07: a loss that is reported at this terminal reaches whoever was let through")
@Timeout(150)
class LossReportTest {

  private static final BillId BILL = Till.id("B1");

  private Till till;
  private Shift cashier;

  @BeforeEach
  void open(@TempDir Path folder) {
    till = new Till(folder);
    cashier = till.terminal.takeShift(TestOperators.CASHIER);
  }

  @AfterEach
  void close() {
    till.close();
  }

  private static Bill bill() {
    return Till.bill("B1", "100.00");
  }

  private static void lost(Runnable what) {
    CredentialRefused refused = assertThrows(CredentialRefused.class, what::run);
    assertEquals(Reason.REPORTED_LOST, refused.reason());
    assertTrue(refused.toString().contains("2026-11-20 10:00"), refused.toString());
  }

  @Test
  @DisplayName("nothing more is quoted, and the verdict says by which rule")
  void notQuoted() {
    Eligibility eligibility = till.eligibility();
    till.terminal.reportLost(cashier, Till.card());
    lost(() -> till.counter.quote(eligibility, bill()));
    lost(till::eligibility);
    assertEquals(List.of(), till.centre.calls("trial"));
    List<Act> verdicts = till.kept(ActKind.REAL_NAME_VERDICT);
    assertEquals(3, verdicts.size());
    Map<String, String> stopped = ActBody.read(verdicts.get(1).body());
    assertEquals("false", stopped.get("passed"));
    assertEquals("R-ID-07", stopped.get("rules"));
    assertEquals("REPORTED_LOST", stopped.get("reason"));
  }

  @Test
  @DisplayName("what was quoted before is not settled, whoever stands at the counter by then")
  void notSettled() {
    Quote quote = till.quote("B1");
    till.counter.close();
    till.terminal.reportLost(cashier, Till.card());
    lost(() -> till.counter.settle(BILL, quote));
    assertEquals(List.of(), till.centre.calls("settle"));
    assertEquals(List.of(), till.kept(ActKind.SETTLEMENT_ASKED));
  }

  @Test
  @DisplayName("a bill that was settled before says how it ended")
  void theEndingIsTold() {
    Quote quote = till.quote("B1");
    till.counter.settle(BILL, quote);
    till.terminal.reportLost(cashier, Till.card());
    assertInstanceOf(Settled.class, till.counter.settle(BILL, quote));
    assertEquals(1, till.centre.settlementsStanding());
  }

  @Test
  @DisplayName("only a supervisor takes a report back, and then everything goes on")
  void takenBack() {
    Eligibility eligibility = till.eligibility();
    till.terminal.reportLost(cashier, Till.card());
    assertThrows(NotPermitted.class, () -> till.terminal.reportFound(cashier, Till.card()));
    lost(() -> till.counter.quote(eligibility, bill()));
    till.terminal.reportFound(till.counter.shift(), Till.card());
    Quote quote = till.counter.quote(eligibility, bill());
    assertInstanceOf(Settled.class, till.counter.settle(BILL, quote));
    assertEquals("op-7", till.kept(ActKind.LOSS_TAKEN_BACK).get(0).operatorId());
  }

  @Test
  @DisplayName("a report is signed, tells its credential by digest alone, and concerns no other")
  void signedAndOfOneCredential() {
    Eligibility eligibility = till.eligibility();
    till.terminal.reportLost(cashier, new NationalCode("0123456789"));
    assertEquals(BILL, till.counter.quote(eligibility, bill()).bill());
    till.terminal.reportLost(cashier, Till.card());
    List<Act> reports = till.kept(ActKind.LOSS_REPORTED);
    assertEquals(List.of("cashier", "cashier"), reports.stream().map(Act::operatorId).toList());
    Map<String, String> card = ActBody.read(reports.get(1).body());
    assertEquals("R-ID-07", card.get("rules"));
    assertEquals(64, card.getOrDefault("digest", "").length());
    assertFalse(reports.get(0).body().contains("0123456789"));
    assertFalse(reports.get(1).body().contains(Till.card().cardNumber()));
    assertFalse(reports.get(1).body().contains(Till.card().cardIdentifier()));
  }
}
