package io.caresettle.sim.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.EnvelopeRejected;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.certificate.CertificateAuthority;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.certificate.Validity;
import io.caresettle.protocol.keys.SigningPair;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.sdk.Counter;
import io.caresettle.sdk.Terminal;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.Wish;
import io.caresettle.sim.SignedIn;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.TestOperators;
import io.caresettle.sim.centre.Faults;
import io.caresettle.sim.centre.TestKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A centre that is in trouble")
@Timeout(300)
class CentreTroubleTest {

  private static final Duration RESOLVE_WITHIN = Duration.ofMinutes(2);

  /** What can become of the answer to a settlement that the centre has made. */
  private enum Harm {
    LOST,
    LINE_CLOSED,
    CLOSED_MID_FRAME,
    BIT_TURNED,
    GARBAGE,
    FOREIGN_SIGNATURE,
    MALFORMED,
    TOO_DENSE,
    NOT_CANONICAL,
    LATE;

    void arm(Faults faults) {
      switch (this) {
        case LOST -> faults.loseNext(MessageType.SETTLE);
        case LINE_CLOSED -> faults.closeNext(MessageType.SETTLE);
        case CLOSED_MID_FRAME -> faults.closeMidFrameNext(MessageType.SETTLE);
        case BIT_TURNED -> faults.turnABitNext(MessageType.SETTLE);
        case GARBAGE -> faults.garbageNext(MessageType.SETTLE);
        case FOREIGN_SIGNATURE -> faults.foreignSignatureNext(MessageType.SETTLE);
        case MALFORMED -> faults.malformedNext(MessageType.SETTLE);
        case TOO_DENSE -> faults.tooDenseNext(MessageType.SETTLE);
        case NOT_CANONICAL -> faults.notCanonicalNext(MessageType.SETTLE);
        case LATE -> faults.delayNext(MessageType.SETTLE, Duration.ofSeconds(3));
      }
    }
  }

  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder, Simulator.atTen());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private SettlementOutcome settle(Quote quote) {
    return bench.settle(quote);
  }

  /** The answer may never come, and whoever waits goes on after a moment. */
  private SettlementOutcome settleUnder(Harm harm, Quote quote) {
    harm.arm(bench.simulator.centre().faults());
    return bench.counter.settle(quote.bill(), quote, Bench.UNANSWERED);
  }

  private SettlementOutcome resolved(SettlementOutcome first, Wish wish) {
    return first instanceof SettlementOutcome.Unknown
        ? bench.terminal.resolve(
            bench.terminal.takeShift(TestOperators.key("supervisor-1")),
            first.bill(),
            wish,
            RESOLVE_WITHIN)
        : first;
  }

  private SettlementOutcome.Settled assertSettledOnce(SettlementOutcome outcome, Quote quote) {
    SettlementOutcome.Settled settled = assertInstanceOf(SettlementOutcome.Settled.class, outcome);
    assertEquals(quote.split(), settled.split());
    bench.assertOneStands();
    assertEquals(Optional.of(settled), bench.terminal.outcomeOf(quote.bill()));
    return settled;
  }

  @Test
  @Tag("R-TXN-08")
  void whereNobodyListensNothingBegins(@TempDir Path other) throws IOException {
    InetSocketAddress nobody;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), gone.getLocalPort());
    }
    String code = Simulator.HOSPITAL.code();
    try (Terminal lonely =
            Terminal.open(
                bench
                    .simulator
                    .hospital()
                    .centre(nobody, TestKeys.terminal(code), TestKeys.trust(), TestKeys.centreId())
                    .journal(other.resolve("lonely.db"))
                    .deadline(Bench.PATIENCE)
                    .listener(bench)
                    .build());
        Counter counter = lonely.counter(TestOperators.key("cashier-1"))) {
      assertThrows(CentreUnreachable.class, lonely::signIn);
      assertThrows(
          CentreUnreachable.class,
          () ->
              counter.identify(
                  bench.read(bench.simulator.card("P0000001")),
                  bench.simulator.registration("P0000001", "V-1")));
      assertEquals(List.of(), lonely.unfinished());
    }
    assertEquals(List.of(), bench.records);
    bench.assertNothingSettledAndNextPatientServed();
  }

  @Test
  void aCentreThatWentAwayBeforeTheSettlementLeavesNothingOpenAndTheBillIsSettledLater() {
    Quote quote = bench.quote("B-1", "100.00");
    bench.simulator.centre().close();
    // The first to try finds the line dead; from then on the terminal knows.
    assertThrows(CentreUnreachable.class, () -> bench.quote("B-2", "100.00"));
    assertThrows(CentreUnreachable.class, () -> settle(quote));
    // It is known before anything is written down for it.
    assertFalse(bench.records.contains("SETTLE_INTENT"), bench.records::toString);
    assertEquals(List.of(), bench.terminal.unfinished());
    bench.close();

    bench = new Bench(folder, Simulator.atTen());
    bench.assertNothingStands();
    Quote fresh = bench.quote("B-1", "100.00");
    var unused = assertSettledOnce(settle(fresh), fresh);
  }

  @Test
  void aQuoteFromBeforeTheTerminalWasOpenedAgainIsATypedFault() {
    Quote quote = bench.quote("B-1", "100.00");
    bench.close();
    bench =
        new Bench(
            folder,
            Simulator.atTen(),
            Bench.PATIENCE,
            faults -> faults.ignoreNext(MessageType.SIGN_IN));
    assertThrows(Misuse.class, () -> settle(quote));
    bench.assertNothingStands();
    Terminal unusedTerminal = SignedIn.at(bench.terminal);
    var unused = assertSettledOnce(settle(quote), quote);
  }

  @ParameterizedTest
  @EnumSource
  void whateverBecomesOfTheAnswerTheBillIsSettledOnce(Harm harm) {
    Quote quote = bench.quote("B-1", "100.00");
    SettlementOutcome first = settleUnder(harm, quote);
    assertFalse(first instanceof SettlementOutcome.Refused, first::toString);
    var unused = assertSettledOnce(resolved(first, Wish.WANTED), quote);
    bench.assertRecorded("UNKNOWN");
  }

  @ParameterizedTest
  @EnumSource
  void whateverBecomesOfTheAnswerABillThatIsNotWantedIsUndone(Harm harm) {
    Quote quote = bench.quote("B-1", "100.00");
    var unused = settleUnder(harm, quote);
    SettlementOutcome ending =
        bench.terminal.resolve(
            bench.terminal.takeShift(TestOperators.key("supervisor-1")),
            quote.bill(),
            Wish.NOT_WANTED,
            RESOLVE_WITHIN);
    assertEquals("REVERSED", assertInstanceOf(SettlementOutcome.Refused.class, ending).code());
    assertEquals(0, bench.simulator.centre().books().fen("fund:pool"));
    bench.assertListedUntilBooked(quote.bill());
    bench.assertNothingSettledAndNextPatientServed();
  }

  @ParameterizedTest
  @EnumSource(names = {"BIT_TURNED", "GARBAGE", "FOREIGN_SIGNATURE"})
  void aForgedAnswerToASettlementIsUnknownAndTold(Harm harm) {
    Quote quote = bench.quote("B-1", "100.00");
    assertInstanceOf(SettlementOutcome.Unknown.class, settleUnder(harm, quote));
    bench.terminal.close();
    bench.assertAlarms("SETTLE");
  }

  @ParameterizedTest
  @EnumSource(names = {"MALFORMED", "TOO_DENSE", "NOT_CANONICAL"})
  void anAuthenticAnswerThatCannotBeReadIsUnknownAndNoAlarm(Harm harm) {
    Quote quote = bench.quote("B-1", "100.00");
    assertInstanceOf(SettlementOutcome.Unknown.class, settleUnder(harm, quote));
    bench.terminal.close();
    bench.assertAlarms();
    bench.assertOneStands();
  }

  @Test
  void anAuthenticAnswerThatCannotBeReadWhereNoMoneyMovesIsTypedAndTheNextIsServed() {
    bench.simulator.centre().faults().tooDenseNext(MessageType.LOOK_UP);
    assertThrows(CentreUnreachable.class, () -> bench.quote("B-1", "100.00"));
    bench.simulator.centre().faults().malformedNext(MessageType.TRIAL);
    assertThrows(CentreUnreachable.class, () -> bench.quote("B-1", "100.00"));
    bench.assertNothingSettledAndNextPatientServed();
  }

  @Test
  void aForgedAnswerWhereNoMoneyMovesIsTheKeyKeepersTurn() {
    bench.simulator.centre().faults().turnABitNext(MessageType.TRIAL);
    EnvelopeRejected rejected =
        assertThrows(EnvelopeRejected.class, () -> bench.quote("B-1", "100.00"));
    assertTrue(rejected.toString().contains("B-1"), rejected::toString);
    bench.simulator.centre().faults().garbageNext(MessageType.LOOK_UP);
    assertThrows(EnvelopeRejected.class, () -> bench.quote("B-1", "100.00"));
    bench.assertAlarms("TRIAL", "LOOK_UP");
    bench.assertNothingSettledAndNextPatientServed();
  }

  @Test
  void anImpostorAtTheCentresAddressIsTheKeyKeepersTurn(@TempDir Path other) {
    // It shows the certificates of an authority that this terminal does not trust.
    CertificateAuthority another =
        CertificateAuthority.root(
            "another-root",
            new SigningPair(Sm2PrivateKey.generate(new SecureRandom())),
            TrustProfile.TEST,
            new Validity(Instant.EPOCH, Instant.parse("2099-01-01T00:00:00Z")),
            new SecureRandom());
    try (Terminal deceived =
        Terminal.open(
            bench
                .simulator
                .hospital()
                .centre(
                    bench.simulator.centre().address(),
                    TestKeys.terminal(Simulator.HOSPITAL.code()),
                    Trust.in(TrustProfile.TEST, List.of(another.certificate())),
                    TestKeys.centreId())
                .journal(other.resolve("deceived.db"))
                .deadline(Bench.PATIENCE)
                .listener(bench)
                .build())) {
      assertThrows(EnvelopeRejected.class, deceived::signIn);
    }
    bench.assertOnlyAlarm("SIGN_IN");
  }

  @Test
  void aSecondLostAnswerIsAskedForAgain() {
    Quote quote = bench.quote("B-1", "100.00");
    bench.simulator.centre().faults().loseNext(MessageType.QUERY);
    bench.simulator.centre().faults().closeNext(MessageType.QUERY);
    SettlementOutcome first = settleUnder(Harm.LOST, quote);
    assertInstanceOf(SettlementOutcome.Unknown.class, first);
    var unused = assertSettledOnce(resolved(first, Wish.WANTED), quote);
    bench.assertSentAtLeast(3, "QUERY");
  }

  @Test
  void aSettlementThatNeverArrivedIsReversedAndAFreshQuoteSettlesOnce() {
    Quote quote = bench.quote("B-1", "100.00");
    bench.simulator.centre().faults().ignoreNext(MessageType.SETTLE);
    SettlementOutcome ending =
        resolved(bench.counter.settle(quote.bill(), quote, Bench.UNANSWERED), Wish.WANTED);
    assertEquals("REVERSED", assertInstanceOf(SettlementOutcome.Refused.class, ending).code());
    bench.assertListedUntilBooked(quote.bill());
    bench.assertNothingStands();

    Quote fresh = bench.quote("B-1", "100.00");
    var unused = assertSettledOnce(settle(fresh), fresh);
  }

  @Test
  void aBillNumberIsBoundToItsLines() {
    Quote first = bench.quote("B-1", "100.00");
    Quote other = bench.quote("B-1", "100.01");
    SettlementOutcome.Settled settled = assertSettledOnce(settle(first), first);
    Misuse misuse = assertThrows(Misuse.class, () -> settle(other));
    assertTrue(misuse.toString().contains("B-1"), misuse::toString);
    assertEquals(settled, assertSettledOnce(settle(first), first));
  }

  @Test
  void aQuoteOfAnotherBillIsMisuse() {
    Quote quote = bench.quote("B-1", "100.00");
    assertThrows(Misuse.class, () -> bench.counter.settle(Bench.bill("B-2"), quote));
    bench.assertNothingSettledAndNextPatientServed();
  }

  @Test
  void theSameQuoteAgainSendsNothingAndSaysTheSame() {
    Quote quote = bench.quote("B-1", "100.00");
    SettlementOutcome first = settle(quote);
    assertEquals(first, settle(quote));
    bench.terminal.acknowledge(quote.bill());
    assertEquals(first, settle(quote));
    var unused = assertSettledOnce(first, quote);
    // Once the terminal is closed, whatever was to be sent has been, and is told soon.
    bench.terminal.close();
    bench.assertSent(1, "SETTLE");
  }
}
