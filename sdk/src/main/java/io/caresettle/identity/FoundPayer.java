package io.caresettle.identity;

import io.caresettle.credential.IdentityDocument;
import io.caresettle.credential.PersonName;
import io.caresettle.identity.InsuredPerson.CredentialStanding;
import io.caresettle.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * What the centre says of a credential that was shown for the family account.
 *
 * @param patientNumber whose visit may be paid, as asked
 * @param name the relative's
 * @param document the relative's, where the centre says it
 * @param standing of the relative's credential
 * @param lostSince when that was reported lost, if it was
 * @param accountBalance what the relative's account holds
 */
public record FoundPayer(
    FamilyBinding binding,
    String patientNumber,
    PersonName name,
    Optional<IdentityDocument> document,
    CredentialStanding standing,
    Optional<Instant> lostSince,
    Money accountBalance) {

  /** A payer of whom the centre says no document. */
  public FoundPayer(
      FamilyBinding binding,
      String patientNumber,
      PersonName name,
      CredentialStanding standing,
      Optional<Instant> lostSince,
      Money accountBalance) {
    this(binding, patientNumber, name, Optional.empty(), standing, lostSince, accountBalance);
  }
}
