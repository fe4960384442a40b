package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.Prescription;
import io.caresettle.protocol.wire.TrialBody;
import io.caresettle.protocol.wire.Visit;
import io.caresettle.sim.adjudicate.Claim;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Which payers are open for a visit, read from the articles by the centre itself. */
record OpenPayers(Rolls rolls, Prescriptions used, DeclaredInjuries injuries) {

  private static final String EMPLOYEE = "employee";

  /**
   * @throws Refused when the visit's prescription was used up by another bill
   */
  Set<String> of(
      Rolls.Enrolled enrolled, Rolls.Place place, TrialBody body, LocalDate day, Request request)
      throws Refused {
    used.requireUnused(place, body.getVisit());
    Set<String> open = new LinkedHashSet<>();
    DeclaredInjuries.Left left = injuries.of(body, request);
    if (left == DeclaredInjuries.Left.NOTHING) {
      return open;
    }
    if (!enrolled.suspended()
        && left == DeclaredInjuries.Left.ALL
        && gradeOpensPool(place)
        && prescriptionOpensPool(place, body.getVisit(), day, request.now())) {
      open.add(Claim.POOL_FUND);
    }
    // SZ 16: the account belongs to the employee scheme. SZ 21, 62: neither a suspension of the
    // pool nor grade D closes it.
    if (enrolled.scheme().equals(EMPLOYEE) && !enrolled.accountClosed()) {
      open.add(Claim.PERSONAL_ACCOUNT);
    }
    return open;
  }

  /**
   * SZ 62: A and B may draw on outpatient pooling, D on no pool. C may for employees up to a limit
   * that no pack holds; without the limit, nothing.
   */
  private static boolean gradeOpensPool(Rolls.Place place) {
    return place.grade() == 'A' || place.grade() == 'B';
  }

  /** SZ 65: a pharmacy needs a designated hospital's prescription, reviewed before dispensing. */
  private boolean prescriptionOpensPool(
      Rolls.Place place, Visit visit, LocalDate day, Instant now) {
    if (!place.pharmacy()) {
      return true;
    }
    Prescription prescription = visit.getPrescription();
    Optional<Rolls.Place> hospital = rolls.place(prescription.getHospitalCode());
    return visit.hasPrescription()
        && !prescription.getNumber().isBlank()
        && !prescription.getPharmacist().isBlank()
        && prescription.getReviewedAtMillis() > 0
        && prescription.getReviewedAtMillis() <= now.toEpochMilli()
        && !isOver(prescription, day)
        && hospital.isPresent()
        && !hospital.get().pharmacy();
  }

  /** Its last day is included; what is no day is no valid one. */
  private static boolean isOver(Prescription prescription, LocalDate day) {
    try {
      return !prescription.getValidUntil().isEmpty()
          && day.isAfter(LocalDate.parse(prescription.getValidUntil()));
    } catch (DateTimeParseException e) {
      return true;
    }
  }
}
