package io.caresettle.identity;

import io.caresettle.credential.IdentityDocument;
import io.caresettle.credential.PersonName;
import java.time.Instant;
import java.util.Optional;

/**
 * Someone the centre has on its rolls (参保人员), present at the counter or not.
 *
 * @param personNumber the centre's own number for the person; no identity number
 * @param standing what the centre says of the credential that was shown
 * @param lostSince when the credential was reported lost, if it was (R-ID-07)
 */
public record InsuredPerson(
    String personNumber,
    PersonName name,
    IdentityDocument document,
    CredentialStanding standing,
    Optional<Instant> lostSince) {

  /** Somebody whose credential was not reported lost, or nobody says when. */
  public InsuredPerson(
      String personNumber,
      PersonName name,
      IdentityDocument document,
      CredentialStanding standing) {
    this(personNumber, name, document, standing, Optional.empty());
  }

  /** What the centre says of a credential. */
  public enum CredentialStanding {
    VALID,
    REPORTED_LOST,
    EXPIRED
  }
}
