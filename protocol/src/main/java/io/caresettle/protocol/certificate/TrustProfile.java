package io.caresettle.protocol.certificate;

/** Which certificates may matter at all. */
public enum TrustProfile {
  /** Real money: test roots and test certificates are refused, whoever signed them. */
  PRODUCTION,
  /** Simulators and tests: test certificates are taken as well. */
  TEST
}
