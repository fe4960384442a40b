package io.caresettle.policy.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.money.Payer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What holds for every bill under every plan")
class PlanPropertiesTest {

  private static final boolean DEEP = "deep".equals(System.getProperty("caresettle.tier"));
  private static final int PLANS = Integer.getInteger("caresettle.plans", DEEP ? 300_000 : 3_000);

  /** {@code -Dcaresettle.seed=…} runs a plan of another day again. */
  private static final long SEED = Long.getLong("caresettle.seed", 20261130L);

  private static final int BILLS = 4;

  @BeforeAll
  static void saySeed() {
    System.out.println("PlanPropertiesTest: caresettle.seed=" + SEED);
  }

  private interface Property {
    void holds(Plan plan, RandomPlans random, String what) throws Exception;
  }

  private static void forEveryPlan(Property property) throws Exception {
    for (int i = 0; i < PLANS; i++) {
      RandomPlans random = new RandomPlans(SEED + i, false);
      Plan plan = random.plan();
      property.holds(plan, random, "seed " + (SEED + i) + ": " + plan.steps() + "\n");
    }
  }

  @Test
  @DisplayName("sums by what, by whom and by line are one; the working replays and changes nothing")
  void identities() throws Exception {
    forEveryPlan(
        (plan, random, what) -> {
          for (int i = 0; i < BILLS; i++) {
            Visit visit = random.visit(plan);
            try {
              visit.settled();
            } catch (AssertionError wrong) {
              throw new AssertionError(what + visit, wrong);
            }
          }
        });
  }

  @Test
  void noLimitIsBrokenAndNoPurseOverdrawn() throws Exception {
    forEveryPlan(
        (plan, random, what) -> {
          Visit visit = random.visit(plan);
          Sheet sheet = visit.settled();
          for (Step step : plan.steps()) {
            Bounds.hold(step, plan, sheet, what + visit);
          }
        });
  }

  @Test
  void theOrderOfLinesDoesNotMatter() throws Exception {
    forEveryPlan(
        (plan, random, what) -> {
          List<String> lines = new ArrayList<>();
          for (int i = 0; i < 6; i++) {
            lines.add(random.line());
          }
          Sheet one = new Visit(plan).lines(lines).account(70, 900).settled();
          Collections.shuffle(lines, new Random(SEED));
          Sheet other = new Visit(plan).lines(lines).account(70, 900).settled();
          assertEquals(Identities.totals(plan, one), Identities.totals(plan, other), what + lines);
        });
  }

  @Test
  @DisplayName(
      "two lines of one item are as one line of both, where nothing is rounded line by line")
  void equalLinesMayBeMerged() throws Exception {
    forEveryPlan(
        (plan, random, what) -> {
          String other = random.line();
          Visit apart =
              new Visit(plan).line("B 1.20 1 1/4 0.80").line("B 1.20 2 1/4 0.80").line(other);
          Visit merged = new Visit(plan).line("B 1.20 3 1/4 0.80").line(other);
          assertEquals(
              Identities.totals(plan, apart.settled()),
              Identities.totals(plan, merged.settled()),
              what + other);
        });
  }

  @Test
  void noPlaceAndNoThreadChangesTheResult() throws Exception {
    List<Callable<List<Object>>> all = new ArrayList<>();
    List<List<Object>> expected = new ArrayList<>();
    for (int i = 0; i < PLANS / 10; i++) {
      RandomPlans random = new RandomPlans(SEED + i, false);
      Plan plan = random.plan();
      for (int k = 0; k < 8; k++) {
        Visit visit = random.visit(plan);
        Callable<List<Object>> run = () -> told(plan, visit);
        expected.add(run.call());
        all.add(run);
      }
    }
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
      List<Future<List<Object>>> done = threads.invokeAll(all);
      for (int i = 0; i < all.size(); i++) {
        assertEquals(expected.get(i), done.get(i).get());
      }
    } finally {
      threads.shutdownNow();
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static List<Object> told(Plan plan, Visit visit) {
    Sheet sheet = visit.sheet();
    Working working = Working.on();
    plan.run(sheet, working);
    plan.allocate(sheet);
    List<Object> all = new ArrayList<>(Identities.results(plan, sheet));
    plan.explain(working).forEach(line -> all.add(line.zh() + line.en()));
    return all;
  }

  @Test
  @DisplayName("a sheet that is run again, or by another bill before, gives the same")
  void aSheetMayBeUsedAgain() throws Exception {
    forEveryPlan(
        (plan, random, what) -> {
          Sheet sheet = random.visit(plan).sheet();
          long open = sheet.get(Sheet.OPEN);
          List<Long> once = run(plan, sheet);
          assertEquals(once, run(plan, sheet), what);
          sheet.open(Set.of());
          run(plan, sheet);
          sheet.set(Sheet.OPEN, open);
          assertEquals(once, run(plan, sheet), what);
        });
  }

  private static List<Long> run(Plan plan, Sheet sheet) {
    plan.run(sheet, Working.OFF);
    plan.allocate(sheet);
    return Identities.results(plan, sheet);
  }

  /** What a step promises never to pass. */
  private static final class Bounds {

    static void hold(Step step, Plan plan, Sheet sheet, String what) {
      if (step instanceof Sharing.PaymentLimit limit) {
        accumulator(limit.accumulator(), limit.number(), sheet, what);
      } else if (step instanceof Sharing.CostLimit limit) {
        accumulator(limit.accumulator(), limit.number(), sheet, what);
      } else if (step instanceof Sharing.Deductible deductible) {
        assertTrue(sheet.deductible() <= deductible.number().amount(), what);
      } else if (step instanceof Paying.OverallCap cap) {
        long funds = 0;
        for (Payer payer : Payer.values()) {
          funds += payer.isFund() ? sheet.paid(payer) : 0;
        }
        assertTrue(
            funds * cap.rate().of() <= sheet.total() * cap.rate().amount(), what + " " + funds);
      } else if (step instanceof Layer layer && layer.limit().isPresent()) {
        // Two layers may share an accumulator and each have a limit of its own.
        long before = before(layer.limit().get().accumulator(), sheet);
        long paid = sheet.yearToDateAfter(layer.limit().get().accumulator()) - before;
        long most =
            plan.steps().stream()
                .filter(Layer.class::isInstance)
                .flatMap(one -> ((Layer) one).limit().stream())
                .filter(one -> one.accumulator() == layer.limit().get().accumulator())
                .mapToLong(one -> one.value().amount())
                .max()
                .orElseThrow();
        assertTrue(paid == 0 || before + paid <= most, what);
      }
      assertTrue(sheet.accountCurrentYear() <= Math.max(0, sheet.get(Sheet.CURRENT_YEAR)), what);
      assertTrue(sheet.accountPastYears() <= Math.max(0, sheet.get(Sheet.PAST_YEARS)), what);
      for (int i = 0; i < sheet.families; i++) {
        assertTrue(sheet.familyPaid(i) <= sheet.familyBalance(i), what);
      }
    }

    private static long before(int accumulator, Sheet sheet) {
      return sheet.get(Sheet.HEAD + 2 * accumulator);
    }

    private static void accumulator(int at, PolicyValue most, Sheet sheet, String what) {
      long after = sheet.yearToDateAfter(at);
      assertTrue(after <= Math.max(most.amount(), before(at, sheet)), what);
      assertTrue(after >= before(at, sheet), what);
    }
  }
}
