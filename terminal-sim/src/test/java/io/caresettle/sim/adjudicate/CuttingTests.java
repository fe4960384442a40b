package io.caresettle.sim.adjudicate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.sim.adjudicate.CannotAdjudicate.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A bill is cut by what, line by line or by rate")
class CuttingTests {

  private static Sketch sketch(String point) {
    return new Sketch()
        .value("r", "basis-points", "0")
        .lines("half-up-fen", point)
        .step("rate, payer: pool-fund, value: r, rounding: half-up-fen");
  }

  @Test
  @DisplayName("three lines of 0.14 at 10 %: 3 fen line by line, 4 fen as a group")
  void byLineOrByRateGroup() {
    Claim bill = Sketch.lines("B", 14, "B", 14, "A", 100, "B", 14);
    // 1.4 fen is 1 fen, three times; 4.2 fen is 4 fen.
    assertEquals(3, sketch("line").book().judge(bill).firstSelfPay());
    Judgement group = sketch("rate-group").book().judge(bill);
    assertEquals(4, group.firstSelfPay());
    // Cumulatively: 4×14/42 = 1.33 → 1, 4×28/42 = 2.67 → 2 (1 more), 4 (2 more).
    assertEquals(
        List.of(1L, 1L, 0L, 2L), group.lines().stream().map(Judgement.Line::firstSelfPay).toList());
  }

  @Test
  @DisplayName("lines of another rate are another group")
  void groupsByRate() {
    // 10 % of 0.15 is 1.5 → 2; 30 % of 0.15 is 4.5 → 5.
    Judgement j = sketch("rate-group").book().judge(Sketch.lines("B", 15, "B3", 15));
    assertEquals(List.of(2L, 5L), j.lines().stream().map(Judgement.Line::firstSelfPay).toList());
  }

  @Test
  @DisplayName("a bill in totals is cut already")
  void inTotals() {
    Judgement j = sketch("line").book().judge(Sketch.bill(1, 20, 300, 4000));
    assertEquals(
        List.of(1L, 20L, 300L, 4000L, 4321L),
        List.of(j.outOfCatalogue(), j.overLimit(), j.firstSelfPay(), j.inScope(), j.total()));
    assertEquals(List.of(), j.lines());
  }

  @Test
  @DisplayName("an amount above 10^12 fen is not counted, wherever it stands")
  void tooLarge() {
    LawBook book = sketch("line").book();
    long most = 1_000_000_000_000L;
    assertEquals(most, book.judge(Sketch.bill(most)).total());
    assertEquals(most, book.judge(Sketch.lines("A", most)).total());
    for (Claim bill :
        List.of(
            Sketch.bill(most + 1),
            Sketch.bill(1, 0, 0, most),
            Sketch.lines("A", most + 1),
            Sketch.lines("A", most, "A", 1),
            Sketch.bill(1).after(Map.of("any", most + 1)),
            Sketch.bill(1).with(new Claim.Balances(0, most + 1, List.of())),
            Sketch.bill(1).with(new Claim.Balances(0, 0, List.of(0L, most + 1))))) {
      LawBookTests.assertReason(Reason.MALFORMED_CLAIM, () -> book.judge(bill));
    }
  }

  @Test
  @DisplayName("a bill comes in lines or in totals; a mark against accounts is for class C")
  void impossibleBills() {
    LawBook book = sketch("line").book();
    Claim lines = Sketch.lines("A", 100);
    Claim both =
        new Claim(
            lines.scheme(),
            lines.area(),
            lines.category(),
            lines.care(),
            lines.level(),
            lines.date(),
            lines.date(),
            lines.circumstances(),
            lines.open(),
            lines.yearToDate(),
            lines.balances(),
            lines.catalogue(),
            lines.lines(),
            Sketch.bill(1).totals());
    LawBookTests.assertReason(Reason.MALFORMED_CLAIM, () -> book.judge(both));
    LawBookTests.assertReason(Reason.MALFORMED_CLAIM, () -> book.judge(Sketch.lines("A", -1)));
  }
}
