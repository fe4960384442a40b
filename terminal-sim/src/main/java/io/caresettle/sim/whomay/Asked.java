package io.caresettle.sim.whomay;

import io.caresettle.eligibility.Institution;
import io.caresettle.policy.plan.CareType;
import io.caresettle.sim.entitle.Dates;
import io.caresettle.sim.entitle.History;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is asked about, on which day, where, and for which benefits.
 *
 * @param uploaded when the bill reaches the centre, who knows by then what was paid meanwhile
 * @param until the day of discharge, of a stay
 */
record Asked(
    History person,
    LocalDate day,
    LocalDate uploaded,
    Optional<LocalDate> until,
    Institution place,
    List<Benefit> benefits) {

  Asked {
    benefits = List.copyOf(benefits);
  }

  /** The person, in a stay here until the discharge where one is asked about. */
  History staying() {
    if (until.isEmpty()) {
      return person;
    }
    List<History.Stay> stays =
        Stream.concat(
                Stream.of(new History.Stay(place.code(), new Dates(day, until))),
                person.stays().stream())
            .toList();
    return new History(
        person.number(),
        person.name(),
        person.identity(),
        person.born(),
        person.sex(),
        person.balance(),
        person.pastYears(),
        person.groups(),
        person.aid(),
        person.contributionYears(),
        person.retiredSince(),
        person.ended(),
        person.judgment(),
        person.enrolments(),
        person.filings(),
        person.recognitions(),
        stays,
        person.sanctions(),
        person.family(),
        person.covers(),
        person.leave());
  }

  /** The day of discharge, where the benefit is a stay. */
  Optional<LocalDate> discharged(CareType care) {
    return until.filter(day -> care.isStay());
  }
}
