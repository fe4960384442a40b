package io.caresettle.sim.worked;

import io.caresettle.money.RoundTo;
import io.caresettle.money.Rounding;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How an example rounds.
 *
 * @param to of the layers; lines are rounded the same way, but to a fen
 * @param perBand in each band, not once over all
 * @param patientSide the patient's share of a band is rounded and the fund pays the rest
 */
record Roundings(RoundTo to, boolean perBand, boolean patientSide) {

  private static final Map<String, Rounding> MODES =
      Map.of(
          "half-up", Rounding.HALF_UP,
          "down", Rounding.DOWN,
          "up", Rounding.UP,
          "half-even", Rounding.HALF_EVEN);
  private static final Map<String, Long> UNITS = units();
  private static final Map<String, String> POINTS =
      Map.of("line", "line", "firstSelfPay", "firstSelfPay", "band", "band", "layer", "layer");
  private static final Map<String, Boolean> RESIDUAL = Map.of("patient", false, "fund", true);

  RoundTo lines() {
    return new RoundTo(to.mode(), 1);
  }

  static Optional<Roundings> read(Mapping policy) {
    return policy.required("rounding").bind(Roundings::bind);
  }

  private static Optional<Roundings> bind(Mapping rounding) {
    Words.prose(rounding);
    Optional<Rounding> mode = rounding.required("mode").word(MODES);
    Optional<Long> unit = rounding.required("unit").word(UNITS);
    Field list = rounding.required("points");
    Set<String> points = new LinkedHashSet<>();
    for (Field point : list.list()) {
      point.word(POINTS).ifPresent(points::add);
    }
    boolean unrounded =
        !points.contains("line")
            || !points.contains("firstSelfPay")
            || !(points.contains("band") || points.contains("layer"));
    if (list.present() && unrounded) {
      list.fault("the points " + points, "line, firstSelfPay, and band or layer: whole fen");
    }
    Optional<Boolean> patientSide = rounding.required("residual").word(RESIDUAL);
    if (mode.isEmpty() || unit.isEmpty() || patientSide.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Roundings(
            new RoundTo(mode.get(), unit.get()), points.contains("band"), patientSide.get()));
  }

  private static Map<String, Long> units() {
    Map<String, Long> units = new LinkedHashMap<>();
    units.put("0.01", 1L);
    units.put("0.10", 10L);
    units.put("0.1", 10L);
    units.put("1.00", 100L);
    units.put("1", 100L);
    return units;
  }
}
