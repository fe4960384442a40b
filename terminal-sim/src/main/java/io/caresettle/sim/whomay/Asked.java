package io.caresettle.sim.whomay;

import io.caresettle.eligibility.Institution;
import io.caresettle.sim.entitle.History;
import java.time.LocalDate;
import java.util.List;

/** Who is asked about, on which day, where, and for which benefits. */
record Asked(History person, LocalDate day, Institution place, List<Benefit> benefits) {

  Asked {
    benefits = List.copyOf(benefits);
  }
}
