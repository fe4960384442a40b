package io.caresettle.policy.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.money.Payer;
import io.caresettle.money.RoundTo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A plan's steps stand in one order, and nothing is missing or twice")
class PlanOrderTest {

  private static final String FEN = "half-up-fen";

  /** Every kind of step, in order. */
  private static PlanText full() {
    PlanText text = PlanText.plan().usable(Payer.values());
    Limit aid = text.limit(9_000, "aid");
    return text.offSiteFirst("1/10", FEN)
        .accountFirst(Purse.CURRENT_YEAR)
        .deductible(100, Per.YEAR, "used")
        .costLimit(100_000, "cost")
        .bands(BandText.of(BandPosition.YEAR_IN_SCOPE, FEN, "500=1/2", "=3/4").telescoping())
        .paymentLimit(50_000, "paid")
        .largeSum("9/10", FEN)
        .critical(java.util.Set.of(BasePart.IN_SCOPE_REMAINDER), "burden", FEN, true, "100=1/2")
        .supplement("one", Payer.SUPPLEMENTS, LayerBase.FIXED, "5")
        .aid("one", LayerBase.REMAINING_IN_SCOPE, 10, "1/2", FEN, aid)
        .supplement("two", Payer.CIVIL_SERVANT_SUBSIDY, LayerBase.IN_SCOPE, "1/10")
        .aid("two", LayerBase.REMAINING_IN_SCOPE, 0, "1/2", FEN, aid)
        .cap("9/10")
        .account(List.of(Part.values()))
        .family(Part.DEDUCTIBLE)
        .allocate(Allocation.LARGEST_REMAINDER);
  }

  private static void refused(List<Step> steps, List<String> accumulators) {
    assertThrows(IllegalArgumentException.class, () -> PlanText.of(steps, accumulators));
  }

  @Test
  void everyKindStandsInOnePlan() {
    Plan plan = full().done();
    assertEquals(23, plan.steps().size());
    Sheet sheet =
        new Visit(plan)
            .lines(List.of("B 12.34 5 1/10", "A 3.00 7", "C 1.00 1"))
            .account(40, 500)
            .family(7)
            .settled();
    assertEquals(6_170 + 2_100 + 100, sheet.total());
    assertFalse(plan.testFigures());
    assertEquals("line-total", plan.citations().get(0).what());
  }

  @Test
  @DisplayName("two neighbours of different places cannot change places")
  void noTwoNeighboursChangePlaces() {
    Plan plan = full().done();
    for (int i = 0; i + 1 < plan.steps().size(); i++) {
      List<Step> steps = new ArrayList<>(plan.steps());
      Collections.swap(steps, i, i + 1);
      boolean free = steps.get(i).basis().kind().place() == steps.get(i + 1).basis().kind().place();
      if (free) {
        PlanText.of(steps, plan.accumulators());
      } else {
        refused(steps, plan.accumulators());
      }
    }
  }

  @Test
  void noStepStandsTwice() {
    Plan plan = full().done();
    for (Step step : plan.steps()) {
      List<Step> steps = new ArrayList<>(plan.steps());
      steps.add(steps.indexOf(step), step);
      refused(steps, plan.accumulators());
    }
  }

  @Test
  @DisplayName("the five cuts and cash stand in every plan; all else may be left out, alone")
  void whatMustStand() {
    Plan plan = full().done();
    for (Step step : plan.steps()) {
      List<Step> steps = new ArrayList<>(plan.steps());
      steps.remove(step);
      StepKind kind = step.basis().kind();
      if (kind.optional() && kind != StepKind.BANDS) {
        PlanText.of(steps, plan.accumulators());
      } else {
        refused(steps, plan.accumulators()); // Without bands the limits have nothing to limit.
      }
    }
    refused(List.of(), List.of());
  }

