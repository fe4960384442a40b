package io.caresettle.sim.readings;

import io.caresettle.money.Payer;
import io.caresettle.money.Quantity;
import io.caresettle.money.Rounding;
import io.caresettle.money.UnitPrice;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Circumstances;
import io.caresettle.policy.plan.Grade;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.OffSite;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.PolicyValue;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.policy.plan.Sheet;
import io.caresettle.policy.plan.Step;
import io.caresettle.split.CatalogueClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Bills as no counter would choose them: small, huge, and again and again just at an edge. */
final class RandomBill {

  /** So often at most another bill is drawn in place of one that nobody answers. */
  private static final int DRAWS = 20;

  private final Dice dice;
  private final String area;
  private final Scheme scheme;
  private final List<CareType> care;
  private final List<String> groups;
  private final List<String> aidClasses;

  /**
   * @param care what the law serves; now and then it is asked about another
   * @param groups those the law knows; now and then comes a stranger
   */
  RandomBill(
      Dice dice,
      String area,
      Scheme scheme,
      List<CareType> care,
      List<String> groups,
      List<String> aidClasses) {
    this.dice = dice;
    this.area = area;
    this.scheme = scheme;
    this.care = List.copyOf(care);
    this.groups = List.copyOf(groups);
    this.aidClasses = List.copyOf(aidClasses);
  }

  Case next(Till till) {
    return next(till, lines());
  }

  Case next(Till till, int lines) {
    PlanKey key = key(false);
    LocalDate date = date();
    LocalDate last = last(date);
    Optional<Plan> plan = till.plan(key, date, last);
    // Where much is not published most bills are refused, and a refusal proves little.
    for (int i = 0; i < DRAWS && plan.isEmpty() && dice.percent(90); i++) {
      key = key(true);
      date = date();
      last = last(date);
      plan = till.plan(key, date, last);
    }
    List<Long> edges = new ArrayList<>();
    plan.ifPresent(found -> edges(found, edges));
    if (edges.isEmpty()) {
      edges.add(10_000L);
    }
    Map<String, Long> sums = new LinkedHashMap<>();
    plan.ifPresent(found -> found.accumulators().forEach(name -> sum(name, edges, sums)));
    Map<String, Case.Item> catalogue = new LinkedHashMap<>();
    List<Case.Line> bill = new ArrayList<>();
    Rounding rounding =
        plan.flatMap(found -> found.steps().get(0).rounding())
            .map(to -> to.mode())
            .orElse(Rounding.HALF_UP);
    if (dice.percent(35) && lines == 1) {
      long fen = target(edges, sums);
      catalogue.put("A", new Case.Item(CatalogueClass.A, 0, OptionalLong.empty(), false));
      bill.add(line("1", "A", fen * 10_000, 10_000, rounding));
    } else {
      lines(lines, catalogue, bill, rounding);
    }
    Optional<Case.Totals> totals =
        dice.percent(25) && lines < 10
            ? Optional.of(
                new Case.Totals(part(), part(), part(), dice.percent(80) ? target(edges, sums) : 0))
            : Optional.empty();
    long total =
        totals
            .map(t -> t.outOfCatalogue() + t.overLimit() + t.firstSelfPay() + t.inScope())
            .orElseGet(() -> bill.stream().mapToLong(Case.Line::fen).sum());
    return new Case(
        key,
        date,
        last,
        open(),
        sums,
        new Case.Purses(balance(total), balance(total), family(total)),
        catalogue,
        totals.isPresent() ? List.of() : bill,
        totals);
  }

  private int lines() {
    return switch (dice.below(12)) {
      case 0 -> 1 + dice.below(40);
      case 1, 2, 3, 4, 5 -> 1;
      default -> 2 + dice.below(5);
    };
  }

  /**
   * @param ordinary whether most of what is around the bill is as usual, and the care what the law
   *     serves
   */
  private PlanKey key(boolean ordinary) {
    Circumstances usual = Circumstances.ORDINARY;
    String group = dice.below(300) == 0 ? "stranger" : often(ordinary, usual.group(), groups);
    String aid = often(ordinary, usual.aid(), aidClasses);
    return new PlanKey(
        area,
        scheme,
        dice.of(InsuredCategory.of(scheme)),
        ordinary || dice.percent(98) ? dice.of(care) : dice.of(CareType.values()),
        dice.of(InstitutionLevel.values()),
        new Circumstances(
            group,
            aid,
            often(ordinary, usual.offSite(), List.of(OffSite.values())),
            often(ordinary, usual.stay(), List.of(1, 2, 3, 4)),
            often(ordinary, usual.grade(), List.of(Grade.values()))));
  }

  /** The last day: now and then that of a stay, which may end in another year. */
  private LocalDate last(LocalDate first) {
    return dice.percent(30) ? first.plusDays(dice.below(60)) : first;
  }

  private <T> T often(boolean ordinary, T usual, List<T> all) {
    return ordinary && dice.percent(75) ? usual : dice.of(all);
  }

  private LocalDate date() {
    if (dice.below(100) == 0) {
      return LocalDate.of(2026, 1, 1).minusDays(1 + dice.below(10));
    }
    LocalDate day =
        dice.percent(60)
            ? dice.of(RandomPack.CHANGES).plusDays(dice.below(3) - 1)
            : LocalDate.of(2026, 1, 1).plusDays(dice.below(365));
    return day;
  }

  /** The amounts of the law: whoever stands just there finds an edge. */
  static void edges(Plan plan, List<Long> edges) {
    for (Step step : plan.steps()) {
      for (PolicyValue value : step.values()) {
        if (value.of() == 1) {
          edges.add(value.amount());
        }
      }
    }
  }

