package io.caresettle.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A designated hospital's prescription that a pharmacy dispenses (外配处方), reviewed and signed by a
 * pharmacist before dispensing (SZ 65; R-RX-01).
 *
 * @param number the prescription's number
 * @param hospitalCode the designated hospital that issued it
 * @param designated whether that hospital was designated, by the word of whoever knows: the centre
 *     or the prescription platform
 * @param validUntil its last day, inclusive; empty where it has none
 * @param standing what can still be done with it
 * @param pharmacist the reviewing pharmacist's number; empty where nobody reviewed it
 * @param reviewedAt when the review was signed
 */
public record OutsidePrescription(
    String number,
    String hospitalCode,
    boolean designated,
    Optional<LocalDate> validUntil,
    Standing standing,
    String pharmacist,
    Instant reviewedAt) {

  /** What can still be done with a prescription. */
  public enum Standing {
    OPEN,
    /** All of it was handed out before. */
    DISPENSED,
    WITHDRAWN
  }

  /** An open prescription of a designated hospital, without a last day. */
  public OutsidePrescription(
      String number, String hospitalCode, String pharmacist, Instant reviewedAt) {
    this(number, hospitalCode, true, Optional.empty(), Standing.OPEN, pharmacist, reviewedAt);
  }
}
