package io.caresettle.longtermcare;

import static io.caresettle.longtermcare.CareRule.CAREGIVER;
import static io.caresettle.longtermcare.CareRule.DURATION;
import static io.caresettle.longtermcare.CareRule.FEE;
import static io.caresettle.longtermcare.CareRule.FREQUENCY;
import static io.caresettle.longtermcare.CareRule.ITEM;
import static io.caresettle.longtermcare.CareRule.NOT_SUSPENDED;
import static io.caresettle.longtermcare.CareRule.ORDER;

import io.caresettle.problem.CareRefused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands against one step of a visit, gathered. */
final class Findings {

  private final CareRules rules;
  private final CareTerms terms;
  private final CareFile file;
  private final List<CareFinding> found = new ArrayList<>();

  Findings(CareRules rules, CareTerms terms, CareFile file) {
    this.rules = rules;
    this.terms = terms;
    this.file = file;
  }

  void when(boolean so, CareRule rule, String detail) {
    if (so && rules.asks(rule)) {
      found.add(new CareFinding(rule, detail));
    }
  }

  void caregiver(String caregiver, LocalDate day) {
    Optional<CareFile.Barred> barred =
        file.caregivers().stream()
            .filter(one -> one.operator().equals(caregiver) && one.days().hold(day))
            .findFirst();
    when(
        caregiver.isBlank() || barred.isPresent(),
        CAREGIVER,
        barred.map(one -> one.days() + ", " + one.legalBasis()).orElse(""));
  }

  /** One that is longer or shorter than the law allows still stops: the agency puts it right. */
  void suspension(LocalDate day) {
    Optional<CareFile.Suspension> stop = file.suspendedOn(day);
    when(stop.isPresent(), NOT_SUSPENDED, stop.map(this::suspended).orElse(""));
  }

  private String suspended(CareFile.Suspension stop) {
    boolean odd =
        terms
            .suspension(file.area(), stop.days().first())
            .filter(bounds -> !stop.lasts(bounds.leastMonths(), bounds.mostMonths()))
            .isPresent();
    return stop.days()
        + ", "
        + stop.zh()
        + " / "
        + stop.en()
        + ", "
        + stop.legalBasis()
        + (odd ? "；期限不合规定，请向经办机构核实 / its length is not the law's: ask the agency" : "");
  }

  void frequency(ServicePlan.Item item, LocalDate day, String visit) {
    int before = file.chosen(item, day, visit);
    when(
        before >= item.times(),
        FREQUENCY,
        item.code()
            + ": "
            + before
            + " ≥ "
            + item.times()
            + "/"
            + item.per().zh()
            + " "
            + item.per().en());
  }

  void order(Instant start, Instant end) {
    when(!end.isAfter(start), ORDER, "");
  }

  /** Each thing given was chosen at the start, and is told once. */
  void given(List<ServicePlan.Item> chosen, List<CareGiven> given) {
    Set<String> told = new HashSet<>();
    for (CareGiven one : given) {
      when(find(chosen, one).isEmpty() || !told.add(one.itemCode()), ITEM, one.itemCode());
    }
    when(given.isEmpty(), ITEM, "未提供 / nothing was given");
  }

  void durations(CareVisit.Begun begun, List<CareGiven> given, Instant end) {
    long all = 0;
    for (CareGiven one : given) {
      int standard = find(begun.items(), one).map(ServicePlan.Item::standardMinutes).orElse(0);
      all += one.minutes();
      when(
          one.minutes() < 1 || (standard > 0 && one.minutes() > standard),
          DURATION,
          one.itemCode() + ": " + one.minutes() + " > " + standard);
    }
    long passed = Math.max(0, Duration.between(begun.startedAt(), end).toMinutes());
    when(all > passed, DURATION, all + " > " + passed);
  }

  void fees(List<ServicePlan.Item> chosen, List<CareGiven> given) {
    for (CareGiven one : given) {
      Optional<ServicePlan.Item> item = find(chosen, one);
      when(
          one.fee().isNegative()
              || item.filter(i -> one.fee().compareTo(i.feeLimit(one.minutes())) > 0).isPresent(),
          FEE,
          one.itemCode()
              + ": "
              + one.fee()
              + " > "
              + item.map(i -> i.feeLimit(one.minutes()).toString()).orElse(""));
    }
  }

  private static Optional<ServicePlan.Item> find(List<ServicePlan.Item> chosen, CareGiven given) {
    return chosen.stream().filter(item -> item.code().equals(given.itemCode())).findFirst();
  }

  void orThrow() {
    if (!found.isEmpty()) {
      throw new CareRefused(
          found.stream().map(one -> one.rule().name()).distinct().toList(),
          found.stream().map(CareFinding::told).toList());
    }
  }
}
