package io.caresettle.eligibility;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days on which a person may not settle over the network, and pays all (暂停联网结算; R-MON-03).
 *
 * @param to last day, inclusive; empty until it is cleared (SH 53)
 * @param why for the patient, in Chinese
 * @param legalBasis the article, such as JS 77; may be empty
 */
public record Sanction(
    LocalDate from, Optional<LocalDate> to, Scope scope, String why, String legalBasis)
    implements Dated {

  /** What is suspended. */
  public enum Scope {
    NETWORKED,
    /** Only long-term care (SH 62). */
    LONG_TERM_CARE
  }
}
