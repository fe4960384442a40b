package io.caresettle.sim.readings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.money.Payer;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.sim.adjudicate.CannotAdjudicate;
import io.caresettle.sim.adjudicate.LawBook;
import io.caresettle.split.BillRejected;
import io.caresettle.split.CatalogueClass;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The till's reading of the law and the centre's")
@Timeout(120)
class TwoReadingsAgreeTest {

  private static final PolicyBook BOOK = PolicyBook.shipped();
  private static final LawBook LAW = LawBook.shipped();
  private static final Set<Payer> ALL = EnumSet.allOf(Payer.class);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @Test
  @DisplayName("say the same of every random bill, to the fen")
  void randomBills() {
    long seed = Long.getLong("caresettle.seed", 20_261_120L);
    int bills = Integer.getInteger("caresettle.bills", 300);
    System.out.println("seed " + seed + " (-Dcaresettle.seed, -Dcaresettle.bills=" + bills + ")");
    RandomBill random = new RandomBill(new Random(seed));
    Map<String, Integer> seen = new TreeMap<>();
    for (int i = 0; i < bills; i++) {
      Case bill = random.next();
      Map<String, Long> figures = assertAgree(bill, "bill " + i + " of seed " + seed);
      figures.forEach((name, fen) -> seen.merge(name, fen == 0 ? 0 : 1, Integer::sum));
    }
    for (String name :
        List.of("over-limit", "first-self-pay", "deductible", "pool-fund", "personal-account")) {
      assertTrue(seen.getOrDefault(name, 0) > bills / 10, "The bills had no variety: " + seen);
    }
  }

  private static Stream<Case> edges() {
    Stream.Builder<Case> all = Stream.builder();
    for (String area : List.of(RandomBill.SUZHOU, RandomBill.FICTITIOUS)) {
      for (InsuredCategory category : InsuredCategory.values()) {
        for (CareType care : CareType.values()) {
          for (InstitutionLevel level : InstitutionLevel.values()) {
            for (LocalDate day : days()) {
              for (Map<String, Long> sums : sums()) {
                all.add(
                    new Case(
                        area, category, care, level, day, ALL, sums, 12_345, items(), lines()));
              }
            }
          }
        }
      }
    }
    return all.build();
  }

