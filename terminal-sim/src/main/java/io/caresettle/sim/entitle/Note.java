package io.caresettle.sim.entitle;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A reason, in two languages, with its rule and where the rule stands in the area's text.
 *
 * @param until the last day on which it holds, or on which something can be done about it
 */
public record Note(
    CentreRule rule, String citation, String zh, String en, Optional<LocalDate> until) {

  static Note of(CentreRule rule, String citation, String zh, String en) {
    return new Note(rule, citation, zh, en, Optional.empty());
  }

  static Note of(CentreRule rule, String zh, String en) {
    return of(rule, rule.articles(), zh, en);
  }

  Note until(LocalDate day) {
    return new Note(rule, citation, zh, en, Optional.of(day));
  }
}
