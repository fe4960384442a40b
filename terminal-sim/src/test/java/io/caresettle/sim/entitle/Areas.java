package io.caresettle.sim.entitle;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The five areas on paper: what their texts say, point by point. What a text leaves open and nobody
 * published is not here.
 */
final class Areas {

  static final String JIANGSU = "320000";
  static final String SUZHOU = "320500";
  static final String NANTONG = "320600";
  static final String HAINAN = "460000";
  static final String SHANGHAI = "310000";

  private static final String OF_JIANGSU =
      """
      resident.period-from: 10-01
      resident.period-to: 12-31
      employee.starts: day-after-arrival
      flexible.starts: after-waiting
      flexible.waiting: 2
      flexible.no-waiting-gap: 0
      flexible.account-starts: with-pool
      resident.needs-continuity: no
      resident.late-starts: after-waiting
      resident.waiting: 2
      aid.no-waiting: yes
      arrears.stops: month-after-unpaid
      retired.years-men: 25
      retired.years-women: 20
      schemes.precedence: forbidden
      special.recognised-first: yes
      off-site.needs-filing: yes
      off-site.temporary-months: 6
      off-site.emergency-counts: yes
      off-site.filed-by: discharge
      off-site.zone: no-filing-in-delta-zone
      stay.counts-by: discharge
      sanction.account: closed
      gap.owed: pool
      second-layer: with-basic
      violation.left-out: no
      suspension.cleared: claimed-by-hand
      """;

  private static final String OF_SUZHOU =
      OF_JIANGSU
          + """
          flexible.starts: month-after-arrival
          resident.late-starts: month-after-payment
          newborn.window-counted-in: months
          newborn.window: 3
          newborn.counts-from: birth
          newborn.birth-year: government-pays
          gap.owed: insurance-funds
          aid.classes: civil-affairs favoured hardship-worker severely-disabled retrenched other-hardship
          freshman.starts: 09-01
          disabled.no-waiting: yes
          employer.make-up: 3
          employer.gap: payable
          flexible.make-up: 0
          flexible.gap: not-payable
          change.window: 3
          change.gap: payable
          suspended.account: usable
          prison.stops: month-after-judgment
          schemes.precedence: employee
          year.starts: 01-01
          hand-claim.until: end-of-next-year
          """;

  private static final String OF_NANTONG =
      OF_JIANGSU
          + """
          flexible.starts: month-after-arrival
          flexible.account-starts: on-arrival
          resident.waiting: unknown
          newborn.window-counted-in: days
          newborn.window: 180
          newborn.counts-from: day-after-birth
          newborn.birth-year: family-pays
          aid.classes: destitute orphan disabled-soldier full hardship-worker fixed
          freshman.starts: 09-01
          disabled.no-waiting: yes
          employer.make-up: 3
          employer.gap: payable
          flexible.make-up: 3
          flexible.gap: payable
          change.window: 3
          change.gap: payable
          suspended.account: usable
          year.starts: 01-01
          stay.counts-by: discharge
          stay.scheme-change: resident-for-the-stay
          stay.one-at-a-time: yes
          stay.outside-purchases: not-paid
          """;

  private static final String OF_HAINAN =
      """
      employee.starts: on-arrival
      flexible.starts: after-waiting
      flexible.waiting: 3
      year.starts: 01-01
      schemes.precedence: forbidden
      stay.counts-by: discharge
      off-site.zone: none
      second-layer: with-basic
      violation.left-out: no
      aid.classes: recipient
      """;

  private static final String OF_SHANGHAI =
      """
      employee.starts: unknown
      flexible.starts: after-waiting
      flexible.waiting: 6
      flexible.no-waiting-gap: 3
      resident.needs-continuity: yes
      resident.late-starts: after-waiting
      arrears.stops: month-after-unpaid
      employer.make-up: 0
      flexible.make-up: 0
      retired.years-men: 15
      retired.years-women: 15
      sanction.account: closed
      employer.gap: not-payable
      flexible.gap: not-payable
      schemes.precedence: forbidden
      year.starts: 07-01
      off-site.needs-filing: yes
      stay.counts-by: discharge
      off-site.zone: no-filing-in-delta-zone
      second-layer: on-application
      violation.left-out: yes
      aid.classes: destitute subsistence near-subsistence rigid-expenditure other-hardship
      suspension.cleared: settled-afterwards
      """;

  private static final Map<String, String> PAPER =
      Map.of(
          JIANGSU, OF_JIANGSU,
          SUZHOU, OF_SUZHOU,
          NANTONG, OF_NANTONG,
          HAINAN, OF_HAINAN,
          SHANGHAI, OF_SHANGHAI);

  private static final LocalDate WAITING_KNOWN_IN_SHANGHAI = LocalDate.parse("2025-09-10");

  private Areas() {}

  /** All five. */
  static Ordinance of(String area, LocalDate day) {
    Map<String, String> points = points(PAPER.getOrDefault(area, ""));
    if (area.equals(SHANGHAI) && day.isBefore(WAITING_KNOWN_IN_SHANGHAI)) {
      points.remove("flexible.waiting");
    }
    return new Paper(area, points);
  }

  /** Its classes of aid, the best one first. */
  static List<String> aidClasses(String area) {
    return List.of(points(PAPER.getOrDefault(area, "")).getOrDefault("aid.classes", "").split(" "));
  }

  /** An area's text with some points said otherwise. */
  static Ordinance.Shelf with(String area, String otherwise) {
    return (a, day) -> a.equals(area) ? new Paper(a, points(PAPER.get(a) + otherwise)) : of(a, day);
  }

  private static Map<String, String> points(String text) {
    Map<String, String> points = new LinkedHashMap<>();
    text.lines()
        .map(line -> line.split(": *", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> points.put(pair[0], pair[1]));
    points.values().removeIf("unknown"::equals);
    return points;
  }

  private record Paper(String area, Map<String, String> points) implements Ordinance {

    private <T> Said<T> say(String name, Function<String, T> read) {
      String citation = "the text of " + area + ", " + name;
      return Optional.ofNullable(points.get(name))
          .<Said<T>>map(value -> new Said.Is<>(read.apply(value), citation))
          .orElseGet(() -> new Said.NotPublished<>(name, citation));
    }

    @Override
    public Said<String> word(String name) {
      return say(name, word -> word);
    }

    @Override
    public Said<Integer> number(String name) {
      return say(name, Integer::valueOf);
    }

    @Override
    public Said<MonthDay> day(String name) {
      return say(name, day -> MonthDay.parse("--" + day));
    }

    @Override
    public Said<Boolean> yes(String name) {
      return say(name, "yes"::equals);
    }

    @Override
    public Said<Set<String>> words(String name) {
      return say(name, words -> new LinkedHashSet<>(List.of(words.split(" "))));
    }
  }
}
