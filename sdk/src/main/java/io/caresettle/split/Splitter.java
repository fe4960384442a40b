package io.caresettle.split;

import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.Sheet;
import io.caresettle.policy.plan.Working;
import java.util.List;
import java.util.Optional;

/** Says who pays what for a bill, by the plan of the day that decides. */
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
    return estimate(
        plan, new Charges.Itemized(bill, catalogue), person, Optional.empty(), false, working);
  }

  /**
   * An estimate of a bill with or without lines.
   *
   * @param visit the bill's days, for its settlement year and for what they do not agree with: the
   *     plan must be that of the day by which its pack counts stays
   * @param byLine whether to say of each line who pays it
   * @throws BillRejected when bill, person, days and plan do not go together: every fault, and
   *     nothing of an estimate
   */
  public static Estimate estimate(
      Plan plan,
      Charges charges,
      PersonState person,
      Optional<Visit> visit,
      boolean byLine,
      Working working) {
    InputCheck check = new InputCheck(plan, charges.id());
    check.person(person, visit);
    Sheet sheet = check.sheet(charges, person.families().size());
    check.done();
    write(plan, person, sheet);
    try {
      plan.run(sheet, working);
    } catch (ArithmeticException overflow) {
      throw new BillRejected(
          charges.id(),
          List.of(
              BillRejected.Fault.of(
                  "total", InputCheck.TOO_LARGE, InputCheck.countable() + " in all")));
    }
    if (byLine) {
      plan.allocate(sheet);
    }
    return new Answer(plan, charges, person, visit, byLine, sheet).read(working);
  }

  private static void write(Plan plan, PersonState person, Sheet sheet) {
    for (int i = 0; i < plan.accumulators().size(); i++) {
      sheet.yearToDate(i, Answer.sumOf(person, plan.accumulators().get(i)).fen());
    }
    sheet.balances(person.currentYear().fen(), person.pastYears().fen());
    for (int i = 0; i < person.families().size(); i++) {
      sheet.family(i, person.families().get(i).balance().fen());
    }
    sheet.open(person.open());
  }
}
