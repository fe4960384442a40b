package io.caresettle.identity;

import io.caresettle.credential.IdentityDocument;
import io.caresettle.credential.PersonName;

/**
 * Someone the centre has on its rolls (参保人员), present at the counter or not.
 *
 * @param personNumber the centre's own number for the person; no identity number
 * @param standing what the centre says of the credential that was shown
 */
public record InsuredPerson(
    String personNumber, PersonName name, IdentityDocument document, CredentialStanding standing) {

  /** What the centre says of a credential. */
  public enum CredentialStanding {
    VALID,
    REPORTED_LOST,
    EXPIRED
  }
}
