package io.caresettle.longtermcare;

import io.caresettle.identity.Patient;
import java.time.Instant;
import java.util.List;

/**
 * The start of a care visit that passed every check: what the centre is asked with. Only {@link
 * CareCheck} makes one.
 */
public final class CareStart {

  private final Patient patient;
  private final CareFile file;
  private final String planNumber;
  private final List<ServicePlan.Item> items;
  private final String caregiver;
  private final Instant at;

  CareStart(
      Patient patient,
      CareFile file,
      String planNumber,
      List<ServicePlan.Item> items,
      String caregiver,
      Instant at) {
    this.patient = patient;
    this.file = file;
    this.planNumber = planNumber;
    this.items = List.copyOf(items);
    this.caregiver = caregiver;
    this.at = at;
  }

  public Patient patient() {
    return patient;
  }

  public String planNumber() {
    return planNumber;
  }

  public List<ServicePlan.Item> items() {
    return items;
  }

  public String caregiver() {
    return caregiver;
  }

  public Instant at() {
    return at;
  }

  CareFile file() {
    return file;
  }

  /** The ticket to the end, with what the centre answered to this start. */
  public CareVisit.Begun begun(Answer answer) {
    return new CareVisit.Begun(this, answer);
  }

  @Override
  public String toString() {
    return "CareStart[plan " + planNumber + "]";
  }

  /**
   * The centre's answer to a start.
   *
   * @param startedAt as it was told first
   * @param mostMinutes of all chosen items together
   * @param visitsLeft of the scarcest item in its period, after this visit
   */
  public record Answer(String careVisitId, Instant startedAt, int mostMinutes, int visitsLeft) {}
}
