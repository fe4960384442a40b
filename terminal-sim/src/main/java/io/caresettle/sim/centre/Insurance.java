package io.caresettle.sim.centre;

import io.caresettle.sim.adjudicate.LawBook;
import io.caresettle.sim.entitle.BookShelf;
import io.caresettle.sim.entitle.Cover;
import io.caresettle.sim.entitle.Entitle;
import io.caresettle.sim.entitle.Entitlement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person is insured for on a day: as the rolls say it, or decided from a history by the
 * area's own rules.
 */
record Insurance(Entitle entitle) {

  static Insurance under(LawBook law) {
    return new Insurance(new Entitle(new BookShelf(law)));
  }

  /**
   * @param service the day that decides (R-ELIG-22)
   * @param asked when the question came
   */
  List<Rolls.Enrolled> of(Rolls.Person person, LocalDate service, LocalDate asked) {
    return decided(person, service, asked)
        .map(DecidedDates::decided)
        .map(d -> d.handedOver().stream().flatMap(cover -> enrolled(d, cover)).toList())
        .orElse(person.enrolments());
  }

  Optional<Rolls.Enrolled> on(
      Rolls.Person person, String scheme, String area, LocalDate service, LocalDate asked) {
    return of(person, service, asked).stream()
        .filter(e -> e.scheme().equals(scheme) && e.area().equals(area) && e.covers(service))
        .findFirst();
  }

  /** What was decided, of somebody with a history. */
  Optional<DecidedDates> decided(Rolls.Person person, LocalDate service, LocalDate asked) {
    return person
        .history()
        .map(history -> new DecidedDates(entitle.decide(history, service, asked), history));
  }

  private static Stream<Rolls.Enrolled> enrolled(Entitlement entitlement, Cover cover) {
    LocalDate day = entitlement.day();
    boolean serves = entitlement.serving().filter(s -> s.isOf(cover)).isPresent();
    boolean poolOpen = serves ? entitlement.poolSettles() : cover.pool(day).isOpen();
    boolean accountOpen = cover.account(day).isOpen() && entitlement.account().isOpen();
    return Stream.concat(cover.accountFrom().stream(), cover.from().stream())
        .min(LocalDate::compareTo)
        .map(
            from ->
                new Rolls.Enrolled(
                    word(cover.scheme()),
                    word(cover.category()),
                    cover.area(),
                    from,
                    cover.to(),
                    !poolOpen,
                    !accountOpen))
        .stream();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
