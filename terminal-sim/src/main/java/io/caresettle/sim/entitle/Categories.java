package io.caresettle.sim.entitle;

import io.caresettle.sim.entitle.History.Employee;
import io.caresettle.sim.entitle.History.Resident;
import io.caresettle.sim.entitle.History.Sex;
import java.time.LocalDate;

/** What a person counts as on a day (R-ELIG-18, R-ELIG-19, R-YEAR-06); never by their age alone. */
record Categories(Law law, History history) {

  Category of(Employee enrolment, LocalDate day) {
    if (enrolment.kind() == Kind.UNEMPLOYED && law.asks(CentreRule.R_ELIG_18)) {
      return Category.ACTIVE;
    }
    boolean retired =
        history
            .retiredSince()
            .filter(since -> !law.asks(CentreRule.R_YEAR_06) || !day.isBefore(since))
            .isPresent();
    return enrolment
        .category()
        .orElseGet(() -> retired && hasTheYears() ? Category.RETIRED : Category.ACTIVE);
  }

  private boolean hasTheYears() {
    String name = history.sex() == Sex.WOMAN ? "retired.years-women" : "retired.years-men";
    return !law.asks(CentreRule.R_ELIG_19)
        || law.number(name).filter(years -> history.contributionYears() >= years).isPresent();
  }

  /** A newborn is one in the year of birth, and a child after it. */
  Category of(Resident enrolment, LocalDate day) {
    boolean grown =
        enrolment.kind() == Category.NEWBORN
            && law.asks(CentreRule.R_YEAR_06)
            && day.getYear() > history.born().getYear();
    return grown ? Category.CHILD : enrolment.kind();
  }
}
