package io.caresettle.sim.verdict;

import io.caresettle.eligibility.Authorisation;
import io.caresettle.eligibility.Enrolment;
import io.caresettle.eligibility.Entitlements;
import io.caresettle.eligibility.Filing;
import io.caresettle.eligibility.InsuredKind;
import io.caresettle.eligibility.Interruption;
import io.caresettle.eligibility.OtherCover;
import io.caresettle.eligibility.OtherPayers;
import io.caresettle.eligibility.Recognition;
import io.caresettle.eligibility.Sanction;
import io.caresettle.eligibility.Stay;
import io.caresettle.identity.FamilyBinding;
import io.caresettle.money.Money;
import io.caresettle.money.VoluntaryPayer;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.sim.entitle.Cover;
import io.caresettle.sim.entitle.Dates;
import io.caresettle.sim.entitle.Entitlement;
import io.caresettle.sim.entitle.History;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What a terminal gets of the centre's decision on a person. */
public record TerminalsCopy(Entitlement decided, History history) {

  /**
   * All dates that the centre decided.
   *
   * <p>A sanction is handed over as itself and not once more in the enrolments.
   */
  public Entitlements entitlements() {
    String area = decided.serving().map(Cover::area).orElse("");
    return new Entitlements(
        enrolments(),
        decided.filings().stream().map(filing -> filing(filing, area)).toList(),
        decided.recognitions().stream().flatMap(TerminalsCopy::recognition).toList(),
        history.stays().stream().map(TerminalsCopy::stay).toList(),
        history.aid().stream()
            .filter(aid -> decided.aidClass().filter(aid.aidClass()::equals).isPresent())
            .filter(aid -> aid.area().equals(area))
            .map(TerminalsCopy::aid)
            .toList(),
        history.groups().stream().map(TerminalsCopy::group).toList(),
        history.sanctions().stream().map(TerminalsCopy::sanction).toList(),
        history.family().stream().map(TerminalsCopy::family).toList(),
        List.of(),
        0,
        applications(),
        new OtherPayers(
            history.covers().stream().map(TerminalsCopy::cover).toList(),
            history.leave().stream().map(TerminalsCopy::leave).toList()));
  }

  /** The days of the second layer, where somebody applied for it (R-CI-03). */
  private List<Entitlements.Application> applications() {
    return decided.handedOver().stream()
        .flatMap(
            cover ->
                cover.criticalIllness().stream()
                    .map(
                        dates ->
                            new Entitlements.Application(
                                Scheme.valueOf(cover.scheme().name()),
                                cover.area(),
                                dates.from(),
                                dates.to())))
        .toList();
  }

  private static OtherCover cover(History.OtherCover cover) {
    Dates dates = cover.dates();
    return new OtherCover(
        new VoluntaryPayer(
            cover.payer(),
            cover.name(),
            cover.mutual() ? VoluntaryPayer.Kind.MUTUAL : VoluntaryPayer.Kind.COMMERCIAL),
        dates.from(),
        dates.to());
  }

  private static Authorisation leave(History.Leave leave) {
    Dates dates = leave.dates();
    return new Authorisation(
        leave.id(),
        leave.person(),
        leave.payer(),
        leave.direct() ? Authorisation.Purpose.DIRECT_SETTLEMENT : Authorisation.Purpose.CLAIM,
        dates.from(),
        dates.to(),
        leave.revoked());
  }

  private List<Enrolment> enrolments() {
    return decided.handedOver().stream().flatMap(this::enrolment).toList();
  }

  /** None where neither pool nor account has a first day that anybody can tell. */
  private Stream<Enrolment> enrolment(Cover cover) {
    Optional<LocalDate> first = cover.from().or(cover::accountFrom);
    return first
        .map(
            from ->
                new Enrolment(
                    InsuredKind.valueOf(cover.kind().name()),
                    InsuredCategory.valueOf(cover.category().name()),
                    cover.area(),
                    from,
                    cover.to(),
                    cover.accountFrom(),
                    interruptions(cover, from),
                    new Money(Math.addExact(history.balance(), history.pastYears())),
                    new Money(history.pastYears()),
                    Map.of(),
                    OptionalInt.empty()))
        .stream();
  }

  private List<Interruption> interruptions(Cover cover, LocalDate from) {
    List<Interruption> all = new ArrayList<>();
    if (cover.from().isEmpty()) {
      all.add(
          new Interruption(
              from,
              Optional.empty(),
              Interruption.Scope.POOL,
              Interruption.Cause.WAITING,
              false,
              cover.begins().ground()));
    }
    cover.interruptions().stream()
        .map(this::interruption)
        .filter(i -> i.cause() != Interruption.Cause.SANCTION)
        .forEach(all::add);
    return all;
  }

  private Interruption interruption(io.caresettle.sim.entitle.Interruption from) {
    return new Interruption(
        from.dates().from(),
        from.dates().to(),
        Interruption.Scope.valueOf(from.scope().name()),
        Interruption.Cause.valueOf(from.cause().name()),
        from.mayBePaidAfter(decided.uploaded()),
        from.ground(),
        from.remedyUntil(),
        from.madeGoodOn());
  }

  private static Filing filing(History.Filing filing, String insuredArea) {
    return new Filing(
        filing.id(),
        Filing.Kind.valueOf(constant(filing.kind())),
        insuredArea,
        filing.careArea(),
        filing.dates().from(),
        filing.dates().to(),
        filing.filed());
  }

  /** A rare disease is the province's own scheme, of which a terminal knows nothing. */
  private static Stream<Recognition> recognition(History.Recognition recognition) {
    return Stream.of(Recognition.Kind.values())
        .filter(kind -> kind.name().equals(constant(recognition.kind())))
        .map(
            kind ->
                new Recognition(
                    recognition.disease(),
                    kind,
                    recognition.dates().from(),
                    recognition.dates().to(),
                    recognition.hospital(),
                    InstitutionLevel.valueOf(constant(recognition.level())),
                    Optional.of(recognition.uploaded())));
  }

  private static Stay stay(History.Stay stay) {
    Dates dates = stay.dates();
    return new Stay(stay.institution(), dates.from(), dates.to());
  }

  private static Entitlements.AidClass aid(History.Aid aid) {
    Dates dates = aid.dates();
    return new Entitlements.AidClass(aid.aidClass(), aid.area(), dates.from(), dates.to());
  }

  private static Entitlements.Group group(History.Group group) {
    return new Entitlements.Group(group.group(), group.dates().from(), group.dates().to());
  }

  private static Sanction sanction(History.Sanction sanction) {
    return new Sanction(
        sanction.dates().from(),
        sanction.dates().to(),
        sanction.longTermCare() ? Sanction.Scope.LONG_TERM_CARE : Sanction.Scope.NETWORKED,
        sanction.why(),
        "");
  }

  private static FamilyBinding family(History.Bound bound) {
    FamilyBinding.Relation relation =
        Stream.of(FamilyBinding.Relation.values())
            .filter(r -> r.name().equals(constant(bound.relation())))
            .findFirst()
            .orElse(FamilyBinding.Relation.OTHER);
    return new FamilyBinding(bound.payer(), relation, bound.dates().from(), bound.dates().to());
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
