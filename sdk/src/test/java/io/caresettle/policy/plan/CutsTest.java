package io.caresettle.policy.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.money.Payer;
import io.caresettle.money.Quantity;
import io.caresettle.money.UnitPrice;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A bill is cut by what it is made of")
@Tag("R-SCOPE-01")
class CutsTest {

  private static final Plan USUAL = PlanText.plan().rate("1/2", "half-up-fen").done();

  private static Plan plan(String amounts, String limits, String firsts) {
    return PlanText.cut(amounts, limits, firsts, false).rate("1/2", "half-up-fen").done();
  }

  @Test
  void lineByLine() {
    Sheet sheet =
        new Visit(USUAL)
            .line("A 12.3456 2") // 24.6912
            .line("B 120.4567 2 1/10 110.00") // 240.9134, of which 20.9134 above, 22.00 first
            .line("C 18.505 1") // 18.505
            .line("A 5.00 1 0/1 5.00") // at the limit
            .settled();
    assertEquals(2_469 + 24_091 + 1_851 + 500, sheet.total());
    assertEquals(1_851, sheet.outOfCatalogue());
    assertEquals(2_091, sheet.overLimit());
    assertEquals(2_200, sheet.firstSelfPay());
    assertEquals(2_469 + 24_091 - 2_091 - 2_200 + 500, sheet.inScope());
    assertEquals(24_091, sheet.lineAmount(1));
    assertEquals(0, sheet.lineOverLimit(3));
  }

  @ParameterizedTest(name = "half a fen, {0}: {1}")
  @CsvSource({"half-up-fen, 1", "down-fen, 0", "up-fen, 1", "half-even-fen, 0"})
  void eachCutIsRoundedAsItSays(String to, long half) {
    assertEquals(
        half, new Visit(plan(to, "down-fen", "down-fen")).line("A 0.005 1").settled().total());
    assertEquals(
        half,
        new Visit(plan("up-fen", to, "down-fen")).line("A 1.005 1 0/1 1.00").settled().overLimit());
    assertEquals(
        half,
        new Visit(plan("down-fen", "down-fen", to)).line("B 0.01 1 1/2").settled().firstSelfPay());
  }

  @Test
  @Tag("R-SCOPE-09")
  @DisplayName("what lies above the limit is never more than the line, however both are rounded")
  void neverMoreThanTheLine() {
    Plan plan = plan("down-fen", "up-fen", "half-up-fen");
    Visit visit = new Visit(plan).line("B 0.005 1 1/2 0.00").line("A 0.019 1 0/1 0.00");
    Sheet sheet = visit.settled();
    assertEquals(1, sheet.overLimit());
    assertEquals(0, sheet.inScope());
    assertEquals(0, sheet.lineOverLimit(0));
  }

  @Nested
  @DisplayName("first self-pay rounded once for all lines of a rate")
  class RateGroups {

    private final Plan plan =
        PlanText.cut("half-up-fen", "half-up-fen", "half-up-fen", true)
            .rate("1/2", "half-up-fen")
            .done();

    @Test
    void isSpreadOverItsLinesAsTheyStand() {
      Sheet sheet =
          new Visit(plan)
              .line("B 0.05 1 1/10") // three of a tenth: 15 × 1/10 = 1.5
              .line("B 0.07 1 1/5") //  one of a fifth: 1.4
              .line("B 0.05 1 10/100")
              .line("A 1.00 1")
              .line("C 1.00 1 1/10")
              .line("B 0.05 1 1/10")
              .settled();
      assertEquals(2 + 1, sheet.firstSelfPay());
      assertEquals(
          List.of(0L, 1L, 1L, 0L, 0L, 1L),
          List.of(
              sheet.lineFirstSelfPay(0), // 2 × 5/15 = 0.67
              sheet.lineFirstSelfPay(1),
              sheet.lineFirstSelfPay(2), // 1.33
              sheet.lineFirstSelfPay(3),
              sheet.lineFirstSelfPay(4),
              sheet.lineFirstSelfPay(5))); // 2
      Sheet byLine =
          new Visit(USUAL)
              .line("B 0.05 1 1/10")
              .line("B 0.05 1 1/10")
              .line("B 0.05 1 1/10")
              .settled();
      assertEquals(3, byLine.firstSelfPay());
    }

    @Test
    void ofWhatThePriceLimitLeft() {
      Sheet sheet = new Visit(plan).line("B 2.00 1 1/10 1.00").line("B 1.00 1 1/10").settled();
      assertEquals(20, sheet.firstSelfPay());
      assertEquals(100, sheet.overLimit());
      assertEquals(10, sheet.lineFirstSelfPay(0));
    }

    @Test
    void aGroupOfNothingAndNoGroupAtAll() {
      assertEquals(0, new Visit(plan).line("B 1.00 1 1/10 0.00").settled().firstSelfPay());
      assertEquals(List.of("NO_LINE –"), new Visit(plan).line("A 1.00 1").told("first-self-pay"));
      assertEquals(
          List.of("NONE 0.00 × 10 % = 0.00"),
          new Visit(plan).line("B 1.00 1 1/10 0.00").told("first-self-pay"));
    }
  }

