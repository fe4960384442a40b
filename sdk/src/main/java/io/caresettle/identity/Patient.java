package io.caresettle.identity;

import io.caresettle.credential.Credential;
import io.caresettle.credential.PersonName;

/**
 * The person at the counter, real-name check passed (就诊人): the ticket for everything that follows.
 *
 * <p>It has no public constructor: only {@link RealNameCheck} makes one.
 */
public final class Patient {

  private final InsuredPerson person;
  private final Registration registration;
  private final Credential credential;
  private final RealNameVerdict verdict;

  Patient(
      InsuredPerson person,
      Registration registration,
      Credential credential,
      RealNameVerdict verdict) {
    this.person = person;
    this.registration = registration;
    this.credential = credential;
    this.verdict = verdict;
  }

  /** The centre's number for this person. */
  public String personNumber() {
    return person.personNumber();
  }

  public PersonName name() {
    return person.name();
  }

  public Registration registration() {
    return registration;
  }

  /** What the person proved themselves with. */
  public Credential credential() {
    return credential;
  }

  /** What was compared and agreed, for the cashier's screen. */
  public RealNameVerdict verdict() {
    return verdict;
  }

  /** Says nothing of who it is. */
  @Override
  public String toString() {
    return "Patient[by " + credential + "]";
  }
}
