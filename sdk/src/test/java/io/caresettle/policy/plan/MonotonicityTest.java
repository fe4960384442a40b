package io.caresettle.policy.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.money.Payer;
import io.caresettle.money.Rounding;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Where a fen more in scope may lower somebody's part, and by how much.
 *
 * <p>Exempt as a whole is what is rounded half-even, or to a jiao or yuan: there a fen more moves
 * an amount by two fen (146.5 and 147.5 are 146 and 148), or by ten or a hundred, by its own rule.
 */
@DisplayName("A fen more in scope")
class MonotonicityTest {

  private static final int PLANS =
      Integer.getInteger(
          "caresettle.plans",
          "deep".equals(System.getProperty("caresettle.tier")) ? 400_000 : 10_000);
  private static final long SEED = Long.getLong("caresettle.seed", 20261130L);

  private static long funds(Plan plan, Visit visit, long inScope) {
    Sheet sheet = visit.sheet();
    sheet.totals(5, 6, 20, inScope);
    plan.run(sheet, Working.OFF);
    return funds(sheet);
  }

  private static long funds(Sheet sheet) {
    long funds = 0;
    for (Payer payer : Payer.values()) {
      funds += payer.isFund() ? sheet.paid(payer) : 0;
    }
    return funds;
  }

  private static boolean exempt(Plan plan) {
    return plan.steps().stream()
        .filter(step -> !(step instanceof Cutting))
        .flatMap(step -> step.rounding().stream())
        .anyMatch(to -> to.mode() == Rounding.HALF_EVEN || to.unit() != 1);
  }

  private static boolean has(Plan plan, Class<? extends Step> kind) {
    return plan.steps().stream().anyMatch(kind::isInstance);
  }

  @Test
  @DisplayName("never lowers what the funds pay; the patient's part by a fen for each further fund")
  void lowersNobodysPart() {
    Random random = new Random(SEED);
    int seen = 0;
    for (int i = 0; i < PLANS; i++) {
      RandomPlans plans = new RandomPlans(SEED + i, true);
      Plan plan = plans.plan();
      if (exempt(plan)) {
        continue;
      }
      seen++;
      long funds =
          plan.steps().stream()
              .filter(step -> step instanceof Layer || step instanceof Sharing.Bands)
              .count();
      for (int k = 0; k < 4; k++) {
        Visit visit = plans.visit(plan);
        long inScope = random.nextInt(random.nextBoolean() ? 200 : 600_000);
        long before = funds(plan, visit, inScope);
        long after = funds(plan, visit, inScope + 1);
        String what = "seed " + (SEED + i) + ", " + inScope + ": " + visit + plan.steps();
        assertTrue(after >= before, what);
        if (!has(plan, Sharing.PaymentLimit.class)) {
          assertTrue(after - before - 1 <= Math.max(0, funds - 1), what);
        }
      }
    }
    assertTrue(seen > PLANS / 50);
  }

  @Test
  @DisplayName("may have two funds round up at once, and leave the patient a fen less")
  void eachFundRoundsForItself() {
    Plan plan =
        PlanText.plan()
            .rate("1/4", "half-up-fen")
            .supplement("it", Payer.SUPPLEMENTS, LayerBase.IN_SCOPE, "1/4")
            .done();
    assertEquals(0, funds(plan, new Visit(plan), 1)); // 0.25 and 0.25
    assertEquals(2, funds(plan, new Visit(plan), 2)); // 0.5 and 0.5
  }

  @Test
  @DisplayName("where the pool's payments end, may move as much cost above as a fen answers to")
  void aFenOfThePoolAnswersToManyOfCost() {
    Plan plan =
        PlanText.plan()
            .rate("1/20", "half-up-fen")
            .paymentLimit(1, "paid")
            .largeSum("1/1", "half-up-fen")
            .done();
    // 1.45 and 1.5 fen: the second is cut to 1, which answers to 20 of the 30.
    assertEquals(1, funds(plan, new Visit(plan), 29));
    assertEquals(11, funds(plan, new Visit(plan), 30));
  }

  @Test
  void exemptIsWhatStepsByMoreThanAFen() {
    Plan even = PlanText.plan().bands(half("half-even-fen")).done();
    assertTrue(exempt(even));
    assertEquals(0, funds(even, new Visit(even), 1)); // 0.5
    assertEquals(2, funds(even, new Visit(even), 3)); // 1.5
    Plan yuan = PlanText.plan().bands(half("up-yuan").onThePatientsSide()).done();
    assertTrue(exempt(yuan));
    assertEquals(100, funds(yuan, new Visit(yuan), 200));
    assertEquals(1, funds(yuan, new Visit(yuan), 201));
  }

  private static BandText half(String to) {
    return BandText.of(BandPosition.ABOVE_DEDUCTIBLE, to, "=1/2");
  }
}
