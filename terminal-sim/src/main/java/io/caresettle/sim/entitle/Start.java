package io.caresettle.sim.entitle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The first day of benefits, or that nobody published what would tell it. */
record Start(Optional<LocalDate> from, Note note) {

  static Start on(LocalDate day, Note note) {
    return new Start(Optional.of(day), note);
  }

  static Start notPublished(CentreRule rule, String length) {
    return new Start(
        Optional.empty(),
        new Note(
            rule,
            "",
            List.of(length),
            "等待期长度未公布",
            "the length of the waiting period is not published",
            Optional.empty()));
  }

  /** Nothing begins on a day on which neither the area nor its province has a text in force. */
  static Start noText() {
    return new Start(
        Optional.empty(),
        Note.of(
            CentreRule.R_ELIG_22,
            "",
            "就诊日当地尚无有效的医疗保障法规文本",
            "no text of the area is in force on the day of service"));
  }
}
