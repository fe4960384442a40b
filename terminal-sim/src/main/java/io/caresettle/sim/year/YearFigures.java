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

  /** What is counted beside the money. */
  enum Count {
    PERSONS("人数", "persons"),
    BILLS("单据", "bills"),
    SETTLED("联网结算", "settled"),
    CASH("全额现金", "full cash"),
    STOPPED("数值未公布而停", "stopped by unknown figures"),
    WITHOUT_RULE("无适用政策包而停", "stopped: no pack says"),
    REFUNDS("退费", "refunds"),
    SETTLED_ANEW("重新结算", "settled anew"),
    OFF_SITE("异地就医", "off-site"),
    STAYS("住院", "stays"),
    OVER_NEW_YEAR("跨年住院", "stays over New Year"),
    TWO_SCHEMES("住院期间转险种", "scheme changed during a stay"),
    BY_HAND("可手工报销", "claimable by hand"),
    AFTERWARDS("补缴后可补报", "payable after making up"),
    LATE_OFFERED("年底可补结算", "may be settled anew at the year's end"),
    LATE_BY_HAND("年底须手工报销", "by hand at the year's end"),
    NO_FIRST_DAY("待遇起始日未公布", "full cash: first day of benefits not published"),
    CLOSED_BY_UNKNOWN("规则参数未公布而关闭", "full cash: a rule's parameter not published"),
    BEYOND_LIMIT("达到限额", "bills cut by a limit"),
    CARE_VISITS("长期护理服务", "long-term-care visits"),
    CARE_SETTLED("长护险结算", "care settled"),
    CARE_REFUSED("长护险拒绝", "care refused by a rule"),
    CARE_UNPUBLISHED("长护险比例未公布", "care recorded, share not published");

    final String zh;
    final String en;

    Count(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }
  }

  private final String area;
  private final long seed;
  private final EnumMap<Count, Long> counts = new EnumMap<>(Count.class);
  private final Map<YearMonth, Shares> months = new TreeMap<>();
  private final EnumMap<Walk, Shares> walks = new EnumMap<>(Walk.class);
  private final EnumMap<CareType, Shares> cares = new EnumMap<>(CareType.class);
  private final Map<YearMonth, Shares> care = new TreeMap<>();
  private final Map<String, Long> careRefused = new TreeMap<>();
  private final Map<String, Long> closedBy = new TreeMap<>();
  private final Map<String, Long> unknown = new TreeMap<>();
  private final Map<String, Long> withoutRule = new TreeMap<>();
  private final Map<String, Long> stricter = new TreeMap<>();
  private final List<String> disagreements = new ArrayList<>();

  YearFigures(String area, long seed) {
    this.area = area;
    this.seed = seed;
  }

  /** What some bills cost, by who bore it, in fen. */
  static final class Shares {
    private final EnumMap<Bearer, Long> fen = new EnumMap<>(Bearer.class);
    private long bills;

    void add(Map<Bearer, Long> parts) {
      bills++;
      parts.forEach((bearer, part) -> fen.merge(bearer, part, Math::addExact));
    }

    void add(Shares other) {
      bills += other.bills;
      other.fen.forEach((bearer, part) -> fen.merge(bearer, part, Math::addExact));
    }

    long of(Bearer bearer) {
      return fen.getOrDefault(bearer, 0L);
    }

    long bills() {
      return bills;
    }

    long total() {
      return fen.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  String area() {
    return area;
  }

  long seed() {
    return seed;
  }

  void count(Count what) {
    counts.merge(what, 1L, Long::sum);
  }

  void closed(String why) {
    closedBy.merge(why, 1L, Long::sum);
  }

  void stoppedBy(String value) {
    unknown.merge(value, 1L, Long::sum);
  }

  void without(String rule) {
    withoutRule.merge(rule, 1L, Long::sum);
  }

  /** The till closed what the centre would have paid directly. */
  void stricter(String why) {
    stricter.merge(why, 1L, Long::sum);
  }

  void disagree(String what) {
    disagreements.add(what);
  }

  /** A settled care visit, in the care fund's own ledger. */
  void care(LocalDate settled, long fund, long own) {
    care.computeIfAbsent(YearMonth.from(settled), month -> new Shares())
        .add(Map.of(Bearer.CARE_FUND, fund, Bearer.CARE_OWN, own));
  }

  void careRefused(String rule) {
    careRefused.merge(rule, 1L, Long::sum);
  }

  void bill(LocalDate settled, Walk walk, CareType care, Map<Bearer, Long> parts) {
    months.computeIfAbsent(YearMonth.from(settled), month -> new Shares()).add(parts);
    walks.computeIfAbsent(walk, w -> new Shares()).add(parts);
    cares.computeIfAbsent(care, c -> new Shares()).add(parts);
  }

  /** These and those of more people. */
  YearFigures add(YearFigures more) {
    more.counts.forEach((what, many) -> counts.merge(what, many, Long::sum));
    more.months.forEach((m, s) -> months.computeIfAbsent(m, x -> new Shares()).add(s));
    more.walks.forEach((w, s) -> walks.computeIfAbsent(w, x -> new Shares()).add(s));
    more.cares.forEach((c, s) -> cares.computeIfAbsent(c, x -> new Shares()).add(s));
    more.closedBy.forEach((why, many) -> closedBy.merge(why, many, Long::sum));
    more.unknown.forEach((name, many) -> unknown.merge(name, many, Long::sum));
    more.withoutRule.forEach((rule, many) -> withoutRule.merge(rule, many, Long::sum));
    more.care.forEach((m, s) -> care.computeIfAbsent(m, x -> new Shares()).add(s));
    more.careRefused.forEach((rule, many) -> careRefused.merge(rule, many, Long::sum));
    more.stricter.forEach((why, many) -> stricter.merge(why, many, Long::sum));
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

  /** The months in their order; what was settled in the new year stands in the month after. */
  Map<YearMonth, Shares> months() {
    return throughTheYear(months);
  }

  /** The same of long-term care, which no other figure has in it. */
  Map<YearMonth, Shares> careMonths() {
    return throughTheYear(care);
  }

  Map<String, Long> careRefused() {
    return Collections.unmodifiableMap(careRefused);
  }

  private static Map<YearMonth, Shares> throughTheYear(Map<YearMonth, Shares> months) {
    Map<YearMonth, Shares> all = new TreeMap<>();
    for (int month = 0; month < 13; month++) {
      all.put(YearMonth.of(YEAR, 1).plusMonths(month), new Shares());
    }
    YearMonth last = YearMonth.of(YEAR + 1, 1);
    months.forEach(
        (month, shares) ->
            all.computeIfAbsent(month.isAfter(last) ? last : month, m -> new Shares()).add(shares));
    return all;
  }

  Map<Walk, Shares> walks() {
    return Collections.unmodifiableMap(walks);
  }

  Map<CareType, Shares> cares() {
    return Collections.unmodifiableMap(cares);
  }

  /** How often each reason closed something, by its rule and words. */
  Map<String, Long> closedBy() {
    return Collections.unmodifiableMap(closedBy);
  }

  /** How many bills each figure stopped that nobody published. */
  public Map<String, Long> unknown() {
    return Collections.unmodifiableMap(unknown);
  }

  /** Where terminal and centre, or the books and themselves, said two things of one bill. */
  public List<String> disagreements() {
    return Collections.unmodifiableList(disagreements);
  }

  Map<String, Long> stricter() {
    return Collections.unmodifiableMap(stricter);
  }

  Map<String, Long> withoutRule() {
    return Collections.unmodifiableMap(withoutRule);
  }

  Shares all() {
    Shares all = new Shares();
    walks.values().forEach(all::add);
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
        + text(unknown)
        + "; no pack: "
        + text(withoutRule)
        + "; disagreements: "
        + disagreements.size();
  }

  private static String text(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
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
