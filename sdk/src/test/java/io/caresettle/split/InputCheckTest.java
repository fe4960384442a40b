package io.caresettle.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.money.Rate;
import io.caresettle.policy.plan.Sheet;
import io.caresettle.policy.plan.Working;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Before an estimate everything it is made from is looked at")
class InputCheckTest {

  private static final long MOST = Sheet.MOST;
  private static final String COUNTABLE = ", expected at most 10000000000.00 yuan";

  private static Charges totals(long out, long over, long first, long in) {
    return new Charges.Totals(
        Cases.ID,
        new ScopeCut(new Money(out), new Money(over), new Money(first), new Money(in), Money.ZERO));
  }

  private static Charges line(CatalogueItem item, String price) {
    return new Charges.Itemized(
        new Bill(Cases.ID, List.of(FeeLine.of("1", item.code(), price, "1"))),
        new Catalogue("2026", Map.of(item.code(), item)));
  }

  private static CatalogueItem item(CatalogueClass kind, int share, boolean never) {
    return new CatalogueItem("X", "示例", kind, Rate.basisPoints(share), Optional.empty(), never);
  }

  private static PersonState holding(long current, long past, long family) {
    return new PersonState(
        Map.of(),
        OptionalInt.empty(),
        new Money(current),
        new Money(past),
        List.of(new FamilyAccount("F1", new Money(family))),
        Set.of(Payer.POOL_FUND));
  }

  private static Estimate estimate(Charges charges, PersonState person, Optional<Visit> visit) {
    return Splitter.estimate(WholeEstimateTest.PLAN, charges, person, visit, false, Working.OFF);
  }

  private static List<String> faults(Charges charges, PersonState person, Optional<Visit> visit) {
    try {
      estimate(charges, person, visit);
      return List.of();
    } catch (BillRejected rejected) {
      return rejected.faults().stream().map(BillRejected.Fault::toString).toList();
    }
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> balances() {
    return Stream.of(
        arguments("balances.current_year", holding(MOST + 1, 0, 0)),
        arguments("balances.past_years", holding(0, MOST + 1, 0)),
        arguments("family.F1", holding(0, 0, MOST + 1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("balances")
  void moneyThatNobodyCanCountIsTold(String field, PersonState person) {
    assertEquals(
        List.of(field + ": found 10000000000.01" + COUNTABLE),
        faults(totals(0, 0, 0, 100), person, Optional.empty()));
  }

  @Test
  void whatAnOverdrawnAccountOwesMustBeCountableToo() {
    assertEquals(
        List.of(
            "balances.current_year: found -10000000000.01" + COUNTABLE,
            "balances.past_years: found " + new Money(Long.MIN_VALUE) + COUNTABLE),
        faults(totals(0, 0, 0, 100), holding(-MOST - 1, Long.MIN_VALUE, 0), Optional.empty()));
  }

  @Test
  void theMostThatCanBeCountedIsCounted() {
    assertEquals(
        List.of(), faults(totals(0, 0, 0, MOST), holding(MOST, -MOST, MOST), Optional.empty()));
    assertEquals(
        List.of(),
        faults(
            line(item(CatalogueClass.A, 0, false), "10000000000"),
            holding(0, 0, 0),
            Optional.empty()));
  }

  @ParameterizedTest(name = "totals.{0}")
  @CsvSource({
    "out-of-catalogue, 1, 0, 0, 0",
    "over-limit, 0, 1, 0, 0",
    "first-self-pay, 0, 0, 1, 0",
    "in-scope, 0, 0, 0, 1",
  })
  void aTotalThatNobodyCanCountIsTold(String part, int out, int over, int first, int in) {
    long much = MOST + 1;
    assertEquals(
        List.of("totals." + part + ": found 10000000000.01" + COUNTABLE),
        faults(
            totals(out * much, over * much, first * much, in * much),
            holding(0, 0, 0),
            Optional.empty()));
  }

  @ParameterizedTest(name = "a visit from {0} to {1}: {2} lies outside")
  @CsvSource({
    "2026-01-01, 2026-01-01, ", //  the first day of the rules
    "2026-12-31, 2026-12-31, ", //  the last
    "2025-12-31, 2026-01-01, ", //  the day by which a stay counts is enough
    "2026-12-31, 2027-01-01, discharged",
    "2025-12-31, 2025-12-31, date",
    "2027-01-01, 2027-01-01, date",
  })
  void theDayThatCountsLiesWhereTheRulesHold(
      LocalDate from, LocalDate to, @Nullable String outside) {
    List<String> none =
        List.of(
            outside
                + ": found "
                + ("date".equals(outside) ? from : to)
                + ", expected a day from 2026-01-01 to 2026-12-31, where the"
                + " rules hold");
    assertEquals(
        outside == null ? List.of() : none,
        faults(totals(0, 0, 0, 100), holding(0, 0, 0), Optional.of(new Visit(from, to))));
  }

  @Test
  @DisplayName("rules without a last day hold from their first on")
  void rulesWithoutALastDay() {
    LocalDate before = Cases.TEST.from().minusDays(1);
    PersonState person = Cases.person("0.00", Cases.BOTH);
    BillRejected rejected =
        assertThrows(
            BillRejected.class,
            () ->
                Splitter.estimate(
                    Cases.TEST,
                    totals(0, 0, 0, 100),
                    person,
                    Optional.of(Visit.on(before)),
                    false,
                    Working.OFF));
    assertEquals(
        "date: found "
            + before
            + ", expected a day from "
            + Cases.TEST.from()
            + " on, where the rules hold",
        rejected.faults().get(0).toString());
  }

  @ParameterizedTest(name = "class {0}, first self-pay {1} of 10,000, never by an account {2}: {3}")
  @CsvSource({
    "A, 0, false, true",
    "A, 1, false, false",
    "A, 0, true, false",
    "B, 0, false, true",
    "B, 10000, false, true",
    "B, 10001, false, false",
    "B, 5000, true, false",
    "C, 10001, false, true", // the whole line is the patient's anyway
    "C, 0, true, true",
  })
  void aCatalogueItemMustBePossible(
      CatalogueClass kind, int share, boolean never, boolean possible) {
    List<String> faults =
        faults(line(item(kind, share, never), "1.00"), holding(0, 0, 0), Optional.empty());
    assertEquals(possible, faults.isEmpty(), faults.toString());
  }

  @Test
  void aFaultOfALineNamesTheLineAndAnyOtherNone() {
    BillRejected rejected =
        assertThrows(
            BillRejected.class,
            () ->
                estimate(
                    line(item(CatalogueClass.A, 1, false), "1.00"),
                    holding(MOST + 1, 0, 0),
                    Optional.empty()));
    assertEquals(
        List.of(Optional.empty(), Optional.of("1")),
        rejected.faults().stream().map(BillRejected.Fault::line).toList());
    assertEquals(
        "Bill TEST00000001/1 cannot be estimated: "
            + rejected.faults().get(0)
            + "; "
            + rejected.faults().get(1),
        rejected.getMessage());
  }
}
