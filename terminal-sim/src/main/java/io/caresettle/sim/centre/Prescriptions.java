package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.Prescription;
import io.caresettle.protocol.wire.Visit;

/**
 * Which outside prescriptions were used up: by a bill that stands. When its settlement is undone
 * the prescription is open again, as is the money (R-RX-01, R-DUAL-01).
 */
record Prescriptions(Store store) {

  /** Refuses one that another settlement stands for. */
  void requireUnused(Rolls.Place place, Visit visit) throws Refused {
    Prescription prescription = visit.getPrescription();
    if (!counts(place, prescription)) {
      return;
    }
    long standing =
        store.number(
            "SELECT COUNT(*) FROM used_prescription u JOIN settlement s ON s.id = u.settlement"
                + " WHERE u.hospital = ? AND u.number = ? AND s.undone_at IS NULL",
            prescription.getHospitalCode(),
            prescription.getNumber());
    if (standing > 0) {
      throw Reason.PRESCRIPTION_USED.about(prescription.getNumber());
    }
  }

  /** Remembers it with the settlement, in the same transaction as the money. */
  void use(String settlement, Rolls.Place place, Visit visit) {
    Prescription prescription = visit.getPrescription();
    if (counts(place, prescription)) {
      store.write(
          "INSERT INTO used_prescription VALUES (?, ?, ?)",
          settlement,
          prescription.getHospitalCode(),
          prescription.getNumber());
    }
  }

  private static boolean counts(Rolls.Place place, Prescription prescription) {
    return place.pharmacy() && !prescription.getNumber().isBlank();
  }
}
