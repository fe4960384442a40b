package io.caresettle.longtermcare;

import io.caresettle.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What the centre keeps of a person's long-term care, by date: what a terminal's checks are made
 * from.
 *
 * @param area whose long-term-care fund: six digits, or {@code test}
 * @param agreements when the asking institution has an agreement with that fund; that may lie
 *     elsewhere in the delta (SH 10)
 * @param caregivers of the asking institution, when they are barred
 * @param visits of the year that was asked for and of the days before that its first week has,
 *     wherever they were
 */
public record CareFile(
    String personNumber,
    String area,
    List<AssessedLevel> levels,
    List<ServicePlan> plans,
    List<Days> agreements,
    List<Suspension> suspensions,
    List<Barred> caregivers,
    List<Entry> visits) {

  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  public CareFile {
    levels = List.copyOf(levels);
    plans = List.copyOf(plans);
    agreements = List.copyOf(agreements);
    suspensions = List.copyOf(suspensions);
    caregivers = List.copyOf(caregivers);
    visits = List.copyOf(visits);
  }

  /** What all settled visits of one year come to. */
  public CareFigures settledIn(int year) {
    Money fund = Money.ZERO;
    Money own = Money.ZERO;
    for (Entry visit : visits) {
      if (visit.day().getYear() == year && visit.figures().isPresent()) {
        fund = fund.plus(visit.figures().get().longTermCareFund());
        own = own.plus(visit.figures().get().ownPayment());
      }
    }
    return new CareFigures(fund.plus(own), fund, own, Money.ZERO);
  }

  /** The level that holds on {@code day}; where two overlap, the later assessment. */
  Optional<AssessedLevel> levelOn(LocalDate day) {
    return levels.stream()
        .filter(level -> level.isByAnAssessor() && level.validity().hold(day))
        .max((a, b) -> a.validity().first().compareTo(b.validity().first()));
  }

  Optional<ServicePlan> plan(String number) {
    return plans.stream().filter(plan -> plan.number().equals(number)).findFirst();
  }

  Optional<Suspension> suspendedOn(LocalDate day) {
    return suspensions.stream().filter(one -> one.days().hold(day)).findFirst();
  }

  /** How often the item was chosen in the period of {@code day}, but for one visit. */
  int chosen(ServicePlan.Item item, LocalDate day, String butForVisit) {
    LocalDate period = item.per().firstDay(day);
    return (int)
        visits.stream()
            .filter(visit -> !visit.visitNumber().equals(butForVisit) || butForVisit.isEmpty())
            .filter(visit -> visit.itemCodes().contains(item.code()))
            .filter(visit -> item.per().firstDay(visit.day()).equals(period))
            .count();
  }

  /** Says how much there is, and of nobody. */
  @Override
  public String toString() {
    return "CareFile[area=" + area + ", " + visits.size() + " visits]";
  }

  /**
   * Networked settlement of long-term care is suspended (SH 62).
   *
   * @param legalBasis text and article; what the suspension rests on
   */
  public record Suspension(Days days, String zh, String en, String legalBasis) {

    /** Whether it lasts whole months within these bounds; one without an end never does. */
    public boolean lasts(int leastMonths, int mostMonths) {
      return days.last()
          .map(last -> last.plusDays(1))
          .map(
              after ->
                  !after.isBefore(days.first().plusMonths(leastMonths))
                      && !after.isAfter(days.first().plusMonths(mostMonths)))
          .orElse(false);
    }
  }

  /** A caregiver who may give nothing that a fund pays (SH 61¶1, ¶3). */
  public record Barred(String operator, Days days, String legalBasis) {}

  /**
   * One visit as the centre counts it.
   *
   * @param visitNumber the asking institution's own; empty for a visit elsewhere
   * @param itemCodes chosen at the start
   * @param figures of a settled one
   */
  public record Entry(
      String careVisitId,
      String visitNumber,
      State state,
      Instant startedAt,
      Optional<Instant> endedAt,
      List<String> itemCodes,
      Optional<CareFigures> figures) {

    /** How far it came. */
    public enum State {
      OPEN,
      ENDED,
      SETTLED,
      /** Settled, and undone since: it counts in the plan, and no fund pays it. */
      CANCELLED
    }

    public Entry {
      itemCodes = List.copyOf(itemCodes);
    }

    /** The day that it began on, which it counts for. */
    public LocalDate day() {
      return LocalDate.ofInstant(startedAt, CHINA);
    }
  }
}
