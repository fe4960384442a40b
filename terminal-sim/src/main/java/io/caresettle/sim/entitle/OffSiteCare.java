package io.caresettle.sim.entitle;

import io.caresettle.sim.entitle.CareAnswer.OffSite;
import io.caresettle.sim.entitle.History.Filing;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What care outside the person's own area counts as (R-OFF-03, 04, 05, 07). */
record OffSiteCare(Law home, Entitlement person, CareSought sought, List<Note> notes) {

  private static final int TEMPORARY = 2;

  OffSite as() {
    // First of all, since nothing is taken off for it (R-OFF-06): a filing must not cost anybody.
    Law.Point<Boolean> emergencyCounts = home.yes("off-site.emergency-counts", false);
    if (sought.emergency() && emergencyCounts.value() && home.asks(CentreRule.R_OFF_04)) {
      note(
          CentreRule.R_OFF_04,
          emergencyCounts.citation(),
          "急诊抢救视同已备案",
          "an emergency counts as filed");
      return OffSite.EMERGENCY;
    }
    Optional<Filing> filed = filed();
    if (filed.filter(f -> takenOff(f) < TEMPORARY).isEmpty() && isInZone()) {
      return OffSite.ZONE;
    }
    if (filed.isPresent()) {
      return switch (filed.get().kind()) {
        case "long-term" -> OffSite.LONG_TERM;
        case "referred" -> OffSite.REFERRED;
        default -> OffSite.TEMPORARY;
      };
    }
    Law.Point<Boolean> needed = home.yes("off-site.needs-filing", true);
    if (needed.value()) {
      note(
          CentreRule.R_OFF_03,
          needed.citation(),
          "异地就医未备案，可在出院前补办",
          "care outside the area is not filed; it can be until the discharge");
    }
    return needed.value() ? OffSite.UNFILED : OffSite.TEMPORARY;
  }

  private void note(CentreRule rule, String citation, String zh, String en) {
    notes.add(Note.of(rule, citation, zh, en));
  }

  /** R-OFF-07. */
  private boolean isInZone() {
    Law.Point<String> zone = home.word("off-site.zone", "none");
    boolean free =
        home.asks(CentreRule.R_OFF_07)
            && sought.place().inDeltaZone()
            && zone.value().equals("no-filing-in-delta-zone");
    if (free) {
      note(
          CentreRule.R_OFF_07, zone.citation(), "长三角示范区内免备案", "nothing is filed in the delta zone");
    }
    return free;
  }

  private Optional<Filing> filed() {
    return person.filings().stream()
        .filter(
            f ->
                isFor(f.careArea(), sought.place().area())
                    || isFor(f.careArea(), sought.place().district()))
        .filter(this::isInForce)
        .filter(this::isFiledInTime)
        .min(Comparator.comparing(OffSiteCare::takenOff));
  }

  /** How much is taken off for it (R-OFF-06), from the least on. */
  private static int takenOff(Filing filing) {
    return switch (filing.kind()) {
      case "long-term" -> 0;
      case "referred" -> 1;
      default -> TEMPORARY;
    };
  }

  /** A filing for a province is one for its cities, one for a city is one for its districts. */
  private static boolean isFor(String filedArea, String area) {
    int same = filedArea.endsWith("0000") ? 2 : filedArea.endsWith("00") ? 4 : 6;
    return filedArea.equals(area)
        || (same < filedArea.length() && filedArea.regionMatches(0, area, 0, same));
  }

  /** On the day, or by the discharge where that is early enough (JSR 25). */
  private boolean isInForce(Filing filing) {
    Dates dates = dates(filing);
    return dates.cover(admission())
        || (isByDischarge() && sought.discharged().filter(dates::cover).isPresent());
  }

  /** R-OFF-03: a temporary filing lasts at least so many months. */
  private Dates dates(Filing filing) {
    int least = home.number("off-site.temporary-months").orElse(0);
    LocalDate atLeast = filing.dates().from().plusMonths(least).minusDays(1);
    boolean tooShort =
        home.asks(CentreRule.R_OFF_03)
            && filing.kind().equals("temporary")
            && filing.dates().to().filter(to -> to.isBefore(atLeast)).isPresent();
    return tooShort ? Dates.between(filing.dates().from(), atLeast) : filing.dates();
  }

  /** R-OFF-05. */
  private boolean isFiledInTime(Filing filing) {
    LocalDate last = isByDischarge() ? sought.discharged().orElse(person.uploaded()) : admission();
    return !filing.filed().isAfter(last);
  }

  private boolean isByDischarge() {
    return home.asks(CentreRule.R_OFF_05)
        && home.is("off-site.filed-by", "discharge", "admission")
        && sought.care().isStay();
  }

  private LocalDate admission() {
    return sought.care().isStay()
        ? person.openStay().map(s -> s.dates().from()).orElse(person.day())
        : person.day();
  }
}
