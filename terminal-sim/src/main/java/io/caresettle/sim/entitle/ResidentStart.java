package io.caresettle.sim.entitle;

import io.caresettle.sim.entitle.History.Premium;
import io.caresettle.sim.entitle.History.Resident;
import io.caresettle.sim.entitle.Law.Point;
import java.time.LocalDate;
import java.util.Optional;

/** From when a year's premium covers a resident (R-ELIG-05 to 09). */
record ResidentStart(Law law, WaitingLaw waiting, History history) {

  Start of(Resident resident, Premium premium) {
    return newborn(resident, premium)
        .or(() -> freshman(resident, premium))
        .or(() -> inTime(resident, premium))
        .orElseGet(() -> late(resident, premium));
  }

  /** R-ELIG-07. */
  private Optional<Start> newborn(Resident resident, Premium premium) {
    Newborn newborn = new Newborn(law, history.born(), resident);
    return newborn
        .from(premium)
        .map(
            from ->
                Start.on(
                    from,
                    Note.of(
                            CentreRule.R_ELIG_07,
                            law.citation("newborn.window"),
                            "新生儿按期参保缴费，自出生之日起享受",
                            "a newborn enrolled in time: covered from birth")
                        .until(newborn.lastDay().orElse(from))));
  }

  /** R-ELIG-08. */
  private Optional<Start> freshman(Resident resident, Premium premium) {
    CentreRule rule = CentreRule.R_ELIG_08;
    boolean ofNextYear =
        resident
            .entered()
            .filter(year -> premium.year() == year + 1 && premium.on().getYear() <= year)
            .isPresent();
    if (!law.asks(rule) || !ofNextYear) {
      return Optional.empty();
    }
    int entered = premium.year() - 1;
    return law.day("freshman.starts")
        .map(day -> day.atYear(entered))
        .map(
            from ->
                Start.on(
                    from,
                    Note.of(
                        rule,
                        law.ordinance().day("freshman.starts").citation(),
                        "大学新生自入学当年" + from + "起享受",
                        "a freshman: covered from " + from)));
  }

  /** R-ELIG-05. */
  private Optional<Start> inTime(Resident resident, Premium premium) {
    CentreRule rule = CentreRule.R_ELIG_05;
    LocalDate on = premium.on();
    if (!isCentral(premium) || !isContinuous(resident, premium)) {
      return Optional.empty();
    }
    LocalDate from = law.asks(rule) ? newYear(premium) : on.plusDays(1);
    return Optional.of(
        Start.on(
            from,
            Note.of(
                rule,
                law.ordinance().day("resident.period-from").citation(),
                "集中缴费期内缴费，自" + from + "起享受",
                "paid in the central period: covered from " + from)));
  }

  /** By the area's dates; where it published none, as the payment was booked. */
  private boolean isCentral(Premium premium) {
    Optional<LocalDate> opens = ofYearBefore("resident.period-from", premium);
    Optional<LocalDate> closes = ofYearBefore("resident.period-to", premium);
    if (opens.isEmpty() || closes.isEmpty()) {
      return premium.central();
    }
    return Dates.between(opens.get(), closes.get()).cover(premium.on());
  }

  private Optional<LocalDate> ofYearBefore(String name, Premium premium) {
    return law.day(name).map(day -> day.atYear(premium.year() - 1));
  }

  private static LocalDate newYear(Premium premium) {
    return LocalDate.of(premium.year(), 1, 1);
  }

  private boolean isContinuous(Resident resident, Premium premium) {
    if (!law.yes("resident.needs-continuity", true).value()) {
      return true;
    }
    int first = resident.paid().stream().mapToInt(Premium::year).min().orElse(premium.year());
    return premium.year() == first
        ? resident.continuous()
        : resident.paid().stream().anyMatch(p -> p.year() == premium.year() - 1);
  }

  /** R-ELIG-06, R-ELIG-09. */
  private Start late(Resident resident, Premium premium) {
    CentreRule rule = CentreRule.R_ELIG_06;
    LocalDate on = premium.on();
    if (isSpared(resident, on)) {
      LocalDate from = notBeforeTheYear(on, premium);
      return Start.on(
          from,
          Note.of(
              CentreRule.R_ELIG_09,
              law.ordinance().yes("aid.no-waiting").citation(),
              "免除待遇等待期，自" + from + "起享受",
              "never waits: covered from " + from));
    }
    if (!law.asks(rule)) {
      return Start.on(
          notBeforeTheYear(on.plusDays(1), premium), Note.of(rule, "已缴费", "the premium is paid"));
    }
    Law measure = waiting.resident(resident.area(), on);
    Point<String> starts = measure.word("resident.late-starts", "after-waiting");
    return switch (starts.value()) {
      case "month-after-payment" -> late(Law.monthAfter(on), premium, starts.citation());
      case "after-waiting" ->
          measure
              .number("resident.waiting")
              .map(
                  months ->
                      late(
                          on.plusMonths(months).plusDays(1),
                          premium,
                          measure.citation("resident.waiting")))
              .orElseGet(() -> Start.notPublished(rule, "resident.waiting"));
      default -> throw Law.noSuchWord("resident.late-starts", starts.value());
    };
  }

  private static Start late(LocalDate day, Premium premium, String citation) {
    LocalDate from = notBeforeTheYear(day, premium);
    return Start.on(
        from,
        Note.of(
            CentreRule.R_ELIG_06,
            citation,
            "非集中缴费期缴费，自" + from + "起享受",
            "paid outside the central period, or after a break: covered from " + from));
  }

  private static LocalDate notBeforeTheYear(LocalDate day, Premium premium) {
    return day.isBefore(newYear(premium)) ? newYear(premium) : day;
  }

  /**
   * JS 15¶4 spares a newborn a waiting. Where a late premium counts from the next month without
   * exception (SZ 29¶1), a newborn who came after the window is like anybody else: the stricter
   * reading, for one may take that month for a waiting.
   */
  private boolean isNewbornWhoWouldWait(Resident resident, LocalDate on) {
    return new Newborn(law, history.born(), resident).isOneOn(on)
        && waiting
            .resident(resident.area(), on)
            .is("resident.late-starts", "after-waiting", "after-waiting");
  }

  /** R-ELIG-09: aid recipients and newborns; where the area says so, the severely disabled. */
  private boolean isSpared(Resident resident, LocalDate on) {
    boolean aided =
        history.aid().stream()
            .anyMatch(a -> a.area().equals(resident.area()) && a.dates().cover(on));
    boolean disabled =
        resident.disabled()
            || history.groups().stream()
                .anyMatch(
                    g ->
                        (g.group().equals("disabled-1") || g.group().equals("disabled-2"))
                            && g.dates().cover(on));
    boolean byAid =
        law.yes("aid.no-waiting", false).value() && (aided || isNewbornWhoWouldWait(resident, on));
    boolean byDisability = disabled && law.yes("disabled.no-waiting", false).value();
    return law.asks(CentreRule.R_ELIG_09) && (byAid || byDisability);
  }
}