  private static List<LocalDate> days() {
    return List.of(
        LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30), LocalDate.of(2026, 7, 1), DAY);
  }

  private static List<Map<String, Long>> sums() {
    return List.of(
        Map.of(),
        Map.of(RandomBill.DEDUCTIBLE, 1_000_000L),
        Map.of(RandomBill.DEDUCTIBLE, 1_000_000L, RandomBill.COUNTED, 99_999L),
        Map.of(RandomBill.DEDUCTIBLE, 1_000_000L, RandomBill.PAID, 49_999L),
        Map.of(RandomBill.DEDUCTIBLE, 1_000_000L, RandomBill.PAID, 1_299_999L));
  }

  @Test
  @DisplayName("say the same for every kind of person, care, level and day at every limit")
  void everyKind() {
    List<Case> all = edges().toList();
    assertEquals(2 * 2 * 2 * 3 * 4 * 5, all.size());
    all.forEach(bill -> assertAgree(bill, "edge"));
  }

  static Stream<Case> small() {
    return Stream.of(
        bill(ALL, 0, RandomBill.line("1", "A", 10_000, 10_000)),
        bill(ALL, 1, RandomBill.line("1", "B", 10_000, 10_000)),
        bill(ALL, 5, RandomBill.line("1", "C", 10_000, 10_000)),
        // Half a fen, and just below it.
        bill(ALL, 5, RandomBill.line("1", "A", 5_000, 10_000)),
        bill(ALL, 5, RandomBill.line("1", "A", 4_999, 10_000)),
        bill(ALL, 5, RandomBill.line("1", "A", 1, 1)),
        // At the price limit, and a millionth beyond.
        bill(ALL, 500, RandomBill.line("1", "B", 28_000_000, 15_001)),
        bill(ALL, 500, RandomBill.line("1", "B", 28_000_001, 99_999)),
        bill(ALL, 500, RandomBill.line("1", "B", 28_005_000, 10_000)),
        bill(EnumSet.of(Payer.CASH), 9_999, lines().toArray(Case.Line[]::new)),
        bill(EnumSet.of(Payer.PERSONAL_ACCOUNT), 9_999, lines().toArray(Case.Line[]::new)),
        bill(EnumSet.of(Payer.POOL_FUND), 9_999, lines().toArray(Case.Line[]::new)));
  }

  @ParameterizedTest
  @MethodSource("small")
  @DisplayName("say the same of bills of a fen, at a price limit, and with payers closed")
  void smallBills(Case bill) {
    assertAgree(bill, "small");
  }

  @Test
  @DisplayName("both refuse a day without law, an item nobody knows, and a wrong line total")
  void bothRefuse() {
    Case good = bill(ALL, 0, RandomBill.line("1", "A", 23_500_000, 20_000));
    assertAgree(good, "good");
    Case.Line line = good.lines().get(0);
    Case early = on(LocalDate.of(2025, 12, 31), good);
    assertThrows(NoRuleInForce.class, () -> early.asTheTillReads(BOOK));
    assertRefused(CannotAdjudicate.Reason.NO_LAW, early);
    Case unknown = bill(ALL, 0, RandomBill.line("1", "NOWHERE", 23_500_000, 20_000));
    assertThrows(BillRejected.class, () -> unknown.asTheTillReads(BOOK));
    assertRefused(CannotAdjudicate.Reason.UNKNOWN_ITEM, unknown);
    // Rounded down where the law rounds half up: a line of ours could be made like this.
    Case wrong = bill(ALL, 0, new Case.Line("1", line.code(), 15_000, 10_000, 1));
    assertThrows(BillRejected.class, () -> wrong.asTheTillReads(BOOK));
    assertRefused(CannotAdjudicate.Reason.LINE_TOTAL, wrong);
  }

  private static void assertRefused(CannotAdjudicate.Reason reason, Case bill) {
    assertEquals(
        reason, assertThrows(CannotAdjudicate.class, () -> bill.asTheCentreReads(LAW)).reason());
  }

  private static Map<String, Long> assertAgree(Case bill, String which) {
    Map<String, Long> centre = bill.asTheCentreReads(LAW);
    assertEquals(centre, bill.asTheTillReads(BOOK), () -> which + ": " + bill);
    return centre;
  }

  private static Map<String, Case.Item> items() {
    return Map.of(
        "A", new Case.Item(CatalogueClass.A, 0, OptionalLong.empty()),
        "B", new Case.Item(CatalogueClass.B, 1000, OptionalLong.of(28_000_000)),
        "C", new Case.Item(CatalogueClass.C, 0, OptionalLong.empty()));
  }

  private static List<Case.Line> lines() {
    return List.of(
        RandomBill.line("1", "A", 1_234_567_800, 10_000),
        RandomBill.line("2", "B", 33_333_300, 15_001),
        RandomBill.line("3", "C", 5_005_000, 10_000));
  }

  private static Case bill(Set<Payer> open, long balance, Case.Line... lines) {
    return new Case(
        RandomBill.FICTITIOUS,
        InsuredCategory.ACTIVE,
        CareType.OUTPATIENT,
        InstitutionLevel.LEVEL_2,
        DAY,
        open,
        Map.of(RandomBill.DEDUCTIBLE, 20_000L),
        balance,
        items(),
        List.of(lines));
  }

  private static Case on(LocalDate day, Case of) {
    return new Case(
        of.area(),
        of.category(),
        of.care(),
        of.level(),
        day,
        of.open(),
        of.yearToDate(),
        of.balance(),
        of.catalogue(),
        of.lines());
  }
}
