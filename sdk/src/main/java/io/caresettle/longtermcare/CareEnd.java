package io.caresettle.longtermcare;

import io.caresettle.identity.Patient;
import io.caresettle.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The end of a care visit that passed every check: what the centre is asked with. Only {@link
 * CareCheck} makes one.
 */
public final class CareEnd {

  private final CareVisit.Begun begun;
  private final Patient patient;
  private final List<CareGiven> given;
  private final String caregiver;
  private final Instant at;

  CareEnd(
      CareVisit.Begun begun, Patient patient, List<CareGiven> given, String caregiver, Instant at) {
    this.begun = begun;
    this.patient = patient;
    this.given = List.copyOf(given);
    this.caregiver = caregiver;
    this.at = at;
  }

  public CareVisit.Begun begun() {
    return begun;
  }

  /** Who was identified at the end. */
  public Patient patient() {
    return patient;
  }

  public List<CareGiven> given() {
    return given;
  }

  /** What is asked for all of it. */
  public Money total() {
    return given.stream().map(CareGiven::fee).reduce(Money.ZERO, Money::plus);
  }

  public String caregiver() {
    return caregiver;
  }

  public Instant at() {
    return at;
  }

  /** The ticket to the settlement, with what the centre answered to this end. */
  public CareVisit.Ended ended(Answer answer) {
    return new CareVisit.Ended(this, answer);
  }

  @Override
  public String toString() {
    return "CareEnd[" + begun.careVisitId() + "]";
  }

  /**
   * The centre's answer to an end.
   *
   * @param feeLimit the most that the standard allows
   * @param endedAt as it was told first
   * @param figures what the person confirms
   * @param notPublished why there are no figures
   */
  public record Answer(
      int countedMinutes,
      Money feeLimit,
      Instant endedAt,
      Optional<CareFigures> figures,
      Optional<CareShare.NotPublished> notPublished) {

    /**
     * @throws IllegalArgumentException when there are both figures and a reason for none, or
     *     neither
     */
    public Answer {
      if (figures.isPresent() == notPublished.isPresent()) {
        throw new IllegalArgumentException("An ended visit has figures, or a reason for none");
      }
    }
  }
}
