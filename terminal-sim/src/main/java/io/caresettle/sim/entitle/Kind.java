package io.caresettle.sim.entitle;

/** How somebody is insured. */
public enum Kind {
  /** By an employer. */
  EMPLOYER,
  /** On their own, as a flexible worker. */
  FLEXIBLE,
  /** By the unemployment fund, while on its benefit. */
  UNEMPLOYED,
  /** For the hospital only, by an old scheme. */
  HOSPITAL_ONLY,
  /** As a resident. */
  RESIDENT
}
