package io.caresettle.sim.entitle;

import io.caresettle.sim.entitle.History.Employee;
import io.caresettle.sim.entitle.History.Enrolment;
import io.caresettle.sim.entitle.History.Resident;
import java.time.LocalDate;
import java.util.List;

/** What in a person file cannot all be true. */
record HistoryCheck(Page person, LocalDate born) {

  void afterBirth(Page page, String what, LocalDate day) {
    if (day.isBefore(born)) {
      page.breaks(CentreRule.R_ELIG_22, what + " of " + day + " lies before the birth, " + born);
    }
  }

  void whole(History history) {
    List<Enrolment> all = history.enrolments();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        if (overlap(all.get(i), all.get(j))) {
          person.breaks(
              CentreRule.R_DUAL_01,
              "enrolments "
                  + (i + 1)
                  + " and "
                  + (j + 1)
                  + " overlap in one scheme of one area, "
                  + all.get(i).area());
        }
      }
    }
  }

  /** Two schemes, or two areas, are for the decision; one relation that is two is a mistake. */
  private static boolean overlap(Enrolment one, Enrolment other) {
    if (!one.area().equals(other.area())) {
      return false;
    }
    if (one instanceof Employee a && other instanceof Employee b) {
      return new Dates(a.arrived(), a.ends()).meet(new Dates(b.arrived(), b.ends()));
    }
    return one instanceof Resident a
        && other instanceof Resident b
        && a.paid().stream().anyMatch(p -> b.paid().stream().anyMatch(q -> q.year() == p.year()));
  }
}
