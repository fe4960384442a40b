package io.caresettle.sim.readings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Packs as no area would make them: any step, with anything it may say, in any order it may have.
 */
final class RandomPack {

  /** The days on which values change. */
  static final List<LocalDate> CHANGES =
      List.of(
          LocalDate.of(2026, 3, 1),
          LocalDate.of(2026, 7, 1),
          LocalDate.of(2026, 12, 31),
          LocalDate.of(2027, 1, 1));

  private static final List<String> FUNDS =
      List.of(
          "pool-fund",
          "large-sum-subsidy",
          "critical-illness",
          "civil-servant-subsidy",
          "supplements",
          "medical-aid");
  private static final List<String> PARTS =
      List.of("deductible", "coinsurance", "first-self-pay", "over-limit", "out-of-catalogue");

  /** From the most downward to the most upward. */
  private static final List<String> MODES = List.of("down", "half-even", "half-up", "up");

  private final Dice dice;
  private final Map<String, ValueDraft> values = new LinkedHashMap<>();
  private final List<Map<String, Object>> steps = new ArrayList<>();
  private final List<String> limits = new ArrayList<>();

  private RandomPack(Dice dice) {
    this.dice = dice;
  }

  static PackDraft of(Dice dice) {
    return new RandomPack(dice).pack();
  }

  private PackDraft pack() {
    cut();
    Optional<String> pool = dice.percent(85) ? Optional.of(fund("pool-fund")) : Optional.empty();
    before(pool);
    pool.ifPresent(this::pool);
    layers();
    pay();
    Map<String, ValueDraft> parents = new LinkedHashMap<>();
    Set<String> inherited = new LinkedHashSet<>();
    if (dice.percent(25)) {
      values.forEach(
          (name, value) -> {
            if (dice.percent(40)) {
              inherit(name, value, parents, inherited);
            }
          });
    }
    return new PackDraft(
        parents.isEmpty() && dice.percent(50) ? "test" : "320999",
        dice.percent(80) ? "employee" : "resident",
        dice.percent(60)
            ? ""
            : "{starts: \""
                + dice.of("01-01", "03-01", "07-01", "12-31")
                + "\", counts_by: "
                + dice.of("service", "discharge")
                + "}",
        Collections.unmodifiableMap(values),
        parents,
        inherited,
        List.copyOf(steps));
  }

  private void inherit(
      String name, ValueDraft value, Map<String, ValueDraft> parents, Set<String> inherited) {
    boolean unknown = value.entries().stream().anyMatch(entry -> entry.cells().contains("unknown"));
    switch (dice.below(unknown ? 3 : 4)) {
      case 0 -> {
        parents.put(name, value);
        inherited.add(name);
      }
      case 1 -> {
        parents.put(name, value.giving("default"));
        inherited.add(name);
      }
      case 2 -> parents.put(name, value.plain().giving("default"));
      default -> parents.put(name, value.range());
    }
  }

  private void cut() {
    int line = dice.below(MODES.size());
    step("line-total").put("rounding", MODES.get(line) + "-fen");
    step("out-of-catalogue");
    step("price-limit").put("rounding", MODES.get(dice.below(line + 1)) + "-fen");
    Map<String, Object> first = step("first-self-pay");
    first.put("rounding", dice.of(MODES) + "-fen");
    if (dice.percent(40)) {
      first.put("point", dice.of("line", "rate-group"));
    }
    step("in-scope");
  }

  private void before(Optional<String> pool) {
    if (dice.percent(35)) {
      Map<String, Object> byGrade = new LinkedHashMap<>();
      List<String> all = new ArrayList<>(FUNDS);
      all.addAll(List.of("personal-account", "family-account"));
      for (String grade : ValueDraft.WORDS.getOrDefault("grade", List.of())) {
        byGrade.put(grade, dice.percent(40) ? all : dice.some(0, all));
      }
      step("usable-funds").put("by-grade", byGrade);
    }
    if (dice.percent(40)) {
      Map<String, Object> first = step("off-site-first");
      first.put("value", rate("off-site-first", () -> bp(0, 3000)));
      first.put("rounding", rounding());
    }
    if (dice.percent(30)) {
      step("account-first").put("purse", dice.some(1, List.of("current-year", "past-years")));
    }
    if (dice.percent(75)) {
      deductible();
    }
    if (pool.isPresent() && dice.percent(40)) {
      Map<String, Object> limit = step("cost-limit");
      limit.put("value", fen("cost-limit", 0, 3_000_000));
      limit.put("accumulator", "year.cost-counted");
    }
  }

