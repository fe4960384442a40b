package io.caresettle.sim.centre;

import io.caresettle.sim.entitle.Dates;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An institution's agreement with the agency by its days, as the centre keeps it (R-INST-07). */
record Agreement(Dates days, List<Dates> suspended) {

  private static final Agreement ALWAYS =
      new Agreement(new Dates(LocalDate.EPOCH, Optional.empty()), List.of());

  Agreement {
    suspended = List.copyOf(suspended);
  }

  /** Of an institution's entry; one that tells no days always has one. */
  static Agreement of(Sheet institution) {
    return institution.any("agreement").isEmpty() ? ALWAYS : read(institution.sheet("agreement"));
  }

  private static Agreement read(Sheet sheet) {
    return new Agreement(
        dates(sheet), sheet.sheets("suspended").stream().map(Agreement::dates).toList());
  }

  private static Dates dates(Sheet sheet) {
    return new Dates(
        LocalDate.parse(sheet.text("from")), sheet.textIfAny("to").map(LocalDate::parse));
  }

  /**
   * Refuses where it does not hold on the day of service, or is over when the bill comes
   * (R-INST-11), or was suspended on the day of service. Reversals never ask.
   */
  void require(LocalDate service, LocalDate today) throws Refused {
    if (!days.cover(service) || !days.cover(today)) {
      throw Reason.NO_AGREEMENT.because();
    }
    if (suspended.stream().anyMatch(stop -> stop.cover(service))) {
      throw Reason.AGREEMENT_SUSPENDED.because();
    }
  }
}
