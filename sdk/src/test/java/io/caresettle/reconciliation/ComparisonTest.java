package io.caresettle.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.ClearingGroup;
import io.caresettle.centre.DaySettlement;
import io.caresettle.centre.SettleMessage;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.settlement.BookedAttempt;
import io.caresettle.settlement.BookedAttempt.End;
import io.caresettle.split.BillId;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Two books of one day, side by side")
class ComparisonTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final ClearingGroup GROUP =
      new ClearingGroup(Scheme.EMPLOYEE, CareType.OUTPATIENT, "320500");

  private static BookedAttempt ours(String number, End end, String state, long fen) {
    return new BookedAttempt(
        new BillId("TEST00000001", number),
        "M-" + number,
        true,
        end,
        state,
        false,
        DAY,
        Optional.of(GROUP),
        Optional.of("S-" + number),
        cut(fen),
        split(fen));
  }

  private static ScopeCut cut(long fen) {
    return new ScopeCut(Money.ZERO, Money.ZERO, Money.ZERO, new Money(fen), Money.ZERO);
  }

  private static SettlementSplit split(long fen) {
    return new SettlementSplit(
        new Money(fen),
        Map.of(Payer.POOL_FUND, new Money(fen / 2), Payer.CASH, new Money(fen - fen / 2)));
  }

  private static DaySettlement theirs(String number, boolean stands, long fen, LocalDate day) {
    Instant at = Instant.parse("2026-11-20T02:00:00Z");
    return new DaySettlement(
        "S-" + number,
        new SettleMessage("M-" + number, new BillId("TEST00000001", number)),
        GROUP,
        day,
        at,
        cut(fen),
        split(fen),
        "0".repeat(64),
        stands ? Optional.empty() : Optional.of(new DaySettlement.Undoing("U", at, day)));
  }

  private static List<Difference> compare(List<BookedAttempt> ours, List<DaySettlement> theirs) {
    Map<BillId, BookedAttempt> known = new HashMap<>();
    ours.forEach(one -> known.put(one.bill(), one));
    return Comparison.of(DAY, ours, theirs, known);
  }

  private static Difference only(BookedAttempt ours, DaySettlement... theirs) {
    List<Difference> found = compare(List.of(ours), List.of(theirs));
    assertEquals(1, found.size(), found::toString);
    return found.get(0);
  }

  private static Remedy remedy(Difference difference) {
    return difference.remedy().orElseThrow();
  }

  @Test
  void whatStandsInBothWithTheSameFiguresIsTheSame() {
    Difference one = only(ours("A", End.STANDS, "Settled", 1000), theirs("A", true, 1000, DAY));
    assertInstanceOf(Difference.Same.class, one);
    assertTrue(one.remedy().isEmpty());
  }

  @Test
  void anotherAmountIsDisputedWithBothSides() {
    Difference one = only(ours("A", End.STANDS, "Settled", 1000), theirs("A", true, 1001, DAY));
    assertInstanceOf(Difference.AmountDiffers.class, one);
    String reason = assertInstanceOf(Remedy.Dispute.class, remedy(one)).reason();
    assertTrue(reason.contains("10.00") && reason.contains("10.01"), reason);
  }

  @Test
  void whatStandsOnlyHereIsDisputedWhetherTheCentreHasNothingOrSaysItIsUndone() {
    BookedAttempt ours = ours("A", End.STANDS, "Settled", 1000);
    for (Difference one : List.of(only(ours), only(ours, theirs("A", false, 1000, DAY)))) {
      assertInstanceOf(Difference.OnlyOurs.class, one);
      assertInstanceOf(Remedy.Dispute.class, remedy(one));
    }
  }

  @Test
  void whatIsReversedHereAndStandsThereIsReversedAgain() {
    for (String state : List.of("Reversed", "PresumedAbsent")) {
      Difference one = only(ours("A", End.ABSENT, state, 1000), theirs("A", true, 1000, DAY));
      assertInstanceOf(Difference.OnlyTheirs.class, one);
      assertInstanceOf(Remedy.ReverseAgain.class, remedy(one));
    }
  }

  @Test
  void whatWasRefusedOrCancelledHereAndStandsThereIsForAPerson() {
    for (String state : List.of("Refused", "NotSent")) {
      Difference one = only(ours("A", End.ABSENT, state, 1000), theirs("A", true, 1000, DAY));
      assertInstanceOf(Remedy.Dispute.class, remedy(one));
    }
    Difference one = only(ours("A", End.UNDONE, "Cancelled", 1000), theirs("A", true, 1000, DAY));
    assertInstanceOf(Remedy.Dispute.class, remedy(one));
  }

  @Test
  void whatNobodyHereHasHeardOfIsALostJournal() {
    Difference one = compare(List.of(), List.of(theirs("A", true, 1000, DAY))).get(0);
    assertTrue(assertInstanceOf(Difference.OnlyTheirs.class, one).isUnheardOf());
    assertInstanceOf(Remedy.LostJournal.class, remedy(one));
  }

  @Test
  void whatHasNotEndedIsCarriedOverWhateverTheCentreHas() {
    for (String state : List.of("Unknown", "Reversing")) {
      BookedAttempt ours = ours("A", End.OPEN, state, 1000);
      assertInstanceOf(Difference.CarriedOver.class, only(ours));
      Difference held = only(ours, theirs("A", true, 1000, DAY));
      assertInstanceOf(Difference.CarriedOver.class, held);
      assertTrue(held.remedy().isEmpty(), "The resolver is at work on it");
    }
  }

  @Test
  void whatTheCentreCountsInTheNextDayIsFoundThere() {
    Difference one =
        only(ours("A", End.STANDS, "Settled", 1000), theirs("A", true, 1000, DAY.plusDays(1)));
    assertTrue(assertInstanceOf(Difference.Same.class, one).onAnotherDay());
    assertEquals(List.of(), compare(List.of(), List.of(theirs("B", true, 1000, DAY.plusDays(1)))));
  }

  @Test
  void theMessageOfAnotherBillIsNobodysPair() {
    DaySettlement foreign =
        new DaySettlement(
            "S-A",
            new SettleMessage("M-A", new BillId("TEST00000001", "Z")),
            GROUP,
            DAY,
            Instant.EPOCH,
            cut(1000),
            split(1000),
            "0".repeat(64),
            Optional.empty());
    List<Difference> found =
        compare(List.of(ours("A", End.STANDS, "Settled", 1000)), List.of(foreign));
    assertInstanceOf(Difference.OnlyOurs.class, found.get(0));
    assertInstanceOf(Difference.OnlyTheirs.class, found.get(1));
  }

  @Test
  @DisplayName("in 2000 random days no bill is lost, and the kinds are the ones that were drawn")
  void nothingIsLost() {
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      List<BookedAttempt> ours = new ArrayList<>();
      List<DaySettlement> theirs = new ArrayList<>();
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < random.nextInt(12); i++) {
        String n = "B" + i;
        long fen = 1 + random.nextInt(1_000_000);
        switch (random.nextInt(5)) {
          case 0 -> {
            ours.add(ours(n, End.STANDS, "Settled", fen));
            theirs.add(theirs(n, true, fen, DAY));
            expected.add(n + " same");
          }
          case 1 -> {
            ours.add(ours(n, End.STANDS, "Settled", fen));
            theirs.add(theirs(n, true, fen + 1 + random.nextInt(9), DAY));
            expected.add(n + " amount-differs");
          }
          case 2 -> {
            ours.add(ours(n, End.STANDS, "Settled", fen));
            expected.add(n + " only-ours");
          }
          case 3 -> {
            theirs.add(theirs(n, true, fen, DAY));
            expected.add(n + " only-theirs-lost-journal");
          }
          default -> {
            ours.add(ours(n, End.OPEN, "Unknown", fen));
            if (random.nextBoolean()) {
              theirs.add(theirs(n, random.nextBoolean(), fen, DAY));
            }
            expected.add(n + " carried-over");
          }
        }
      }
      List<String> found =
          compare(ours, theirs).stream()
              .map(one -> one.bill().number() + " " + ReportCsv.line(one))
              .sorted()
              .toList();
      assertEquals(expected.stream().sorted().toList(), found, "seed " + seed);
    }
  }
}
