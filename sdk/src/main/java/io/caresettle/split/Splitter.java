package io.caresettle.split;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.Sheet;
import io.caresettle.policy.plan.Working;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says who pays what for a bill, by a plan of the day of service. */
public final class Splitter {

  private Splitter() {}

  /**
   * An estimate with its working.
   *
   * @throws BillRejected when a line has a code the catalogue does not hold, or a total that is not
   *     price × quantity under the plan's rounding
   */
  public static Estimate estimate(Plan plan, Bill bill, Catalogue catalogue, PersonState person) {
    return estimate(plan, bill, catalogue, person, Working.on());
  }

  /**
   * The same, with a working of the caller's, which may be {@link Working#OFF}.
   *
   * @throws BillRejected as above
   */
  public static Estimate estimate(
      Plan plan, Bill bill, Catalogue catalogue, PersonState person, Working working) {
    Sheet sheet = sheetOf(plan, bill, catalogue);
    for (int i = 0; i < plan.accumulators().size(); i++) {
      sheet.yearToDate(i, sumOf(person, plan.accumulators().get(i)).fen());
    }
    sheet.balances(person.accountBalance().fen(), 0);
    sheet.open(person.open());
    try {
      plan.run(sheet, working);
      return read(plan, bill, person, sheet, working);
    } catch (ArithmeticException overflow) {
      throw new BillRejected(
          bill.id(),
          List.of(
              new BillRejected.Fault(
                  "of the whole bill", "an amount too large to count", "amounts of a real bill")));
    }
  }

  private static Sheet sheetOf(Plan plan, Bill bill, Catalogue catalogue) {
    List<BillRejected.Fault> faults = new ArrayList<>();
    Sheet sheet = plan.sheet(bill.lines().size());
    for (int i = 0; i < bill.lines().size(); i++) {
      FeeLine line = bill.lines().get(i);
      Money expected = plan.lineTotal(line.unitPrice(), line.quantity());
      if (!line.lineTotal().equals(expected)) {
        faults.add(
            new BillRejected.Fault(
                line.lineId(),
                "the total " + line.lineTotal(),
                expected + " = " + line.unitPrice() + " × " + line.quantity()));
      }
      CatalogueItem item = catalogue.items().get(line.catalogueCode());
      if (item == null) {
        faults.add(
            new BillRejected.Fault(
                line.lineId(),
                "the code " + line.catalogueCode(),
                "a code of the catalogue " + catalogue.version()));
      } else if (isImpossible(item)) {
        faults.add(
            new BillRejected.Fault(
                line.lineId(),
                "a catalogue item of class "
                    + item.catalogueClass()
                    + " with a first self-pay of "
                    + item.firstSelfPay().numerator()
                    + "/"
                    + item.firstSelfPay().denominator(),
                "none for class A, and at most the whole"));
      } else {
        sheet.line(
            i,
            line.unitPrice(),
            line.quantity(),
            item.catalogueClass() != CatalogueClass.C,
            item.firstSelfPay(),
            item.priceLimit());
      }
    }
    if (!faults.isEmpty()) {
      throw new BillRejected(bill.id(), faults);
    }
    return sheet;
  }

  private static boolean isImpossible(CatalogueItem item) {
    long share = item.firstSelfPay().numerator();
    return switch (item.catalogueClass()) {
      case A -> share != 0;
      case B -> share > item.firstSelfPay().denominator();
      case C -> false; // The whole line is the patient's anyway.
    };
  }

  private static Estimate read(
      Plan plan, Bill bill, PersonState person, Sheet sheet, Working working) {
    List<LineCut> lines = new ArrayList<>();
    for (int i = 0; i < bill.lines().size(); i++) {
      lines.add(
          new LineCut(
              bill.lines().get(i).lineId(),
              new Money(sheet.lineOutOfCatalogue(i)),
              new Money(sheet.lineOverLimit(i)),
              new Money(sheet.lineFirstSelfPay(i)),
              new Money(sheet.lineInScope(i))));
    }
    Map<String, Money> after = new HashMap<>(person.yearToDate());
    for (int i = 0; i < plan.accumulators().size(); i++) {
      after.put(plan.accumulators().get(i), new Money(sheet.yearToDateAfter(i)));
    }
    return new Estimate(
        bill.id(),
        new ScopeCut(
            new Money(sheet.outOfCatalogue()),
            new Money(sheet.overLimit()),
            new Money(sheet.firstSelfPay()),
            new Money(sheet.inScope()),
            new Money(sheet.deductible())),
        new SettlementSplit(
            new Money(sheet.total()),
            Map.of(
                Payer.POOL_FUND, new Money(sheet.paid(Payer.POOL_FUND)),
                Payer.PERSONAL_ACCOUNT, new Money(sheet.paid(Payer.PERSONAL_ACCOUNT)),
                Payer.CASH, new Money(sheet.paid(Payer.CASH)))),
        lines,
        plan.explain(working),
        after,
        plan.pack(),
        plan.testFigures());
  }

  private static Money sumOf(PersonState person, String accumulator) {
    return person.yearToDate().getOrDefault(accumulator, Money.ZERO);
  }
}
