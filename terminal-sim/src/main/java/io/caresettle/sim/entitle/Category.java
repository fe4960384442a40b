package io.caresettle.sim.entitle;

/** What a person counts as. */
public enum Category {
  ACTIVE,
  RETIRED,
  ADULT,
  ELDERLY,
  STUDENT,
  CHILD,
  NEWBORN;

  boolean isOfEmployees() {
    return this == ACTIVE || this == RETIRED;
  }
}
