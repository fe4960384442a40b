package io.caresettle.sim.entitle;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A stay of a resident who is an employee before it is over (R-DUAL-03, NT 41(5)).
 *
 * <p>On each of its days one of the two must be in force. Where nobody was insured between them, or
 * where an employee became a resident, the item says nothing and the days count one by one.
 *
 * @param covers all that the person has
 * @param area by which the stay is paid
 */
record ChangeInStay(Law law, List<Cover> covers, String area, Dates stay) {

  /** The residents' days as far as the change, and the day of it. */
  record Change(Cover resident, LocalDate day) {}

  /** The change, where there is one without a day between. */
  Optional<Change> change() {
    LocalDate last = stay.to().orElse(LocalDate.MAX);
    Optional<LocalDate> day =
        covers.stream()
            .filter(c -> isOf(c, Scheme.EMPLOYEE))
            .flatMap(c -> c.from().stream())
            .filter(from -> from.isAfter(stay.from()) && !from.isAfter(last))
            .min(Comparator.naturalOrder());
    return day.filter(d -> isAlways(Scheme.RESIDENT, stay.from(), d.minusDays(1)))
        .filter(d -> law.asks(CentreRule.R_DUAL_03))
        .flatMap(d -> resident(d.minusDays(1)).map(r -> new Change(r, d)));
  }

  private boolean isOf(Cover cover, Scheme scheme) {
    return cover.scheme() == scheme && cover.area().equals(area);
  }

  private Optional<Cover> resident(LocalDate day) {
    return covers.stream().filter(c -> isOf(c, Scheme.RESIDENT) && c.covers(day)).findFirst();
  }

  private boolean isAlways(Scheme scheme, LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1))
        .allMatch(day -> covers.stream().anyMatch(c -> isOf(c, scheme) && c.covers(day)));
  }

  /**
   * How the pool stands, of a stay that is over, on the days from the change: a resident's, or
   * nobody's in this bill. Empty where there is no change.
   *
   * @param day one of the stay
   */
  Optional<Verdict> pool(LocalDate day) {
    return change().filter(change -> !day.isBefore(change.day())).map(change -> from(change, day));
  }

  private Verdict from(Change change, LocalDate day) {
    Said<String> said = law.ordinance().word("stay.scheme-change");
    if (!(said instanceof Said.Is<String> how)) {
      return Verdict.closed(
          Note.of(
              CentreRule.R_DUAL_03,
              said.citation(),
              "住院期间转为职工参保，统筹地区未公布如何结算",
              "became an employee during the stay, and nobody published how that is settled"));
    }
    return switch (how.value()) {
      case "resident-for-the-stay" ->
          covers.stream().anyMatch(c -> c.area().equals(area) && c.covers(day))
              ? change.resident().forTheStayFrom(stay).pool(day)
              : change.resident().pool(day);
      case "split-by-time" ->
          Verdict.closed(
              Note.of(
                  CentreRule.R_DUAL_03,
                  how.citation(),
                  "住院期间自" + change.day() + "起转为职工参保，应当分段结算",
                  "an employee since " + change.day() + ": each part is a bill of its own"));
      default -> throw Law.noSuchWord("stay.scheme-change", how.value());
    };
  }
}
