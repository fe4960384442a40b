package io.caresettle.centre;

import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.PersonName;
import io.caresettle.eligibility.Visit;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody in need who cannot show a credential, as the counter took them in (JS 27, NT 29;
 * R-BEN-09). Nothing here proves anything.
 *
 * @param visit as the institution numbered it; its day of service is the day of arrival, also after
 *     the merge
 * @param statedName as told by the person or by whoever came along; empty where nobody knows
 * @param statedNumber the same of the identity number
 * @param description what others can recognise the person by
 */
public record EmergencyArrival(
    Visit visit,
    Optional<PersonName> statedName,
    Optional<IdentityNumber> statedNumber,
    String description,
    Instant arrivedAt) {

  /** Somebody of whom nothing is known but what can be seen. */
  public EmergencyArrival(Visit visit, String description, Instant arrivedAt) {
    this(visit, Optional.empty(), Optional.empty(), description, arrivedAt);
  }

  /** Says nothing of who it may be. */
  @Override
  public String toString() {
    return "EmergencyArrival[visit " + visit.number() + "]";
  }
}
