package io.caresettle.sim.adjudicate;

import io.caresettle.sim.adjudicate.CannotAdjudicate.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bylaws of all areas, each with what the nation and its province give it. */
final class Bylaws {

  private static final String NATION = "000000";

  private final List<Bylaw> all;

  Bylaws(List<Bylaw> read) {
    Map<String, Bylaw> resolved = new LinkedHashMap<>();
    List<Bylaw> fromAbove = new ArrayList<>(read);
    fromAbove.sort((one, other) -> Integer.compare(depth(one.area()), depth(other.area())));
    for (Bylaw bylaw : fromAbove) {
      resolved.put(bylaw.area(), bylaw.under(above(bylaw.area(), resolved)));
    }
    this.all = List.copyOf(resolved.values());
  }

  private static int depth(String area) {
    return area.equals(NATION) ? 0 : area.endsWith("0000") ? 1 : 2;
  }

  private static Optional<Bylaw> above(String area, Map<String, Bylaw> resolved) {
    if (area.length() != NATION.length() || area.equals(NATION)) {
      return Optional.empty();
    }
    String province = area.substring(0, 2) + "0000";
    return Optional.ofNullable(province.equals(area) ? null : resolved.get(province))
        .or(() -> Optional.ofNullable(resolved.get(NATION)));
  }

  /**
   * What the law above an area says by itself on a day on which the area has no text of its own.
   */
  Optional<Ordinance> frame(String area, LocalDate day) {
    return above(area)
        .flatMap(from -> all.stream().filter(bylaw -> bylaw.isOf(from, day)).findFirst())
        .map(bylaw -> new Ordinance(bylaw, day));
  }

  private static Optional<String> above(String area) {
    return area.length() != NATION.length() || area.endsWith("0000")
        ? Optional.empty()
        : Optional.of(area.substring(0, 2) + "0000");
  }

  Ordinance of(String area, LocalDate day) {
    return all.stream()
        .filter(bylaw -> bylaw.serves(area, day))
        .findFirst()
        .map(bylaw -> new Ordinance(bylaw, day))
        .orElseThrow(
            () ->
                new CannotAdjudicate(
                    Reason.NO_LAW, area, "No ordinance of " + area + " on " + day));
  }
}
