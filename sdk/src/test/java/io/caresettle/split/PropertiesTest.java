package io.caresettle.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.Formula;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.StepKind;
import io.caresettle.policy.plan.Working;
import io.caresettle.policy.plan.WorkingLine;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("What holds for every bill")
class PropertiesTest {

  private static final int BILLS = Integer.getInteger("caresettle.bills", 5_000);

  /** {@code -Dcaresettle.seed=…} runs a bill of another day again. */
  private static final long SEED = Long.getLong("caresettle.seed", 20261120L);

  @BeforeAll
  static void saySeed() {
    System.out.println("PropertiesTest: caresettle.seed=" + SEED);
  }

  private record Given(Plan plan, PersonState person, List<String> lines) {
    Estimate estimate() {
      return Cases.estimate(plan, person, Working.on(), lines);
    }
  }

  private static void forEveryBill(BiConsumer<Given, String> property) {
    for (int i = 0; i < BILLS; i++) {
      Given given = given(new Random(SEED + i));
      property.accept(given, "seed " + (SEED + i) + ": " + given);
    }
  }

  private static Given given(Random random) {
    Plan plan =
        Cases.plan(
            random.nextBoolean() ? "test" : "320500",
            pick(random, InsuredCategory.ACTIVE, InsuredCategory.RETIRED),
            pick(random, InstitutionLevel.values()));
    List<String> lines = new ArrayList<>();
    int count = 1 + random.nextInt(random.nextInt(10) == 0 ? 20 : 4);
    for (int i = 0; i < count; i++) {
      lines.add(line(random));
    }
    Set<Payer> open = EnumSet.copyOf(Cases.BOTH);
    if (random.nextInt(8) == 0) {
      open.remove(pick(random, Payer.POOL_FUND, Payer.PERSONAL_ACCOUNT));
    }
    PersonState person =
        Cases.person(
            sum(random, 500_00),
            open,
            near(random, 200_00, 600_00) + " in deductible-used",
            near(random, 700_00, 13_000_00) + " in pool-paid",
            near(random, 1_000_00, 1_000_00) + " in in-scope-counted");
    return new Given(plan, person, lines);
  }

  /** Often exactly at a bound of one of the packs, or a fen beside it. */
  private static String near(Random random, int bound, int otherBound) {
    int at = random.nextBoolean() ? bound : otherBound;
    return switch (random.nextInt(4)) {
      case 0 -> "0.00";
      case 1 -> new Money(at + random.nextInt(3) - 1).toString();
      default -> sum(random, at * 2);
    };
  }

  private static String sum(Random random, int most) {
    return new Money(random.nextInt(4) == 0 ? random.nextInt(4) : random.nextInt(most)).toString();
  }

