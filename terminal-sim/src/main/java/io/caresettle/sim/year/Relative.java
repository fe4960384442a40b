package io.caresettle.sim.year;

import static io.caresettle.sim.year.Somebody.YEAR;

import io.caresettle.sim.entitle.Dates;
import io.caresettle.sim.entitle.History.Bound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A relative who let their account be bound, and comes along to every counter (R-ACCT-03, R-ID-06).
 *
 * @param balance of the relative's account, in fen
 */
record Relative(Bound bound, long balance) {

  private static final List<String> RELATIONS =
      List.of("spouse", "parent", "child", "near-relative");

  String number() {
    return bound.payer();
  }

  /** Most have none, some one, a few two; some bindings begin or end in the year. */
  static List<Relative> of(Dice dice, String person) {
    List<Relative> all = new ArrayList<>();
    for (int i = dice.weighted(List.of(72, 20, 8)); i > 0; i--) {
      LocalDate first = LocalDate.of(YEAR, 1, 1);
      LocalDate last = LocalDate.of(YEAR, 12, 31);
      LocalDate from = dice.percent(25) ? dice.day(first, last) : first.minusYears(1);
      Optional<LocalDate> to =
          dice.percent(20)
              ? Optional.of(dice.day(from.isBefore(first) ? first : from, last))
              : Optional.empty();
      String relation = RELATIONS.get(dice.weighted(List.of(40, 25, 25, 10)));
      all.add(
          new Relative(
              new Bound("R" + i + person, relation, new Dates(from, to)),
              dice.percent(10) ? 0 : dice.rather(0, 400_000)));
    }
    return all;
  }
}
