package io.caresettle.sim.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.InvalidProtocolBufferException;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.credential.card.CardReader;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Patient;
import io.caresettle.journal.Recovery;
import io.caresettle.operator.Shift;
import io.caresettle.policy.plan.CareType;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.certificate.Validity;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.keys.PartyIdentity;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.SignedDocument;
import io.caresettle.sdk.Counter;
import io.caresettle.sdk.Terminal;
import io.caresettle.sdk.TerminalConfig;
import io.caresettle.settlement.Backoff;
import io.caresettle.settlement.KeptDocument;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.Wish;
import io.caresettle.sim.SignedIn;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.TestOperators;
import io.caresettle.sim.centre.Books;
import io.caresettle.sim.centre.Faults;
import io.caresettle.sim.centre.TestKeys;
import io.caresettle.sim.centre.TestRecoveryKey;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.FeeLine;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A lost terminal key is no stuck money")
@Timeout(120)
class LostTerminalKeyTest {

  private static final String CODE = Simulator.HOSPITAL.code();
  private static final BillId STANDS = new BillId(CODE, "B-STANDS");
  private static final BillId NEVER_ARRIVED = new BillId(CODE, "B-NEVER-ARRIVED");
  private static final BillId NOT_WANTED = new BillId(CODE, "B-NOT-WANTED");
  private static final Duration SHORT = Bench.UNANSWERED;
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final CertifiedKeys lost = certified("terminal-lost");
  private final CertifiedKeys fresh = certified("terminal-fresh");
  private Simulator simulator;

  @BeforeEach
  void start() {
    simulator = Simulator.start(folder, Simulator.atTen());
  }

  @AfterEach
  void nothingIsLeftOver() {
    try (Simulator all = simulator) {
      Books books = all.centre().books();
      assertTrue(books.balance(), () -> books.lines().toString());
      assertEquals(List.of(), all.centre().hanging());
    }
  }

  @Test
  @DisplayName("terminal key lost with three unknown bills open")
  void threeUnknownBills() {
    try (Terminal till = SignedIn.at(Terminal.open(oldTill()));
        Counter counter = till.counter(TestOperators.key("cashier-1"))) {
      leaveUnknown(counter, STANDS, simulator.centre().faults()::loseNext);
      leaveUnknown(counter, NEVER_ARRIVED, simulator.centre().faults()::ignoreNext);
      leaveUnknown(counter, NOT_WANTED, simulator.centre().faults()::loseNext);
      for (BillId bill : List.of(STANDS, NEVER_ARRIVED, NOT_WANTED)) {
        assertInstanceOf(SettlementOutcome.Unknown.class, till.outcomeOf(bill).orElseThrow());
      }
    }

    takeOver();
    try (Terminal till = Terminal.open(newTill())) {
      assertEquals(List.of(STANDS, NEVER_ARRIVED, NOT_WANTED), till.unfinished());
      assertUndone(
          till.resolve(
              till.takeShift(TestOperators.key("supervisor-1")),
              NOT_WANTED,
              Wish.NOT_WANTED,
              LONG));
      assertUndone(
          till.resolve(
              till.takeShift(TestOperators.key("supervisor-1")), NEVER_ARRIVED, Wish.WANTED, LONG));
      assertInstanceOf(
          SettlementOutcome.Settled.class,
          till.resolve(
              till.takeShift(TestOperators.key("supervisor-1")), STANDS, Wish.WANTED, LONG));
      assertEquals(1, simulator.centre().settlementsStanding());

      // What the lost terminal signed is evidence still; what undoes it the new one signed.
      assertEquals(
          Set.of(lost.keys().identity().keyId()), keyIds(till, KeptDocument.Kind.SETTLEMENT));
      assertEquals(
          Set.of(fresh.keys().identity().keyId()), keyIds(till, KeptDocument.Kind.REVERSAL));
      assertNoMessageIdTwice(till);
      assertTrue(
          documents(till).count() >= 8, "Three requests, a receipt, two reversals, two ends");
      documents(till).forEach(this::assertProvesItself);

      List.of(STANDS, NEVER_ARRIVED, NOT_WANTED).forEach(till::acknowledge);
      assertEquals(List.of(), till.unfinished());
      assertSettlesTheNextBill(till);
    }
  }

  @Test
  @DisplayName("a reversal that the lost terminal had begun is signed anew and ends")
  void aReversalThatWasBegun() {
    try (Terminal till = SignedIn.at(Terminal.open(oldTill()));
        Counter counter = till.counter(TestOperators.key("cashier-1"))) {
      leaveUnknown(counter, NOT_WANTED, simulator.centre().faults()::loseNext);
      for (int turn = 0; turn < 3; turn++) {
        simulator.centre().faults().ignoreNext(MessageType.REVERSE);
      }
      assertInstanceOf(
          SettlementOutcome.Unknown.class,
          till.resolve(
              till.takeShift(TestOperators.key("supervisor-1")),
              NOT_WANTED,
              Wish.NOT_WANTED,
              SHORT));
    }

    takeOver();
    try (Terminal till = Terminal.open(newTill())) {
      assertUndone(
          till.resolve(
              till.takeShift(TestOperators.key("supervisor-1")),
              NOT_WANTED,
              Wish.NOT_WANTED,
              LONG));
      assertEquals(
          Set.of(lost.keys().identity().keyId(), fresh.keys().identity().keyId()),
          keyIds(till, KeptDocument.Kind.REVERSAL));
      assertEquals(0, simulator.centre().settlementsStanding());
    }
  }

