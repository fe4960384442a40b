package io.caresettle.identity;

import io.caresettle.credential.Credential;
import java.util.Optional;

/**
 * What happened at a counter: a credential was shown, for something.
 *
 * @param counter which of the terminal's counters, such as its operator's name
 * @param face what a device said, where there is one
 * @param atStart at the end of long-term care, who was identified at its start
 */
public record Presented(
    Credential credential,
    Purpose purpose,
    String counter,
    Optional<FaceResult> face,
    Optional<Patient> atStart) {

  /** Shown at a counter without a device that compares faces. */
  public Presented(Credential credential, Purpose purpose, String counter) {
    this(credential, purpose, counter, Optional.empty(), Optional.empty());
  }

  /** The same at this counter, whatever its caller called it. */
  public Presented at(String numbered) {
    return new Presented(credential, purpose, numbered, face, atStart);
  }

  public Presented with(FaceResult result) {
    return new Presented(credential, purpose, counter, Optional.of(result), atStart);
  }

  /**
   * The end of the care that began with {@code patient}, who was identified for {@link
   * Purpose#CARE_START} at this visit. A patient lives no longer than the process: after a restart
   * who is cared for is identified for the start once more, at the same visit, and care ends with
   * that one; the act of the first start stays in the journal.
   */
  public Presented endOfCareOf(Patient patient) {
    return new Presented(credential, Purpose.CARE_END, counter, face, Optional.of(patient));
  }
}
