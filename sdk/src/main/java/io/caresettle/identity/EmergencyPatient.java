package io.caresettle.identity;

import io.caresettle.problem.Misuse;
import java.time.Instant;

/**
 * Somebody in need of whom nobody knows who it is, or who cannot show a credential (JS 27, NT 29;
 * R-BEN-09). No {@link Patient}: they can be registered, treated, and pay a whole bill in cash, and
 * nothing of any fund or account opens before they are named.
 *
 * <p>It has no public constructor: only {@link RealNameCheck#withoutCredential} makes one.
 */
public final class EmergencyPatient {

  private final String visitNumber;
  private final Instant arrivedAt;

  EmergencyPatient(String visitNumber, Instant arrivedAt) {
    this.visitNumber = visitNumber;
    this.arrivedAt = arrivedAt;
  }

  public String visitNumber() {
    return visitNumber;
  }

  /** Stays the moment that decides, also when the person is named later. */
  public Instant arrivedAt() {
    return arrivedAt;
  }

  /**
   * The person, whom a credential named since.
   *
   * @param patient who passed the real-name check at this very visit
   * @throws Misuse when it was another visit's check
   */
  public Patient named(Patient patient) {
    String checked = patient.registration().visitNumber();
    if (!checked.equals(visitNumber)) {
      throw new Misuse(
          "The emergency patient of visit "
              + visitNumber
              + " cannot be the patient of visit "
              + checked
              + ": check the person for this visit");
    }
    return patient;
  }

  @Override
  public String toString() {
    return "EmergencyPatient[visit " + visitNumber + "]";
  }
}
