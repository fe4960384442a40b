package io.caresettle.identity;

import io.caresettle.credential.IdentityDocument;
import io.caresettle.credential.PersonName;
import java.util.Optional;

/**
 * Whom the institution registered for this visit (就诊登记), before any credential was read.
 *
 * @param visitNumber the institution's own number of the visit (住院/门诊号)
 * @param delegate who buys for the registered person, where it is not the person in person
 */
public record Registration(
    String visitNumber, PersonName name, IdentityDocument document, Optional<Delegate> delegate) {

  /** A registration of a person who comes in person. */
  public Registration(String visitNumber, PersonName name, IdentityDocument document) {
    this(visitNumber, name, document, Optional.empty());
  }
}
