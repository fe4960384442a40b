package io.caresettle.identity;

import io.caresettle.problem.CredentialRefused;

/** How the real-name check ended. Either way there is a verdict for the record. */
public sealed interface Decision {

  /** Everything agreed. */
  record Passed(Patient patient) implements Decision {
    @Override
    public RealNameVerdict verdict() {
      return patient.verdict();
    }
  }

  /**
   * Something did not, and nothing goes on.
   *
   * @param refusal what the cashier is told
   */
  record Stopped(RealNameVerdict verdict, CredentialRefused refusal) implements Decision {}

  RealNameVerdict verdict();

  /**
   * The patient.
   *
   * @throws CredentialRefused where the check stopped
   */
  default Patient orThrow() {
    if (this instanceof Stopped stopped) {
      throw stopped.refusal();
    }
    return ((Passed) this).patient();
  }
}
