package io.caresettle.policy.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.money.Payer;
import io.caresettle.money.Rate;
import io.caresettle.money.RoundTo;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The pool pays by bands")
class BandsTest {

  private static final String[] EIGHTY_THEN_NINETY = {"100000=80/100", "=90/100"};

  private static BandText bands(BandPosition position, String... bands) {
    return BandText.of(position, "half-up-fen", bands);
  }

  private static long pool(BandText bands, long inScope) {
    return Visit.of(PlanText.plan().bands(bands).done(), inScope).paid(Payer.POOL_FUND);
  }

  /** What the pool pays of 1,000 yuan at 80 %, changed. */
  private static long changed(BandText bands) {
    return pool(bands, 100_000);
  }

  private static BandText eighty() {
    return bands(BandPosition.ABOVE_DEDUCTIBLE, "=80/100");
  }

  @ParameterizedTest(name = "{0}: {1} fen")
  @CsvSource({
    // The deductible is 500.00 and the bill 1,500.00; the year holds 900.00 already.
    "INCLUDING_DEDUCTIBLE, 85000", // (500, 1500]: 500 × 80 % + 500 × 90 %
    "ABOVE_DEDUCTIBLE, 80000", // (0, 1000]
    "YEAR_IN_SCOPE, 90000", // (1400, 2400]
  })
  void fromWhereTheBillBegins(BandPosition position, long pool) {
    Plan plan =
        PlanText.plan()
            .deductible(50_000, Per.VISIT)
            .bands(bands(position, EIGHTY_THEN_NINETY))
            .done();
    Sheet sheet = new Visit(plan).inScope(150_000).year("year-cost", 90_000).settled();
    assertEquals(pool, sheet.paid(Payer.POOL_FUND));
    if (position == BandPosition.YEAR_IN_SCOPE) {
      assertEquals(240_000, sheet.yearToDateAfter(0), "deductible and all");
    }
  }

  @ParameterizedTest(name = "{0} in scope: {1}")
  @CsvSource({
    "1, 1", // 0.8
    "99999, 79999", // 79,999.2
    "100000, 80000",
    "100001, 80001", // 80,000.9
    "100002, 80002", // 80,001.8
    "0, 0",
  })
  void theLastFenOfABandBelongsToIt(long inScope, long pool) {
    assertEquals(pool, pool(bands(BandPosition.ABOVE_DEDUCTIBLE, EIGHTY_THEN_NINETY), inScope));
  }

  @Test
  void aBandMayPayNothing() {
    BandText bands = bands(BandPosition.ABOVE_DEDUCTIBLE, "1000=0/1", "2000=1/2", "=1/1");
    assertEquals(0, pool(bands, 1_000));
    assertEquals(500 + 1_000, pool(bands, 3_000));
  }

  @Nested
  @Tag("R-OFF-06")
  @DisplayName("for a person, and away from home")
  class Adjusted {

    @Test
    void pointsAreAddedForAPersonUpToTheWhole() {
      assertEquals(85_000, changed(eighty().person(Adjustment.Style.POINTS, "5/100")));
      assertEquals(100_000, changed(eighty().person(Adjustment.Style.POINTS, "30/100")));
    }

    @Test
    void aFactorIsOnThePatientsShare() {
      assertEquals(90_000, changed(eighty().person(Adjustment.Style.SELF_FACTOR, "1/2")));
      assertEquals(100_000, changed(eighty().person(Adjustment.Style.SELF_FACTOR, "0/1")));
    }

    @Test
    void pointsAreTakenAwayFromHomeDownToNothing() {
      assertEquals(70_000, changed(eighty().offSite(Adjustment.Style.POINTS, "10/100")));
      assertEquals(0, changed(eighty().offSite(Adjustment.Style.POINTS, "90/100")));
    }

    @Test
    void aMultiplierIsOnTheRate() {
      assertEquals(72_000, changed(eighty().offSite(Adjustment.Style.MULTIPLIER, "9/10")));
    }

    @Test
    @DisplayName("the person comes first: (80 % + 5 %) × 90 %, and 1 − (1 − 80 %) × 1/2 − 10 %")
    void thePersonComesFirst() {
      assertEquals(
          76_500,
          changed(
              eighty()
                  .person(Adjustment.Style.POINTS, "5/100")
                  .offSite(Adjustment.Style.MULTIPLIER, "9/10")));
      assertEquals(
          80_000,
          changed(
              eighty()
                  .person(Adjustment.Style.SELF_FACTOR, "1/2")
                  .offSite(Adjustment.Style.POINTS, "10/100")));
    }

