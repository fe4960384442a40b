package io.caresettle.policy.plan;

import io.caresettle.money.Payer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The pool's bands written down in a test.
 *
 * @param bands {@code "100000=85/100"} ends at 100,000 fen, {@code "=9/10"} has no end
 */
record BandText(
    BandPosition position,
    String to,
    Optional<Adjustment> person,
    Optional<Adjustment> offSite,
    boolean telescopes,
    boolean rounds,
    boolean ofPatient,
    List<String> bands) {

  /** Rounded once over all bands, on the fund's side, visit by visit. */
  static BandText of(BandPosition position, String to, String... bands) {
    return new BandText(
        position, to, Optional.empty(), Optional.empty(), false, false, false, List.of(bands));
  }

  /** By the year, as the difference of two sums. */
  BandText telescoping() {
    return new BandText(position, to, person, offSite, true, rounds, ofPatient, bands);
  }

  BandText roundedPerBand() {
    return new BandText(position, to, person, offSite, telescopes, true, ofPatient, bands);
  }

  BandText onThePatientsSide() {
    return new BandText(position, to, person, offSite, telescopes, rounds, true, bands);
  }

  BandText person(Adjustment.Style style, String value) {
    return new BandText(
        position, to, adjusted(style, value), offSite, telescopes, rounds, ofPatient, bands);
  }

  BandText offSite(Adjustment.Style style, String value) {
    return new BandText(
        position, to, person, adjusted(style, value), telescopes, rounds, ofPatient, bands);
  }

  private static Optional<Adjustment> adjusted(Adjustment.Style style, String value) {
    return Optional.of(new Adjustment(style, PlanText.ratio("adjusted", value)));
  }

  /** The year's cost counts in {@code year-cost}. */
  Sharing.Bands step(PlanText plan) {
    List<Band> all = new ArrayList<>();
    for (String band : bands) {
      String end = band.substring(0, band.indexOf('='));
      all.add(
          new Band(
              end.isEmpty()
                  ? Optional.empty()
                  : Optional.of(PlanText.fen("up-to", Long.parseLong(end))),
              PlanText.ratio("band.rate", band.substring(band.indexOf('=') + 1))));
    }
    return new Sharing.Bands(
        PlanText.basis(StepKind.BANDS),
        Payer.POOL_FUND,
        position,
        all,
        person,
        offSite,
        telescopes,
        rounds,
        ofPatient,
        PlanText.to(to),
        position == BandPosition.YEAR_IN_SCOPE
            ? OptionalInt.of(plan.accumulator("year-cost"))
            : OptionalInt.empty());
  }
}