  private void sum(String name, List<Long> edges, Map<String, Long> sums) {
    long edge = dice.of(edges);
    switch (dice.below(9)) {
      case 0 -> {} // Nothing known of it.
      case 1 -> sums.put(name, 0L);
      case 2, 3 -> sums.put(name, Math.max(0, edge + dice.fen(-1, 0, 0, 1)));
      case 4 -> sums.put(name, Math.min(edge * 2, Sheet.MOST));
      case 5 -> sums.put(name, dice.between(0, 1_000));
      default -> sums.put(name, dice.between(0, Math.min(edge, 10_000_000)));
    }
    if (dice.below(400) == 0) {
      sums.put(name, Sheet.MOST + dice.fen(-1, 0, 1));
    }
  }

  /** An amount that meets an edge: from nothing, or from where a sum stands. */
  private long target(List<Long> edges, Map<String, Long> sums) {
    long fen = dice.of(edges);
    if (dice.percent(40)) {
      fen += dice.of(edges);
    }
    if (!sums.isEmpty() && dice.percent(40)) {
      fen -= dice.of(List.copyOf(sums.values()));
    }
    if (dice.percent(20)) {
      fen = part();
    }
    if (dice.percent(8)) {
      fen = dice.between(0, 250); // Less than what a rounding to yuan adds or takes.
    }
    fen += dice.fen(-1, 0, 0, 1);
    return fen < 0 || (fen > Sheet.MOST && dice.percent(90)) ? dice.between(0, 3_000_000) : fen;
  }

  private long part() {
    return switch (dice.below(5)) {
      case 0 -> 0;
      case 1 -> dice.fen(1, 2, 99, 100);
      case 2 -> dice.below(400) == 0 ? Sheet.MOST + dice.fen(-1, 0, 1) : dice.between(0, 1_000);
      default -> dice.between(0, 500_000);
    };
  }

  private void lines(
      int count, Map<String, Case.Item> catalogue, List<Case.Line> bill, Rounding rounding) {
    List<Integer> shares = List.of(0, 1, 500, 1000, 3333, 9999, 10_000);
    int kinds = Math.min(count, 1 + dice.below(12));
    for (int i = 0; i < kinds; i++) {
      OptionalLong limit = dice.percent(40) ? OptionalLong.empty() : OptionalLong.of(micros());
      CatalogueClass kind = dice.of(CatalogueClass.values());
      catalogue.put(
          "I" + i,
          new Case.Item(
              kind,
              kind == CatalogueClass.B ? dice.of(shares) : 0,
              limit,
              kind == CatalogueClass.C && dice.percent(30)));
    }
    for (int i = 0; i < count; i++) {
      String code = "I" + dice.below(kinds);
      Case.Item item =
          catalogue.getOrDefault(
              code, new Case.Item(CatalogueClass.A, 0, OptionalLong.empty(), false));
      long price =
          item.limitMicros().isPresent() && dice.percent(35)
              ? Math.max(0, item.limitMicros().getAsLong() + dice.fen(-1, 0, 0, 1, 100))
              : micros();
      bill.add(line(Integer.toString(i + 1), code, price, quantity(), rounding));
    }
    if (dice.below(500) == 0) {
      // A line, or two together, at what is too large to count, and beyond.
      long fen = Sheet.MOST / dice.fen(1, 2) + dice.fen(-1, 0, 1, 1_000_000);
      bill.add(line("huge", "I0", fen * 10_000, 10_000, rounding));
      bill.add(line("more", "I0", fen * 10_000, dice.fen(1, 10_000), rounding));
    }
  }

  static Case.Line line(
      String id, String code, long micros, long tenThousandths, Rounding rounding) {
    long fen = new UnitPrice(micros).times(new Quantity(tenThousandths), rounding).fen();
    return new Case.Line(id, code, micros, tenThousandths, fen);
  }

  private long micros() {
    return switch (dice.below(8)) {
      case 0 -> dice.fen(0, 1, 4999, 5000, 5001, 9999, 10_000, 10_001);
      case 1 -> 10_000L * (1 + dice.below(500_000));
      case 2, 3 -> 100L * (1 + dice.below(10_000_000));
      case 4 -> 1_000_000L * (1 + dice.below(30_000));
      default -> 1 + dice.below(200_000_000);
    };
  }

  private long quantity() {
    return switch (dice.below(4)) {
      case 0 -> dice.fen(1, 4999, 5000, 5001, 10_000, 10_001);
      case 1 -> 1 + dice.below(100_000);
      default -> 10_000L * (1 + dice.below(20));
    };
  }

  private Set<Payer> open() {
    Set<Payer> open = EnumSet.range(Payer.POOL_FUND, Payer.MEDICAL_AID);
    open.add(Payer.PERSONAL_ACCOUNT);
    open.add(Payer.FAMILY_ACCOUNT);
    if (dice.percent(40)) {
      open.removeIf(payer -> dice.percent(25));
    }
    return open;
  }

  private long balance(long total) {
    return switch (dice.below(7)) {
      case 0 -> 0;
      case 1 -> Math.max(0, Math.min(Sheet.MOST, total + dice.fen(-1, 0, 1)));
      case 2 -> 1;
      case 3 -> -dice.between(1, 100_000);
      case 4 -> dice.below(150) == 0 ? Sheet.MOST + dice.fen(0, 1) : total / 3;
      default -> dice.between(0, 300_000);
    };
  }

  private List<Long> family(long total) {
    List<Long> family = new ArrayList<>();
    for (int i = dice.below(4); i > 0; i--) {
      family.add(balance(total) / 2);
    }
    return List.copyOf(family);
  }
}