    @Test
    @DisplayName("the rates of each band as they come out are known")
    void theRatesAreKnown() {
      BandText bands =
          bands(BandPosition.ABOVE_DEDUCTIBLE, EIGHTY_THEN_NINETY)
              .person(Adjustment.Style.POINTS, "15/100");
      assertEquals(
          List.of(PlanText.rate("19/20"), PlanText.rate("1/1")),
          bands.step(PlanText.plan()).rates());
    }

    @Test
    @DisplayName("the patient's first tenth of what is in scope goes off before the deductible")
    void theFirstSelfPayAwayFromHome() {
      Plan plan =
          PlanText.plan()
              .offSiteFirst("1/10", "half-up-fen")
              .deductible(20_000, Per.VISIT)
              .rate("80/100", "half-up-fen")
              .done();
      Sheet sheet = Visit.of(plan, 100_005);
      assertEquals(10_001, sheet.offSiteFirst()); // 10,000.5
      assertEquals(56_003, sheet.paid(Payer.POOL_FUND)); // 70,004 × 80 % = 56,003.2
    }

    @Test
    void theFirstSelfPayIsNeverMoreThanThereIs() {
      Plan plan = PlanText.plan().offSiteFirst("9/10", "up-yuan").rate("1/1", "down-fen").done();
      assertEquals(60, Visit.of(plan, 60).offSiteFirst());
      assertEquals(0, Visit.of(plan, 60).paid(Payer.POOL_FUND));
      assertEquals(
          List.of("NONE 0.60 × 90 % = 0.54 ≈ 1.00", "LIMIT_REACHED min(1.00, 0.60) = 0.60"),
          new Visit(plan).inScope(60).told("off-site-first"));
    }
  }

  @Nested
  @DisplayName("visit by visit, or as the difference of two sums of the year")
  class Telescoping {

    private long twice(BandText bands, long first, long second) {
      Plan plan = PlanText.plan().bands(bands).done();
      Sheet one = Visit.of(plan, first);
      Sheet two =
          new Visit(plan).inScope(second).year("year-cost", one.yearToDateAfter(0)).settled();
      return one.paid(Payer.POOL_FUND) + two.paid(Payer.POOL_FUND);
    }

    @Test
    void cutInTwoItComesToTheSame() {
      BandText bands = bands(BandPosition.YEAR_IN_SCOPE, "1001=1/3", "2003=1/2", "=6/7");
      for (long first = 0; first <= 3_000; first += 7) {
        assertEquals(
            pool(bands.telescoping(), 3_000), twice(bands.telescoping(), first, 3_000 - first));
        assertEquals(
            pool(bands.telescoping().roundedPerBand(), 3_000),
            twice(bands.telescoping().roundedPerBand(), first, 3_000 - first));
      }
    }

    @Test
    void visitByVisitHalvesAreGivenTwice() {
      BandText bands = bands(BandPosition.YEAR_IN_SCOPE, "=1/2");
      assertEquals(2, twice(bands, 1, 1));
      assertEquals(1, twice(bands.telescoping(), 1, 1));
    }

    @Test
    @DisplayName("where a step to a whole yuan would take back what was paid, it pays nothing")
    void nothingIsTakenBack() {
      BandText bands =
          BandText.of(BandPosition.YEAR_IN_SCOPE, "up-yuan", "=1/2")
              .onThePatientsSide()
              .telescoping();
      Plan plan = PlanText.plan().bands(bands).done();
      // Of 200 fen the patient pays 100, of 201 fen 200: 1 fen for the fund, which paid 100.
      Visit visit = new Visit(plan).inScope(1).year("year-cost", 200);
      assertEquals(0, visit.settled().paid(Payer.POOL_FUND));
      assertEquals(201, visit.settled().yearToDateAfter(0));
    }

    @Test
    @DisplayName("where a step to a whole yuan would pay more than there is, it pays what there is")
    void noMoreThanThereIs() {
      BandText bands = BandText.of(BandPosition.YEAR_IN_SCOPE, "up-yuan", "=1/2").telescoping();
      Plan plan = PlanText.plan().bands(bands).done();
      Visit visit = new Visit(plan).inScope(1).year("year-cost", 200);
      assertEquals(1, visit.settled().paid(Payer.POOL_FUND));
      assertEquals("NONE min(0.01, 2.00 − 1.00) = 0.01", visit.told("bands").get(2));
    }

    @Test
    void bothSumsAndTheirDifferenceAreTold() {
      Plan plan =
          PlanText.plan()
              .bands(bands(BandPosition.YEAR_IN_SCOPE, "100=1/2", "=4/5").telescoping())
              .done();
      assertEquals(
          List.of(
              "NONE 1.00 × 50 % = 0.50",
              "NONE 1.00 × 80 % = 0.80",
              "NONE Σ = 1.30",
              "NONE 0.50 × 50 % = 0.25",
              "NONE Σ = 0.25",
              "NONE 1.30 − 0.25 = 1.05"),
          new Visit(plan).inScope(150).year("year-cost", 50).told("bands"));
    }
  }

