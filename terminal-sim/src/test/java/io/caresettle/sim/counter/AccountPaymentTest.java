package io.caresettle.sim.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.eligibility.AccountPayment;
import io.caresettle.eligibility.AccountUse;
import io.caresettle.eligibility.AccountUse.Beneficiary;
import io.caresettle.eligibility.AccountUse.Purpose;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Patient;
import io.caresettle.money.Money;
import io.caresettle.policy.plan.CareType;
import io.caresettle.problem.CentreRefused;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.sdk.AccountDesk;
import io.caresettle.sdk.AccountQuote;
import io.caresettle.settlement.PaperWidth;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.Wish;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.TestOperators;
import io.caresettle.sim.centre.Books;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.FeeLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** R-ACCT-05, R-ACCT-06, R-ACCT-08. The account holds 1000 yuan. */
@DisplayName("What an account pays besides care, from the counter to the centre's books:")
@Timeout(180)
@Tag("R-ACCT-05")
@Tag("R-ACCT-06")
class AccountPaymentTest {

  private static final String CHILD = "P0000003";
  private static final Duration RESOLVE_WITHIN = Duration.ofSeconds(20);

  private Bench bench;

  @BeforeEach
  void open(@TempDir Path folder) {
    bench = new Bench(folder, Simulator.atTen());
  }

  @AfterEach
  void close() {
    Books books = bench.simulator.centre().books();
    assertTrue(books.balance(), books::toString);
    assertEquals(0, books.fen("fund:pool"), "a fund paid for a premium");
    bench.close();
  }

  private static AccountPayment premium(String covered, String yuan) {
    return new AccountPayment(
        new AccountUse(Purpose.RESIDENT_PREMIUM, Beneficiary.CHILD, covered),
        "",
        Money.parseYuan(yuan));
  }

  private static AccountPayment insurance(String product, String yuan) {
    return new AccountPayment(
        new AccountUse(Purpose.INSURANCE, Beneficiary.SELF), product, Money.parseYuan(yuan));
  }

  private AccountQuote ask(String number, AccountPayment payment) {
    String visit = "V-" + number;
    Patient patient =
        bench.counter.identify(
            bench.read(bench.simulator.card("P0000001")),
            bench.simulator.registration("P0000001", visit));
    return desk()
        .quote(
            Bench.bill(number),
            patient,
            new Visit(visit, CareType.OUTPATIENT, Simulator.DEMO_DAY),
            payment);
  }

  private AccountDesk desk() {
    return bench.counter.accountPayments(Set.of("TEST-HMB-1", "TEST-GONE"));
  }

  private Quote quoted(String number, AccountPayment payment) {
    return assertInstanceOf(AccountQuote.Quoted.class, ask(number, payment)).quote();
  }

  private SettlementOutcome settle(Quote quote) {
    return bench.counter.settle(quote.bill(), quote);
  }

  private void assertPaid(long premiums, long left) {
    Books books = bench.simulator.centre().books();
    assertEquals(premiums, books.fen("premiums:resident_premium"));
    assertEquals(left, books.fen("account:P0000001"));
    assertEquals(0, books.fen("payable:" + Simulator.HOSPITAL.code()));
  }

  @Test
  @DisplayName(
      "a child's premium is paid once, however often it is asked, and printed without names")
  void paidOnce() {
    Quote quote = quoted("PAY-1", premium(CHILD, "380.00"));
    assertInstanceOf(SettlementOutcome.Settled.class, settle(quote));
    assertInstanceOf(SettlementOutcome.Settled.class, settle(quote));
    bench.assertSent(1, MessageType.SETTLE.name());
    assertPaid(38000, 62000);
    String slip = bench.terminal.slip(quote.bill()).text(PaperWidth.MM_80);
    assertTrue(slip.contains("城乡居民医保费") && slip.contains("子女"), slip);
    assertFalse(slip.contains(CHILD), slip);
  }

  @Test
  @DisplayName("when the answer is lost it is found out, and gives the money back where not wanted")
  void lostAndReversed() {
    Quote quote = quoted("PAY-2", premium(CHILD, "380.00"));
    bench.simulator.centre().faults().loseNext(MessageType.SETTLE);
    assertInstanceOf(
        SettlementOutcome.Unknown.class,
        bench.counter.settle(quote.bill(), quote, Bench.UNANSWERED));
    BillId bill = quote.bill();
    SettlementOutcome ending =
        bench.terminal.resolve(
            bench.terminal.takeShift(TestOperators.key("supervisor-1")),
            bill,
            Wish.NOT_WANTED,
            RESOLVE_WITHIN);
    assertEquals("REVERSED", assertInstanceOf(SettlementOutcome.Refused.class, ending).code());
    assertPaid(0, 100000);
    bench.assertListedUntilBooked(bill);
  }

  @Test
  @DisplayName("it never overdraws: the terminal asks for no more, and the centre looks again")
  void neverOverdrawn() {
    assertInstanceOf(AccountQuote.Refused.class, ask("PAY-3", premium(CHILD, "1000.01")));
    assertFalse(bench.sent.contains(MessageType.TRIAL.name()));
    Quote first = quoted("PAY-4", premium(CHILD, "600.00"));
    Quote second = quoted("PAY-5", premium(CHILD, "600.00"));
    assertInstanceOf(SettlementOutcome.Settled.class, settle(first));
    assertEquals(
        "ACCOUNT_BALANCE",
        assertInstanceOf(SettlementOutcome.Refused.class, settle(second)).code());
    assertPaid(60000, 40000);
  }

  @Test
  @DisplayName("the centre pays for nobody who is no child of the payer's, and no other product")
  void theCentreDecides() {
    CentreRefused stranger =
        assertThrows(CentreRefused.class, () -> ask("PAY-6", premium("P0000002", "380.00")));
    assertTrue(
        String.valueOf(stranger.getMessage()).contains("ACCOUNT_BENEFICIARY"),
        stranger::getMessage);
    CentreRefused gone =
        assertThrows(CentreRefused.class, () -> ask("PAY-7", insurance("TEST-GONE", "69.00")));
    assertTrue(String.valueOf(gone.getMessage()).contains("ACCOUNT_PRODUCT"), gone::getMessage);
    Quote bought = quoted("PAY-8", insurance("TEST-HMB-1", "69.00"));
    assertInstanceOf(SettlementOutcome.Settled.class, settle(bought));
    assertEquals(6900, bench.simulator.centre().books().fen("premiums:insurance"));
  }

  @Test
  @DisplayName("a premium is not slipped through as a bill of care, and a relative is named")
  void noBillOfCare() {
    Patient patient =
        bench.counter.identify(
            bench.read(bench.simulator.card("P0000001")),
            bench.simulator.registration("P0000001", "V-9"));
    Visit visit = new Visit("V-9", CareType.OUTPATIENT, Simulator.DEMO_DAY);
    Bill bill = new Bill(Bench.bill("PAY-9"), List.of(FeeLine.of("1", "TEST-0006", "1", "1")));
    AccountUse use = new AccountUse(Purpose.INSURANCE, Beneficiary.SELF);
    assertThrows(
        Misuse.class,
        () -> bench.counter.quote(bench.counter.eligibility(patient, visit.using(use)), bill));
    assertThrows(
        Misuse.class, () -> desk().quote(bill.id(), patient, visit, premium("", "380.00")));
    assertFalse(bench.sent.contains(MessageType.TRIAL.name()));
  }
}
