package io.caresettle.sim.year;

import io.caresettle.eligibility.Injury;
import io.caresettle.eligibility.Institution;
import io.caresettle.eligibility.OutsidePrescription;
import io.caresettle.eligibility.Visit;
import io.caresettle.policy.plan.CareType;
import io.caresettle.sim.entitle.CareSought;
import io.caresettle.split.Bill;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One bill of care that somebody had, before anybody decided who pays it.
 *
 * @param from the day of service, or of admission
 * @param to the same day, or the day of discharge
 * @param settled when it is taken to the counter
 */
record Wish(
    CareType care,
    LocalDate from,
    LocalDate to,
    LocalDate settled,
    Institution place,
    Odd odd,
    Optional<String> disease,
    Optional<OutsidePrescription> prescription,
    Bill bill) {

  /** What is not ordinary about it. */
  record Odd(
      boolean emergency,
      Optional<Injury> injury,
      boolean excluded,
      boolean internet,
      boolean certified,
      boolean dualChannel,
      String department) {

    static final Odd NOTHING = new Odd(false, Optional.empty(), false, false, false, false, "");

    /** An emergency and nothing else. */
    static final Odd EMERGENCY = new Odd(true, Optional.empty(), false, false, false, false, "");
  }

  /** The same bill, taken to the counter on another day. */
  Wish on(LocalDate day) {
    return new Wish(care, from, to, day, place, odd, disease, prescription, bill);
  }

  /** The same care, with another bill. */
  Wish with(Bill other) {
    return new Wish(care, from, to, settled, place, odd, disease, prescription, other);
  }

  String number() {
    return bill.id().number();
  }

  /** The same as the terminal is asked. */
  Visit visit() {
    Visit visit = new Visit(number(), care, from, prescription).by(odd.department(), "");
    if (care.isStay()) {
      visit = visit.discharged(to);
    }
    if (settled.isAfter(from)) {
      visit = visit.uploaded(settled);
    }
    if (odd.emergency()) {
      visit = visit.asEmergency();
    }
    if (odd.injury().isPresent()) {
      visit = visit.with(odd.injury().get());
    }
    if (odd.excluded()) {
      visit = visit.excludedAs(Visit.Excluded.WORK_INJURY);
    }
    if (odd.internet()) {
      visit = visit.overTheInternet();
    }
    if (odd.certified()) {
      visit = visit.certifiedByTheHospital();
    }
    if (odd.dualChannel()) {
      visit = visit.ofDualChannelDrugs();
    }
    return disease.isPresent() ? visit.forDisease(disease.get()) : visit;
  }

  /** The same as the centre is asked. */
  CareSought sought() {
    CareSought sought =
        CareSought.of(CareSought.Care.valueOf(care.name()), Houses.asTheCentreHasIt(place, from));
    if (odd.emergency()) {
      sought = sought.inEmergency();
    }
    if (care.isStay()) {
      sought = sought.dischargedOn(to);
    }
    if (odd.certified()) {
      sought = sought.withCertificate();
    }
    if (odd.dualChannel()) {
      sought = sought.ofDualChannel();
    }
    return disease.isPresent() ? sought.forDisease(disease.get()) : sought;
  }
}
