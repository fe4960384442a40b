package io.caresettle.sim.entitle;

import java.util.List;

/**
 * How the pool pays for some care: at once, by hand at the agency, or not at all.
 *
 * @param offSite how care outside the person's area is treated; {@code none} inside it
 * @param borneByEmployer the employer owes what the funds would have paid
 */
public record CareAnswer(Way way, OffSite offSite, boolean borneByEmployer, List<Note> notes) {

  public CareAnswer {
    notes = List.copyOf(notes);
  }

  /** How. */
  public enum Way {
    DIRECT,
    BY_HAND,
    NOTHING;

    Way orWorse(Way other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  /** What care outside the person's own area counts as. */
  public enum OffSite {
    NONE,
    LONG_TERM,
    REFERRED,
    TEMPORARY,
    EMERGENCY,
    ZONE,
    UNFILED
  }

  /** Whether a note comes from a rule. */
  public boolean cites(CentreRule rule) {
    return notes.stream().anyMatch(n -> n.rule() == rule);
  }
}