  private void deductible() {
    Map<String, Object> step = step("deductible");
    step.put("value", fen("deductible", 0, 200_000));
    switch (dice.below(4)) {
      case 0 -> step.put("accumulator", "year.deductible-used");
      case 1 -> {
        step.put("per", "year");
        step.put("accumulator", "year.deductible-used");
      }
      case 2 -> step.put("per", "visit");
      default -> {
        step.put("per", "stay");
        if (dice.percent(60)) {
          step.put("accumulator", "stay.deductible-used");
        }
      }
    }
  }

  private void pool(String payer) {
    if (dice.percent(35)) {
      Map<String, Object> rate = step("rate");
      rate.put("payer", payer);
      rate.put("value", rate("rate", () -> bp(0, 10_000)));
      rate.put("rounding", rounding());
    } else {
      bands(payer);
    }
    if (dice.percent(50)) {
      Map<String, Object> limit = step("payment-limit");
      limit.put("payer", payer);
      limit.put("value", fen("payment-limit", 0, 2_000_000));
      limit.put("accumulator", "year.pool-paid");
    }
  }

  private void bands(String payer) {
    Map<String, Object> step = step("bands");
    step.put("payer", payer);
    String position =
        dice.of("bill-including-deductible", "bill-above-deductible", "year-in-scope");
    step.put("position", position);
    boolean person = dice.percent(35);
    boolean offSite = dice.percent(35);
    // So that all rates of the step, changed or not, have a common denominator of a million.
    Supplier<String> rates = person || offSite ? () -> hundredths(20, 100) : ofOneDenominator();
    int count = 1 + dice.below(4);
    List<Map<String, Object>> bands = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      Map<String, Object> band = new LinkedHashMap<>();
      if (k < count - 1) {
        band.put("up-to", ascending("band-" + k, k, 300_000));
      }
      band.put("rate", rate("band-rate-" + k, rates));
      bands.add(band);
    }
    step.put("bands", bands);
    if (person) {
      step.put("person", adjustment("person", "points", "self-factor"));
    }
    if (offSite) {
      step.put("off-site", adjustment("off-site", "points", "multiplier"));
    }
    boolean year = position.equals("year-in-scope");
    step.put("method", year && dice.percent(60) ? "telescoping" : "per-visit");
    step.put("rounds", dice.of("band", "layer"));
    String side = dice.of("fund", "patient");
    step.put("side", side);
    // A patient's share that steps by whole yuan can make a year with a bill give less.
    boolean steps = side.equals("patient") && dice.percent(40);
    step.put("rounding", steps ? dice.of(MODES) + "-yuan" : rounding());
    if (year) {
      step.put("accumulator", "year.in-scope");
    }
  }

  private Map<String, Object> adjustment(String whose, String one, String other) {
    Map<String, Object> adjustment = new LinkedHashMap<>();
    String style = dice.of(one, other);
    adjustment.put("style", style);
    boolean points = style.equals("points");
    adjustment.put("value", rate(whose + "-adjustment", () -> hundredths(0, points ? 30 : 100)));
    return adjustment;
  }

  private void layers() {
    List<Runnable> layers = new ArrayList<>();
    if (dice.percent(50)) {
      layers.add(this::largeSum);
    }
    if (dice.percent(50)) {
      layers.add(this::criticalIllness);
    }
    for (int i = dice.below(4); i > 0; i--) {
      int number = i;
      layers.add(() -> supplement("s" + number));
    }
    for (int i = dice.below(3); i > 0; i--) {
      int number = i;
      layers.add(() -> medicalAid(number));
    }
    dice.shuffle(layers);
    for (Runnable layer : layers) {
      Set<String> before = Set.copyOf(values.keySet());
      layer.run();
      if (dice.percent(30)) {
        forgo(values.keySet().stream().filter(name -> !before.contains(name)).toList());
      }
    }
    if (dice.percent(35)) {
      step("overall-cap").put("value", rate("overall-cap", () -> bp(0, 10_000)));
    }
  }

  /** Lets the last layer pay nothing unpublished, and takes a number of it away now and then. */
  private void forgo(List<String> own) {
    steps.get(steps.size() - 1).put("unpublished", "pays-nothing");
    if (dice.percent(50)) {
      values.computeIfPresent(dice.of(own), (name, value) -> value.without(dice.below(60)));
    }
  }

  private void largeSum() {
    Map<String, Object> step = step("large-sum");
    step.put("payer", fund("large-sum-subsidy"));
    step.put("value", rate("large-sum", () -> bp(0, 10_000)));
    step.put("rounding", rounding());
    limit("large-sum", step);
  }

  private void criticalIllness() {
    Map<String, Object> step = step("critical-illness");
    step.put("payer", "critical-illness");
    step.put(
        "base",
        dice.some(
            1, List.of("deductible", "in-scope-remainder", "first-self-pay", "off-site-first")));
    step.put("accumulator", "year.own-burden");
    List<Map<String, Object>> tiers = new ArrayList<>();
    Supplier<String> rates = ofOneDenominator();
    for (int k = 1 + dice.below(3); k > 0; k--) {
      Map<String, Object> tier = new LinkedHashMap<>();
      tier.put("above", ascending("tier-" + tiers.size(), tiers.size(), 150_000));
      tier.put("rate", rate("tier-rate-" + tiers.size(), rates));
      tiers.add(tier);
    }
    step.put("tiers", tiers);
    step.put("rounds", dice.of("band", "layer"));
    step.put("rounding", rounding());
    limit("critical-illness", step);
  }

  private void supplement(String name) {
    Map<String, Object> step = step("supplement");
    step.put("name", name);
    step.put("payer", dice.of("civil-servant-subsidy", "supplements"));
    String basis =
        dice.of(
            "in-scope",
            "above-deductible",
            "remaining-in-scope",
            "remaining-above-deductible",
            "fixed");
    step.put("basis", basis);
    if (basis.equals("fixed")) {
      step.put("value", fen("supplement-" + name, 0, 50_000));
    } else {
      step.put("value", rate("supplement-" + name, () -> bp(0, 10_000)));
      step.put("rounding", rounding());
    }
    limit("supplement-" + name, step);
  }

  private void medicalAid(int number) {
    Map<String, Object> step = step("medical-aid");
    if (number > 1) {
      step.put("id", "medical-aid-" + number);
    }
    step.put("payer", "medical-aid");
    step.put("basis", dice.of("remaining-in-scope", "remaining-above-deductible"));
    if (dice.percent(50)) {
      step.put("above", fen("aid-above-" + number, 0, 80_000));
    }
    step.put("value", rate("aid-" + number, () -> bp(0, 10_000)));
    step.put("rounding", rounding());
    limit("aid-" + number, step);
  }

  private void limit(String whose, Map<String, Object> step) {
    if (dice.percent(45)) {
      Map<String, Object> limit = new LinkedHashMap<>();
      limit.put("value", fen("limit-" + whose, 0, 400_000));
      String accumulator =
          !limits.isEmpty() && dice.percent(40) ? dice.of(limits) : "year.paid-" + whose;
      limits.add(accumulator);
      limit.put("accumulator", accumulator);
      step.put("limit", limit);
    }
  }

  private void pay() {
    if (dice.percent(85)) {
      Map<String, Object> account = step("account");
      account.put("may-pay", dice.some(1, PARTS));
      if (dice.percent(60)) {
        account.put("purse", dice.some(1, List.of("current-year", "past-years")));
      }
    }
    if (dice.percent(45)) {
      step("family-account").put("may-pay", dice.some(1, PARTS));
    }
    step("cash");
    if (dice.percent(75)) {
      step("allocate").put("method", dice.of("cumulative", "largest-remainder"));
    }
  }

  private Map<String, Object> step(String kind) {
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("step", kind);
    step.put("rule", "R-BEN-01");
    step.put("source", "{text: JS, article: \"16\", paragraph: 1}");
    steps.add(step);
    return step;
  }

  private String fund(String usual) {
    return dice.percent(85) ? usual : dice.of(FUNDS);
  }

  private String rounding() {
    return dice.of(MODES) + dice.of("-fen", "-fen", "-fen", "-jiao", "-yuan");
  }

  private String bp(int least, int most) {
    return Long.toString(dice.percent(15) ? dice.fen(least, most) : dice.between(least, most));
  }

  private String hundredths(int least, int most) {
    return Long.toString(dice.between(least, most) * 100);
  }

  private Supplier<String> ofOneDenominator() {
    if (dice.percent(60)) {
      return () -> bp(0, 10_000);
    }
    long of = dice.fen(2, 3, 7, 97, 9_973, 999_983, 1_000_000);
    return () -> ratio(of);
  }

  private String ratio(long of) {
    return "\"" + dice.between(0, of) + "/" + of + "\"";
  }

  private String rate(String name, Supplier<String> cell) {
    boolean bp = !cell.get().startsWith("\"");
    if (bp
        && dice.percent(20)
        && !name.startsWith("band")
        && !name.startsWith("tier")
        && !name.contains("adjustment")) {
      long of = dice.fen(3, 7, 999_983);
      return value(name, "ratio", () -> ratio(of));
    }
    return value(name, bp ? "basis-points" : "ratio", cell);
  }

  private String fen(String name, long least, long most) {
    return value(
        name,
        "fen",
        () ->
            Long.toString(
                dice.percent(8)
                    ? dice.fen(0, 1, 100, 1_000_000_000_000L)
                    : dice.percent(50)
                        ? dice.between(least, most)
                        : dice.between(least / 5_000, most / 5_000) * 5_000));
  }

  /** The bounds of a place all lie above those of the place before. */
  private String ascending(String name, int place, long width) {
    return value(
        name,
        "fen",
        () ->
            Long.toString(
                place * width + (dice.percent(50) ? width / 2 : dice.between(0, width - 1))));
  }

  private String value(String name, String unit, Supplier<String> cell) {
    String full = "random." + name;
    List<String> by =
        dice.percent(50) ? List.of() : dice.some(1, List.copyOf(ValueDraft.WORDS.keySet()));
    by = by.subList(0, Math.min(by.size(), 1 + dice.below(2)));
    List<ValueDraft.Entry> entries = new ArrayList<>();
    LocalDate from = LocalDate.of(2026, 1, 1);
    entries.add(entry(from, by, cell));
    for (LocalDate change : CHANGES) {
      if (dice.percent(15)) {
        entries.add(entry(change, by, cell));
      }
    }
    values.put(full, new ValueDraft(unit, by, List.copyOf(entries), Optional.empty()));
    return full;
  }

  private ValueDraft.Entry entry(LocalDate from, List<String> by, Supplier<String> cell) {
    List<String> cells = cells(by, cell);
    Optional<List<String>> rival = Optional.empty();
    if (dice.percent(5)) {
      rival = Optional.of(dice.percent(50) ? cells : cells(by, cell));
    }
    return new ValueDraft.Entry(from, cells, rival);
  }

  private List<String> cells(List<String> by, Supplier<String> cell) {
    List<String> cells = new ArrayList<>();
    for (int i = ValueDraft.cells(by); i > 0; i--) {
      cells.add(!by.isEmpty() && dice.below(400) == 0 ? "unknown" : cell.get());
    }
    return List.copyOf(cells);
  }
}
