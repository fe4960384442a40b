package io.caresettle.sim.entitle;

import io.caresettle.sim.entitle.History.Stay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which of a person's enrolments pays on a day, so that never two do (R-DUAL-01 to 03).
 *
 * <p>Where an area forbids two schemes and does not say which of them pays, it is the employee's:
 * the residents' scheme is for those who are not in the employees' (JS 10¶3, NT 17¶1, SH 12¶2, HN
 * 9¶4), so the other one has no ground. Of two enrolments in one scheme the one that began first
 * stands until it ends.
 */
record OneScheme(Function<String, Law> laws, CentreRules rules, List<Stay> stays, LocalDate day) {

  /** What pays, what must not beside it, and why. */
  record Choice(Optional<Cover> serving, List<Cover> doubled, List<Note> notes) {}

  Choice of(List<Cover> covers) {
    List<Cover> inForce =
        covers.stream()
            .filter(c -> c.covers(day))
            .sorted(Comparator.comparing(OneScheme::begin))
            .toList();
    if (inForce.isEmpty()) {
      return new Choice(nearest(covers), List.of(), List.of());
    }
    Optional<Cover> employee = first(inForce, Scheme.EMPLOYEE);
    Optional<Choice> changed = employee.flatMap(e -> changedDuringStay(e, covers));
    return changed.orElseGet(() -> oneOf(inForce, employee));
  }

  private static Optional<Cover> first(List<Cover> covers, Scheme scheme) {
    return covers.stream().filter(c -> c.scheme() == scheme).findFirst();
  }

  private static LocalDate begin(Cover cover) {
    return cover.from().orElse(LocalDate.MAX);
  }

  private Choice oneOf(List<Cover> inForce, Optional<Cover> employee) {
    Cover serving =
        employee.filter(e -> rules.asks(CentreRule.R_DUAL_02)).orElseGet(() -> inForce.get(0));
    List<Cover> others =
        inForce.stream()
            .filter(c -> c.scheme() != serving.scheme() || !c.area().equals(serving.area()))
            .toList();
    if (others.isEmpty() || !rules.asks(CentreRule.R_DUAL_01)) {
      return new Choice(Optional.of(serving), List.of(), List.of());
    }
    List<Note> notes = new ArrayList<>();
    others.forEach(other -> notes.add(doubled(serving, other)));
    return new Choice(Optional.of(serving), others, notes);
  }

  private Note doubled(Cover serving, Cover other) {
    Law.Point<String> precedence =
        laws.apply(serving.area()).word("schemes.precedence", "forbidden");
    boolean settled =
        serving.scheme() == Scheme.EMPLOYEE
            && other.scheme() == Scheme.RESIDENT
            && other.area().equals(serving.area())
            && precedence.value().equals("employee")
            && rules.asks(CentreRule.R_DUAL_02);
    return settled
        ? Note.of(
            CentreRule.R_DUAL_02,
            precedence.citation(),
            "同时参加职工和居民医保，享受职工医保待遇",
            "enrolled in both schemes: the employees' pays")
        : Note.of(
            CentreRule.R_DUAL_01,
            precedence.citation(),
            "重复参保，待遇不得重复享受，请到经办机构处理",
            "enrolled twice, which is forbidden: one pays; to be cleared with the agency");
  }

  /** R-DUAL-03: the employees' scheme began while the person lay in hospital as a resident. */
  private Optional<Choice> changedDuringStay(Cover employee, List<Cover> covers) {
    Law law = laws.apply(employee.area());
    Optional<Stay> stay =
        stays.stream()
            .filter(s -> s.dates().cover(day))
            .filter(s -> change(law, employee, covers, s).isPresent())
            .findFirst();
    Optional<ChangeInStay.Change> changed =
        stay.flatMap(s -> change(law, employee, covers, s)).filter(c -> !day.isBefore(c.day()));
    Said<String> said = law.ordinance().word("stay.scheme-change");
    if (changed.isEmpty() || !(said instanceof Said.Is<String> how)) {
      return Optional.empty();
    }
    Cover was = changed.get().resident();
    LocalDate change = changed.get().day();
    return Optional.of(
        switch (how.value()) {
          case "resident-for-the-stay" ->
              new Choice(
                  Optional.of(was.forTheStayFrom(stay.orElseThrow().dates())),
                  List.of(employee),
                  List.of(
                      Note.of(
                          CentreRule.R_DUAL_03,
                          how.citation(),
                          "住院期间转为职工参保，本次住院按居民待遇",
                          "became an employee during the stay: the stay is a resident's")));
          case "split-by-time" ->
              new Choice(
                  Optional.of(employee),
                  List.of(was),
                  List.of(
                      Note.of(
                          CentreRule.R_DUAL_03,
                          how.citation(),
                          "住院期间转为职工参保，自" + change + "起按职工待遇分段结算",
                          "became an employee during the stay: split by time, from "
                              + change
                              + " with a deductible of its own")));
          default -> throw Law.noSuchWord("stay.scheme-change", how.value());
        });
  }

  private static Optional<ChangeInStay.Change> change(
      Law law, Cover employee, List<Cover> covers, Stay stay) {
    return new ChangeInStay(law, covers, employee.area(), stay.dates()).change();
  }

  /** Of what is not in force: what is to come, or else what ended last. */
  private Optional<Cover> nearest(List<Cover> covers) {
    Comparator<Cover> byEnd = Comparator.comparing(c -> c.to().orElse(LocalDate.MAX));
    return covers.stream()
        .filter(c -> c.from().map(from -> from.isAfter(day)).orElse(true))
        .filter(c -> c.to().map(to -> !to.isBefore(day)).orElse(true))
        .min(Comparator.comparing(OneScheme::begin))
        .or(() -> covers.stream().max(byEnd));
  }
}
