package io.caresettle.policy.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.money.Quantity;
import io.caresettle.money.Rate;
import io.caresettle.money.UnitPrice;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A plan tells what it is for, what it rests on and who pays by it")
class PlanTellsTest {

  private static final String FEN = "half-up-fen";
  private static final LocalDate DAY = PlanText.DAY;
  private static final Citation SOURCE = new Citation("SZ", "12", 2, Optional.empty());
  private static final PlanKey KEY =
      new PlanKey(
          "320500",
          Scheme.EMPLOYEE,
          InsuredCategory.ACTIVE,
          CareType.OUTPATIENT,
          InstitutionLevel.LEVEL_1);

  private static PolicyValue value(Standing standing, Confidence confidence, String... assumed) {
    return new PolicyValue(
        "it",
        1,
        2,
        DAY,
        SOURCE,
        Optional.empty(),
        standing,
        confidence,
        List.of(assumed).stream().findFirst());
  }

  @Test
  void itKeepsWhatItWasMadeOf() {
    PackId pack = new PackId("320500", "outpatient", 3, "门诊", "outpatient", "a.yaml", "0123");
    SettlementYear year = new SettlementYear(7, 1, true);
    List<Step> steps = PlanText.plan().rate("1/2", FEN).done().steps();
    Plan plan =
        new Plan(
            pack,
            KEY,
            DAY,
            Optional.of(DAY.plusDays(9)),
            DAY.plusDays(3),
            year,
            steps,
            List.of("used"));
    assertEquals(pack, plan.pack());
    assertEquals("320500/outpatient@0123", pack.toString());
    assertEquals(KEY, plan.key());
    assertEquals(DAY, plan.from());
    assertEquals(Optional.of(DAY.plusDays(9)), plan.to());
    assertEquals(DAY.plusDays(3), plan.stillValidOn());
    assertEquals(year, plan.year());
    assertEquals(List.of("used"), plan.accumulators());
  }

  @Test
  void everyStepAndEveryNumberIsInTheIndex() {
    Plan plan = PlanText.plan().deductible(100, Per.VISIT).rate("1/2", FEN).cap("9/10").done();
    assertEquals(
        List.of(
            "line-total",
            "out-of-catalogue",
            "price-limit",
            "first-self-pay",
            "in-scope",
            "deductible",
            "deductible",
            "rate",
            "pool.rate",
            "overall-cap",
            "cap",
            "cash"),
        plan.citations().stream().map(Cited::what).toList());
    assertEquals("SZ 12¶2", plan.citations().get(0).source().toString());
    assertEquals("NT 41#1¶1(3)", new Citation("NT", "41#1", 1, Optional.of(3)).toString());
  }

  @Test
  void everyKindOfStepNamesTheNumbersItUses() {
    PlanText text = PlanText.plan();
    Limit limit = text.limit(9_000, "limited");
    Plan plan =
        text.offSiteFirst("1/10", FEN)
            .costLimit(5, "cost")
            .bands(
                BandText.of(BandPosition.ABOVE_DEDUCTIBLE, FEN, "500=1/2", "=3/4")
                    .person(Adjustment.Style.POINTS, "1/10")
                    .offSite(Adjustment.Style.POINTS, "1/10"))
            .paymentLimit(5, "paid")
            .largeSum("9/10", FEN, limit)
            .critical(
                Set.of(BasePart.DEDUCTIBLE), "burden", FEN, true, Optional.of(limit), "100=1/2")
            .supplement("one", Payer.SUPPLEMENTS, LayerBase.FIXED, "5")
            .aid("aid", LayerBase.REMAINING_IN_SCOPE, 10, "1/2", FEN, limit)
            .done();
    Map<String, List<String>> numbers =
        plan.steps().stream()
            .filter(step -> !step.values().isEmpty())
            .collect(
                java.util.stream.Collectors.toMap(
                    step -> step.basis().id(),
                    step -> step.values().stream().map(PolicyValue::name).toList()));
    assertEquals(
        Map.of(
            "off-site-first", List.of("off-site"),
            "cost-limit", List.of("cost-limit"),
            "bands", List.of("band.rate", "up-to", "band.rate", "adjusted", "adjusted"),
            "payment-limit", List.of("pool.most"),
            "large-sum", List.of("large.rate", "limit"),
            "critical-illness", List.of("tier.rate", "tier", "limit"),
            "supplement-one", List.of("one"),
            "aid", List.of("aid.rate", "limit", "aid.above")),
        numbers);
  }

