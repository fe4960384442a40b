package io.caresettle.identity;

import io.caresettle.split.BillId;
import java.util.List;
import java.util.Optional;

/**
 * What was agreed to for one bill of one patient's visit, line by line, or why nobody had to be
 * asked. Shown for another bill, another patient or another visit, it is none.
 */
public final class Consents {

  private static final Consents NONE = new Consents(Optional.empty(), List.of(), Optional.empty());

  /** What a consent is to. A person is known by the centre's number, whichever proof was shown. */
  private record Matter(BillId bill, String visitNumber, String personNumber) {}

  private final Optional<Matter> matter;
  private final List<Consent> given;
  private final Optional<String> emergency;

  private Consents(Optional<Matter> matter, List<Consent> given, Optional<String> emergency) {
    this.matter = matter;
    this.given = List.copyOf(given);
    this.emergency = emergency;
    if (given.stream().map(Consent::lineId).distinct().count() != given.size()) {
      throw new IllegalArgumentException("Two consents are to one line: give one for each line");
    }
    if (emergency.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("An emergency has a reason: say which");
    }
  }

  /** Nobody was asked: for a bill in which everything is in scope. */
  public static Consents none() {
    return NONE;
  }

  /** As {@link #to(BillId, Patient, List)}. */
  public static Consents to(BillId bill, Patient patient, Consent... given) {
    return to(bill, patient, List.of(given));
  }

  /**
   * What was agreed to for this bill of this patient's registered visit.
   *
   * @throws IllegalArgumentException when two consents are to one line
   */
  public static Consents to(BillId bill, Patient patient, List<Consent> given) {
    return new Consents(Optional.of(matter(bill, patient)), given, Optional.empty());
  }

  /**
   * An emergency or a rescue (急救、抢救) lifts the need for this whole bill. There is none in a
   * pharmacy.
   *
   * @throws IllegalArgumentException when the reason says nothing
   */
  public static Consents emergency(BillId bill, Patient patient, String reason) {
    return new Consents(Optional.of(matter(bill, patient)), List.of(), Optional.of(reason));
  }

  private static Matter matter(BillId bill, Patient patient) {
    return new Matter(bill, patient.registration().visitNumber(), patient.personNumber());
  }

  /** The consents, one for each line. */
  public List<Consent> given() {
    return given;
  }

  /** Why an emergency lifts the need; empty where there is none. */
  public Optional<String> emergency() {
    return emergency;
  }

  public boolean isEmpty() {
    return given.isEmpty() && emergency.isEmpty();
  }

  /** Whether they are to this bill of this patient and visit. Nobody's consent fits every bill. */
  boolean areTo(BillId bill, Patient patient) {
    return matter.map(m -> m.equals(matter(bill, patient))).orElseGet(this::isEmpty);
  }

  Optional<Consent> forLine(String lineId) {
    return given.stream().filter(c -> c.lineId().equals(lineId)).findFirst();
  }

  /** Names the bill and nobody. */
  @Override
  public String toString() {
    return "Consents[" + matter.map(m -> m.bill().toString()).orElse("none") + ", " + given + "]";
  }
}
