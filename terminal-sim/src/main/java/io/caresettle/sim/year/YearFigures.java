package io.caresettle.sim.year;

import static io.caresettle.sim.year.Somebody.YEAR;

import io.caresettle.policy.plan.CareType;
import io.caresettle.writing.Json;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a year of an area came to: bills, what became of them, and who bore what they cost. */
public final class YearFigures {

  /** By what the money is cut up. */
  enum Cut {
    MONTH,
    WALK,
    CARE,
    /** Of long-term care, which no other figure has in it. */
    NURSING_MONTH
  }

  /** What is counted by its words. */
  enum Tally {
    /** Each reason that closed something, by its rule and words. */
    CLOSED,
    /** Figures that nobody published, by the bills that each stopped. */
    UNKNOWN,
    /** Figures that nobody published, by the bills that were settled without their layer. */
    LEFT_OUT,
    /** What no pack says. */
    WITHOUT_RULE,
    /** Why the till closed what the centre, which was not told, would have paid. */
    STRICTER,
    /** Checks that refused a visit of long-term care. */
    CARE_REFUSED
  }

  private final String area;
  private final long seed;
  private final EnumMap<Count, Long> counts = new EnumMap<>(Count.class);
  private final EnumMap<Cut, Map<String, Shares>> cuts = new EnumMap<>(Cut.class);
  private final EnumMap<Tally, Map<String, Long>> tallies = new EnumMap<>(Tally.class);
  private final List<String> disagreements = new ArrayList<>();

  YearFigures(String area, long seed) {
    this.area = area;
    this.seed = seed;
    Arrays.stream(Cut.values()).forEach(cut -> cuts.put(cut, new TreeMap<>()));
    Arrays.stream(Tally.values()).forEach(tally -> tallies.put(tally, new TreeMap<>()));
  }

  String area() {
    return area;
  }

  long seed() {
    return seed;
  }

  void count(Count what) {
    count(what, 1);
  }

  void count(Count what, long many) {
    counts.merge(what, many, Long::sum);
  }

  void tally(Tally what, String words) {
    tally(what, words, 1);
  }

  void tally(Tally what, String words, long many) {
    of(what).merge(words, many, Long::sum);
  }

  void disagree(String what) {
    disagreements.add(what);
  }

  void bill(LocalDate settled, Walk walk, CareType care, Map<Bearer, Long> parts) {
    shares(Cut.MONTH, YearMonth.from(settled).toString()).add(parts);
    shares(Cut.WALK, walk.name()).add(parts);
    shares(Cut.CARE, care.name()).add(parts);
  }

  /** A settled care visit, in the care fund's own ledger. */
  void nursed(LocalDate settled, long fund, long own) {
    shares(Cut.NURSING_MONTH, YearMonth.from(settled).toString())
        .add(Map.of(Bearer.CARE_FUND, fund, Bearer.CARE_OWN, own));
  }

  /** What stands under a name of a cut, to be added to. */
  Shares shares(Cut cut, String name) {
    return of(cut).computeIfAbsent(name, n -> new Shares());
  }

  /** These and those of more people. */
  YearFigures add(YearFigures more) {
    more.counts.forEach(this::count);
    more.cuts.forEach((cut, all) -> all.forEach((name, part) -> shares(cut, name).add(part)));
    more.tallies.forEach((what, all) -> all.forEach((words, many) -> tally(what, words, many)));
    disagreements.addAll(more.disagreements);
    return this;
  }

  /** How many bills, people or refunds there were, by the English name without spaces. */
  public long count(String what) {
    return of(Count.valueOf(what));
  }

  long of(Count what) {
    return counts.getOrDefault(what, 0L);
  }

  Map<String, Shares> of(Cut cut) {
    return cuts.computeIfAbsent(cut, c -> new TreeMap<>());
  }

  Map<String, Long> of(Tally tally) {
    return tallies.computeIfAbsent(tally, t -> new TreeMap<>());
  }

  /** The months in their order; what was settled in the new year stands in the month after. */
  Map<YearMonth, Shares> months(Cut cut) {
    Map<YearMonth, Shares> all = new TreeMap<>();
    for (int month = 0; month < 13; month++) {
      all.put(YearMonth.of(YEAR, 1).plusMonths(month), new Shares());
    }
    YearMonth last = YearMonth.of(YEAR + 1, 1);
    of(cut)
        .forEach(
            (name, shares) -> {
              YearMonth month = YearMonth.parse(name);
              all.computeIfAbsent(month.isAfter(last) ? last : month, m -> new Shares())
                  .add(shares);
            });
    return all;
  }

  Map<Walk, Shares> walks() {
    Map<Walk, Shares> all = new EnumMap<>(Walk.class);
    of(Cut.WALK).forEach((name, shares) -> all.put(Walk.valueOf(name), shares));
    return all;
  }

  Map<CareType, Shares> cares() {
    Map<CareType, Shares> all = new EnumMap<>(CareType.class);
    of(Cut.CARE).forEach((name, shares) -> all.put(CareType.valueOf(name), shares));
    return all;
  }

  /** How many bills each figure stopped that nobody published. */
  public Map<String, Long> unknown() {
    return Collections.unmodifiableMap(of(Tally.UNKNOWN));
  }

  /** Where terminal and centre, or the books and themselves, said two things of one bill. */
  public List<String> disagreements() {
    return Collections.unmodifiableList(disagreements);
  }

  Shares all() {
    Shares all = new Shares();
    of(Cut.WALK).values().forEach(all::add);
    return all;
  }

  /** All of it, money in fen. */
  public Json json() {
    return YearJson.of(this);
  }

  /** One line of an area, for a log. */
  @Override
  public String toString() {
    String numbers =
        Arrays.stream(Count.values())
            .map(what -> what.en + ' ' + of(what))
            .collect(Collectors.joining(", "));
    Shares all = all();
    String yuan =
        Arrays.stream(Bearer.values())
            .filter(bearer -> all.of(bearer) != 0)
            .map(bearer -> bearer.id() + ' ' + all.of(bearer) / 100)
            .collect(Collectors.joining(", "));
    return area
        + ", seed "
        + seed
        + ": "
        + numbers
        + "; yuan: "
        + yuan
        + "; unknown: "
        + text(Tally.UNKNOWN)
        + "; no pack: "
        + text(Tally.WITHOUT_RULE)
        + "; disagreements: "
        + disagreements.size();
  }

  private String text(Tally tally) {
    return byOften(of(tally)).entrySet().stream()
        .map(e -> e.getKey() + ' ' + e.getValue())
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** By how often, most often first. */
  static <K> Map<K, Long> byOften(Map<K, Long> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<K, Long>comparingByValue().reversed())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
  }
}
