package io.caresettle.centre;

import io.caresettle.identity.Patient;
import java.time.Duration;
import java.time.Instant;

/**
 * Visits that are opened at the centre before anybody knows whose they are (JS 27, NT 29;
 * R-BEN-09). As with every call of a {@link Centre}, nothing is thrown for what the line or the
 * other end does.
 *
 * <p>The id of a request follows from what it is about. So a lost answer is asked for again under
 * the same id, by itself for as long as {@code within} lasts, and after a restart by whoever asks
 * the same; a visit is opened once, closed once and merged once.
 */
public interface Registrations {

  /** Opens the visit. Opened before with the same facts, it is the same registration. */
  Reply<EmergencyRegistration> register(EmergencyArrival arrival, String operator, Duration within);

  /**
   * Closes a visit that nothing was settled for.
   *
   * @return when it was closed; closed before, it is that moment
   */
  Reply<Instant> withdraw(
      EmergencyRegistration registration, String reason, String operator, Duration within);

  /**
   * Gives the registration to the person whom a credential named since.
   *
   * @param patient who passed the real-name check at the registered visit; the centre must have
   *     seen the credential there itself
   */
  Reply<Merged> merge(
      EmergencyRegistration registration, Patient patient, String operator, Duration within);
}
