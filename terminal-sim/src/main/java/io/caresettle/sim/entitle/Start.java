package io.caresettle.sim.entitle;

import java.time.LocalDate;
import java.util.Optional;

/** The first day of benefits, or that nobody published what would tell it. */
record Start(Optional<LocalDate> from, Note note) {

  static Start on(LocalDate day, Note note) {
    return new Start(Optional.of(day), note);
  }

  static Start notPublished(CentreRule rule, String citation) {
    return new Start(
        Optional.empty(),
        Note.of(rule, citation, "等待期长度未公布", "the length of the waiting period is not published"));
  }
}
