package io.caresettle.sim.year;

import static io.caresettle.sim.year.Somebody.YEAR;

import io.caresettle.eligibility.Institution;
import io.caresettle.eligibility.OutsidePrescription;
import io.caresettle.policy.plan.CareType;
import io.caresettle.sim.entitle.Dates;
import io.caresettle.sim.entitle.History.Sex;
import io.caresettle.sim.entitle.History.Stay;
import io.caresettle.split.BillId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The care that somebody had in the year: where, when, how much, and what was odd about it. */
final class Wishes {

  private static final LocalDate FIRST = LocalDate.of(YEAR, 1, 1);
  private static final LocalDate LAST = LocalDate.of(YEAR, 12, 31);

  private final Dice dice;
  private final Town town;
  private final Walk walk;
  private final String person;
  private final LocalDate born;
  private final boolean mayBear;
  private final Illness illness;
  private final Oddities oddities;
  private final Prescriptions prescriptions;
  private final List<Wish> all = new ArrayList<>();

  Wishes(Dice dice, Town town, Walk walk, String person, LocalDate born, Sex sex, Illness illness) {
    this.dice = dice;
    this.town = town;
    this.walk = walk;
    this.person = person;
    this.born = born;
    this.mayBear = sex == Sex.WOMAN && born.getYear() > YEAR - 41 && born.getYear() < YEAR - 21;
    this.illness = illness;
    this.oddities = new Oddities(dice);
    this.prescriptions = new Prescriptions(dice, town.houses().hospitals.get(1));
  }

  List<Wish> all() {
    for (int i = dice.rather(0, walk.isOld() ? 16 : 9); i > 0; i--) {
      outpatient();
    }
    for (int i = dice.rather(0, walk.isOld() ? 12 : 6); i > 0; i--) {
      pharmacy();
    }
    for (int i = 0; i < illness.visits(); i++) {
      ofTheIllness();
    }
    if (dice.percent(walk.isOld() ? 38 : 14)) {
      stays();
    }
    if (mayBear && dice.percent(12)) {
      LocalDate from = dice.day(FIRST, LAST);
      stay(
          CareType.MATERNITY,
          dice.of(bigger()),
          from,
          dice.between(2, 6),
          dice.between(3_500, 14_000),
          Wish.Odd.NOTHING);
    }
    if (walk.isOld() && dice.percent(4)) {
      LocalDate from = dice.day(FIRST, LAST);
      stay(
          CareType.FAMILY_BED,
          town.houses().community,
          from,
          dice.between(10, 45),
          dice.between(900, 5_000),
          Wish.Odd.NOTHING);
    }
    return all;
  }

  /** The stays of somebody, for the centre's records. */
  static List<Stay> stays(List<Wish> wishes) {
    return wishes.stream()
        .filter(wish -> wish.care().isStay())
        .sorted(Comparator.comparing(Wish::from))
        .map(wish -> new Stay(wish.place().code(), new Dates(wish.from(), Optional.of(wish.to()))))
        .toList();
  }

  private LocalDate day() {
    return dice.day(born.isAfter(FIRST) ? born : FIRST, LAST);
  }

  private List<Institution> bigger() {
    return town.houses().hospitals.subList(1, 3);
  }

  private Institution anywhere() {
    return dice.percent(6)
        ? dice.of(town.houses().away)
        : dice.percent(75)
            ? dice.of(town.houses().hospitals.subList(0, 3))
            : dice.of(town.houses().hospitals);
  }

  private void outpatient() {
    LocalDate day = day();
    // A bill is sometimes taken to the counter days later, and decided by the day of service.
    LocalDate settled = dice.percent(7) ? day.plusDays(dice.between(1, 20)) : day;
    add(
        CareType.OUTPATIENT,
        day,
        day,
        settled,
        anywhere(),
        oddities.any(),
        Optional.empty(),
        Optional.empty(),
        dice.rather(40, 900));
  }

  private void ofTheIllness() {
    LocalDate begins = illness.begins().orElse(FIRST);
    LocalDate day = dice.day(begins.isBefore(born) ? born : begins, LAST);
    int yuan =
        illness.care() == CareType.SPECIAL_OUTPATIENT
            ? dice.rather(400, 9_000)
            : dice.rather(120, 900);
    add(
        illness.care(),
        day,
        day,
        day,
        dice.of(town.houses().hospitals.subList(0, 4)),
        Wish.Odd.NOTHING,
        illness.disease(),
        Optional.empty(),
        yuan);
  }

  private void pharmacy() {
    LocalDate day = day();
    Wish.Odd odd = dice.percent(4) ? oddities.bought(50, 50) : Wish.Odd.NOTHING;
    add(
        CareType.PHARMACY,
        day,
        day,
        day,
        dice.of(town.houses().pharmacies),
        odd,
        Optional.empty(),
        prescription(day),
        dice.rather(20, 420));
  }

  /** One to three, sometimes one right after the other, and some over New Year. */
  private void stays() {
    LocalDate first = born.isAfter(FIRST) ? born : FIRST.minusDays(8);
    LocalDate from = dice.day(dice.percent(20) ? LAST.minusDays(8) : first, LAST);
    for (int i = dice.weighted(List.of(62, 26, 12)); i >= 0 && !from.isAfter(LAST); i--) {
      int days = dice.rather(2, 24);
      boolean dear = dice.percent(5);
      int yuan = dear ? dice.rather(90_000, 700_000) : dice.rather(2_500, 48_000);
      Wish.Odd odd =
          dice.percent(12)
              ? Wish.Odd.EMERGENCY
              : dice.percent(4) ? oddities.any() : Wish.Odd.NOTHING;
      Institution place =
          dice.percent(9)
              ? dice.of(town.houses().away)
              : dice.percent(80) ? dice.of(bigger()) : dice.of(town.houses().hospitals);
      stay(CareType.INPATIENT, place, from, days, yuan, odd);
      if (dice.percent(20)) {
        boughtOutside(from.isBefore(FIRST) ? FIRST : from.plusDays(1));
      }
      from = from.plusDays(days + (long) dice.rather(0, 90));
    }
  }

  private void stay(
      CareType care, Institution place, LocalDate from, int days, int yuan, Wish.Odd odd) {
    // One that began before the year ends in it.
    LocalDate to = from.isBefore(FIRST) ? FIRST.plusDays(days) : from.plusDays(days);
    add(care, from, to, to, place, odd, Optional.empty(), Optional.empty(), yuan);
  }

  private Optional<OutsidePrescription> prescription(LocalDate day) {
    return prescriptions.of("RX" + person + all.size(), day);
  }

  private void boughtOutside(LocalDate day) {
    Wish.Odd odd = oddities.bought(40, 20);
    add(
        CareType.PHARMACY,
        day,
        day,
        day,
        town.houses().pharmacies.get(0),
        odd,
        Optional.empty(),
        prescription(day),
        dice.rather(50, 900));
  }

  private void add(
      CareType care,
      LocalDate from,
      LocalDate to,
      LocalDate settled,
      Institution place,
      Wish.Odd odd,
      Optional<String> disease,
      Optional<OutsidePrescription> prescription,
      int yuan) {
    BillId id = new BillId(place.code(), person + "-" + (all.size() + 1));
    all.add(
        new Wish(
            care,
            from,
            to,
            settled,
            place,
            odd,
            disease,
            prescription,
            Goods.bill(dice, id, care, yuan)));
  }
}
