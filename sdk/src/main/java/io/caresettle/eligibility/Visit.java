package io.caresettle.eligibility;

import io.caresettle.policy.plan.CareType;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One outpatient visit or one purchase (就诊).
 *
 * @param number the institution's own number, the same as in the registration
 * @param serviceDate the day the care was given, which decides what the person may have
 */
public record Visit(
    String number,
    CareType careType,
    LocalDate serviceDate,
    Optional<OutsidePrescription> prescription) {

  /** A visit without an outside prescription. */
  public Visit(String number, CareType careType, LocalDate serviceDate) {
    this(number, careType, serviceDate, Optional.empty());
  }
}
