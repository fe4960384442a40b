package io.caresettle.policy.plan;

/** Whether, and how, care is taken away from home (异地就医). */
public enum OffSite {
  HOME,
  LONG_TERM,
  REFERRED,
  TEMPORARY,
  UNREGISTERED,
  EMERGENCY
}
