package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.DaySettlement;
import io.caresettle.centre.FakeCentre.Fault;
import io.caresettle.centre.GroupTotals;
import io.caresettle.centre.SettleMessage;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.operator.TestOperators;
import io.caresettle.problem.Misuse;
import io.caresettle.problem.NotPermitted;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.reconciliation.DayReport;
import io.caresettle.reconciliation.Difference;
import io.caresettle.reconciliation.Inspection;
import io.caresettle.settlement.BookedAttempt;
import io.caresettle.settlement.SettlementOutcome.Refused;
import io.caresettle.settlement.Wish;
import io.caresettle.split.SettlementSplit;
import io.caresettle.writing.Columns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("At the end of a day both books agree, or a person decides")
@Timeout(150)
class DayEndTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @TempDir Path folder;
  private final List<String> alarms = new ArrayList<>();
  private Till till;

  @BeforeEach
  void open() {
    till =
        new Till(
            folder,
            new TerminalListener() {
              @Override
              public synchronized void disputed(io.caresettle.split.BillId bill, String reason) {
                alarms.add(bill.number() + " " + reason);
              }
            });
  }

  @AfterEach
  void close() {
    till.close();
  }

  private void settle(String number) {
    till.counter.settle(Till.id(number), till.quote(number));
  }

  private BookedAttempt ours(String number) {
    List<BookedAttempt> all = till.terminal.settler().dayBook().attempts(Till.id(number));
    return all.get(all.size() - 1);
  }

  private static DaySettlement theirs(BookedAttempt ours) {
    return new DaySettlement(
        ours.settlementId().orElse("S-THEIRS"),
        new SettleMessage(ours.messageId(), ours.bill()),
        ours.group().orElseThrow(),
        ours.day(),
        java.time.Instant.parse("2026-11-20T02:00:00Z"),
        ours.cut(),
        ours.split(),
        "0".repeat(64),
        Optional.empty());
  }

  private static DaySettlement undone(DaySettlement one) {
    return new DaySettlement(
        one.settlementId(),
        one.message(),
        one.group(),
        one.businessDate(),
        one.settledAt(),
        one.cut(),
        one.split(),
        one.receiptDigest(),
        Optional.of(new DaySettlement.Undoing("U", one.settledAt(), DAY)));
  }

  /** The centre's book of the day, of which the sums are made too. */
  private void centreHolds(DaySettlement... book) {
    long total = 0;
    long funds = 0;
    int settled = 0;
    for (DaySettlement one : book) {
      if (one.stands()) {
        settled++;
        total += one.split().total().fen();
        funds += one.split().paidBy(Payer.POOL_FUND).fen();
      }
    }
    till.centre.dayEnd().settlements(List.of(book));
    till.centre
        .dayEnd()
        .sums(
            book.length == 0
                ? List.of()
                : List.of(
                    new GroupTotals(
                        book[0].group(),
                        settled,
                        book.length - settled,
                        new Money(total),
                        new Money(funds),
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        new Money(total - funds))));
  }

  private DayClosing closing() {
    return till.terminal.dayEnd(till.counter.shift());
  }

  private DayReport compare() {
    DayReport report = closing().compare(DAY);
    report.text().lines().forEach(line -> assertTrue(Columns.width(line) <= 80, line));
    return report;
  }

  private String state(String number) {
    return ours(number).state();
  }

  @Test
  void equalSumsReconcileEveryBillOfTheDayOnce() {
    settle("B1");
    settle("B2");
    centreHolds(theirs(ours("B1")), theirs(ours("B2")));
    DayReport report = compare();
    assertTrue(report.isClean(), report::text);
    assertEquals(2, report.reconciled());
    assertEquals(2, till.recordsOf("RECONCILED"));
    compare();
    assertEquals(2, till.recordsOf("RECONCILED"));
  }

  @Test
  void theHeadOfTheChainIsAnchoredAndItsReceiptKept() {
    settle("B1");
    centreHolds(theirs(ours("B1")));
    DayReport report = compare();
    assertTrue(report.anchor().isPresent());
    assertEquals(1, till.terminal.journal().anchors().size());
  }

  @Test
  void anotherAmountIsDisputedWithBothSidesOnceSomebodyConfirms() {
    settle("B1");
    settle("B2");
    DaySettlement other = theirs(ours("B1"));
    SettlementSplit moved =
        new SettlementSplit(
            other.split().total(),
            Map.of(Payer.POOL_FUND, new Money(4999), Payer.CASH, new Money(5001)));
    DaySettlement changed =
        new DaySettlement(
            other.settlementId(),
            other.message(),
            other.group(),
            other.businessDate(),
            other.settledAt(),
            other.cut(),
            moved,
            other.receiptDigest(),
            Optional.empty());
    centreHolds(changed, theirs(ours("B2")));
    DayReport report = compare();
    Difference one = report.toDecide().get(0);
    assertInstanceOf(Difference.AmountDiffers.class, one);
    assertEquals(1, report.reconciled(), "The other bill is the same, and is reconciled");
    assertEquals("Settled", state("B1"), "Nobody has confirmed anything");
    closing().confirm(one);
    assertEquals("Disputed", state("B1"));
    String reason = till.terminal.disputeOf(Till.id("B1")).orElseThrow();
    assertTrue(reason.contains("50.00") && reason.contains("49.99"), reason);
  }

  @Test
  void whatStandsOnlyHereIsDisputedAndNeverSettledAgain() {
    settle("B1");
    centreHolds();
    Difference one = compare().toDecide().get(0);
    assertInstanceOf(Difference.OnlyOurs.class, one);
    closing().confirm(one);
    assertEquals("Disputed", state("B1"));
    assertEquals(1, till.centre.calls("settle").size());
    assertEquals(List.of(Till.id("B1")), till.terminal.unfinished());
    assertThrows(Misuse.class, () -> closing().confirm(one), "It has changed since");
  }

  @Test
  void whatTheCentreSaysIsUndoneIsOnlyOurs() {
    settle("B1");
    centreHolds(undone(theirs(ours("B1"))));
    assertInstanceOf(Difference.OnlyOurs.class, compare().toDecide().get(0));
  }

  @Test
  void whatIsReversedHereAndHeldThereIsReversedAgain() {
    till.centre.next(Fault.ANSWER_LOST);
    settle("B1");
    till.centre.setReachable(true);
    assertInstanceOf(
        Refused.class,
        till.terminal.resolve(
            till.counter.shift(), Till.id("B1"), Wish.NOT_WANTED, Duration.ofSeconds(10)));
    int before = till.recordsOf("REVERSE_INTENT");
    centreHolds(theirs(ours("B1")));
    Difference one = compare().toDecide().get(0);
    assertInstanceOf(Difference.OnlyTheirs.class, one);
    closing().confirm(one);
    Await.until(() -> till.recordsOf("REVERSED") == 2);
    assertEquals(before + 1, till.recordsOf("REVERSE_INTENT"));
    assertEquals(1, till.recordsOf("REOPENED"));
  }

  @Test
  void whatWasRefusedHereAndStandsThereIsDisputed() {
    till.centre.next(Fault.REFUSED);
    settle("B1");
    centreHolds(theirs(ours("B1")));
    closing().confirm(compare().toDecide().get(0));
    assertEquals("Disputed", state("B1"));
  }

  @Test
  void whatThisJournalHasNeverHeardOfIsAnAlarmEachTime() {
    settle("B1");
    DaySettlement known = theirs(ours("B1"));
    DaySettlement unheard =
        new DaySettlement(
            "S-LOST",
            new SettleMessage(Till.INSTITUTION + "202611201000000799", Till.id("LOST")),
            known.group(),
            DAY,
            known.settledAt(),
            known.cut(),
            known.split(),
            known.receiptDigest(),
            Optional.empty());
    centreHolds(known, unheard);
    DayReport report = compare();
    assertEquals(1, alarms.size());
    assertTrue(
        alarms
            .get(0)
            .startsWith(
                "LOST lost journal: ours has none; the centre's stands S-LOST total 100.00"),
        alarms::toString);
    assertTrue(till.terminal.unfinished().contains(Till.id("LOST")));
    assertEquals(
        alarms.get(0).substring(5), till.terminal.disputeOf(Till.id("LOST")).orElseThrow());
    assertTrue(report.text().contains("LOST JOURNAL"), report::text);
    closing().confirm(report.toDecide().get(0));
    assertFalse(compare().isClean(), "It was seen, and it is there all the same");
    assertEquals(1, till.recordsOf("HELD_BY_CENTRE"));
    till.terminal.acknowledge(Till.id("LOST"));
    assertFalse(till.terminal.unfinished().contains(Till.id("LOST")));
  }

  @Test
  void whatNobodyKnowsAtTheCutOffIsCarriedOverAndListed() {
    till.centre.next(Fault.ANSWER_LOST);
    settle("B1");
    centreHolds(theirs(ours("B1")));
    DayReport report = compare();
    assertEquals(1, report.carried().size());
    assertTrue(report.carried().get(0).theirs().isPresent(), "And what the centre has of it");
    assertEquals(0, till.recordsOf("RECONCILED"));
    assertThrows(Misuse.class, () -> closing().confirm(report.carried().get(0)));
    assertTrue(report.csv().contains("carried-over"), report::csv);
  }

  @Test
  void whatTheCentreCountsInTheNextDayIsLookedForThere() {
    settle("B1");
    DaySettlement today = theirs(ours("B1"));
    DaySettlement tomorrow =
        new DaySettlement(
            today.settlementId(),
            today.message(),
            today.group(),
            DAY.plusDays(1),
            today.settledAt(),
            today.cut(),
            today.split(),
            today.receiptDigest(),
            Optional.empty());
    till.centre.dayEnd().settlements(List.of(tomorrow));
    DayReport report = compare();
    assertTrue(report.isClean(), report::text);
    assertTrue(((Difference.Same) report.details().get(0)).onAnotherDay());
  }

  @Test
  void aCashierEndsNoDay() {
    var cashier = till.terminal.counter(TestOperators.CASHIER);
    assertThrows(NotPermitted.class, () -> till.terminal.dayEnd(cashier.shift()));
  }

  @Test
  void anExportHasADigestOfEveryFileAndIsNeverMixed() throws IOException {
    settle("B1");
    centreHolds(theirs(ours("B1")));
    DayReport report = compare();
    Path out = folder.resolve("export");
    String digest = closing().export(report, out);
    assertEquals(digest, sm3(out.resolve(Inspection.MANIFEST)));
    List<String> manifest = Files.readAllLines(out.resolve(Inspection.MANIFEST));
    for (String line : manifest) {
      assertEquals(line.substring(0, 64), sm3(out.resolve(line.substring(66))), line);
    }
    try (var files = Files.walk(out)) {
      assertEquals(manifest.size() + 1, files.filter(Files::isRegularFile).count());
    }
    assertTrue(manifest.stream().anyMatch(l -> l.contains("SETTLEMENT_RECEIPT")));
    assertTrue(manifest.stream().anyMatch(l -> l.contains("chain/anchor-1.receipt")));
    assertThrows(Misuse.class, () -> closing().export(report, out));
  }

  private static String sm3(Path file) throws IOException {
    return HexFormat.of().formatHex(Sm3.digest(Files.readAllBytes(file)));
  }
}