  static Stream<Arguments> impossible() {
    PlanText text = PlanText.plan();
    Limit limit = new Limit(PlanText.fen("limit", 5), 7);
    return Stream.of(
        Arguments.of(
            "two pools",
            PlanText.plan()
                .rate("1/2", FEN)
                .bands(BandText.of(BandPosition.ABOVE_DEDUCTIBLE, FEN, "=1/2"))),
        Arguments.of("a cost limit alone", PlanText.plan().costLimit(5, "cost")),
        Arguments.of("a payment limit alone", PlanText.plan().paymentLimit(5, "paid")),
        Arguments.of(
            "a deductible of the year that counts nowhere",
            PlanText.plan().deductible(5, Per.YEAR).rate("1/2", FEN)),
        Arguments.of(
            "an accumulator that the plan does not have",
            PlanText.plan().largeSum("1/2", FEN, limit)),
        Arguments.of(
            "an accumulator of two steps",
            PlanText.plan().deductible(5, Per.YEAR, "a").costLimit(5, "a").rate("1/2", FEN)),
        Arguments.of(
            "a limit on another step's accumulator",
            PlanText.plan()
                .deductible(5, Per.YEAR, "a")
                .rate("1/2", FEN)
                .largeSum("1/2", FEN, new Limit(PlanText.fen("limit", 5), 0))),
        Arguments.of(
            "two supplements of one name",
            PlanText.plan()
                .supplement("it", Payer.SUPPLEMENTS, LayerBase.FIXED, "5")
                .step(named("other-id", "it"))),
        Arguments.of(
            "a step that says it is another",
            text.step(
                new Paying.Account(
                    PlanText.basis(StepKind.FAMILY_ACCOUNT),
                    List.of(Part.DEDUCTIBLE),
                    List.of()))));
  }

  private static Step named(String id, String name) {
    return new Layer.Supplement(
        PlanText.basis(StepKind.SUPPLEMENT, id),
        name,
        Payer.SUPPLEMENTS,
        LayerBase.FIXED,
        PlanText.fen("it", 5),
        Optional.empty(),
        Optional.empty());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void impossible(String what, PlanText text) {
    assertThrows(IllegalArgumentException.class, text::done, what);
  }

  @Test
  @DisplayName("an accumulator is one of the plan's, and a deductible of a visit has none")
  void whoCountsWhere() {
    Step lone =
        new Sharing.Deductible(
            PlanText.basis(StepKind.DEDUCTIBLE),
            PlanText.fen("deductible", 5),
            Per.VISIT,
            OptionalInt.of(0));
    PlanText visit = PlanText.plan().step(lone).rate("1/2", FEN);
    visit.accumulator("used");
    assertThrows(IllegalArgumentException.class, visit::done);
    for (int next : new int[] {-1, 1}) {
      PlanText text = PlanText.plan().rate("1/2", FEN);
      text.accumulator("first");
      text.largeSum("1/2", FEN, new Limit(PlanText.fen("limit", 5), next));
      assertThrows(IllegalArgumentException.class, text::done);
    }
  }

  @ParameterizedTest
  @EnumSource(Payer.class)
  @DisplayName("funds alone pay by steps: what an account or cash paid so would count twice")
  void fundsAlonePay(Payer payer) {
    Step rate =
        Sharing.Bands.rate(
            PlanText.basis(StepKind.RATE), payer, PlanText.ratio("rate", "1/2"), PlanText.to(FEN));
    PlanText pool = PlanText.plan().step(rate);
    PlanText layer = PlanText.plan().supplement("it", payer, LayerBase.FIXED, "50");
    for (PlanText text : List.of(pool, layer)) {
      if (payer.isFund()) {
        text.done();
      } else {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, text::done);
        assertTrue(("" + refused.getMessage()).contains("found the payer " + payer.id()));
      }
    }
  }

  @Test
  void limitsMayShareAnAccumulator() {
    PlanText text = PlanText.plan().rate("1/2", FEN);
    Limit limit = text.limit(5, "shared");
    text.largeSum("1/2", FEN, limit).aid("it", LayerBase.REMAINING_IN_SCOPE, 0, "1/2", FEN, limit);
    assertEquals(List.of("shared"), text.done().accumulators());
  }

  @Test
  void accumulatorsHaveNamesOfTheirOwn() {
    Plan plan = PlanText.plan().rate("1/2", FEN).done();
    refused(plan.steps(), List.of("a", "a"));
  }

  @Test
  void aRateIsABandWithoutAnEnd() {
    Sharing.Bands rate =
        Sharing.Bands.rate(
            PlanText.basis(StepKind.RATE),
            Payer.POOL_FUND,
            PlanText.ratio("it", "1/2"),
            RoundTo.HALF_UP_FEN);
    assertEquals(List.of(PlanText.rate("1/2")), rate.rates());
    assertEquals(OptionalInt.empty(), rate.accumulator());
    assertEquals(BandPosition.ABOVE_DEDUCTIBLE, rate.position());
    assertTrue(rate.values().stream().allMatch(value -> value.name().equals("it")));
  }
}
