package io.caresettle.split;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.money.Rate;
import io.caresettle.money.RoundTo;
import io.caresettle.policy.plan.Basis;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Citation;
import io.caresettle.policy.plan.Confidence;
import io.caresettle.policy.plan.Cutting;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.Layer;
import io.caresettle.policy.plan.LayerBase;
import io.caresettle.policy.plan.PackId;
import io.caresettle.policy.plan.Part;
import io.caresettle.policy.plan.Paying;
import io.caresettle.policy.plan.Per;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.PolicyValue;
import io.caresettle.policy.plan.Purse;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.policy.plan.SettlementYear;
import io.caresettle.policy.plan.Sharing;
import io.caresettle.policy.plan.Standing;
import io.caresettle.policy.plan.StepKind;
import io.caresettle.policy.plan.Working;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An estimate says everything: every payer, their parts, the year, and what to doubt")
class WholeEstimateTest {

  private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
  static final LocalDate LOOKED = LocalDate.of(2026, 6, 30);
  private static final Citation SOURCE = new Citation("TX", "1", 1, Optional.empty());
  private static final RoundTo FEN = RoundTo.HALF_UP_FEN;
  private static final Set<Payer> ALL =
      EnumSet.complementOf(EnumSet.of(Payer.CASH, Payer.INSTITUTION));
  static final Plan PLAN = plan();

  private static Basis basis(StepKind kind, String id) {
    return new Basis(kind, id, "R-TEST-01", SOURCE, Optional.empty());
  }

  private static Basis basis(StepKind kind) {
    return basis(kind, kind.id());
  }

  private static PolicyValue value(long amount, long of) {
    return new PolicyValue(
        "value",
        amount,
        of,
        FROM,
        SOURCE,
        Optional.empty(),
        Standing.IN_FORCE,
        Confidence.HIGH,
        Optional.empty());
  }

  /** Deductible 100.00; pool 60 %; the unit a half of the rest; aid 10.00; two purses; family. */
  private static Plan plan() {
    List<Part> may = List.of(Part.DEDUCTIBLE, Part.COINSURANCE, Part.OUT_OF_CATALOGUE);
    return new Plan(
        new PackId("test", "whole", 1, "全", "whole", "whole.yaml", "0000000000000000"),
        new PlanKey(
            "test",
            Scheme.EMPLOYEE,
            InsuredCategory.ACTIVE,
            CareType.INPATIENT,
            InstitutionLevel.LEVEL_3),
        FROM,
        Optional.of(LAST),
        LOOKED,
        new SettlementYear(MonthDay.of(1, 1), true),
        List.of(
            new Cutting.LineTotal(basis(StepKind.LINE_TOTAL), FEN),
            new Cutting.OutOfCatalogue(basis(StepKind.OUT_OF_CATALOGUE)),
            new Cutting.PriceLimit(basis(StepKind.PRICE_LIMIT), FEN),
            new Cutting.FirstSelfPay(basis(StepKind.FIRST_SELF_PAY), FEN, false),
            new Cutting.InScope(basis(StepKind.IN_SCOPE)),
            new Sharing.Deductible(
                basis(StepKind.DEDUCTIBLE), value(10_000, 1), Per.YEAR, OptionalInt.of(0)),
            Sharing.Bands.rate(basis(StepKind.RATE), Payer.POOL_FUND, value(6_000, 10_000), FEN),
            new Layer.Supplement(
                basis(StepKind.SUPPLEMENT, "supplement-unit"),
                "unit",
                Payer.SUPPLEMENTS,
                LayerBase.REMAINING_ABOVE_DEDUCTIBLE,
                value(1, 2),
                Optional.of(FEN),
                Optional.empty()),
            new Layer.Supplement(
                basis(StepKind.SUPPLEMENT, "supplement-grant"),
                "grant",
                Payer.CIVIL_SERVANT_SUBSIDY,
                LayerBase.FIXED,
                value(1_000, 1),
                Optional.empty(),
                Optional.empty()),
            new Paying.Account(
                basis(StepKind.ACCOUNT), may, List.of(Purse.CURRENT_YEAR, Purse.PAST_YEARS)),
            new Paying.FamilyAccount(basis(StepKind.FAMILY_ACCOUNT), may),
            new Paying.Cash(basis(StepKind.CASH))),
        List.of("deductible-used"));
  }

  private static Money yuan(String text) {
    return Money.parseYuan(text);
  }

  static PersonState person(OptionalInt year, String used) {
    return new PersonState(
        Map.of("deductible-used", yuan(used)),
        year,
        yuan("30.00"),
        yuan("20.00"),
        List.of(
            new FamilyAccount("F1", yuan("5.00")),
            new FamilyAccount("F2", yuan("-1.00")),
            new FamilyAccount("F3", yuan("500.00"))),
        ALL);
  }

