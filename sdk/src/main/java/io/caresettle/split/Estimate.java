package io.caresettle.split;

import io.caresettle.money.Money;
import io.caresettle.policy.plan.PackId;
import io.caresettle.policy.plan.WorkingLine;
import java.util.List;
import java.util.Map;

/**
 * Our own reading of who pays what, to explain it (本地测算). It can never be settled: only the
 * centre's trial makes a quote.
 *
 * @param lines none where the bill came as totals
 * @param working empty when the estimate was made without one
 * @param yearToDateAfter the sums of the year with this bill in them
 * @param pack the rules it was made by
 * @param testFigures whether a slip made from it must say TEST FIGURES
 * @param detail what of it the centre would not say
 * @param mayPay who may pay besides, how much only the centre's trial tells
 */
public record Estimate(
    BillId bill,
    ScopeCut cut,
    SettlementSplit split,
    List<LineCut> lines,
    List<WorkingLine> working,
    Map<String, Money> yearToDateAfter,
    PackId pack,
    boolean testFigures,
    Detail detail,
    List<MayPay> mayPay) {

  /** An estimate of a bill that nobody pays but those whom the law names. */
  public Estimate(
      BillId bill,
      ScopeCut cut,
      SettlementSplit split,
      List<LineCut> lines,
      List<WorkingLine> working,
      Map<String, Money> yearToDateAfter,
      PackId pack,
      boolean testFigures,
      Detail detail) {
    this(bill, cut, split, lines, working, yearToDateAfter, pack, testFigures, detail, List.of());
  }

  /** An estimate without more than the centre would say. */
  public Estimate(
      BillId bill,
      ScopeCut cut,
      SettlementSplit split,
      List<LineCut> lines,
      List<WorkingLine> working,
      Map<String, Money> yearToDateAfter,
      PackId pack,
      boolean testFigures) {
    this(bill, cut, split, lines, working, yearToDateAfter, pack, testFigures, Detail.of(split));
  }

  /**
   * @throws IllegalArgumentException when the cut, the split, its parts and the lines are not of
   *     one bill
   */
  public Estimate {
    lines = List.copyOf(lines);
    working = List.copyOf(working);
    yearToDateAfter = Map.copyOf(yearToDateAfter);
    mayPay = List.copyOf(mayPay);
    Money sum = lines.isEmpty() ? cut.total() : Money.ZERO;
    for (LineCut line : lines) {
      sum = sum.plus(line.amount());
    }
    if (!cut.total().equals(split.total()) || !cut.total().equals(sum)) {
      throw new IllegalArgumentException(
          "By what "
              + cut.total()
              + ", by whom "
              + split.total()
              + " and by line "
              + sum
              + " yuan are not one bill");
    }
    if (!detail.fits(split)) {
      throw new IllegalArgumentException(
          "The parts of accounts and supplements are not those of the split: " + detail);
    }
  }

  /** The same without its working. */
  public Estimate brief() {
    return new Estimate(
        bill, cut, split, lines, List.of(), yearToDateAfter, pack, testFigures, detail, mayPay);
  }

  /** The same, which says in words who may pay besides. */
  public Estimate with(List<MayPay> others) {
    return new Estimate(
        bill, cut, split, lines, working, yearToDateAfter, pack, testFigures, detail, others);
  }
}
