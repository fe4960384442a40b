package io.caresettle.centre;

import io.caresettle.identity.FoundPayer;
import io.caresettle.identity.Patient;
import java.time.Duration;

/**
 * Whose account may pay for another person (家庭共济; R-ID-06). As with every call of a {@link Centre},
 * nothing is thrown for what the line or the other end does.
 */
public interface FamilyDesk {

  /**
   * Has a relative's credential resolved as a payer for the patient's visit, never as the patient.
   *
   * @param relatives the relative's credential, shown at the patient's visit
   * @param patient whom the centre has seen at this visit before
   */
  Reply<FoundPayer> payer(LookUpRequest relatives, Patient patient, Duration within);
}
