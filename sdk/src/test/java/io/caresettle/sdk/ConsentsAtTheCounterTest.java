package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.PersonName;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.identity.Consent;
import io.caresettle.identity.Consent.Form;
import io.caresettle.identity.Consent.Giver;
import io.caresettle.identity.Consents;
import io.caresettle.journal.Act;
import io.caresettle.journal.ActKind;
import io.caresettle.money.Money;
import io.caresettle.money.Quantity;
import io.caresettle.money.UnitPrice;
import io.caresettle.operator.ActBody;
import io.caresettle.problem.ConsentMissing;
import io.caresettle.settlement.PaperWidth;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome.Settled;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.FeeLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("R-SCOPE-05: what no fund pays is agreed to, signed for and printed")
@Timeout(150)
class ConsentsAtTheCounterTest {

  private static final BillId BILL = Till.id("B1");

  private Till till;

  @BeforeEach
  void open(@TempDir Path folder) {
    till = new Till(folder);
  }

  @AfterEach
  void close() {
    till.close();
  }

  private static Bill outOfScope() {
    return new Bill(
        BILL,
        List.of(
            new FeeLine(
                "1",
                "TEST-0003",
                UnitPrice.parse("80.00"),
                Quantity.parse("1"),
                Money.parseYuan("80.00"))));
  }

  private Consents agreed(Eligibility eligibility, String upTo) {
    return Consents.to(
        BILL,
        eligibility.patient(),
        new Consent(
            "1",
            "TEST-0003",
            Money.parseYuan(upTo),
            Giver.NEAR_RELATIVE,
            PersonName.of("测试丙"),
            Form.ON_PAPER,
            till.clock.instant()));
  }

  private String settledWith(Function<Eligibility, Consents> consents) {
    Eligibility eligibility = till.eligibility();
    Quote quote = till.counter.quote(eligibility, outOfScope(), consents.apply(eligibility));
    assertInstanceOf(Settled.class, till.counter.settle(BILL, quote));
    return till.terminal.slip(BILL).text(PaperWidth.MM_80);
  }

  private Map<String, String> onlyConsent() {
    List<Act> consents = till.kept(ActKind.CONSENT);
    assertEquals(1, consents.size());
    assertEquals("V1", consents.get(0).visitNumber());
    return ActBody.read(consents.get(0).body());
  }

  @Test
  @DisplayName("nothing is sent of a line that nobody agreed to, or agreed to for less")
  void stoppedBeforeAnythingIsSent() {
    Eligibility eligibility = till.eligibility();
    ConsentMissing none =
        assertThrows(ConsentMissing.class, () -> till.counter.quote(eligibility, outOfScope()));
    assertEquals(List.of("1"), none.lineIds());
    assertThrows(
        ConsentMissing.class,
        () -> till.counter.quote(eligibility, outOfScope(), agreed(eligibility, "79.99")));
    assertEquals(List.of(), till.centre.calls("trial"));
    assertEquals(List.of(), till.kept(ActKind.CONSENT));
  }

  @Test
  @DisplayName("a consent stands on the slip without a name, and in an act with it")
  void printedAndSigned() {
    String slip = settledWith(eligibility -> agreed(eligibility, "80.00"));
    assertTrue(slip.contains("自费同意 Consent, 行 line 1 TEST-0003"), slip);
    assertTrue(slip.contains("近亲属 near relative"), slip);
    assertFalse(slip.contains("测试丙"), slip);
    Map<String, String> consent = onlyConsent();
    assertEquals("R-SCOPE-05", consent.get("rules"));
    assertEquals("80.00", consent.get("consent.1.up-to"));
    assertEquals("测试丙", consent.get("consent.1.given-by"));
    assertEquals("ON_PAPER", consent.get("consent.1.form"));
  }

  @Test
  @DisplayName("an emergency lifts the need, and says so on the slip and in an act")
  void emergency() {
    String slip = settledWith(e -> Consents.emergency(BILL, e.patient(), "抢救"));
    assertTrue(slip.contains("急救免除同意 Emergency"), slip);
    assertTrue(slip.contains("抢救"), slip);
    Map<String, String> consent = onlyConsent();
    assertEquals("抢救", consent.get("emergency"));
    assertEquals("R-SCOPE-05", consent.get("rules"));
  }
}
