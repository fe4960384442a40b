package io.caresettle.split;

import io.caresettle.money.Money;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.Sheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at everything an estimate is made from before any of it is computed. */
final class InputCheck {

  static final String TOO_LARGE = "an amount too large to count";

  private final Plan plan;
  private final BillId bill;
  private final List<BillRejected.Fault> faults = new ArrayList<>();

  InputCheck(Plan plan, BillId bill) {
    this.plan = plan;
    this.bill = bill;
  }

  /**
   * @throws BillRejected with every fault, when there is one
   */
  void done() {
    if (!faults.isEmpty()) {
      throw new BillRejected(bill, faults);
    }
  }

  void person(PersonState person, Optional<Visit> visit) {
    visit.ifPresent(days -> days(person, days));
    person.yearToDate().forEach((name, sum) -> countable("year_to_date." + name, sum));
    countable("balances.current_year", person.currentYear());
    countable("balances.past_years", person.pastYears());
    for (FamilyAccount family : person.families()) {
      countable("family." + family.id(), family.balance());
    }
  }

  private void days(PersonState person, Visit days) {
    int year = plan.year().of(days.from(), days.to());
    if (person.year().isPresent() && person.year().getAsInt() != year) {
      faults.add(
          BillRejected.Fault.of(
              "year_to_date",
              "sums of the year " + person.year().getAsInt(),
              "sums of " + year + ", the settlement year of the bill"));
    }
    LocalDate decides = plan.year().decides(days.from(), days.to());
    if (!holds(decides)) {
      faults.add(
          BillRejected.Fault.of(
              decides.equals(days.from()) ? "date" : "discharged",
              decides.toString(),
              "a day from "
                  + plan.from()
                  + plan.to().map(last -> " to " + last).orElse(" on")
                  + ", where the rules hold"));
    }
  }

  private boolean holds(LocalDate day) {
    return !day.isBefore(plan.from()) && plan.to().map(last -> !day.isAfter(last)).orElse(true);
  }

  private void countable(String field, Money amount) {
    if (Math.abs(amount.fen()) > Sheet.MOST || amount.fen() == Long.MIN_VALUE) {
      faults.add(BillRejected.Fault.of(field, amount.toString(), countable()));
    }
  }

  static String countable() {
    return "at most " + new Money(Sheet.MOST) + " yuan";
  }

  /** A sheet with what is billed on it, as far as nothing of it is at fault. */
  Sheet sheet(Charges charges, int families) {
    if (charges instanceof Charges.Itemized itemized) {
      List<FeeLine> lines = itemized.bill().lines();
      Sheet sheet = plan.sheet(lines.size(), families);
      for (int i = 0; i < lines.size(); i++) {
        line(sheet, i, lines.get(i), itemized.catalogue());
      }
      return sheet;
    }
    ScopeCut cut = ((Charges.Totals) charges).cut();
    countable("totals.out-of-catalogue", cut.outOfCatalogue());
    countable("totals.over-limit", cut.overLimit());
    countable("totals.first-self-pay", cut.firstSelfPay());
    countable("totals.in-scope", cut.inScope());
    Sheet sheet = plan.sheet(0, families);
    sheet.totals(
        cut.outOfCatalogue().fen(),
        cut.overLimit().fen(),
        cut.firstSelfPay().fen(),
        cut.inScope().fen());
    return sheet;
  }

  private void line(Sheet sheet, int at, FeeLine line, Catalogue catalogue) {
    total(line);
    CatalogueItem item = catalogue.items().get(line.catalogueCode());
    if (item == null) {
      fault(
          line,
          "the code " + line.catalogueCode(),
          "a code of the catalogue " + catalogue.version());
      return;
    }
    if (isImpossible(item)) {
      fault(
          line,
          "a catalogue item of class "
              + item.catalogueClass()
              + " with a first self-pay of "
              + item.firstSelfPay().numerator()
              + "/"
              + item.firstSelfPay().denominator(),
          "none for class A, and at most the whole");
      return;
    }
    if (item.accountNever() && item.catalogueClass() != CatalogueClass.C) {
      fault(
          line,
          "a catalogue item of class " + item.catalogueClass() + " that no account may pay",
          "class C, for what is inside the catalogue an account may pay");
    }
    sheet.line(
        at,
        line.unitPrice(),
        line.quantity(),
        item.catalogueClass() != CatalogueClass.C,
        item.firstSelfPay(),
        item.priceLimit(),
        item.accountNever());
  }

  private void total(FeeLine line) {
    if (line.lineTotal().fen() > Sheet.MOST) {
      fault(line, TOO_LARGE + ", " + line.lineTotal(), countable());
      return;
    }
    Money expected = plan.lineTotal(line.unitPrice(), line.quantity());
    if (!line.lineTotal().equals(expected)) {
      fault(
          line,
          "the total " + line.lineTotal(),
          expected + " = " + line.unitPrice() + " × " + line.quantity());
    }
  }

  private void fault(FeeLine line, String found, String expected) {
    faults.add(new BillRejected.Fault(line.lineId(), found, expected));
  }

  private static boolean isImpossible(CatalogueItem item) {
    long share = item.firstSelfPay().numerator();
    return switch (item.catalogueClass()) {
      case A -> share != 0;
      case B -> share > item.firstSelfPay().denominator();
      case C -> false; // The whole line is the patient's anyway.
    };
  }
}