  private static CatalogueItem item(String code, CatalogueClass kind, boolean never) {
    return new CatalogueItem(code, "示例", kind, new Rate(0, 1), Optional.empty(), never);
  }

  /** 300.00 in scope; 40.00 and 7.00 outside the catalogue, the latter never by an account. */
  static Charges bill() {
    return new Charges.Itemized(
        new Bill(
            Cases.ID,
            List.of(
                FeeLine.of("1", "A", "300.00", "1"),
                FeeLine.of("2", "C", "40.00", "1"),
                FeeLine.of("3", "N", "7.00", "1"))),
        new Catalogue(
            "2026",
            Map.of(
                "A", item("A", CatalogueClass.A, false),
                "C", item("C", CatalogueClass.C, false),
                "N", item("N", CatalogueClass.C, true))));
  }

  static Estimate estimate(Charges charges, PersonState person, Visit visit) {
    return Splitter.estimate(PLAN, charges, person, Optional.of(visit), true, Working.on());
  }

  static Visit on(int year, int month, int day) {
    return Visit.on(LocalDate.of(year, month, day));
  }

  @Test
  void everyPayerIsTold() {
    Estimate estimate = estimate(bill(), person(OptionalInt.of(2026), "0.00"), on(2026, 3, 1));
    // 300.00 − 100.00 = 200.00; pool 120.00; unit 80.00 × 1/2; grant 10.00; 130.00 in scope left,
    // and 40.00 out of the catalogue: 170.00 for accounts, 50.00 of the own and 120.00 of F1 and
    // F3.
    assertAll(
        () -> assertEquals(yuan("120.00"), estimate.split().paidBy(Payer.POOL_FUND)),
        () -> assertEquals(yuan("10.00"), estimate.split().paidBy(Payer.CIVIL_SERVANT_SUBSIDY)),
        () -> assertEquals(yuan("40.00"), estimate.split().paidBy(Payer.SUPPLEMENTS)),
        () -> assertEquals("{unit=40.00, grant=10.00}", estimate.detail().supplements().toString()),
        () -> assertEquals(yuan("30.00"), estimate.detail().currentYear()),
        () -> assertEquals(yuan("20.00"), estimate.detail().pastYears()),
        () ->
            assertEquals("{F1=5.00, F2=0.00, F3=115.00}", estimate.detail().families().toString()),
        () -> assertEquals(yuan("7.00"), estimate.split().paidBy(Payer.CASH)),
        () -> assertEquals(OptionalInt.of(2026), estimate.detail().settlementYear()),
        () -> assertEquals(List.of(Warning.OVERDRAWN), doubts(estimate)));
  }

  @Test
  void everyLineIsPaidWholly() {
    Estimate estimate = estimate(bill(), person(OptionalInt.of(2026), "0.00"), on(2026, 3, 1));
    LineCut never = estimate.lines().get(2);
    assertEquals(Map.of(Payer.CASH, yuan("7.00")), never.paid());
    for (Payer payer : Payer.values()) {
      Money sum = Money.ZERO;
      for (LineCut line : estimate.lines()) {
        sum = sum.plus(line.paid().getOrDefault(payer, Money.ZERO));
      }
      assertEquals(estimate.split().paidBy(payer), sum, payer.id());
    }
  }

  @Test
  @DisplayName("totals come to the same as lines, but for the line that no account may pay")
  void totalsAreABill() {
    ScopeCut cut = new ScopeCut(yuan("40.00"), Money.ZERO, Money.ZERO, yuan("300.00"), Money.ZERO);
    Estimate estimate =
        estimate(
            new Charges.Totals(Cases.ID, cut),
            person(OptionalInt.of(2026), "0.00"),
            on(2026, 3, 1));
    assertEquals(yuan("120.00"), estimate.split().paidBy(Payer.POOL_FUND));
    assertEquals(yuan("120.00"), estimate.split().paidBy(Payer.FAMILY_ACCOUNT));
    assertEquals(Money.ZERO, estimate.split().paidBy(Payer.CASH));
    assertEquals(List.of(), estimate.lines());
  }

  @Test
  @DisplayName("a bill of a day after anybody looked is estimated, and says so")
  void aPackNobodyCheckedIsDoubted() {
    PersonState person = person(OptionalInt.of(2026), "0.00");
    assertEquals(List.of(Warning.OVERDRAWN), doubts(estimate(bill(), person, Visit.on(LOOKED))));
    List<Warning> warnings =
        estimate(bill(), person, Visit.on(LOOKED.plusDays(1))).detail().warnings();
    assertEquals(2, warnings.size());
    assertEquals(Warning.PACK_NOT_CHECKED, warnings.get(0).id());
    assertEquals(
        "nobody looked after 2026-06-30 whether the rules still hold, and the bill is of"
            + " 2026-07-01",
        warnings.get(0).en());
  }

  private static List<String> doubts(Estimate estimate) {
    return estimate.detail().warnings().stream().map(Warning::id).toList();
  }

