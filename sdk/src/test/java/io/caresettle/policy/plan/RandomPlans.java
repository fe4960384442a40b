package io.caresettle.policy.plan;

import io.caresettle.money.Payer;
import io.caresettle.money.RoundTo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Plans and bills that nobody would think of: any kind of step, small numbers as often as large
 * ones, and bills that end at a bound, or a fen beside it.
 */
final class RandomPlans {

  private final Random random;
  private final List<Long> bounds = new ArrayList<>();
  private final boolean fenOnly;

  /**
   * @param fenOnly all is rounded to a fen, not to whole jiao or yuan
   */
  RandomPlans(long seed, boolean fenOnly) {
    this.random = new Random(seed);
    this.fenOnly = fenOnly;
  }

  Plan plan() {
    PlanText text = PlanText.cut(fen(), fen(), fen(), random.nextInt(4) == 0);
    if (random.nextInt(6) == 0) {
      text.usable(some(Sharing.closable()).toArray(new Payer[0]));
    }
    maybe(5, () -> text.offSiteFirst(rate(), to()));
    maybe(5, () -> text.accountFirst(purses()));
    maybe(2, () -> deductible(text));
    if (random.nextInt(8) > 0) {
      maybe(4, () -> text.costLimit(bound(), "cost"));
      if (random.nextInt(4) == 0) {
        text.rate(rate(), to());
      } else {
        text.bands(bands());
      }
      maybe(3, () -> text.paymentLimit(bound(), "paid"));
    }
    layers(text);
    maybe(6, () -> text.cap(rate()));
    maybe(2, () -> text.account(List.copyOf(some(Set.of(Part.values()))), purses()));
    maybe(4, () -> text.family(some(Set.of(Part.values())).toArray(new Part[0])));
    text.allocate(random.nextBoolean() ? Allocation.CUMULATIVE : Allocation.LARGEST_REMAINDER);
    return text.done();
  }

  private void layers(PlanText text) {
    boolean large = false;
    boolean critical = false;
    for (int k = random.nextInt(5); k > 0; k--) {
      String name = "n" + k;
      switch (random.nextInt(4)) {
        case 0 -> {
          if (!large) {
            text.largeSum(rate(), to(), limit(text, "large"));
            large = true;
          }
        }
        case 1 -> {
          if (!critical) {
            critical(text);
            critical = true;
          }
        }
        case 2 -> {
          LayerBase base = pick(LayerBase.values());
          Payer payer = pick(Payer.CIVIL_SERVANT_SUBSIDY, Payer.SUPPLEMENTS);
          String value = base == LayerBase.FIXED ? String.valueOf(bound()) : rate();
          text.supplement(name, payer, base, value, limit(text, "shared"));
        }
        default -> {
          LayerBase base = pick(LayerBase.REMAINING_IN_SCOPE, LayerBase.REMAINING_ABOVE_DEDUCTIBLE);
          long above = random.nextBoolean() ? 0 : bound();
          text.aid(name, base, above, rate(), to(), limit(text, "shared"));
        }
      }
    }
  }

  private void critical(PlanText text) {
    List<String> tiers = new ArrayList<>();
    long above = bound();
    for (int k = random.nextInt(4); k >= 0; k--) {
      tiers.add(above + "=" + rate());
      above += 1 + bound();
    }
    Set<BasePart> base = some(Set.of(BasePart.values()));
    text.critical(base, "burden", to(), random.nextBoolean(), tiers.toArray(new String[0]));
  }

  private void deductible(PlanText text) {
    Per per = pick(Per.values());
    if (per == Per.YEAR) {
      text.deductible(bound(), per, "used");
    } else {
      text.deductible(bound(), per);
    }
  }

  private BandText bands() {
    List<String> bands = new ArrayList<>();
    long end = bound();
    for (int k = random.nextInt(4); k > 0; k--) {
      bands.add(end + "=" + rate());
      end += 1 + bound();
    }
    bands.add("=" + rate());
    BandPosition position = pick(BandPosition.values());
    BandText text = BandText.of(position, to(), bands.toArray(new String[0]));
    if (position == BandPosition.YEAR_IN_SCOPE && random.nextBoolean()) {
      text = text.telescoping();
    }
    if (random.nextInt(4) == 0) {
      text = text.person(pick(Adjustment.Style.POINTS, Adjustment.Style.SELF_FACTOR), hundredth());
    }
    if (random.nextInt(4) == 0) {
      text = text.offSite(pick(Adjustment.Style.POINTS, Adjustment.Style.MULTIPLIER), "9/10");
    }
    if (random.nextBoolean()) {
      text = text.roundedPerBand();
    }
    return random.nextBoolean() ? text.onThePatientsSide() : text;
  }

