package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.FakeCentre.Fault;
import io.caresettle.centre.FakeCentre.KeptEvidence;
import io.caresettle.problem.RecordUnreadable;
import io.caresettle.settlement.KeptDocument;
import io.caresettle.settlement.SettlementOutcome.Refused;
import io.caresettle.settlement.SettlementOutcome.Settled;
import io.caresettle.settlement.SettlementOutcome.Unknown;
import io.caresettle.settlement.Wish;
import io.caresettle.split.BillId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Whatever went over the line and moves money is kept as it was")
@Timeout(150)
class EvidenceTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final BillId BILL = Till.id("B1");

  @TempDir Path folder;
  private Till till;

  @BeforeEach
  void open() {
    till = new Till(folder);
  }

  @AfterEach
  void close() {
    till.close();
  }

  @Test
  void ofASettledBillTheRequestAndTheReceipt() {
    assertInstanceOf(Settled.class, till.counter.settle(BILL, till.quote("B1")));
    assertKept("SETTLEMENT", "SETTLEMENT_RECEIPT");
    KeptDocument request = till.terminal.evidence(BILL).get(0);
    assertEquals("terminal-key-1", request.keyId());
    assertEquals("centre-key", till.terminal.evidence(BILL).get(1).keyId());
    assertEquals(request.messageId(), till.terminal.evidence(BILL).get(1).messageId());
    till.restart();
    assertKept("SETTLEMENT", "SETTLEMENT_RECEIPT");
    assertEquals(List.of(), till.terminal.evidence(Till.id("B2")));
  }

  @Test
  void aReceiptThatWasFoundByQuery() {
    lose(Fault.ANSWER_LOST);
    assertInstanceOf(
        Settled.class, till.terminal.resolve(till.counter.shift(), BILL, Wish.WANTED, SOON));
    assertKept("SETTLEMENT", "SETTLEMENT_RECEIPT");
  }

  @Test
  void aReversalAndWhatTheCentreSaidToIt() {
    till.counter.settle(BILL, till.quote("B1"));
    assertInstanceOf(
        Refused.class, till.terminal.resolve(till.counter.shift(), BILL, Wish.NOT_WANTED, SOON));
    assertKept("SETTLEMENT", "SETTLEMENT_RECEIPT", "REVERSAL", "REVERSAL_RECEIPT");
  }

  @Test
  void aReceiptThatCameTooLateToDecideAnything() {
    till.centre.next(Fault.ANSWER_HELD);
    till.centre.setReversalsAnswered(false);
    assertInstanceOf(Unknown.class, till.counter.settle(BILL, till.quote("B1"), AT_ONCE));
    assertInstanceOf(
        Unknown.class, till.terminal.resolve(till.counter.shift(), BILL, Wish.NOT_WANTED, AT_ONCE));
    till.centre.release();
    Await.until(() -> till.recordsOf("LATE_ANSWER") == 1);
    // The resolver may have asked, and heard that it stands, before it was not wanted any more.
    List<String> kept = till.terminal.evidence(BILL).stream().map(d -> d.kind().name()).toList();
    assertEquals(
        List.of("REVERSAL", "SETTLEMENT_RECEIPT"), kept.subList(kept.size() - 2, kept.size()));
  }

  @Test
  void aReversalThatIsRepeatedIsTheSameBytesAlsoAfterARestart() {
    till.centre.setReversalsAnswered(false);
    lose(Fault.ANSWER_LOST);
    assertInstanceOf(
        Unknown.class, till.terminal.resolve(till.counter.shift(), BILL, Wish.NOT_WANTED, AT_ONCE));
    Await.until(() -> reversalsSent().count() >= 2);
    till.restart();
    long before = reversalsSent().count();
    Await.until(() -> reversalsSent().count() >= before + 2);
    assertEquals(1, reversalsSent().distinct().count());
    assertEquals(1, till.recordsOf("REVERSE_INTENT"));
  }

  @Test
  void aReversalOfAKeyThatTheTerminalHasNoMoreIsSignedAndKeptAnew() {
    till.centre.setReversalsAnswered(false);
    lose(Fault.ANSWER_LOST);
    assertInstanceOf(
        Unknown.class, till.terminal.resolve(till.counter.shift(), BILL, Wish.NOT_WANTED, AT_ONCE));
    till.terminal.close();
    till.centre.setTerminalKey("terminal-key-2");
    till.centre.setReversalsAnswered(true);
    till.restart();
    Await.until(() -> till.terminal.outcomeOf(BILL).orElseThrow() instanceof Refused);
    assertEquals(2, till.recordsOf("REVERSE_INTENT"));
    // A query may have come back in between with the centre's word for the settlement.
    List<String> keys = till.terminal.evidence(BILL).stream().map(KeptDocument::keyId).toList();
    assertEquals(
        List.of("terminal-key-1", "terminal-key-1", "terminal-key-2"),
        keys.stream().filter(key -> key.startsWith("terminal")).toList());
    assertEquals("centre-key", keys.get(keys.size() - 1));
    assertEquals(0, till.centre.settlementsStanding());
  }

  @Test
  void aBillWhoseDataKeyIsDestroyedStaysListedAndStopsNoOtherBill() throws SQLException {
    till.counter.settle(BILL, till.quote("B1"));
    till.terminal.close();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + till.journal);
        Statement statement = other.createStatement()) {
      statement.executeUpdate("DELETE FROM wrapping");
    }
    till.restart();
    assertEquals(List.of(BILL), till.terminal.unfinished());
    assertThrows(RecordUnreadable.class, () -> till.terminal.outcomeOf(BILL));
    assertThrows(RecordUnreadable.class, () -> till.terminal.evidence(BILL));
    BillId next = Till.id("B2");
    assertInstanceOf(Settled.class, till.counter.settle(next, till.quote("B2")));
  }

  private void lose(Fault fault) {
    var quote = till.quote("B1");
    till.centre.next(fault);
    assertInstanceOf(Unknown.class, till.counter.settle(BILL, quote));
    till.centre.setReachable(true);
  }

  private Stream<KeptEvidence> reversalsSent() {
    return till.centre.documents().stream().filter(d -> d.kind().equals("REVERSAL"));
  }

  /** These kinds in this order, and each with the very bytes that went over the line. */
  private void assertKept(String... kinds) {
    List<KeptEvidence> kept =
        till.terminal.evidence(BILL).stream()
            .map(d -> new KeptEvidence(d.kind().name(), d.keyId(), d.document()))
            .toList();
    assertEquals(List.of(kinds), kept.stream().map(KeptEvidence::kind).toList());
    assertTrue(till.centre.documents().containsAll(kept), kept::toString);
  }
}