  @Test
  @DisplayName("an account below zero is told of, in both languages, and never spends what it owes")
  void anOverdrawnAccountIsToldOf() {
    PersonState overdrawn =
        new PersonState(
            Map.of(), OptionalInt.of(2026), yuan("-50.00"), yuan("30.00"), List.of(), ALL);
    Estimate estimate = estimate(bill(), overdrawn, Visit.on(LOOKED));
    assertEquals(Money.ZERO, estimate.split().paidBy(Payer.PERSONAL_ACCOUNT));
    assertEquals(List.of(Warning.OVERDRAWN), doubts(estimate));
    Warning told = estimate.detail().warnings().get(0);
    assertEquals(
        "the personal account is overdrawn: what it owes is taken off what else it holds",
        told.en());
    assertEquals("个人账户已透支：透支部分先从其余余额中扣除", told.zh());
  }

  @Test
  @DisplayName("sums of another year are refused: the stay counts by its last day")
  void sumsOfAnotherYearAreRefused() {
    Visit overNewYear = new Visit(LocalDate.of(2025, 12, 20), LocalDate.of(2026, 1, 5));
    estimate(bill(), person(OptionalInt.of(2026), "0.00"), overNewYear);
    assertEquals(
        List.of(
            "year_to_date: found sums of the year 2025, expected sums of 2026, the settlement year"
                + " of the bill"),
        faults(bill(), person(OptionalInt.of(2025), "0.00"), overNewYear));
  }

  @Test
  @DisplayName("R-YEAR-02: a plan of another day than the discharge is refused, whenever it began")
  void thePlanIsOfTheDischarge() {
    PersonState anyYear = person(OptionalInt.empty(), "0.00");
    estimate(bill(), anyYear, new Visit(FROM.minusDays(9), FROM));
    estimate(bill(), anyYear, new Visit(FROM.minusDays(9), LAST));
    assertEquals(
        List.of(
            "discharged: found 2027-01-01, expected a day from 2026-01-01 to 2026-12-31, where the"
                + " rules hold"),
        faults(bill(), anyYear, new Visit(LAST, LAST.plusDays(1))));
  }

  @Test
  @DisplayName("everything that is wrong is told at once, with field, found and expected")
  void everyFaultIsTold() {
    Charges bad =
        new Charges.Itemized(
            new Bill(
                Cases.ID,
                List.of(
                    FeeLine.of("1", "A", "99999999999.00", "1"),
                    FeeLine.of("2", "X", "1.00", "1"),
                    FeeLine.of("3", "B", "1.00", "1"))),
            new Catalogue(
                "2026",
                Map.of(
                    "A", item("A", CatalogueClass.A, false),
                    "B", item("B", CatalogueClass.B, true))));
    assertEquals(
        List.of(
            "year_to_date: found sums of the year 2026, expected sums of 2031, the settlement year"
                + " of the bill",
            "date: found 2031-01-01, expected a day from 2026-01-01 to 2026-12-31, where the rules"
                + " hold",
            "year_to_date.deductible-used: found 10000000000.01, expected at most 10000000000.00"
                + " yuan",
            "line 1: found an amount too large to count, 99999999999.00, expected at most"
                + " 10000000000.00 yuan",
            "line 2: found the code X, expected a code of the catalogue 2026",
            "line 3: found a catalogue item of class B that no account may pay, expected class C,"
                + " for what is inside the catalogue an account may pay"),
        faults(bad, person(OptionalInt.of(2026), "10000000000.01"), on(2031, 1, 1)));
  }

  private static List<String> faults(Charges charges, PersonState person, Visit visit) {
    BillRejected rejected =
        assertThrows(BillRejected.class, () -> estimate(charges, person, visit));
    return rejected.faults().stream().map(BillRejected.Fault::toString).toList();
  }

  @Test
  @DisplayName("what is no state of a person, no line and no visit cannot be made")
  void nonsenseCannotBeMade() {
    assertAll(
        () ->
            assertThrows(
                IllegalArgumentException.class, () -> person(OptionalInt.empty(), "-0.01")),
        () ->
            assertThrows(
                IllegalArgumentException.class,
                () ->
                    new PersonState(
                        Map.of(),
                        OptionalInt.empty(),
                        Money.ZERO,
                        Money.ZERO,
                        List.of(
                            new FamilyAccount("F1", Money.ZERO),
                            new FamilyAccount("F1", Money.ZERO)),
                        ALL)),
        () ->
            assertThrows(
                IllegalArgumentException.class,
                () -> FeeLine.of("1", "A", "999999999999.999999", "999999999999")),
        () -> assertThrows(IllegalArgumentException.class, () -> new Visit(LAST, FROM)),
        () ->
            assertThrows(
                IllegalArgumentException.class,
                () ->
                    new LineCut(
                        "1",
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        yuan("1.00"),
                        Map.of(Payer.CASH, yuan("0.99")))));
  }
}
