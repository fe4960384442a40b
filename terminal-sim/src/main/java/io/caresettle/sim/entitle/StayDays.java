package io.caresettle.sim.entitle;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the pool stands through a stay that is over: as on its worst day. A stay over New Year counts
 * in the year of its discharge (R-YEAR-02, NT 41(3)), but no year's enrolment answers for the days
 * of the other. A resident who becomes an employee within it may have it as a resident's throughout
 * (R-DUAL-03).
 *
 * @param home of the area that pays
 */
record StayDays(Law home, Entitlement person, CareSought sought) {

  /** The verdict of the day, or of the worst day of the stay. */
  Verdict pool() {
    if (!person.pool().isOpen() || sought.discharged().isEmpty() || !sought.care().isStay()) {
      return person.pool();
    }
    LocalDate last = sought.discharged().get();
    // A part of a stay that is split by time begins later than the stay.
    LocalDate first = person.day();
    Cover serving = person.serving().orElseThrow();
    List<Cover> ours =
        Stream.concat(Stream.of(serving), person.covers().stream())
            .filter(c -> c.scheme() == serving.scheme() && c.area().equals(serving.area()))
            .toList();
    Optional<ChangeInStay> changed =
        serving.scheme() == Scheme.RESIDENT
            ? Optional.of(
                new ChangeInStay(home, person.covers(), serving.area(), Dates.between(first, last)))
            : Optional.empty();
    Verdict worst = person.pool();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      LocalDate on = day;
      worst =
          worse(worst, changed.flatMap(c -> c.pool(on)).orElseGet(() -> best(ours, serving, on)));
    }
    return worst;
  }

  private static Verdict best(List<Cover> ours, Cover serving, LocalDate day) {
    return ours.stream()
        .filter(c -> c.covers(day))
        .map(c -> c.pool(day))
        .min(Comparator.comparing(Verdict::state))
        .orElseGet(() -> serving.pool(day));
  }

  private static Verdict worse(Verdict one, Verdict other) {
    return other.state().compareTo(one.state()) > 0 ? other : one;
  }
}
