package io.caresettle.sim.year;

import io.caresettle.eligibility.Institution;
import io.caresettle.eligibility.OutsidePrescription;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What somebody brought to a pharmacy: none, a good prescription, or one that is worth nothing. */
final class Prescriptions {

  private final Dice dice;
  private final Institution hospital;

  Prescriptions(Dice dice, Institution hospital) {
    this.dice = dice;
    this.hospital = hospital;
  }

  /** None, a good one, or one unsigned, outdated, used, or of a hospital without agreement. */
  Optional<OutsidePrescription> of(String number, LocalDate day) {
    Optional<LocalDate> until = Optional.of(day.plusDays(3));
    OutsidePrescription good =
        new OutsidePrescription(
            number,
            hospital.code(),
            true,
            until,
            OutsidePrescription.Standing.OPEN,
            "PH0001",
            day.atTime(2, 0).toInstant(ZoneOffset.UTC));
    return switch (dice.weighted(List.of(40, 46, 4, 4, 3, 3))) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(good);
      case 2 -> Optional.of(with(good, true, until, good.standing(), ""));
      case 3 ->
          Optional.of(with(good, true, Optional.of(day.minusDays(1)), good.standing(), "PH0001"));
      case 4 ->
          Optional.of(with(good, true, until, OutsidePrescription.Standing.DISPENSED, "PH0001"));
      default -> Optional.of(with(good, false, until, good.standing(), "PH0001"));
    };
  }

  private static OutsidePrescription with(
      OutsidePrescription good,
      boolean designated,
      Optional<LocalDate> until,
      OutsidePrescription.Standing standing,
      String pharmacist) {
    return new OutsidePrescription(
        good.number(),
        good.hospitalCode(),
        designated,
        until,
        standing,
        pharmacist,
        good.reviewedAt());
  }
}
