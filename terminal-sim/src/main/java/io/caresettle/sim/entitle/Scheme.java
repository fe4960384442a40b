package io.caresettle.sim.entitle;

/** The employees' scheme and the residents'. */
public enum Scheme {
  EMPLOYEE,
  RESIDENT
}
