package io.caresettle.sim.entitle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A reason, in two languages, with its rule and where the rule stands in the area's text.
 *
 * @param citation empty where no text says it
 * @param notPublished names of what it rests on that nobody published, read in the strictest way
 * @param until the last day on which it holds, or on which something can be done about it
 */
public record Note(
    CentreRule rule,
    String citation,
    List<String> notPublished,
    String zh,
    String en,
    Optional<LocalDate> until) {

  public Note {
    notPublished = List.copyOf(notPublished);
  }

  static Note of(CentreRule rule, String citation, String zh, String en) {
    return new Note(rule, citation, List.of(), zh, en, Optional.empty());
  }

  static Note of(CentreRule rule, String zh, String en) {
    return of(rule, rule.articles(), zh, en);
  }

  Note until(LocalDate day) {
    return new Note(rule, citation, notPublished, zh, en, Optional.of(day));
  }

  /** By a point of the area's text; where that is only the strictest reading, it says so. */
  static Note of(CentreRule rule, Law.Point<?> point, String zh, String en) {
    Note note = of(rule, point.citation(), zh, en);
    return point.notPublished().map(name -> note.restingOn(List.of(name))).orElse(note);
  }

  /** The same, resting on what nobody published. */
  Note restingOn(List<String> names) {
    return names.isEmpty()
        ? this
        : new Note(
            rule,
            citation,
            names,
            zh + "（未公布，从严掌握）",
            en + " (not published: read in the strictest way)",
            until);
  }

  /** Where it stands, or that nobody published it. */
  public String ground() {
    String silent = notPublished.isEmpty() ? "" : notPublished(notPublished);
    return citation.isEmpty() || silent.isEmpty() ? citation + silent : citation + "，" + silent;
  }

  static String notPublished(List<String> names) {
    return "未公布 not published: " + String.join(", ", names);
  }
}