  @Test
  void everyStepThatRoundsSaysHow() {
    PlanText text = PlanText.cut("down-fen", "up-fen", "half-even-fen", false);
    Plan plan =
        text.offSiteFirst("1/10", "down-yuan")
            .rate("1/2", "up-jiao")
            .largeSum("9/10", "down-jiao")
            .critical(Set.of(BasePart.DEDUCTIBLE), "burden", "up-yuan", true, "100=1/2")
            .supplement("one", Payer.SUPPLEMENTS, LayerBase.IN_SCOPE, "1/5")
            .supplement("two", Payer.SUPPLEMENTS, LayerBase.FIXED, "5")
            .aid("aid", LayerBase.REMAINING_IN_SCOPE, 0, "1/2", "half-even-yuan")
            .done();
    assertEquals(
        List.of(
            "line-total down-fen",
            "price-limit up-fen",
            "first-self-pay half-even-fen",
            "off-site-first down-yuan",
            "rate up-jiao",
            "large-sum down-jiao",
            "critical-illness up-yuan",
            "supplement-one half-up-fen",
            "aid half-even-yuan"),
        plan.steps().stream()
            .filter(step -> step.rounding().isPresent())
            .map(step -> step.basis().id() + " " + step.rounding().orElseThrow())
            .toList());
  }

  @Test
  void itKnowsThePayersItsStepsName() {
    Plan bare = PlanText.plan().done();
    assertEquals(Set.of(Payer.CASH), known(bare));
    assertEquals(
        EnumSet.of(Payer.PERSONAL_ACCOUNT, Payer.CASH),
        known(PlanText.plan().accountFirst(Purse.CURRENT_YEAR).done()));
    assertEquals(
        EnumSet.of(
            Payer.POOL_FUND,
            Payer.MEDICAL_AID,
            Payer.PERSONAL_ACCOUNT,
            Payer.FAMILY_ACCOUNT,
            Payer.CASH),
        known(
            PlanText.plan()
                .rate("1/2", FEN)
                .aid("aid", LayerBase.REMAINING_IN_SCOPE, 0, "1/2", FEN)
                .account(List.of(Part.values()))
                .family(Part.values())
                .done()));
  }

  private static Set<Payer> known(Plan plan) {
    Set<Payer> known = EnumSet.noneOf(Payer.class);
    for (Payer payer : Payer.values()) {
      if (plan.knows(payer)) {
        known.add(payer);
      }
    }
    return known;
  }

  @Test
  void supplementsHaveTheirPlaceAmongTheLayers() {
    PlanText pool = PlanText.plan().rate("1/2", FEN).largeSum("1/2", FEN);
    assertEquals(
        "{a=2, b=3}",
        pool.supplement("a", Payer.SUPPLEMENTS, LayerBase.FIXED, "5")
            .supplement("b", Payer.SUPPLEMENTS, LayerBase.FIXED, "5")
            .done()
            .supplements()
            .toString());
    assertEquals(
        Map.of("a", 0),
        PlanText.plan()
            .supplement("a", Payer.SUPPLEMENTS, LayerBase.FIXED, "5")
            .done()
            .supplements());
  }

  @Test
  void aLineTotalIsRoundedAsThePlanSays() {
    UnitPrice price = UnitPrice.parse("0.005");
    Quantity one = Quantity.parse("1");
    assertEquals(new Money(1), PlanText.plan().done().lineTotal(price, one));
    assertEquals(
        new Money(0), PlanText.cut("down-fen", FEN, FEN, false).done().lineTotal(price, one));
  }

  @Test
  @DisplayName("a number that is no law, that is unsure or that we made up is for tests only")
  void whatIsForTestsOnly() {
    for (Standing standing : Standing.values()) {
      assertEquals(standing != Standing.IN_FORCE, value(standing, Confidence.HIGH).forTestsOnly());
    }
    for (Confidence confidence : Confidence.values()) {
      assertEquals(
          confidence != Confidence.HIGH, value(Standing.IN_FORCE, confidence).forTestsOnly());
    }
    PolicyValue assumed = value(Standing.IN_FORCE, Confidence.HIGH, "so we think");
    assertTrue(assumed.forTestsOnly());
    Step cap = new Paying.OverallCap(PlanText.basis(StepKind.OVERALL_CAP), assumed);
    assertTrue(PlanText.plan().step(cap).done().testFigures());
  }

  @Test
  void aRateIsOfTenThousandthsWhereItCanBe() {
    assertEquals(new Rate(8_500, 10_000), PlanText.ratio("it", "17/20").parts());
    assertEquals(new Rate(2, 3), PlanText.ratio("it", "4/6").parts());
    assertEquals(new Rate(1, 20_000), PlanText.ratio("it", "1/20000").parts());
    assertEquals(new Rate(17, 20), PlanText.ratio("it", "8500/10000").rate());
  }
}
