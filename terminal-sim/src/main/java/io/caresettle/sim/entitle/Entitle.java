package io.caresettle.sim.entitle;

import io.caresettle.sim.entitle.History.Employee;
import io.caresettle.sim.entitle.History.Premium;
import io.caresettle.sim.entitle.History.Resident;
import io.caresettle.sim.entitle.History.Stay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The centre's clerk who decides what a person is entitled to on a day. */
public final class Entitle {

  private static final Set<String> OWN_RULES = Set.of("retired-cadre", "military");

  private final Ordinance.Shelf shelf;
  private final CentreRules rules;

  /** By these ordinances, and every rule. */
  public Entitle(Ordinance.Shelf shelf) {
    this(shelf, CentreRules.all());
  }

  Entitle(Ordinance.Shelf shelf, CentreRules rules) {
    this.shelf = shelf;
    this.rules = rules;
  }

  /**
   * What a person is entitled to on the day of service (R-ELIG-22), by the ordinance of that day.
   *
   * @param uploaded when the question came; what was paid after it counts for nothing
   * @throws IllegalArgumentException if the question came before the service
   */
  public Entitlement decide(History history, LocalDate service, LocalDate uploaded) {
    if (uploaded.isBefore(service)) {
      throw new IllegalArgumentException(
          "R-ELIG-22: uploaded on " + uploaded + ", before the service of " + service);
    }
    LocalDate day = rules.asks(CentreRule.R_ELIG_22) ? service : uploaded;
    History known = Known.on(uploaded, history);
    BiFunction<String, LocalDate, Law> ofDays = laws();
    Function<String, Law> laws = area -> ofDays.apply(area, day);
    List<Cover> covers =
        day.isBefore(history.born())
            ? List.of()
            : new Covers(known, laws, new WaitingLaw(ofDays, day), day).all();
    OneScheme.Choice choice = new OneScheme(laws, rules, known.stays(), day).of(covers);
    return answer(known, day, uploaded, covers, choice, laws);
  }

  private BiFunction<String, LocalDate, Law> laws() {
    Map<String, Law> read = new HashMap<>();
    return (area, day) ->
        read.computeIfAbsent(area + ' ' + day, at -> new Law(shelf.of(area, day), rules));
  }

  private Entitlement answer(
      History known,
      LocalDate day,
      LocalDate uploaded,
      List<Cover> covers,
      OneScheme.Choice choice,
      Function<String, Law> laws) {
    List<Note> notes = new ArrayList<>(choice.notes());
    Optional<Cover> serving = choice.serving();
    Optional<Law> law = serving.map(c -> laws.apply(c.area()));
    Optional<Stay> stay = known.stays().stream().filter(s -> s.dates().cover(day)).findFirst();
    notes.addAll(joiningRules(known, day));
    Optional<AidClasses.Choice> aid =
        serving.map(c -> new AidClasses(laws.apply(c.area()), known.aid(), day).in(c.area()));
    aid.ifPresent(a -> notes.addAll(a.notes()));
    Optional<LocalDate> claimUntil = law.flatMap(l -> new SettlementYears(l).claimUntil(day));
    Verdict pool = pool(known, day, serving);
    return new Entitlement(
        day,
        uploaded,
        covers,
        serving,
        choice.doubled(),
        pool,
        account(known, day, covers, serving),
        criticalIllness(day, serving, pool),
        law.map(l -> new SettlementYears(l).countsIn(day, stay)),
        claimUntil,
        known.filings(),
        known.recognitions(),
        stay,
        aid.flatMap(AidClasses.Choice::aidClass),
        groups(known, day),
        known.sanctions().stream().filter(s -> s.dates().cover(day)).toList(),
        serving.map(c -> new Supplements(laws.apply(c.area())).leavesOut(known, day)).orElse(false),
        notes);
  }

