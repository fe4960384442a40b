package io.caresettle.sim.entitle;

import io.caresettle.sim.entitle.History.Premium;
import io.caresettle.sim.entitle.History.Resident;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A newborn who was enrolled within the window after birth (R-ELIG-07), which may reach into the
 * next year: whoever is covered from birth and pays for the next year within it has no break at New
 * Year.
 */
record Newborn(Law law, LocalDate born, Resident resident) {

  /** The last day of the window, of a newborn, where the area published one. */
  Optional<LocalDate> lastDay() {
    return law.asks(CentreRule.R_ELIG_07) && resident.kind() == Category.NEWBORN
        ? law.number("newborn.window").map(this::lastDay)
        : Optional.empty();
  }

  /** Months end on the day of the birth's number; days count the birth or begin after it. */
  private LocalDate lastDay(int window) {
    String counted = law.word("newborn.window-counted-in", "days").value();
    boolean birthCounts = law.is("newborn.counts-from", "birth", "birth");
    return switch (counted) {
      case "months" -> born.plusMonths(window);
      case "days" -> born.plusDays(birthCounts ? window - 1L : window);
      default -> throw Law.noSuchWord("newborn.window-counted-in", counted);
    };
  }

  /** Every premium, with the one for the year of birth that the government pays. */
  Stream<Premium> premiums() {
    Stream<Premium> governments =
        isGovernments() && resident.paid().stream().noneMatch(this::isOfBirthYear)
            ? enrolled().map(on -> new Premium(born.getYear(), on, false)).stream()
            : Stream.empty();
    return Stream.concat(governments, resident.paid().stream());
  }

  /** The first day that a premium covers: the birth, or the New Year after it. */
  Optional<LocalDate> from(Premium premium) {
    if (!isCoveredFromBirth()) {
      return Optional.empty();
    }
    if (isOfBirthYear(premium)) {
      return Optional.of(born);
    }
    return premium.year() == born.getYear() + 1 && isInWindow(premium)
        ? Optional.of(MonthDay.of(1, 1).atYear(premium.year()))
        : Optional.empty();
  }

  private boolean isCoveredFromBirth() {
    return isGovernments()
        ? enrolled().isPresent()
        : resident.paid().stream().anyMatch(p -> isOfBirthYear(p) && isInWindow(p));
  }

  /** Whether the government pays for the year of birth: then any enrolment covers it. */
  private boolean isGovernments() {
    return law.is("newborn.birth-year", "government-pays", "family-pays");
  }

  /** The first payment within the window. */
  private Optional<LocalDate> enrolled() {
    return resident.paid().stream()
        .filter(this::isInWindow)
        .map(Premium::on)
        .min(Comparator.naturalOrder());
  }

  private boolean isOfBirthYear(Premium premium) {
    return premium.year() == born.getYear();
  }

  private boolean isInWindow(Premium premium) {
    return lastDay().filter(last -> !premium.on().isAfter(last)).isPresent();
  }

  /**
   * Whether the person is a newborn on a day for R-ELIG-09. No text says for how long one is; it is
   * taken to be the first year of life, whatever New Year falls in it.
   */
  boolean isOneOn(LocalDate day) {
    return resident.kind() == Category.NEWBORN && day.isBefore(born.plusYears(1));
  }
}