  private static String line(Random random) {
    String kind = pick(random, "A", "A", "B", "B", "C");
    long micros = random.nextInt(random.nextBoolean() ? 30_000 : 900_000_000);
    BigDecimal price = BigDecimal.valueOf(micros, 6);
    BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(100_000), 4);
    String rate = kind.equals("B") ? String.valueOf(random.nextInt(10_001)) : "0";
    String limit =
        random.nextInt(3) > 0
            ? ""
            : " " + BigDecimal.valueOf(random.nextInt((int) micros * 2 + 1), 6);
    return kind + ' ' + price.toPlainString() + ' ' + quantity.toPlainString() + ' ' + rate + limit;
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... all) {
    return all[random.nextInt(all.length)];
  }

  @Test
  @Tag("R-SETL-05")
  @DisplayName("money is neither made nor lost: by what, by whom and by line are one sum")
  void conservation() {
    forEveryBill(
        (given, what) -> {
          Estimate estimate = given.estimate();
          long byWhom = estimate.split().parts().values().stream().mapToLong(Money::fen).sum();
          long byLine = estimate.lines().stream().mapToLong(cut -> cut.amount().fen()).sum();
          long inScope = estimate.lines().stream().mapToLong(cut -> cut.inScope().fen()).sum();
          assertEquals(estimate.cut().total().fen(), byWhom, what);
          assertEquals(estimate.cut().total().fen(), byLine, what);
          assertEquals(estimate.cut().inScope().fen(), inScope, what);
          assertEquals(
              Cases.bill(given.plan(), given.lines()).total(), estimate.cut().total(), what);
          for (LineCut cut : estimate.lines()) {
            assertTrue(!cut.inScope().isNegative() && !cut.overLimit().isNegative(), what);
          }
        });
  }

  @Test
  @DisplayName("a fen more in scope lowers neither the fund's nor the patient's part")
  void monotonicity() {
    forEveryBill(
        (given, what) -> {
          List<String> more = new ArrayList<>(given.lines());
          more.add("A 0.01 1");
          Estimate before = given.estimate();
          Estimate after = new Given(given.plan(), given.person(), more).estimate();
          Money fund = after.split().paidBy(Payer.POOL_FUND);
          Money fundBefore = before.split().paidBy(Payer.POOL_FUND);
          assertTrue(fund.compareTo(fundBefore) >= 0, what);
          Money patient = after.split().total().minus(fund);
          Money patientBefore = before.split().total().minus(fundBefore);
          assertTrue(patient.compareTo(patientBefore) >= 0, what);
        });
  }

  @Test
  void theOrderOfLinesDoesNotMatter() {
    forEveryBill(
        (given, what) -> {
          List<String> shuffled = new ArrayList<>(given.lines());
          Collections.shuffle(shuffled, new Random(SEED));
          Estimate one = given.estimate();
          Estimate other = new Given(given.plan(), given.person(), shuffled).estimate();
          assertEquals(one.cut(), other.cut(), what);
          assertEquals(one.split(), other.split(), what);
          assertEquals(one.yearToDateAfter(), other.yearToDateAfter(), what);
        });
  }

  @Test
  void theWorkingChangesNothing() {
    forEveryBill(
        (given, what) -> {
          Estimate with = given.estimate();
          Estimate without =
              Cases.estimate(given.plan(), given.person(), Working.OFF, given.lines());
          assertEquals(with.split(), without.split(), what);
          assertEquals(with.cut(), without.cut(), what);
          assertEquals(with.lines(), without.lines(), what);
          assertEquals(with.yearToDateAfter(), without.yearToDateAfter(), what);
          assertTrue(without.working().isEmpty(), what);
        });
  }

  @Test
  @DisplayName("the account pays no more than it holds, and no sum of the year shrinks")
  void bounds() {
    forEveryBill(
        (given, what) -> {
          Estimate estimate = given.estimate();
          Money account = estimate.split().paidBy(Payer.PERSONAL_ACCOUNT);
          assertTrue(account.compareTo(given.person().accountBalance()) <= 0, what);
          Map<String, Money> grown = new TreeMap<>(estimate.yearToDateAfter());
          grown.forEach(
              (name, sum) ->
                  assertTrue(
                      sum.compareTo(given.person().yearToDate().getOrDefault(name, Money.ZERO))
                          >= 0,
                      what));
        });
  }

  @Test
  @DisplayName("the sums of the working, done again from its own numbers, give the same amounts")
  void theWorkingReplays() {
    forEveryBill(
        (given, what) -> {
          Estimate estimate = given.estimate();
          Map<String, Long> results = new TreeMap<>();
          for (WorkingLine line : estimate.working()) {
            if (line.done() || line.operands().stream().anyMatch(operand -> operand != 0)) {
              assertEquals(replay(line), line.result().fen(), what + line.zh());
            }
            boolean beyond =
                line.basis().kind() == StepKind.PAYMENT_LIMIT && line.formula() == Formula.REST;
            if (!beyond) { // The cost that the limit no longer answers to is nobody's payment.
              results.merge(line.basis().kind().id(), line.result().fen(), Long::sum);
            }
          }
          assertEquals(results.get("line-total"), estimate.cut().total().fen(), what);
          assertEquals(
              results.get("out-of-catalogue"), estimate.cut().outOfCatalogue().fen(), what);
          assertEquals(results.get("price-limit"), estimate.cut().overLimit().fen(), what);
          assertEquals(results.get("first-self-pay"), estimate.cut().firstSelfPay().fen(), what);
          assertEquals(results.get("in-scope"), estimate.cut().inScope().fen(), what);
          assertEquals(results.get("deductible"), estimate.cut().deductible().fen(), what);
          assertEquals(
              results.get("payment-limit"), estimate.split().paidBy(Payer.POOL_FUND).fen(), what);
          assertEquals(
              results.get("account"), estimate.split().paidBy(Payer.PERSONAL_ACCOUNT).fen(), what);
          assertEquals(results.get("cash"), estimate.split().paidBy(Payer.CASH).fen(), what);
        });
  }

  /** The formula of a line on its operands, in exact decimals; and its remainder fits. */
  private static long replay(WorkingLine line) {
    List<BigInteger> o = line.operands().stream().map(BigInteger::valueOf).toList();
    return switch (line.formula()) {
      case WHOLE -> line.operands().get(0);
      case PRODUCT -> rounded(line, o.get(0).multiply(o.get(1)));
      case EXCESS -> rounded(line, o.get(0).subtract(o.get(1)).multiply(o.get(2)));
      case REST ->
          o.get(0).subtract(o.get(1)).subtract(o.get(2)).subtract(o.get(3)).longValueExact();
      case LESSER ->
          o.get(0).min(o.get(1).subtract(o.get(2)).max(BigInteger.ZERO)).longValueExact();
      default -> throw new AssertionError("The shipped packs have no " + line.formula());
    };
  }

  private static long rounded(WorkingLine line, BigInteger product) {
    BigInteger divisor = BigInteger.valueOf(line.divisor());
    BigInteger exact =
        divisor
            .multiply(BigInteger.valueOf(line.result().fen()))
            .add(BigInteger.valueOf(line.remainder()));
    assertEquals(product, exact, line.zh());
    RoundingMode mode = RoundingMode.valueOf(line.rounding().orElseThrow().mode().name());
    return new BigDecimal(product).divide(new BigDecimal(divisor), 0, mode).longValueExact();
  }
}
