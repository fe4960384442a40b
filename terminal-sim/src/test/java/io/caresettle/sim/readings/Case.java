package io.caresettle.sim.readings;

import io.caresettle.money.Payer;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.split.CatalogueClass;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One bill that both readings can be asked about.
 *
 * @param date the first day
 * @param discharge the last, which is the first of all but a stay
 * @param sums of the year, by accumulator; one that is not named stands at zero
 */
record Case(
    PlanKey key,
    LocalDate date,
    LocalDate discharge,
    Set<Payer> open,
    Map<String, Long> sums,
    Purses purses,
    Map<String, Item> catalogue,
    List<Line> lines,
    Optional<Totals> totals) {

  /** What accounts hold; below zero is nothing. */
  record Purses(long currentYear, long pastYears, List<Long> family) {}

  /** An item of the catalogue; its share is in parts of ten thousand. */
  record Item(CatalogueClass kind, int share, OptionalLong limitMicros, boolean accountNever) {}

  /** A line of the bill, as it travels. */
  record Line(String id, String code, long micros, long tenThousandths, long fen) {}

  /** A bill that is cut already. */
  record Totals(long outOfCatalogue, long overLimit, long firstSelfPay, long inScope) {}

  Case with(List<Line> others) {
    return new Case(key, date, discharge, open, sums, purses, catalogue, others, totals);
  }

  Case with(Totals other) {
    return new Case(key, date, discharge, open, sums, purses, catalogue, lines, Optional.of(other));
  }

  Case after(Map<String, Long> others) {
    return new Case(key, date, discharge, open, others, purses, catalogue, lines, totals);
  }

  Case with(Purses others) {
    return new Case(key, date, discharge, open, sums, others, catalogue, lines, totals);
  }

  Case openTo(Set<Payer> payers) {
    return new Case(key, date, discharge, payers, sums, purses, catalogue, lines, totals);
  }

  Case on(LocalDate day) {
    return new Case(key, day, day, open, sums, purses, catalogue, lines, totals);
  }

  Case until(LocalDate day) {
    return new Case(key, date, day, open, sums, purses, catalogue, lines, totals);
  }

  Case of(PlanKey other) {
    return new Case(other, date, discharge, open, sums, purses, catalogue, lines, totals);
  }

  /** What both readings call the parts of a bill of so many lines. */
  int size() {
    return totals.isPresent() ? 0 : lines.size();
  }
}
