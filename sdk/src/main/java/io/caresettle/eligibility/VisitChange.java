package io.caresettle.eligibility;

import io.caresettle.eligibility.Visit.Excluded;
import io.caresettle.policy.plan.CareType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** A visit that is being told more of. */
final class VisitChange {

  private final String number;
  private final CareType careType;
  private final LocalDate serviceDate;
  private final Optional<OutsidePrescription> prescription;
  private Optional<LocalDate> discharged;
  private Optional<LocalDate> uploaded;
  private boolean emergency;
  private Optional<Injury> injury;
  private Set<Excluded> excluded;
  private String department;
  private String prescriber;
  private boolean internet;
  private String disease;
  private String filingId;
  private boolean certified;
  private boolean dualChannel;
  private AccountUse accountUse;

  VisitChange(Visit visit) {
    number = visit.number();
    careType = visit.careType();
    serviceDate = visit.serviceDate();
    prescription = visit.prescription();
    discharged = visit.discharged();
    uploaded = visit.uploaded();
    emergency = visit.emergency();
    injury = visit.injury();
    excluded = visit.excluded();
    department = visit.department();
    prescriber = visit.prescriber();
    internet = visit.internet();
    disease = visit.disease();
    filingId = visit.filingId();
    certified = visit.certified();
    dualChannel = visit.dualChannel();
    accountUse = visit.accountUse();
  }

  VisitChange discharged(LocalDate day) {
    discharged = Optional.of(day);
    return this;
  }

  VisitChange uploaded(LocalDate day) {
    uploaded = Optional.of(day);
    return this;
  }

  VisitChange emergency() {
    emergency = true;
    return this;
  }

  VisitChange injury(Injury cause) {
    injury = Optional.of(cause);
    return this;
  }

  VisitChange excluded(Set<Excluded> kinds) {
    excluded = kinds;
    return this;
  }

  VisitChange by(String ofDepartment, String ofPrescriber) {
    department = ofDepartment;
    prescriber = ofPrescriber;
    return this;
  }

  VisitChange internet() {
    internet = true;
    return this;
  }

  VisitChange disease(String code) {
    disease = code;
    return this;
  }

  VisitChange filing(String id) {
    filingId = id;
    return this;
  }

  VisitChange certified() {
    certified = true;
    return this;
  }

  VisitChange dualChannel() {
    dualChannel = true;
    return this;
  }

  VisitChange accountUse(AccountUse use) {
    accountUse = use;
    return this;
  }

  Visit done() {
    return new Visit(
        number,
        careType,
        serviceDate,
        discharged,
        uploaded,
        emergency,
        injury,
        excluded,
        department,
        prescriber,
        internet,
        disease,
        filingId,
        certified,
        dualChannel,
        accountUse,
        prescription);
  }
}
