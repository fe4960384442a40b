package io.caresettle.sim.adjudicate;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The points on which every ordinance says something, and how each may be said. */
final class Points {

  private static final String TABLE =
      """
      employee.starts: day-after-arrival on-arrival month-after-arrival
      flexible.starts: month-after-arrival after-waiting
      flexible.waiting: 0..240
      flexible.no-waiting-gap: 0..240
      flexible.account-starts: with-pool on-arrival
      resident.period-from: MM-DD
      resident.period-to: MM-DD
      resident.needs-continuity: yes no
      resident.late-starts: month-after-payment after-waiting
      resident.waiting: 0..240
      newborn.window-counted-in: months days
      newborn.window: 0..3660
      newborn.counts-from: birth day-after-birth
      newborn.birth-year: government-pays family-pays
      freshman.starts: MM-DD
      aid.no-waiting: yes no
      disabled.no-waiting: yes no
      arrears.stops: month-after-unpaid
      employer.make-up: 0..240
      employer.gap: payable not-payable
      flexible.make-up: 0..240
      flexible.gap: payable not-payable
      change.window: 0..240
      change.gap: payable not-payable
      suspended.account: usable closed
      gap.owed: pool insurance-funds
      prison.stops: month-after-judgment
      retired.years-men: 0..60
      retired.years-women: 0..60
      second-layer: with-basic on-application
      violation.left-out: yes no
      aid.classes: any destitute orphan disabled-soldier full civil-affairs favoured hardship-worker fixed severely-disabled retrenched subsistence near-subsistence rigid-expenditure other-hardship recipient
      schemes.precedence: employee forbidden
      stay.scheme-change: resident-for-the-stay split-by-time
      year.starts: MM-DD
      stay.counts-by: discharge by-days service
      hand-claim.until: end-of-next-year
      grades.apply: yes no
      aid.only-at-aid-hospitals: yes no
      stay.one-at-a-time: yes no
      stay.outside-purchases: not-paid with-certificate paid
      internet.needs-agreement: yes no
      excluded.binds: basic basic-and-critical-illness all
      third-party.advance: fund-first recovery-only
      special.recognised-first: yes no
      catalogue.apply-within: 0..3660
      prescription.review-first: yes no
      family.relations: any spouse parent child near-relative
      account.insurance-from: any-balance past-years
      account.insurance-for: any self spouse parent child near-relative
      account.premiums: any critical-illness critical-illness-of-the-retired long-term-care resident
      sanction.months-least: 0..240
      sanction.months-most: 0..240
      sanction.account: usable closed
      suspension.cleared: claimed-by-hand settled-afterwards
      off-site.needs-filing: yes no
      off-site.temporary-months: 0..240
      off-site.emergency-counts: yes no
      off-site.filed-by: discharge admission
      off-site.zone: no-filing-in-delta-zone none
      long-term-care.exists: yes no
      long-term-care.suspension-least: 0..240
      long-term-care.suspension-most: 0..240
      """;

  private static final Map<String, Form> FORMS = read();

  private Points() {}

  /** How a point may be said. */
  sealed interface Form {}

  /** A whole number. */
  record Count(int most) implements Form {}

  /** A day of every year. */
  record Day() implements Form {}

  /** One of these words, or several of them where any number may be said. */
  record Choice(Set<String> words, boolean several) implements Form {}

  static Map<String, Form> forms() {
    return FORMS;
  }

  private static Map<String, Form> read() {
    Map<String, Form> forms = new LinkedHashMap<>();
    for (String line : TABLE.lines().toList()) {
      List<String> parts = List.of(line.split(": | ", -1));
      forms.put(parts.get(0), form(parts.subList(1, parts.size())));
    }
    return forms;
  }

  private static Form form(List<String> words) {
    String first = words.get(0);
    if (first.startsWith("0..")) {
      return new Count(Integer.parseInt(first.substring(3)));
    }
    if (first.equals("MM-DD")) {
      return new Day();
    }
    boolean several = first.equals("any");
    Set<String> all = new LinkedHashSet<>(words);
    all.remove("any");
    return new Choice(all, several);
  }
}