  @Nested
  @DisplayName("four totals instead of lines")
  class Totals {

    @Test
    void areTakenAsTheyAre() {
      Visit visit = new Visit(USUAL).totals(1, 20, 300, 4_000);
      Sheet sheet = visit.settled();
      assertEquals(4_321, sheet.total());
      assertEquals(
          List.of(1L, 20L, 300L, 4_000L),
          List.of(
              sheet.outOfCatalogue(), sheet.overLimit(), sheet.firstSelfPay(), sheet.inScope()));
      assertEquals(List.of("NONE 0.01 + 0.20 + 3.00 + 40.00 = 43.21"), visit.told("line-total"));
      assertEquals(List.of("NONE 43.21 − 0.01 − 0.20 − 3.00 = 40.00"), visit.told("in-scope"));
    }

    @Test
    void ofNothingLeaveNothing() {
      assertEquals(
          List.of("NOTHING_LEFT 0.01 − 0.01 = 0.00"),
          new Visit(USUAL).totals(1, 0, 0, 0).told("in-scope"));
    }

    @Test
    @DisplayName("on a sheet that had lines before leave no line of them behind")
    void forgetLines() {
      Sheet sheet = new Visit(USUAL).line("B 10.00 1 1/10 9.00").line("C 1.00 1").settled();
      sheet.totals(0, 0, 0, 50);
      USUAL.run(sheet, Working.OFF);
      USUAL.allocate(sheet);
      for (int i = 0; i < 2; i++) {
        assertEquals(
            0,
            sheet.lineAmount(i)
                + sheet.lineOutOfCatalogue(i)
                + sheet.lineOverLimit(i)
                + sheet.lineFirstSelfPay(i)
                + sheet.lineInScope(i)
                + sheet.linePaid(i, Payer.POOL_FUND));
      }
      assertEquals(25, sheet.paid(Payer.POOL_FUND));
    }

    @Test
    void giveWayToLinesAgain() {
      Sheet sheet = USUAL.sheet(1);
      sheet.totals(0, 0, 0, 50);
      sheet.line(
          0,
          UnitPrice.parse("1.00"),
          Quantity.parse("1"),
          true,
          PlanText.rate("0/1"),
          java.util.Optional.empty());
      USUAL.run(sheet, Working.OFF);
      assertEquals(100, sheet.total());
    }
  }

  @Nested
  @DisplayName("amounts that no bill has")
  class TooLarge {

    private static final long MOST = Sheet.MOST;

    private void refused(Visit visit) {
      for (Working working : List.of(Working.OFF, Working.on())) {
        Sheet sheet = visit.sheet();
        Plan plan = USUAL;
        assertThrows(ArithmeticException.class, () -> plan.run(sheet, working));
      }
    }

    @Test
    void areRefused() {
      refused(new Visit(USUAL).line("A 10000000000.01 1"));
      refused(new Visit(USUAL).line("A 5000000000.00 1").line("A 5000000000.01 1"));
      refused(new Visit(USUAL).line("A 999999999999 999999999999"));
      refused(new Visit(USUAL).inScope(MOST + 1));
      refused(new Visit(USUAL).totals(MOST, 1, 0, 0));
      refused(new Visit(USUAL).totals(0, 0, MOST + 1, 0));
      refused(new Visit(USUAL).inScope(1).account(MOST + 1, 0));
      refused(new Visit(USUAL).inScope(1).account(0, MOST + 1));
      refused(new Visit(USUAL).inScope(1).family(5, MOST + 1));
    }

    @Test
    void ofAYearAreRefused() {
      Plan plan = PlanText.plan().deductible(5, Per.YEAR, "used").rate("1/2", "half-up-fen").done();
      Sheet sheet = new Visit(plan).inScope(1).year("used", MOST + 1).sheet();
      assertThrows(ArithmeticException.class, () -> plan.run(sheet, Working.OFF));
      assertEquals(0, new Visit(plan).inScope(1).year("used", MOST).settled().deductible());
    }

    @Test
    void theMostIsCounted() {
      assertEquals(MOST / 2, Visit.of(USUAL, MOST).paid(Payer.POOL_FUND));
      assertEquals(
          MOST,
          new Visit(USUAL).line("A 5000000000.00 1").line("B 5000000000 1 1/3").settled().total());
      Plan bands =
          PlanText.plan()
              .bands(
                  BandText.of(
                          BandPosition.YEAR_IN_SCOPE, "half-up-yuan", "5=999999/1000000", "=1/1")
                      .telescoping())
              .done();
      Sheet sheet = new Visit(bands).inScope(MOST).year("year-cost", MOST).settled();
      assertEquals(MOST, sheet.paid(Payer.POOL_FUND));
    }
  }

  @Test
  void linesAreRoundedToAFen() {
    for (String to : List.of("half-up-jiao", "down-yuan")) {
      assertThrows(IllegalArgumentException.class, () -> plan(to, "down-fen", "down-fen"));
      assertThrows(IllegalArgumentException.class, () -> plan("down-fen", to, "down-fen"));
      assertThrows(IllegalArgumentException.class, () -> plan("down-fen", "down-fen", to));
    }
  }
}
