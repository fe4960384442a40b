package io.caresettle.sim.adjudicate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Accounts and cash pay the rest, line by line")
class PayingTests {

  private static final String ALL_PARTS =
      "may-pay: [deductible, coinsurance, first-self-pay, over-limit, out-of-catalogue]";

  /** Deductible 100.00, 60 % of the rest. */
  private static Sketch pool() {
    return new Sketch()
        .value("d", "fen", "10000")
        .value("r", "basis-points", "6000")
        .step("deductible, value: d, per: visit")
        .step("rate, payer: pool-fund, value: r, rounding: half-up-fen");
  }

  private static Claim.Balances family(long... balances) {
    return new Claim.Balances(1_000_000, 0, Arrays.stream(balances).boxed().toList());
  }

  @ParameterizedTest(name = "the account may pay {0}: {1}")
  @CsvSource({
    // In scope 500.00: D 100.00, fund 240.00, coinsurance 160.00; first 7.00, over 0.22, out 0.11.
    "deductible, 10000",
    "coinsurance, 16000",
    "first-self-pay, 700",
    "over-limit, 22",
    "out-of-catalogue, 11",
    "'deductible, over-limit', 10022",
  })
  void theParts(String mayPay, long pays) {
    Judgement j =
        pool()
            .step("account, may-pay: [" + mayPay + "]")
            .book()
            .judge(Sketch.bill(11, 22, 700, 50_000).with(family()));
    assertEquals(pays, j.personalAccount());
    assertEquals(50_733 - 24_000 - pays, j.cash());
  }

  @ParameterizedTest(name = "current {0}, past {1}: {2} and {3}")
  @CsvSource({
    "25999, 1, 25999, 1",
    "26000, 1, 26000, 0",
    "26001, 1, 26000, 0",
    "-1, 26000, 0, 25999",
    "26000, -1, 25999, 0",
    "-5000, 3000, 0, 0",
    "0, -1, 0, 0",
  })
  void pursesInOrder(long current, long past, long fromCurrent, long fromPast) {
    Judgement j =
        pool()
            .step("account, " + ALL_PARTS)
            .book()
            .judge(Sketch.bill(50_000).with(new Claim.Balances(current, past, List.of())));
    assertEquals(new Judgement.Accounts(0, fromCurrent, fromPast, List.of()), j.accounts());
  }

  @Test
  @DisplayName("the family pays what the account left of its parts, account by account")
  void theFamily() {
    LawBook book =
        pool()
            .step("account, may-pay: [deductible, coinsurance], purse: [current-year]")
            .step("family-account, may-pay: [coinsurance, first-self-pay]")
            .book();
    // The account takes the deductible's 100.00 first and 50.00 of the coinsurance's 160.00; the
    // family pays the other 110.00 and the first self-pay's 7.00.
    Judgement j =
        book.judge(
            Sketch.bill(0, 0, 700, 50_000)
                .with(new Claim.Balances(15_000, 99_999, List.of(4_000L, -3L, 7_699L, 50L))));
    assertEquals(
        new Judgement.Accounts(0, 15_000, 0, List.of(4_000L, 0L, 7_699L, 1L)), j.accounts());
    assertEquals(List.of(11_700L, 0L), List.of(j.paidBy("family-account"), j.cash()));
    Judgement closed =
        book.judge(
            Sketch.bill(50_000)
                .with(new Claim.Balances(0, 0, List.of(4_000L)))
                .openTo(Set.of("pool-fund", "personal-account")));
    assertEquals(0, closed.paidBy("family-account"));
  }

  @Test
  @DisplayName("what no account may pay is left to cash")
  void neverFromAnAccount() {
    Judgement j =
        pool()
            .step("account, " + ALL_PARTS)
            .step("family-account, " + ALL_PARTS)
            .book()
            .judge(Sketch.lines("C", 300, "N", 500).with(family(1_000)));
    assertEquals(List.of(300L, 500L), List.of(j.personalAccount(), j.cash()));
    assertEquals(
        List.of(0L, 500L), j.lines().stream().map(line -> line.paid().get("cash")).toList());
  }

  @Test
  @DisplayName("what funds paid beyond what is in scope lies in the first self-pay")
  void fundsReachIntoTheFirstSelfPay() {
    Judgement j =
        new Sketch()
            .value("none", "fen", "0")
            .value("r", "basis-points", "9000")
            .step(
                "critical-illness, payer: critical-illness, base: [first-self-pay,"
                    + " in-scope-remainder], accumulator: c, tiers: [{above: none, rate: r}],"
                    + " rounds: band, rounding: half-up-fen")
            .step("account, may-pay: [first-self-pay]")
            .book()
            .judge(Sketch.bill(0, 0, 1_000, 1_000).with(family()));
    // 18.00 paid: 10.00 in scope and 8.00 of the first self-pay.
    assertEquals(
        List.of(1_800L, 200L, 0L),
        List.of(j.paidBy("critical-illness"), j.personalAccount(), j.cash()));
  }

