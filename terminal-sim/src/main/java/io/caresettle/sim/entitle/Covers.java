package io.caresettle.sim.entitle;

import io.caresettle.sim.entitle.History.Employee;
import io.caresettle.sim.entitle.History.Premium;
import io.caresettle.sim.entitle.History.Resident;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What each enrolment of a person gives, by the ordinance of its area on the day of service. */
record Covers(History history, Function<String, Law> laws, WaitingLaw waiting, LocalDate day) {

  List<Cover> all() {
    List<Cover> covers = new ArrayList<>();
    List<Employee> employees =
        history.enrolments().stream()
            .filter(Employee.class::isInstance)
            .map(Employee.class::cast)
            .toList();
    for (Employee employee : employees) {
      covers.add(of(employee, Joined.before(employee, employees)));
    }
    for (History.Enrolment enrolment : history.enrolments()) {
      if (enrolment instanceof Resident resident) {
        new Newborn(laws.apply(resident.area()), history.born(), resident)
            .premiums()
            .forEach(premium -> covers.add(of(resident, premium)));
      }
    }
    return covers.stream().filter(Cover::hasDays).toList();
  }

  private Cover of(Employee enrolment, Optional<Employee> before) {
    Law law = laws.apply(enrolment.area());
    Closing closing = new Closing(law, history);
    Optional<Employee> joined = before.filter(b -> new Joined(law).joins(b, enrolment));
    EmployeeStart starts = new EmployeeStart(start(enrolment, enrolment.arrived()));
    Optional<YearMonth> lastPaid = before.map(Joined::lastPaid);
    Start start =
        law.ordinance().inForce()
            ? starts.pool(enrolment, lastPaid, joined.isPresent())
            : Start.noText();
    Arrears arrears = new Arrears(law, paid -> start(enrolment, paid));
    List<Interruption> interruptions = new ArrayList<>(arrears.of(enrolment));
    Optional<Interruption> gap =
        joined.flatMap(
            b ->
                start
                    .from()
                    .flatMap(
                        begins ->
                            new Joined(law).gap(b, enrolment, begins, arrears.whileSuspended())));
    gap.ifPresent(interruptions::add);
    if (isLast(enrolment)) {
      new Joined(law).open(enrolment, arrears.whileSuspended()).ifPresent(interruptions::add);
    }
    interruptions.addAll(closing.interruptions());
    Optional<LocalDate> from = gap.map(g -> g.dates().from()).or(start::from);
    Optional<LocalDate> to = closing.last(enrolment.ends());
    return new Cover(
        Scheme.EMPLOYEE,
        enrolment.kind(),
        enrolment.area(),
        new Categories(law, history).of(enrolment, day),
        from,
        to,
        law.ordinance().inForce() ? starts.account(enrolment, from) : Optional.empty(),
        interruptions,
        new Supplements(law).criticalIllness(from, to, enrolment.applied()),
        start.note(),
        Cover.OnAccount.of(law, enrolment.kind()));
  }

  /** By whose word benefits begin that were paid for on a day. */
  private Law start(Employee enrolment, LocalDate paid) {
    return enrolment.kind() == Kind.FLEXIBLE
        ? waiting.flexible(enrolment.area(), paid)
        : laws.apply(enrolment.area());
  }

  /** Whether nothing is known to have followed an employee's enrolment, nor ended it for good. */
  private boolean isLast(Employee enrolment) {
    return history.ended().isEmpty()
        && history.enrolments().stream()
            .filter(Employee.class::isInstance)
            .map(Employee.class::cast)
            .allMatch(e -> e.equals(enrolment) || e.arrived().isBefore(enrolment.arrived()));
  }

  private Cover of(Resident enrolment, Premium premium) {
    Law law = laws.apply(enrolment.area());
    Closing closing = new Closing(law, history);
    Start start =
        law.ordinance().inForce()
            ? new ResidentStart(law, waiting, history).of(enrolment, premium)
            : Start.noText();
    LocalDate newYearsEve = LocalDate.of(premium.year(), 12, 31);
    Optional<LocalDate> to =
        closing.last(
            enrolment
                .ends()
                .filter(end -> end.isBefore(newYearsEve))
                .or(() -> Optional.of(newYearsEve)));
    return new Cover(
        Scheme.RESIDENT,
        Kind.RESIDENT,
        enrolment.area(),
        new Categories(law, history).of(enrolment, day),
        start.from(),
        to,
        Optional.empty(),
        closing.interruptions(),
        new Supplements(law).criticalIllness(start.from(), to, enrolment.applied()),
        start.note(),
        Cover.OnAccount.of(law, Kind.RESIDENT));
  }
}