  /** What the settle message meets at the centre; whatever is asked about it meets silence. */
  private void leaveUnknown(Counter counter, BillId bill, Consumer<MessageType> harm) {
    Quote quote = quote(counter, bill);
    Faults faults = simulator.centre().faults();
    harm.accept(MessageType.SETTLE);
    // The resolver may have two turns at once: whoever waits and whoever sends both call it.
    faults.ignoreNext(MessageType.QUERY);
    faults.ignoreNext(MessageType.QUERY);
    assertInstanceOf(SettlementOutcome.Unknown.class, counter.settle(bill, quote, SHORT));
  }

  /** The old pair is gone; the institution's keeper opens the journal for the new one. */
  private void takeOver() {
    TerminalConfig newTill = newTill();
    assertThrows(JournalUnavailable.class, () -> Terminal.open(newTill));
    Recovery.Recovered recovered =
        Recovery.takeOver(journal(), TestRecoveryKey.pair(), fresh.keys().encryption().publicKey());
    assertEquals(new Recovery.Recovered(1, List.of()), recovered);
  }

  private TerminalConfig oldTill() {
    return till(lost).slot(1).backoff(tries -> Duration.ofHours(1)).build();
  }

  private TerminalConfig newTill() {
    Backoff quick = tries -> Duration.ofMillis(20);
    return till(fresh).slot(2).backoff(quick).build();
  }

  private TerminalConfig.Builder till(CertifiedKeys keys) {
    return simulator
        .hospital()
        .centre(simulator.centre().address(), keys, TestKeys.trust(), TestKeys.centreId())
        .journal(journal())
        .deadline(Duration.ofSeconds(4));
  }

  private static CertifiedKeys certified(String id) {
    SecureRandom random = new SecureRandom();
    PartyKeys keys = PartyKeys.generate(id, random);
    return new CertifiedKeys(
        keys,
        TestKeys.authority()
            .issue(
                Subject.terminal(id, CODE),
                keys.identity(),
                new Validity(
                    Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z")),
                random));
  }

  private Path journal() {
    return folder.resolve("till-lost.db");
  }

  private Quote quote(Counter counter, BillId bill) {
    SocialSecurityCard card =
        new CardReader()
            .read(simulator.card("P0000001"), simulator.authenticator(), Simulator.DEMO_DAY);
    String visit = "V-" + bill.number();
    Patient patient = counter.identify(card, simulator.registration("P0000001", visit));
    Eligibility may =
        counter.eligibility(patient, new Visit(visit, CareType.OUTPATIENT, Simulator.DEMO_DAY));
    return counter.quote(
        may, new Bill(bill, List.of(FeeLine.of("1", "TEST-0006", "100.00", "10"))));
  }

  private void assertSettlesTheNextBill(Terminal till) {
    try (Counter counter = till.counter(TestOperators.key("cashier-2"))) {
      BillId next = new BillId(CODE, "B-NEXT");
      assertInstanceOf(SettlementOutcome.Settled.class, counter.settle(next, quote(counter, next)));
      assertEquals(2, simulator.centre().settlementsStanding());
    }
  }

  private static Stream<KeptDocument> documents(Terminal till) {
    Shift supervisor = till.takeShift(TestOperators.key("supervisor-1"));
    return Stream.of(STANDS, NEVER_ARRIVED, NOT_WANTED)
        .flatMap(b -> till.evidence(supervisor, b).stream());
  }

  /** With nothing but the signer's keys, and no session. */
  private void assertProvesItself(KeptDocument kept) {
    PartyIdentity signer =
        Stream.of(lost.keys().identity(), fresh.keys().identity(), simulator.centre().identity())
            .filter(party -> party.keyId().equals(kept.keyId()))
            .findFirst()
            .orElseThrow();
    try {
      byte[] document =
          Documents.verify(
              signer,
              DocumentContext.valueOf(kept.kind().name()),
              SignedDocument.parseFrom(kept.document().bytes()));
      assertTrue(document.length > 0);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  private static Set<String> keyIds(Terminal till, KeptDocument.Kind kind) {
    return documents(till)
        .filter(d -> d.kind() == kind)
        .map(KeptDocument::keyId)
        .collect(Collectors.toSet());
  }

  /** Three settlements of slot 1 and two reversals of slot 2, each with an id of its own. */
  private static void assertNoMessageIdTwice(Terminal till) {
    List<String> ids =
        documents(till)
            .filter(
                d ->
                    d.kind() == KeptDocument.Kind.SETTLEMENT
                        || d.kind() == KeptDocument.Kind.REVERSAL)
            .map(KeptDocument::messageId)
            .toList();
    assertEquals(5, ids.size());
    assertEquals(5, Set.copyOf(ids).size());
    assertEquals(
        List.of("01", "01", "01", "02", "02"),
        ids.stream().map(id -> id.substring(26, 28)).sorted().toList());
  }

  private static void assertUndone(SettlementOutcome outcome) {
    assertEquals("REVERSED", assertInstanceOf(SettlementOutcome.Refused.class, outcome).code());
  }
}
