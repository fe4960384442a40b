package io.caresettle.sim.year;

import static io.caresettle.sim.year.Somebody.YEAR;

import io.caresettle.sim.entitle.Dates;
import io.caresettle.sim.entitle.History;
import io.caresettle.sim.entitle.History.Aid;
import io.caresettle.sim.entitle.History.Ended;
import io.caresettle.sim.entitle.History.Enrolment;
import io.caresettle.sim.entitle.History.Group;
import io.caresettle.sim.entitle.History.Judgment;
import io.caresettle.sim.entitle.History.Sanction;
import io.caresettle.sim.entitle.History.Sex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Invents people of an area, one after the other, each from a seed of their own. */
final class People {

  private static final String SYLLABLES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final LocalDate FIRST = LocalDate.of(YEAR, 1, 1);
  private static final LocalDate LAST = LocalDate.of(YEAR, 12, 31);

  private final Town town;
  private final long seed;

  People(Town town, long seed) {
    this.town = town;
    this.seed = seed;
  }

  /** The same whenever it is asked for. */
  Somebody number(int number) {
    Dice dice = new Dice(seed * 1_000_003L + number * 7_919L + town.code().hashCode());
    Walk walk = Walk.of(dice);
    LocalDate born = born(dice, walk);
    Sex sex = dice.percent(50) ? Sex.WOMAN : Sex.MAN;
    String person = String.format("P%07d", number);
    Optional<Ended> ended =
        dice.percent(walk.isOld() ? 2 : 0)
            ? Optional.of(new Ended("death", dice.day(FIRST.plusMonths(3), LAST)))
            : Optional.empty();
    Optional<Judgment> judgment =
        walk.isGrown() && dice.percent(2) ? judged(dice) : Optional.empty();
    Illness illness = Illness.of(dice, walk, town);
    List<Wish> wishes =
        new ArrayList<>(new Wishes(dice, town, walk, person, born, sex, illness).all());
    wishes.removeIf(wish -> !town.has(walk, wish.care()));
    ended.ifPresent(end -> wishes.removeIf(wish -> wish.to().isAfter(end.on())));
    List<Enrolment> enrolments = new Enrolments(dice, town.code(), walk, born).all();
    StayOfTwoSchemes.of(new Dice(seed ^ (17L * person.hashCode())), town, enrolments, person)
        .ifPresent(wishes::add);
    wishes.sort(Comparator.comparing(Wish::settled).thenComparing(Wish::number));
    boolean account = walk.isEmployed() && walk != Walk.HOSPITAL_ONLY;
    List<Relative> relatives = Relative.of(new Dice(seed ^ person.hashCode()), person);
    History history =
        new History(
            person,
            name(dice),
            Optional.of(identity(born, sex, number)),
            born,
            sex,
            // A few accounts were overdrawn by whoever kept them before.
            !account ? 0 : dice.percent(1) ? -dice.between(1, 9_999) : dice.between(0, 150_000),
            account ? dice.rather(0, 800_000) : 0,
            groups(dice, walk),
            aid(dice, walk),
            dice.percent(10) ? dice.between(5, 14) : dice.between(20, 42),
            walk == Walk.RETIRED || (walk == Walk.SOLDIER && born.getYear() < YEAR - 61)
                ? Optional.of(dice.day(born.plusYears(55), born.plusYears(56)))
                : Optional.empty(),
            ended,
            judgment,
            enrolments,
            Filings.of(dice, town, wishes),
            illness.recognitions(),
            Wishes.stays(wishes),
            dice.percent(3) ? sanction(dice) : List.of(),
            relatives.stream().map(Relative::bound).toList());
    Optional<Nursing> nursing =
        Nursing.of(new Dice(seed ^ (31L * person.hashCode() + 7)), walk, town, person)
            .filter(care -> ended.isEmpty());
    return new Somebody(walk, history, relatives, nursing, wishes);
  }

  private static LocalDate born(Dice dice, Walk walk) {
    return walk == Walk.NEWBORN
        ? dice.day(FIRST, LAST.minusMonths(2))
        : dice.day(FIRST.minusYears(walk.oldest), FIRST.minusYears(walk.youngest).minusDays(1));
  }

  private static String name(Dice dice) {
    int length = SYLLABLES.length();
    return "测试"
        + SYLLABLES.charAt(dice.between(0, length - 1))
        + SYLLABLES.charAt(dice.between(0, length - 1));
  }

  /** Of the district 3299, which no real number has. */
  private static String identity(LocalDate born, Sex sex, int number) {
    int order = 2 * (1 + number % 499) + (sex == Sex.MAN ? 1 : 0);
    String body =
        String.format(
            "329900%04d%02d%02d%03d",
            born.getYear(), born.getMonthValue(), born.getDayOfMonth(), order);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (body.charAt(i) - '0') * WEIGHTS[i];
    }
    return body + "10X98765432".charAt(sum % 11);
  }

  private static Optional<Judgment> judged(Dice dice) {
    LocalDate effective = dice.day(FIRST, LAST.minusMonths(2));
    return Optional.of(
        new Judgment(
            effective,
            dice.percent(50)
                ? Optional.of(effective.plusMonths(dice.between(2, 9)))
                : Optional.empty()));
  }

  private static List<Sanction> sanction(Dice dice) {
    LocalDate from = dice.day(FIRST, LAST.minusMonths(1));
    LocalDate to = from.plusMonths(dice.between(1, 6)).minusDays(1);
    return List.of(new Sanction(new Dates(from, Optional.of(to)), "测试：转借凭证", false));
  }

  private List<Group> groups(Dice dice, Walk walk) {
    List<Group> groups = new ArrayList<>();
    add(groups, walk == Walk.SOLDIER, "disabled-soldier");
    add(groups, walk == Walk.HOSPITAL_ONLY, "hospital-only");
    boolean employed = walk == Walk.ACTIVE || walk == Walk.RETIRED;
    int chance = dice.between(0, 99);
    add(groups, employed && chance < 8, "civil-servant");
    add(groups, employed && chance >= 8 && chance < 16, "employer-plan");
    return groups;
  }

  private void add(List<Group> groups, boolean belongs, String group) {
    if (belongs && town.groups().contains(group)) {
      groups.add(new Group(group, new Dates(LocalDate.of(2020, 1, 1), Optional.empty())));
    }
  }

  private List<Aid> aid(Dice dice, Walk walk) {
    boolean soldier = walk == Walk.SOLDIER && town.aidClasses().contains("disabled-soldier");
    if (town.aidClasses().isEmpty() || !(soldier || dice.percent(walk.isOld() ? 9 : 6))) {
      return List.of();
    }
    String of = soldier ? "disabled-soldier" : dice.of(town.aidClasses());
    // Some classes were granted elsewhere, and some begin or end within the year.
    String area = dice.percent(10) ? "330100" : town.code();
    LocalDate from = dice.percent(30) ? dice.day(FIRST, LAST) : LocalDate.of(2025, 1, 1);
    Optional<LocalDate> to =
        dice.percent(20) ? Optional.of(dice.day(from, LAST)) : Optional.empty();
    return List.of(new Aid(of, area, new Dates(from, to)));
  }
}
