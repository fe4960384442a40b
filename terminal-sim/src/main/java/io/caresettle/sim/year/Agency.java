package io.caresettle.sim.year;

import io.caresettle.eligibility.Enrolment;
import io.caresettle.eligibility.Entitlements;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.sim.adjudicate.CannotAdjudicate;
import io.caresettle.sim.adjudicate.Claim;
import io.caresettle.sim.adjudicate.LawBook;
import io.caresettle.sim.entitle.BookShelf;
import io.caresettle.sim.entitle.CareDesk;
import io.caresettle.sim.entitle.Cover;
import io.caresettle.sim.entitle.Entitle;
import io.caresettle.sim.entitle.Entitlement;
import io.caresettle.sim.entitle.History;
import io.caresettle.sim.entitle.Said;
import io.caresettle.sim.entitle.Verdict;
import io.caresettle.sim.verdict.TerminalsCopy;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The centre of the simulated year: who is entitled, what the terminal is told, what is claimed.
 */
final class Agency {

  private final LawBook law;
  private final BookShelf shelf;
  private final Entitle entitle;
  private final CareDesk desk;

  Agency(LawBook law) {
    this.law = law;
    this.shelf = new BookShelf(law);
    this.entitle = new Entitle(shelf);
    this.desk = new CareDesk(shelf);
  }

  Decided decide(History history, Purse purse, Wish wish) {
    History known = known(history, purse, wish.settled());
    Entitlement person = entitle.decide(known, wish.from(), wish.settled());
    return new Decided(
        known, person, desk.answer(person, wish.sought()), family(person, known, wish.from()));
  }

  /** R-ACCT-03: bound on the day, and by a relation that the area of insurance names. */
  private List<String> family(Entitlement person, History known, LocalDate day) {
    Set<String> relations =
        person
            .serving()
            .map(cover -> shelf.of(cover.area(), day).words("family.relations"))
            .filter(said -> said instanceof Said.Is<Set<String>>)
            .map(said -> ((Said.Is<Set<String>>) said).value())
            .orElse(Set.of());
    return known.family().stream()
        .filter(bound -> bound.dates().cover(day))
        .filter(bound -> relations.contains(bound.relation()))
        .map(History.Bound::payer)
        .toList();
  }

  /** Whether the pool pays for a day after all, as is known on a later one. */
  boolean isPayableAfterwards(History history, Purse purse, Wish wish, LocalDate asked) {
    return entitle.decide(known(history, purse, asked), wish.from(), asked).pool().state()
        == Verdict.State.PAYABLE_AFTERWARDS;
  }

  /** Nobody knows of a stay or a filing before it is there. */
  private static History known(History h, Purse purse, LocalDate day) {
    return new History(
        h.number(),
        h.name(),
        h.identity(),
        h.born(),
        h.sex(),
        purse.current(),
        purse.past(),
        h.groups(),
        h.aid(),
        h.contributionYears(),
        h.retiredSince(),
        h.ended(),
        h.judgment(),
        h.enrolments(),
        h.filings().stream().filter(f -> !f.filed().isAfter(day)).toList(),
        h.recognitions(),
        h.stays().stream().filter(s -> !s.dates().from().isAfter(day)).toList(),
        h.sanctions(),
        h.family());
  }

  /** The same in the terminal's words, with the sums of the year and the stays before. */
  static Entitlements answer(Decided decided, Map<String, Long> sums, int stays) {
    Entitlements plain = new TerminalsCopy(decided.person(), decided.known()).entitlements();
    List<Enrolment> enrolments = plain.enrolments().stream().map(e -> with(e, sums)).toList();
    return new Entitlements(
        enrolments,
        plain.filings(),
        plain.recognitions(),
        plain.stays(),
        plain.aidClasses(),
        plain.groups(),
        plain.sanctions(),
        plain.families(),
        plain.carePlans(),
        stays,
        plain.applications(),
        plain.others());
  }

  private static Enrolment with(Enrolment e, Map<String, Long> sums) {
    Map<String, Money> yearToDate = new TreeMap<>();
    sums.forEach((name, fen) -> yearToDate.put(name, new Money(fen)));
    return new Enrolment(
        e.kind(),
        e.category(),
        e.area(),
        e.from(),
        e.to(),
        e.accountFrom(),
        e.interruptions(),
        e.accountBalance(),
        e.pastYears(),
        yearToDate,
        e.year());
  }

  /**
   * What the centre itself would say of the person, apart from the terminal.
   *
   * @param grade of the place on the day, which the place brings along
   */
  static Optional<Claim> claim(
      Decided decided, Wish wish, Purse purse, Set<Payer> open, String grade, int stays) {
    return decided
        .person()
        .serving()
        .map(
            cover ->
                new Claim(
                    word(cover.scheme()),
                    cover.area(),
                    word(cover.category()),
                    word(wish.care()),
                    word(wish.place().level()),
                    wish.from(),
                    wish.to(),
                    new Claim.Circumstances(
                        "none",
                        decided.person().aidClass().orElse("none"),
                        offSite(decided),
                        wish.care().isStay() ? stays + 1 : 1,
                        grade),
                    open.stream().map(Payer::id).collect(Collectors.toSet()),
                    Map.of(),
                    new Claim.Balances(
                        purse.current(),
                        purse.past(),
                        open.contains(Payer.FAMILY_ACCOUNT)
                            ? purse.of(decided.family())
                            : List.of()),
                    Goods.CENTRES,
                    Goods.travelling(wish.bill()),
                    Optional.empty()));
  }

  /** The same claim with the first of the person's groups that the area's pack treats apart. */
  Claim grouped(Claim claim, Decided decided) {
    Set<String> known;
    try {
      known = law.keeping(claim).groups();
    } catch (CannotAdjudicate noPack) {
      return claim;
    }
    Claim.Circumstances around = claim.circumstances();
    return decided.known().groups().stream()
        .map(History.Group::group)
        .filter(decided.person().groups()::contains)
        .filter(known::contains)
        .findFirst()
        .map(
            group ->
                claim.in(
                    new Claim.Circumstances(
                        group, around.aid(), around.offSite(), around.stay(), around.grade())))
        .orElse(claim);
  }

  private static String offSite(Decided decided) {
    return switch (decided.care().offSite()) {
      case NONE -> "home";
      case LONG_TERM -> "long-term";
      case REFERRED -> "referred";
      case TEMPORARY, ZONE -> "temporary";
      case EMERGENCY -> "emergency";
      case UNFILED -> "unregistered";
    };
  }

  LawBook law() {
    return law;
  }

  /** Whether money comes into the account on a day. */
  static boolean isCredited(Decided decided) {
    return decided.person().serving().flatMap(Cover::accountFrom).isPresent()
        && decided.person().pool().isOpen();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