  private Limit[] limit(PlanText text, String accumulator) {
    return random.nextInt(3) > 0 ? new Limit[0] : new Limit[] {text.limit(bound(), accumulator)};
  }

  private void maybe(int oneIn, Runnable step) {
    if (random.nextInt(oneIn) == 0) {
      step.run();
    }
  }

  private Purse[] purses() {
    return random.nextBoolean()
        ? new Purse[] {pick(Purse.values())}
        : random.nextBoolean()
            ? new Purse[] {Purse.CURRENT_YEAR, Purse.PAST_YEARS}
            : new Purse[] {Purse.PAST_YEARS, Purse.CURRENT_YEAR};
  }

  private String rate() {
    return switch (random.nextInt(6)) {
      case 0 -> pick("0/1", "1/1");
      case 1 -> pick("1/2", "1/4", "3/4", "1/20");
      case 2 -> random.nextInt(8) + "/7";
      default -> hundredth();
    };
  }

  private String hundredth() {
    return random.nextInt(101) + "/100";
  }

  private String fen() {
    return pick("half-up-fen", "down-fen", "up-fen", "half-even-fen");
  }

  private String to() {
    return fenOnly || random.nextBoolean() ? fen() : RoundTo.values().get(random.nextInt(12)).id();
  }

  private long bound() {
    long bound = random.nextInt(random.nextBoolean() ? 50 : 300_000);
    bounds.add(bound);
    return bound;
  }

  /** A bill and a person for the plan made before. */
  Visit visit(Plan plan) {
    Visit visit = new Visit(plan);
    for (String accumulator : plan.accumulators()) {
      visit.year(accumulator, amount());
    }
    visit.account(amount() - 20, amount() - 20);
    for (int i = random.nextInt(3); i > 0; i--) {
      visit.family(amount() - 20);
    }
    if (random.nextInt(3) == 0) {
      visit.open(some(Sharing.closable()));
    }
    if (random.nextInt(4) == 0) {
      return visit.totals(random.nextInt(90), random.nextInt(90), random.nextInt(90), amount());
    }
    for (int i = random.nextInt(random.nextInt(8) == 0 ? 20 : 4); i >= 0; i--) {
      visit.line(line());
    }
    return visit;
  }

  /** A line as {@link Visit#line} reads it. */
  String line() {
    String kind = pick("A", "A", "B", "B", "B", "C", "N");
    BigDecimal price =
        random.nextBoolean()
            ? BigDecimal.valueOf(amount(), 2)
            : BigDecimal.valueOf(random.nextInt(90_000_000), 6);
    BigDecimal quantity =
        random.nextBoolean() ? BigDecimal.ONE : BigDecimal.valueOf(1 + random.nextInt(30_000), 4);
    String rate = kind.equals("B") ? rate() : "0/1";
    int limit = random.nextInt(4);
    String most =
        limit > 1
            ? ""
            : " "
                + (limit == 0 ? price : price.multiply(BigDecimal.valueOf(random.nextInt(100), 2)))
                    .setScale(6, java.math.RoundingMode.DOWN)
                    .toPlainString();
    return kind + ' ' + price.toPlainString() + ' ' + quantity.toPlainString() + ' ' + rate + most;
  }

  /** Often a bound of the plan, or a fen beside it. */
  private long amount() {
    return switch (random.nextInt(5)) {
      case 0 -> 0;
      case 1 -> random.nextInt(60);
      case 2, 3 ->
          bounds.isEmpty()
              ? 7
              : Math.max(0, pick(bounds.toArray(new Long[0])) + random.nextInt(3) - 1);
      default -> random.nextInt(900_000);
    };
  }

  private <T extends Comparable<T>> Set<T> some(Set<T> all) {
    List<T> sorted = all.stream().sorted().toList();
    Set<T> some = new java.util.TreeSet<>();
    some.add(sorted.get(random.nextInt(sorted.size())));
    for (T one : sorted) {
      if (random.nextInt(3) > 0) {
        some.add(one);
      }
    }
    return some;
  }

  @SafeVarargs
  private <T> T pick(T... all) {
    return all[random.nextInt(all.length)];
  }
}