  @Nested
  @DisplayName("rounded where, on whose side, how and to what")
  class Rounded {

    private BandText halves() {
      // 15 fen × 50 % = 7.5 and 15 fen × 70 % = 10.5 for the fund; 7.5 and 4.5 for the patient.
      return bands(BandPosition.ABOVE_DEDUCTIBLE, "15=1/2", "=7/10");
    }

    @Test
    void onceOverAllBandsOrInEach() {
      assertEquals(18, pool(halves(), 30));
      assertEquals(8 + 11, pool(halves().roundedPerBand(), 30));
    }

    @Test
    void onThePatientsSideTheFundPaysTheRest() {
      assertEquals(30 - 12, pool(halves().onThePatientsSide(), 30));
      assertEquals(15 - 8 + 15 - 5, pool(halves().onThePatientsSide().roundedPerBand(), 30));
    }

    @ParameterizedTest(name = "half of {1} fen, {0}: {2}")
    @CsvSource({
      "half-up-fen, 12345, 6173",
      "down-fen, 12345, 6172",
      "up-fen, 12345, 6173",
      "half-even-fen, 12345, 6172",
      "half-even-fen, 12347, 6174",
      "half-up-jiao, 12345, 6170",
      "half-up-jiao, 130, 70", // 6.5 jiao
      "down-jiao, 138, 60",
      "up-jiao, 12345, 6180",
      "half-even-jiao, 130, 60",
      "half-even-jiao, 150, 80", // 7.5 jiao
      "half-up-yuan, 12345, 6200",
      "half-up-yuan, 500, 300",
      "down-yuan, 12345, 6100",
      "up-yuan, 12201, 6200", // 61.005 yuan
      "half-even-yuan, 500, 200",
      "half-even-yuan, 300, 200",
    })
    void asNamed(String to, long inScope, long pool) {
      assertEquals(pool, pool(BandText.of(BandPosition.ABOVE_DEDUCTIBLE, to, "=1/2"), inScope));
    }

    @Test
    void neverMoreThanThereIsAndNeverLessThanNothing() {
      BandText up = BandText.of(BandPosition.ABOVE_DEDUCTIBLE, "up-yuan", "=9/10");
      assertEquals(60, pool(up, 60));
      assertEquals(0, pool(up.onThePatientsSide(), 60));
      assertEquals(0, pool(up.onThePatientsSide().roundedPerBand(), 60));
    }
  }

  @ParameterizedTest
  @EnumSource(BandPosition.class)
  void aPoolThatIsNotOpenPaysAndCountsNothing(BandPosition position) {
    Plan plan =
        PlanText.plan()
            .offSiteFirst("1/10", "half-up-fen")
            .deductible(50_000, Per.YEAR, "used")
            .bands(bands(position, EIGHTY_THEN_NINETY))
            .done();
    Sheet sheet = new Visit(plan).inScope(150_000).open(Payer.PERSONAL_ACCOUNT).settled();
    assertEquals(150_000, sheet.paid(Payer.CASH));
    assertEquals(0, sheet.offSiteFirst() + sheet.deductible());
    for (int i = 0; i < plan.accumulators().size(); i++) {
      assertEquals(0, sheet.yearToDateAfter(i));
    }
  }

  @Test
  void bandsThatCannotBeAreRefused() {
    PlanText plan = PlanText.plan();
    for (BandText wrong :
        List.of(
            bands(BandPosition.ABOVE_DEDUCTIBLE, "100=1/2", "100=1/2", "=1/2"),
            bands(BandPosition.ABOVE_DEDUCTIBLE, "100=1/2"),
            bands(BandPosition.ABOVE_DEDUCTIBLE, "=1/2", "=1/2"),
            bands(BandPosition.ABOVE_DEDUCTIBLE, "=1/1000001"),
            bands(BandPosition.ABOVE_DEDUCTIBLE, "=1/2").telescoping())) {
      assertThrows(IllegalArgumentException.class, () -> wrong.step(plan), wrong::toString);
    }
    bands(BandPosition.ABOVE_DEDUCTIBLE, "=1/1000000").step(plan);
  }

  @Test
  void ratesWhoseCommonDenominatorFitsNoNumberAreRefused() {
    // Each may be the product of a rate and two adjustments; both together pass 2^63.
    List<Rate> rates = List.of(new Rate(1, 999_983), new Rate(1, 10_000_000_000_000L));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Cascade(
                new long[] {100, Long.MAX_VALUE}, rates, false, false, RoundTo.HALF_UP_FEN));
  }
}
