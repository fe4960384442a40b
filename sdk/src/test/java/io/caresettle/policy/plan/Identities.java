package io.caresettle.policy.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.money.Payer;
import io.caresettle.money.Rounding;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What holds for every bill under every plan. */
final class Identities {

  private Identities() {}

  /** Every sum comes out, by what, by whom and by line; nothing is below zero. */
  static void hold(Plan plan, Sheet sheet, Supplier<String> what) {
    assertEquals(
        sheet.total(),
        sheet.outOfCatalogue() + sheet.overLimit() + sheet.firstSelfPay() + sheet.inScope(),
        what);
    long paid = 0;
    long funds = 0;
    for (Payer payer : Payer.values()) {
      long one = sheet.paid(payer);
      assertTrue(one >= 0, () -> payer + " pays " + one + ": " + what.get());
      paid += one;
      funds += payer.isFund() ? one : 0;
    }
    assertEquals(sheet.total(), paid, what);
    long layers = 0;
    for (int at = 0;
        at < Programme.of(plan.steps(), plan.accumulators()).layerPayers().length;
        at++) {
      layers += sheet.layerPaid(at);
      assertTrue(sheet.layerPaid(at) >= 0, what);
    }
    assertEquals(funds, layers, what);
    assertTrue(funds <= sheet.inScope() - sheet.accountFirst() + sheet.firstSelfPay(), what);
    assertTrue(
        sheet.offSiteFirst() + sheet.accountFirst() + sheet.deductible() + sheet.aboveCeiling()
            <= sheet.inScope(),
        what);
    assertTrue(sheet.aboveCeiling() >= 0 && sheet.criticalBase() >= 0, what);
    assertEquals(
        sheet.paid(Payer.PERSONAL_ACCOUNT),
        sheet.accountCurrentYear() + sheet.accountPastYears(),
        what);
    long families = 0;
    for (int i = 0; i < sheet.families; i++) {
      families += sheet.familyPaid(i);
    }
    assertEquals(sheet.paid(Payer.FAMILY_ACCOUNT), families, what);
    lines(sheet, what);
  }

  private static void lines(Sheet sheet, Supplier<String> what) {
    if (sheet.lines == 0) {
      return;
    }
    long[] byPayer = new long[Payer.values().length];
    for (int i = 0; i < sheet.lines; i++) {
      long parts =
          sheet.lineOutOfCatalogue(i)
              + sheet.lineOverLimit(i)
              + sheet.lineFirstSelfPay(i)
              + sheet.lineInScope(i);
      assertEquals(sheet.lineAmount(i), parts, what);
      assertTrue(
          sheet.lineInScope(i) >= 0
              && sheet.lineFirstSelfPay(i) >= 0
              && sheet.lineOverLimit(i) >= 0,
          what);
      long row = 0;
      for (Payer payer : Payer.values()) {
        long cell = sheet.linePaid(i, payer);
        assertTrue(cell >= 0, what);
        row += cell;
        byPayer[payer.place()] += cell;
      }
      assertEquals(sheet.lineAmount(i), row, what);
    }
    if (sheet.get(Sheet.TOTALS_GIVEN) == 0) {
      for (Payer payer : Payer.values()) {
        assertEquals(sheet.paid(payer), byPayer[payer.place()], () -> payer + ": " + what.get());
      }
    }
  }

  /**
   * Every line of the working, computed anew, comes to what it says; exact sums keep their rest.
   */
  static void replay(Plan plan, Working working, Supplier<String> what) {
    for (WorkingLine line : plan.explain(working)) {
      assertEquals(line.result(), line.replayed(), () -> line.en() + ": " + what.get());
      BigInteger a = BigInteger.valueOf(line.operands().get(0));
      BigInteger b = BigInteger.valueOf(line.operands().get(1));
      BigInteger exact =
          switch (line.formula()) {
            case PRODUCT, CAP, EXACT -> a.multiply(b);
            case EXCESS -> a.subtract(b).multiply(BigInteger.valueOf(line.operands().get(2)));
            case QUOTIENT -> a;
            default -> BigInteger.valueOf(line.result().fen());
          };
      BigInteger divisor = BigInteger.valueOf(line.divisor());
      if (line.divisor() > 1 && line.formula() != Formula.OTHER_SIDE) {
        assertEquals(
            exact,
            BigInteger.valueOf(line.result().fen())
                .multiply(divisor)
                .add(BigInteger.valueOf(line.remainder())),
            () -> line.en() + ": " + what.get());
      }
      if (line.formula() == Formula.EXACT) {
        assertEquals(
            Rounding.DOWN.scale(line.operands().get(0), line.operands().get(1), line.divisor()),
            line.result().fen(),
            what);
      }
    }
  }

  /** All that a run makes known, to compare two of them. */
  static List<Long> results(Plan plan, Sheet sheet) {
    List<Long> all = new ArrayList<>(totals(plan, sheet));
    for (int i = 0; i < sheet.lines; i++) {
      for (Payer payer : Payer.values()) {
        all.add(sheet.linePaid(i, payer));
      }
      all.add(sheet.lineAmount(i));
      all.add(sheet.lineOutOfCatalogue(i));
      all.add(sheet.lineOverLimit(i));
      all.add(sheet.lineFirstSelfPay(i));
      all.add(sheet.lineInScope(i));
    }
    return List.copyOf(all);
  }

  /** All but the lines. */
  static List<Long> totals(Plan plan, Sheet sheet) {
    List<Long> all = new ArrayList<>();
    all.add(sheet.total());
    all.add(sheet.outOfCatalogue());
    all.add(sheet.overLimit());
    all.add(sheet.firstSelfPay());
    all.add(sheet.inScope());
    all.add(sheet.offSiteFirst());
    all.add(sheet.accountFirst());
    all.add(sheet.deductible());
    all.add(sheet.aboveCeiling());
    all.add(sheet.criticalBase());
    all.add(sheet.accountCurrentYear());
    all.add(sheet.accountPastYears());
    for (Payer payer : Payer.values()) {
      all.add(sheet.paid(payer));
    }
    for (int i = 0; i < plan.accumulators().size(); i++) {
      all.add(sheet.yearToDateAfter(i));
    }
    for (int i = 0; i < sheet.families; i++) {
      all.add(sheet.familyPaid(i));
    }
    return List.copyOf(all);
  }
}