  @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
  @CsvSource({
    // 60 % of 0.16 in three lines of 5, 5 and 6 fen: 9.6 → 10 fen over 16.
    "cumulative, 3, 3, 4", // 3.125, 6.25, 10
    "largest-remainder, 3, 3, 4", // 3.125, 3.125, 3.75
  })
  void spread(String method, long one, long two, long three) {
    Judgement j = spread(method, 6_000, Sketch.lines("A", 5, "A", 5, "A", 6));
    assertEquals(List.of(one, two, three), paid(j, "pool-fund"));
  }

  @Test
  @DisplayName("the two ways of spreading differ, and of equal fractions the lower line wins")
  void ties() {
    Claim bill = Sketch.lines("A", 10, "A", 10, "A", 10, "A", 10);
    // 45 % of 40 fen is 18; 4.5 for each line.
    assertEquals(List.of(4L, 5L, 4L, 5L), paid(spread("cumulative", 4_500, bill), "pool-fund"));
    assertEquals(
        List.of(5L, 5L, 4L, 4L), paid(spread("largest-remainder", 4_500, bill), "pool-fund"));
  }

  private static Judgement spread(String method, int rate, Claim bill) {
    return new Sketch()
        .value("r", "basis-points", Integer.toString(rate))
        .step("rate, payer: pool-fund, value: r, rounding: half-up-fen")
        .allocate(method)
        .book()
        .judge(bill);
  }

  private static List<Long> paid(Judgement j, String payer) {
    return j.lines().stream().map(line -> line.paid().get(payer)).toList();
  }

  @Test
  @DisplayName("the account lies on what is in scope, then on first self-pay, then on the rest")
  void thePiecesInOrder() {
    Judgement j =
        pool()
            .step("account, " + ALL_PARTS)
            .book()
            .judge(
                Sketch.lines("B", 1_000, "C", 400).with(new Claim.Balances(1_200, 0, List.of())));
    // All under the deductible: 9.00 in scope, 1.00 first, then 2.00 of the 4.00 outside.
    assertEquals(List.of(1_000L, 200L), paid(j, "personal-account"));
    assertEquals(List.of(0L, 200L), paid(j, "cash"));
  }

  @ParameterizedTest
  @CsvSource({"cumulative", "largest-remainder"})
  @DisplayName("every line is the sum of its payers, every payer the sum over the lines")
  void rowsAndColumns(String method) {
    LawBook book =
        pool()
            .value("half", "ratio", "1/3")
            .value("limit", "fen", "3000")
            .step("payment-limit, payer: pool-fund, value: limit, accumulator: paid")
            .step("large-sum, payer: large-sum-subsidy, value: half, rounding: half-up-fen")
            .step(
                "supplement, name: s, payer: supplements, basis: remaining-in-scope, value: half,"
                    + " rounding: up-fen")
            .step("account, may-pay: [deductible, first-self-pay, out-of-catalogue]")
            .step("family-account, may-pay: [coinsurance, out-of-catalogue]")
            .allocate(method)
            .book();
    Random random = new Random(20_261_130);
    for (int round = 0; round < 300; round++) {
      Object[] bill = new Object[2 * (1 + random.nextInt(11))];
      for (int i = 0; i < bill.length; i += 2) {
        bill[i] = List.of("A", "B", "B3", "C", "N").get(random.nextInt(5));
        bill[i + 1] = random.nextInt(20_000);
      }
      Claim.Balances balances =
          new Claim.Balances(
              random.nextInt(20_000), random.nextInt(500), List.of((long) random.nextInt(9_000)));
      Judgement j = book.judge(Sketch.lines(bill).with(balances));
      for (Judgement.Line line : j.lines()) {
        assertEquals(line.amount(), line.paid().values().stream().mapToLong(f -> f).sum());
        line.paid().values().forEach(fen -> assertEquals(Math.abs(fen), fen));
      }
      for (Map.Entry<String, Long> payer : j.paid().entrySet()) {
        assertEquals(
            j.lines().isEmpty() ? 0 : payer.getValue(),
            paid(j, payer.getKey()).stream().mapToLong(f -> f).sum(),
            payer.getKey());
      }
    }
  }
}
