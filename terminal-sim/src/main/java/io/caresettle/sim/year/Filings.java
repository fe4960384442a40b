package io.caresettle.sim.year;

import io.caresettle.sim.entitle.Dates;
import io.caresettle.sim.entitle.History.Filing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What somebody filed before care away from home, or after it began, or too long ago, or not. */
final class Filings {

  private Filings() {}

  static List<Filing> of(Dice dice, Town town, List<Wish> wishes) {
    List<Filing> filings = new ArrayList<>();
    for (Wish wish : wishes) {
      if (!wish.place().area().equals(town.code())) {
        String area = wish.place().area();
        String id = "F" + (filings.size() + 1);
        LocalDate from = wish.from();
        switch (dice.weighted(List.of(30, 22, 18, 8, 10, 12))) {
          case 0 ->
              filings.add(
                  filing(id, "long-term", area, LocalDate.of(2025, 6, 1), Optional.empty()));
          case 1 ->
              filings.add(
                  filing(id, "referred", area, from.minusDays(3), Optional.of(from.plusMonths(3))));
          case 2 ->
              filings.add(
                  filing(
                      id, "temporary", area, from.minusDays(10), Optional.of(from.plusMonths(7))));
          // It ended yesterday.
          case 3 ->
              filings.add(
                  filing(
                      id, "referred", area, from.minusMonths(8), Optional.of(from.minusDays(1))));
          // Filed on the last day, after the care began.
          case 4 ->
              filings.add(
                  new Filing(
                      id,
                      "temporary",
                      area,
                      new Dates(from, Optional.of(from.plusMonths(7))),
                      wish.to()));
          default -> {}
        }
      }
    }
    return filings;
  }

  private static Filing filing(
      String id, String kind, String area, LocalDate from, Optional<LocalDate> to) {
    return new Filing(id, kind, area, new Dates(from, to), from);
  }
}
