package io.caresettle.sim.entitle;

import io.caresettle.sim.entitle.History.Employee;
import io.caresettle.sim.entitle.History.Enrolment;
import io.caresettle.sim.entitle.History.Premium;
import io.caresettle.sim.entitle.History.Resident;
import io.caresettle.sim.entitle.History.Unpaid;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The reader of one enrolment of a person file. */
record EnrolmentReader(Page page, HistoryCheck check) {

  private static final Map<String, Kind> KINDS =
      Map.of(
          "employer", Kind.EMPLOYER,
          "flexible", Kind.FLEXIBLE,
          "unemployed", Kind.UNEMPLOYED,
          "hospital-only", Kind.HOSPITAL_ONLY);

  private static final Map<String, Category> RESIDENTS =
      Map.of(
          "adult", Category.ADULT,
          "elderly", Category.ELDERLY,
          "student", Category.STUDENT,
          "child", Category.CHILD,
          "newborn", Category.NEWBORN,
          "disabled", Category.ADULT);

  private static final Map<String, String> KINDS_OF_RESIDENTS =
      RESIDENTS.keySet().stream().collect(Collectors.toMap(k -> k, k -> k));

  Enrolment read() {
    Scheme scheme =
        page.choice(
            "scheme",
            Map.of("employee", Scheme.EMPLOYEE, "resident", Scheme.RESIDENT),
            Scheme.EMPLOYEE);
    String area = page.text("area");
    return scheme == Scheme.EMPLOYEE ? employee(area) : resident(area);
  }

  private Employee employee(String area) {
    Employee employee =
        new Employee(
            area,
            page.choice("kind", KINDS, Kind.EMPLOYER),
            page.date("arrived"),
            page.flag("first"),
            page.dateIfAny("ends"),
            unpaid(),
            page.choiceIfAny(
                "category", Map.of("active", Category.ACTIVE, "retired", Category.RETIRED)),
            page.dateIfAny("applied"));
    check.afterBirth(page, "the enrolment", employee.arrived());
    if (employee.ends().filter(end -> end.isBefore(employee.arrived())).isPresent()) {
      page.wrong("ends before the first contribution arrived");
    }
    Set<YearMonth> months = new HashSet<>();
    for (Unpaid unpaid : employee.unpaid()) {
      if (unpaid.month().isBefore(YearMonth.from(employee.arrived()))) {
        page.breaks(CentreRule.R_ELIG_10, unpaid.month() + " is unpaid before anything was paid");
      }
      if (!months.add(unpaid.month())) {
        page.breaks(CentreRule.R_ELIG_10, unpaid.month() + " is unpaid twice");
      }
    }
    return employee;
  }

  private List<Unpaid> unpaid() {
    List<Unpaid> all = new ArrayList<>();
    for (Page entry : page.pages("unpaid")) {
      YearMonth month =
          entry.value("month", "a month, such as 2025-05", YearMonth::parse, YearMonth.of(1970, 1));
      Unpaid unpaid = new Unpaid(month, entry.dateIfAny("made-up"));
      if (unpaid.madeUp().filter(on -> on.isBefore(month.atDay(1))).isPresent()) {
        entry.breaks(CentreRule.R_ELIG_11, "made up before the month itself");
      }
      entry.end();
      all.add(unpaid);
    }
    return all;
  }

  private Resident resident(String area) {
    String kind = page.choice("kind", KINDS_OF_RESIDENTS, "adult");
    Resident resident =
        new Resident(
            area,
            RESIDENTS.getOrDefault(kind, Category.ADULT),
            kind.equals("disabled"),
            paid(),
            page.flag("continuous"),
            page.pageIfAny("freshman").map(EnrolmentReader::entered),
            page.dateIfAny("ends"),
            page.dateIfAny("applied"));
    if (resident.entered().isPresent() && resident.kind() != Category.STUDENT) {
      page.breaks(CentreRule.R_ELIG_08, "a freshman is a student");
    }
    return resident;
  }

  private List<Premium> paid() {
    List<Premium> all = new ArrayList<>();
    Set<Integer> years = new HashSet<>();
    for (Page entry : page.pages("paid")) {
      Premium premium =
          new Premium(
              entry.value("year", "a year, such as 2025", HistoryFile::count, 1970),
              entry.date("on"),
              entry.flag("central"));
      check.afterBirth(entry, "the premium", premium.on());
      if (!years.add(premium.year())) {
        entry.wrong("the year " + premium.year() + " is paid twice");
      }
      if (premium.on().getYear() > premium.year() + 1) {
        entry.wrong("the premium of " + premium.year() + " was paid after the next year");
      }
      entry.end();
      all.add(premium);
    }
    return all;
  }

  private static int entered(Page page) {
    int year = page.value("entered", "a year, such as 2025", HistoryFile::count, 1970);
    page.end();
    return year;
  }
}
