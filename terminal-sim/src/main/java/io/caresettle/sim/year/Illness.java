package io.caresettle.sim.year;

import static io.caresettle.sim.year.Somebody.YEAR;

import io.caresettle.policy.plan.CareType;
import io.caresettle.sim.entitle.Dates;
import io.caresettle.sim.entitle.History.Recognition;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A lasting illness, which is paid apart once a hospital recognised it; or none.
 *
 * @param visits of the year that it needs
 */
record Illness(
    Optional<String> disease,
    CareType care,
    int visits,
    Optional<LocalDate> begins,
    List<Recognition> recognitions) {

  Illness {
    recognitions = List.copyOf(recognitions);
  }

  static Illness of(Dice dice, Walk walk, Town town) {
    int chance = walk.isOld() ? 45 : walk.isGrown() ? 14 : 3;
    if (!dice.percent(chance)) {
      return new Illness(Optional.empty(), CareType.OUTPATIENT, 0, Optional.empty(), List.of());
    }
    boolean special = dice.percent(30);
    String disease = special ? "M00500" : "M03900";
    LocalDate first = LocalDate.of(YEAR, 1, 1);
    // Most are recognised long since, some in the year, some run out in it, some never are.
    boolean thisYear = dice.percent(20);
    LocalDate from = thisYear ? dice.day(first, first.plusMonths(9)) : LocalDate.of(2024, 3, 1);
    Optional<LocalDate> to =
        dice.percent(10)
            ? Optional.of(dice.day(from, LocalDate.of(YEAR, 11, 30)))
            : Optional.empty();
    Recognition recognition =
        new Recognition(
            disease,
            special ? "special" : "chronic",
            new Dates(from, to),
            town.houses().hospitals.get(2).code(),
            "level-3",
            from.plusDays(dice.rather(0, 20)));
    return new Illness(
        Optional.of(disease),
        special ? CareType.SPECIAL_OUTPATIENT : CareType.CHRONIC_OUTPATIENT,
        dice.between(3, 12),
        thisYear ? Optional.of(from.minusMonths(1)) : Optional.empty(),
        dice.percent(94) ? List.of(recognition) : List.of());
  }
}