  private Verdict pool(History known, LocalDate day, Optional<Cover> serving) {
    return ownRules(known, day)
        .or(() -> ended(known, day))
        .or(() -> serving.map(c -> c.pool(day)))
        .orElseGet(() -> nothing(known, day));
  }

  private Verdict account(
      History known, LocalDate day, List<Cover> covers, Optional<Cover> serving) {
    return ownRules(known, day)
        .or(() -> ended(known, day))
        .or(() -> covers.stream().map(c -> c.account(day)).filter(Verdict::isOpen).findFirst())
        .or(() -> serving.map(c -> c.account(day)))
        .orElseGet(() -> nothing(known, day));
  }

  /** R-ELIG-20. */
  private Verdict criticalIllness(LocalDate day, Optional<Cover> serving, Verdict pool) {
    Note note =
        Note.of(
            CentreRule.R_ELIG_20,
            "大病保险与基本医疗保险同期享受",
            "critical illness runs with the basic benefits");
    boolean runs =
        serving.flatMap(Cover::criticalIllness).filter(dates -> dates.cover(day)).isPresent();
    return runs ? new Verdict(pool.state(), note) : Verdict.closed(note);
  }

  private static Verdict nothing(History known, LocalDate day) {
    return Verdict.closed(
        day.isBefore(known.born())
            ? Note.of(CentreRule.R_ELIG_22, "就诊日期早于出生日期", "the service lies before the birth")
            : Note.of(CentreRule.R_ELIG_22, "就诊日无参保", "no enrolment on the day of service"));
  }

  /** R-BEN-10. */
  private Optional<Verdict> ownRules(History known, LocalDate day) {
    boolean own =
        known.groups().stream()
            .anyMatch(g -> OWN_RULES.contains(g.group()) && g.dates().cover(day));
    return own && rules.asks(CentreRule.R_BEN_10)
        ? Optional.of(
            Verdict.closed(
                Note.of(
                    CentreRule.R_BEN_10,
                    "离休干部、军人按专门规定，不适用普通结算",
                    "retired cadres and the military have rules of their own")))
        : Optional.empty();
  }

  /** R-ELIG-17: whatever was paid, and under whichever rule it had begun. */
  private Optional<Verdict> ended(History known, LocalDate day) {
    return known
        .ended()
        .filter(ended -> ended.on().isBefore(day) && rules.asks(CentreRule.R_ELIG_17))
        .map(
            ended ->
                Verdict.closed(
                    Note.of(
                            CentreRule.R_ELIG_17,
                            "参保人死亡或出国（境）定居，参保关系已终止",
                            "the person died or emigrated: the enrolment is over")
                        .until(ended.on())));
  }

  private Set<String> groups(History known, LocalDate day) {
    return known.groups().stream()
        .filter(g -> g.dates().cover(day) || !rules.asks(CentreRule.R_YEAR_06))
        .map(History.Group::group)
        .collect(Collectors.toSet());
  }

  /** R-DUAL-04: who changed schemes, or was released, this year. */
  private List<Note> joiningRules(History known, LocalDate day) {
    boolean released =
        known
            .judgment()
            .flatMap(History.Judgment::released)
            .filter(on -> on.getYear() == day.getYear() && on.isBefore(day))
            .isPresent();
    boolean changed =
        known.enrolments().stream()
            .anyMatch(
                e ->
                    e instanceof Employee employee
                        && employee.arrived().getYear() == day.getYear()
                        && paidAsResident(known, day.getYear()));
    return (released || changed) && rules.asks(CentreRule.R_DUAL_04)
        ? List.of(
            Note.of(
                CentreRule.R_DUAL_04,
                "本年度转换险种或刑满释放，待遇衔接按统筹地区规定",
                "changed schemes or released this year: the area says how benefits join"))
        : List.of();
  }

  private static boolean paidAsResident(History known, int year) {
    return known.enrolments().stream()
        .anyMatch(
            e ->
                e instanceof Resident r
                    && r.paid().stream().map(Premium::year).anyMatch(y -> y == year));
  }
}
