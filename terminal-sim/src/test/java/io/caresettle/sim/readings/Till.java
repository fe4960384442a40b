package io.caresettle.sim.readings;

import io.caresettle.money.Payer;
import io.caresettle.money.Quantity;
import io.caresettle.money.Rate;
import io.caresettle.money.UnitPrice;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.ParameterNotPublished;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.RulesConflict;
import io.caresettle.policy.plan.Sheet;
import io.caresettle.policy.plan.Working;
import io.caresettle.policy.plan.WorkingLine;
import io.caresettle.reading.ReadingFailed;
import io.caresettle.split.CatalogueClass;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** The till's reading: packs compiled into plans over sheets. */
final class Till {

  /** A working of its own for each thread, which bill after bill uses again. */
  private static final ThreadLocal<Working> WORKING = ThreadLocal.withInitial(Working::on);

  /** Lines of a sheet that a bill of totals finds there, and must not mind. */
  private static final int SPARE = 3;

  private final Optional<PolicyBook> book;
  private final String refusal;

  private Till(Optional<PolicyBook> book, String refusal) {
    this.book = book;
    this.refusal = refusal;
  }

  static Till shipped() {
    return new Till(Optional.of(PolicyBook.shipped()), "");
  }

  static Till of(Map<String, String> texts) {
    try {
      return new Till(Optional.of(PolicyBook.ofTexts(texts)), "");
    } catch (ReadingFailed e) {
      return new Till(Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  /** Why it does not take the packs. */
  String refusal() {
    return refusal;
  }

  Optional<Plan> plan(PlanKey key, LocalDate first, LocalDate last) {
    try {
      return book.map(packs -> packs.plan(key, first, last));
    } catch (NoRuleInForce | RulesConflict | ParameterNotPublished e) {
      return Optional.empty();
    }
  }

  Optional<Plan> plan(Case bill) {
    return plan(bill.key(), bill.date(), bill.discharge());
  }

  Figures read(Case bill, Consumer<WorkingLine> told) {
    if (book.isEmpty()) {
      return Figures.refused(refusal);
    }
    try {
      Plan plan = book.get().plan(bill.key(), bill.date(), bill.discharge());
      Sheet sheet =
          plan.sheet(bill.size() == 0 ? SPARE : bill.size(), bill.purses().family().size());
      write(bill, plan, sheet);
      Working working = WORKING.get();
      plan.run(sheet, working);
      plan.explain(working).forEach(told);
      plan.allocate(sheet);
      Figures said = figures(bill, plan, sheet);
      for (Payer payer : Payer.values()) {
        if (!plan.knows(payer) && sheet.paid(payer) != 0) {
          throw new AssertionError(payer + " pays, but has no part in the plan");
        }
      }
      // Without a working it takes a shorter way, which must not come to anything else.
      plan.run(sheet, Working.OFF);
      plan.allocate(sheet);
      Figures silent = figures(bill, plan, sheet);
      if (!said.agree(silent)) {
        throw new AssertionError("With and without a working: " + said.against(silent));
      }
      return said;
    } catch (ParameterNotPublished e) {
      return Figures.notPublished(String.valueOf(e));
    } catch (NoRuleInForce | RulesConflict | ArithmeticException e) {
      return Figures.refused(String.valueOf(e));
    }
  }

  static void write(Case bill, Plan plan, Sheet sheet) {
    if (bill.totals().isPresent()) {
      Case.Totals totals = bill.totals().get();
      sheet.totals(
          totals.outOfCatalogue(), totals.overLimit(), totals.firstSelfPay(), totals.inScope());
    }
    for (int i = 0; i < bill.size(); i++) {
      Case.Line line = bill.lines().get(i);
      Case.Item item = Objects.requireNonNull(bill.catalogue().get(line.code()));
      sheet.line(
          i,
          new UnitPrice(line.micros()),
          new Quantity(line.tenThousandths()),
          item.kind() != CatalogueClass.C,
          Rate.basisPoints(item.share()),
          item.limitMicros().isPresent()
              ? Optional.of(new UnitPrice(item.limitMicros().getAsLong()))
              : Optional.empty(),
          item.accountNever());
    }
    for (int i = 0; i < plan.accumulators().size(); i++) {
      sheet.yearToDate(i, bill.sums().getOrDefault(plan.accumulators().get(i), 0L));
    }
    sheet.open(bill.open());
    sheet.balances(bill.purses().currentYear(), bill.purses().pastYears());
    for (int i = 0; i < bill.purses().family().size(); i++) {
      sheet.family(i, bill.purses().family().get(i));
    }
  }

  private static Figures figures(Case bill, Plan plan, Sheet sheet) {
    Figures said =
        new Figures()
            .put("total", sheet.total())
            .put("out-of-catalogue", sheet.outOfCatalogue())
            .put("over-limit", sheet.overLimit())
            .put("first-self-pay", sheet.firstSelfPay())
            .put("in-scope", sheet.inScope())
            .put("off-site-first", sheet.offSiteFirst())
            .put("deductible", sheet.deductible())
            .put("above-ceiling", sheet.aboveCeiling())
            .put("critical-base", sheet.criticalBase())
            .put("account-first", sheet.accountFirst())
            .put("account, current year", sheet.accountCurrentYear())
            .put("account, past years", sheet.accountPastYears());
    for (Payer payer : Payer.values()) {
      said.put("paid " + payer.id(), sheet.paid(payer));
    }
    for (int i = 0; i < bill.purses().family().size(); i++) {
      said.put("family " + i, sheet.familyPaid(i));
    }
    plan.supplements().forEach((name, at) -> said.put("supplement " + name, sheet.layerPaid(at)));
    plan.leftOut().stream()
        .filter(layer -> bill.open().contains(layer.payer()))
        .forEach(layer -> said.put("left out " + layer.basis().id(), 1));
    bill.sums().forEach((name, fen) -> said.put("after " + name, fen));
    for (int i = 0; i < plan.accumulators().size(); i++) {
      said.put("after " + plan.accumulators().get(i), sheet.yearToDateAfter(i));
    }
    for (int i = 0; i < bill.size(); i++) {
      said.put("line " + i + " amount", sheet.lineAmount(i))
          .put("line " + i + " out-of-catalogue", sheet.lineOutOfCatalogue(i))
          .put("line " + i + " over-limit", sheet.lineOverLimit(i))
          .put("line " + i + " first-self-pay", sheet.lineFirstSelfPay(i))
          .put("line " + i + " in-scope", sheet.lineInScope(i));
      for (Payer payer : Payer.values()) {
        said.put("line " + i + ' ' + payer.id(), sheet.linePaid(i, payer));
      }
    }
    return said;
  }
}
