package io.caresettle.sim.entitle;

import io.caresettle.sim.entitle.History.Employee;
import io.caresettle.sim.entitle.History.Enrolment;
import io.caresettle.sim.entitle.History.Resident;
import io.caresettle.sim.entitle.History.Unpaid;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** What of a history is known on a day: nothing of money that came, or was filed, after it. */
final class Known {

  private Known() {}

  static History on(LocalDate day, History h) {
    return new History(
        h.number(),
        h.name(),
        h.identity(),
        h.born(),
        h.sex(),
        h.balance(),
        h.pastYears(),
        h.groups(),
        h.aid(),
        h.contributionYears(),
        h.retiredSince().filter(since -> !since.isAfter(day)),
        h.ended().filter(ended -> !ended.on().isAfter(day)),
        h.judgment(),
        h.enrolments().stream().flatMap(e -> enrolment(day, e)).toList(),
        h.filings().stream().filter(f -> !f.filed().isAfter(day)).toList(),
        h.recognitions().stream().filter(r -> !r.uploaded().isAfter(day)).toList(),
        h.stays().stream().filter(s -> !s.dates().from().isAfter(day)).toList(),
        h.sanctions(),
        h.family(),
        h.covers(),
        h.leave());
  }

  private static Stream<Enrolment> enrolment(LocalDate day, Enrolment enrolment) {
    if (enrolment instanceof Employee e) {
      return e.arrived().isAfter(day)
          ? Stream.empty()
          : Stream.of(
              new Employee(
                  e.area(),
                  e.kind(),
                  e.arrived(),
                  e.first(),
                  e.ends(),
                  e.unpaid().stream().map(u -> unpaid(day, u)).toList(),
                  e.category(),
                  e.applied()));
    }
    Resident r = (Resident) enrolment;
    return Stream.of(
        new Resident(
            r.area(),
            r.kind(),
            r.disabled(),
            r.paid().stream().filter(p -> !p.on().isAfter(day)).toList(),
            r.continuous(),
            r.entered(),
            r.ends(),
            r.applied()));
  }

  private static Unpaid unpaid(LocalDate day, Unpaid unpaid) {
    Optional<LocalDate> madeUp = unpaid.madeUp().filter(on -> !on.isAfter(day));
    return new Unpaid(unpaid.month(), madeUp);
  }
}
