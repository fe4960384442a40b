package io.caresettle.policy.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.money.Quantity;
import io.caresettle.money.UnitPrice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One bill under a plan: who may pay, what the year holds, what is billed. Every run is checked
 * against what holds for all of them ({@link Identities}).
 */
final class Visit {

  private final Plan plan;
  private final Map<String, Long> year = new TreeMap<>();
  private final List<String> lines = new ArrayList<>();
  private final List<Long> families = new ArrayList<>();
  private Set<Payer> open = Sharing.closable();
  private long currentYear;
  private long pastYears;
  private long[] totals = {};

  Visit(Plan plan) {
    this.plan = plan;
  }

  /** A bill of one sum, all of it in scope. */
  static Sheet of(Plan plan, long inScope) {
    return new Visit(plan).inScope(inScope).settled();
  }

  Visit inScope(long fen) {
    return totals(0, 0, 0, fen);
  }

  Visit totals(long out, long over, long first, long inScope) {
    totals = new long[] {out, over, first, inScope};
    return this;
  }

  /**
   * A line of a class, a price, a quantity, a rate of first self-pay and perhaps a price limit:
   * {@code "B 12.50 2 1/10 11.00"}; class N is out of the catalogue and no account may pay it.
   */
  Visit line(String line) {
    lines.add(line);
    return this;
  }

  Visit lines(List<String> more) {
    lines.addAll(more);
    return this;
  }

  Visit year(String accumulator, long fen) {
    year.put(accumulator, fen);
    return this;
  }

  Visit account(long current, long past) {
    currentYear = current;
    pastYears = past;
    return this;
  }

  Visit family(long... balances) {
    for (long balance : balances) {
      families.add(balance);
    }
    return this;
  }

  Visit open(Payer... payers) {
    open = Set.of(payers);
    return this;
  }

  Visit open(Set<Payer> payers) {
    open = payers;
    return this;
  }

  Sheet sheet() {
    Sheet sheet = plan.sheet(lines.size(), families.size());
    for (int i = 0; i < lines.size(); i++) {
      write(sheet, i, List.of(lines.get(i).split(" ")));
    }
    if (totals.length > 0) {
      sheet.totals(totals[0], totals[1], totals[2], totals[3]);
    }
    for (int i = 0; i < plan.accumulators().size(); i++) {
      sheet.yearToDate(i, year.getOrDefault(plan.accumulators().get(i), 0L));
    }
    for (int i = 0; i < families.size(); i++) {
      sheet.family(i, families.get(i));
    }
    sheet.balances(currentYear, pastYears);
    sheet.open(open);
    return sheet;
  }

  private static void write(Sheet sheet, int at, List<String> words) {
    sheet.line(
        at,
        UnitPrice.parse(words.get(1)),
        Quantity.parse(words.get(2)),
        words.get(0).equals("A") || words.get(0).equals("B"),
        PlanText.rate(words.size() > 3 ? words.get(3) : "0/1"),
        words.size() > 4 ? Optional.of(UnitPrice.parse(words.get(4))) : Optional.empty(),
        words.get(0).equals("N"));
  }

  /** Run, allocated and checked. */
  Sheet settled() {
    Sheet sheet = sheet();
    Working working = Working.on();
    plan.run(sheet, working);
    plan.allocate(sheet);
    Identities.hold(plan, sheet, this::toString);
    Identities.replay(plan, working, this::toString);
    Sheet without = sheet();
    plan.run(without, Working.OFF);
    plan.allocate(without);
    assertEquals(Identities.results(plan, sheet), Identities.results(plan, without), toString());
    return sheet;
  }

  /** The working of the run. */
  List<WorkingLine> working() {
    Working working = Working.on();
    plan.run(sheet(), working);
    return plan.explain(working);
  }

  /** The remark and the sum of every line of a step's working. */
  List<String> told(String step) {
    return working().stream()
        .filter(line -> line.basis().id().equals(step))
        .map(line -> line.remark() + " " + line.sum())
        .toList();
  }

  @Override
  public String toString() {
    return (totals.length > 0 ? "totals " + List.of(money(totals)) : "lines " + lines)
        + ", year "
        + year
        + ", account "
        + currentYear
        + " + "
        + pastYears
        + ", family "
        + families
        + ", open "
        + open;
  }

  private static Object[] money(long[] fen) {
    return java.util.Arrays.stream(fen).mapToObj(one -> new Money(one).toString()).toArray();
  }
}
