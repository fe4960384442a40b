package io.caresettle.journal;

/** What an operator did. Names stand in journals and under signatures: never change one. */
public enum ActKind {
  /** The real-name check passed or stopped (实名核验). */
  REAL_NAME_VERDICT,
  /** Somebody agreed to lines that no fund pays, or an emergency lifted the need (知情同意). */
  CONSENT,
  /** An operator came on duty at this terminal, and proved the key (接班). */
  SHIFT_TAKEN,
  /** An operator left the terminal, or one patient, to another (交班). */
  SHIFT_HANDED_OVER,
  /** The patient confirmed a quote, and the operator asked for its settlement. */
  SETTLEMENT_ASKED,
  /** Other figures than the confirmed ones were accepted. */
  DIFFERENCE_ACCEPTED,
  /** It was said whether a bill is wanted. */
  RESOLVED,
  /** The documents about a bill were given out. */
  EVIDENCE_EXPORTED,
  /** Somebody was taken in without a credential, in an emergency. */
  EMERGENCY_REGISTERED,
  /** Such a person was named later. */
  MERGED,
  /** An emergency registration was closed for which nothing will be settled. */
  REGISTRATION_WITHDRAWN,
  /** The centre said whose a national code is. */
  CODE_RESOLVED,
  /** A check that had failed too often was allowed once more. */
  FAILURES_OVERRIDDEN
}
