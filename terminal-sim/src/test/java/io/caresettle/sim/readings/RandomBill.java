package io.caresettle.sim.readings;

import io.caresettle.money.Payer;
import io.caresettle.money.Quantity;
import io.caresettle.money.Rounding;
import io.caresettle.money.UnitPrice;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.split.CatalogueClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/** Bills as no counter would choose them: small, huge, and again and again just at an edge. */
final class RandomBill {

  static final String SUZHOU = "320500";
  static final String FICTITIOUS = "test";
  static final String DEDUCTIBLE = "outpatient.deductible-used";
  static final String COUNTED = "outpatient.in-scope-counted";
  static final String PAID = "outpatient.pool-paid";

  private static final List<LocalDate> CHANGES =
      List.of(
          LocalDate.of(2026, 1, 1),
          LocalDate.of(2026, 1, 2),
          LocalDate.of(2026, 6, 29),
          LocalDate.of(2026, 6, 30),
          LocalDate.of(2026, 7, 1),
          LocalDate.of(2026, 7, 2),
          LocalDate.of(2026, 12, 31));

  /** The yearly values of both packs, in fen: whoever stands just there finds an edge. */
  private static final Map<String, long[]> EDGES =
      Map.of(
          DEDUCTIBLE, new long[] {5_000, 10_000, 20_000, 40_000, 60_000},
          COUNTED, new long[] {100_000},
          PAID, new long[] {50_000, 60_000, 70_000, 1_300_000});

  private final Random random;

  RandomBill(Random random) {
    this.random = random;
  }

  Case next() {
    Map<String, Case.Item> catalogue = new LinkedHashMap<>();
    List<Case.Line> lines = new ArrayList<>();
    int count = 1 + random.nextInt(random.nextInt(8) == 0 ? 40 : 6);
    for (int i = 0; i < count; i++) {
      String code = "ITEM-" + i;
      OptionalLong limit =
          random.nextInt(3) == 0 ? OptionalLong.empty() : OptionalLong.of(micros());
      CatalogueClass kind = pick(CatalogueClass.values());
      int share = kind == CatalogueClass.B ? pick(0, 1, 500, 1000, 3333, 9999, 10_000) : 0;
      catalogue.put(code, new Case.Item(kind, share, limit));
      lines.add(line(Integer.toString(i + 1), code, price(limit), quantity()));
    }
    Set<Payer> open = EnumSet.of(Payer.CASH);
    if (random.nextInt(5) > 0) {
      open.add(Payer.POOL_FUND);
    }
    if (random.nextInt(4) > 0) {
      open.add(Payer.PERSONAL_ACCOUNT);
    }
    long total = lines.stream().mapToLong(Case.Line::fen).sum();
    return new Case(
        random.nextBoolean() ? SUZHOU : FICTITIOUS,
        pick(InsuredCategory.values()),
        pick(CareType.values()),
        pick(InstitutionLevel.values()),
        random.nextInt(3) == 0
            ? LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365))
            : CHANGES.get(random.nextInt(CHANGES.size())),
        open,
        sums(total),
        balance(total),
        catalogue,
        lines);
  }

  static Case.Line line(String id, String code, long micros, long tenThousandths) {
    long fen = new UnitPrice(micros).times(new Quantity(tenThousandths), Rounding.HALF_UP).fen();
    return new Case.Line(id, code, micros, tenThousandths, fen);
  }

  private long price(OptionalLong limit) {
    return limit.isPresent() && random.nextInt(3) == 0
        ? Math.max(0, limit.getAsLong() + pick(-1, 0, 0, 1, 100))
        : micros();
  }

  private long micros() {
    return switch (random.nextInt(8)) {
      case 0 -> pick(0, 1, 4999, 5000, 5001, 9999, 10_000, 10_001);
      case 1 -> 10_000L * (1 + random.nextInt(500_000));
      case 2, 3 -> 100L * (1 + random.nextInt(10_000_000));
      case 4 -> 1_000_000L * (1 + random.nextInt(30_000));
      default -> 1 + random.nextInt(200_000_000);
    };
  }

  private long quantity() {
    return switch (random.nextInt(4)) {
      case 0 -> pick(1, 4999, 5000, 5001, 10_000, 10_001);
      case 1 -> 1 + random.nextInt(100_000);
      default -> 10_000L * (1 + random.nextInt(20));
    };
  }

  private Map<String, Long> sums(long total) {
    Map<String, Long> sums = new LinkedHashMap<>();
    EDGES.forEach(
        (name, edges) -> {
          long edge = edges[random.nextInt(edges.length)];
          long sum =
              switch (random.nextInt(7)) {
                case 0 -> -1; // Nothing known of it.
                case 1 -> 0;
                case 2 -> edge + pick(-1, 0, 1);
                case 3 -> edge - Math.min(edge, total) + pick(0, 1);
                case 4 -> edge * 2;
                default -> (long) (random.nextDouble() * edge);
              };
          if (sum >= 0) {
            sums.put(name, sum);
          }
        });
    if (random.nextInt(5) == 0) {
      sums.put("of.another-plan", 12_345L);
    }
    return sums;
  }

  private long balance(long total) {
    return switch (random.nextInt(5)) {
      case 0 -> 0;
      case 1 -> Math.max(0, total + pick(-1, 0, 1));
      case 2 -> 1;
      default -> random.nextInt(500_000);
    };
  }

  private int pick(int... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private <T> T pick(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
