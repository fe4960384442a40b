package io.caresettle.identity;

/** What a real-name check may take for true. */
public enum RealNameProfile {
  /** People who exist, and credentials that somebody proved. */
  PRODUCTION,
  /** Also numbers of divisions that were never assigned, test codes, and cards only read. */
  TEST
}
