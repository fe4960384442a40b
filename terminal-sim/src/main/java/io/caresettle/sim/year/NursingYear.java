package io.caresettle.sim.year;

import io.caresettle.identity.Patient;
import io.caresettle.identity.Purpose;
import io.caresettle.longtermcare.AssessedLevel;
import io.caresettle.longtermcare.CareCheck;
import io.caresettle.longtermcare.CareEnd;
import io.caresettle.longtermcare.CareFigures;
import io.caresettle.longtermcare.CareFile;
import io.caresettle.longtermcare.CareGiven;
import io.caresettle.longtermcare.CareRules;
import io.caresettle.longtermcare.CareShare;
import io.caresettle.longtermcare.CareStart;
import io.caresettle.longtermcare.CareTerms;
import io.caresettle.longtermcare.CareVisit;
import io.caresettle.longtermcare.Days;
import io.caresettle.longtermcare.ServicePlan;
import io.caresettle.money.Money;
import io.caresettle.problem.CareRefused;
import io.caresettle.sim.entitle.Dates;
import io.caresettle.sim.year.YearFigures.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A person's visits of long-term care, through a carer's terminal and the fund's own reading. */
final class NursingYear {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final CareTerms TERMS = CareTerms.shipped();
  private static final CareCheck CHECK = new CareCheck(CareRules.all(), TERMS);

  private final String where;
  private final Somebody who;
  private final String area;
  private final Nursing nursing;
  private final NursingFund fund;
  private final YearFigures figures;

  private NursingYear(
      String where, Somebody who, String area, Nursing nursing, YearFigures figures) {
    this.where = where;
    this.who = who;
    this.area = area;
    this.nursing = nursing;
    this.fund = new NursingFund(area, nursing);
    this.figures = figures;
  }

  static void of(String where, Somebody who, String area, YearFigures figures) {
    who.nursing().ifPresent(nursing -> new NursingYear(where, who, area, nursing, figures).live());
  }

  private void live() {
    nursing.visits().forEach(this::visit);
    long ledger = fund.book().stream().mapToLong(NursingFund.Entry::fund).sum();
    CareFigures told = file().settledIn(Somebody.YEAR);
    if (told.longTermCareFund().fen() != ledger || !told.hold()) {
      throw new Disagreement(where, "the care ledger has " + ledger + ", the terminal " + told);
    }
  }

  private void visit(Nursing.Visit visit) {
    figures.count(Count.CARE_VISITS);
    Instant begins =
        visit.day().atTime(visit.minute() / 60, visit.minute() % 60).atZone(CHINA).toInstant();
    CareFile file = file();
    Patient person = Till.patient(who.history(), visit.number(), Purpose.CARE_START, begins);
    CareStart start;
    try {
      start = CHECK.start(file, person, "PLAN-1", visit.chosen(), visit.caregiver(), begins);
    } catch (CareRefused e) {
      refused(visit, e, fund.againstStart(visit));
      return;
    }
    passed(visit, fund.againstStart(visit));
    fund.begin(visit);
    CareVisit.Begun begun = start.begun(new CareStart.Answer(visit.number(), begins, 0, 0));
    Instant ends = begins.plusSeconds(60L * visit.lasted());
    Patient atEnd =
        visit.identified()
            ? Till.patientAtEnd(who.history(), visit.number(), person, ends)
            : person;
    CareEnd end;
    try {
      end = CHECK.end(begun, atEnd, given(visit), visit.caregiver(), ends);
    } catch (CareRefused e) {
      refused(visit, e, fund.againstEnd(visit));
      return;
    }
    passed(visit, fund.againstEnd(visit));
    fund.end();
    settle(visit, end, ends);
  }

  private void settle(Nursing.Visit visit, CareEnd end, Instant ends) {
    CareShare share = TERMS.share(area, visit.day());
    Optional<Long> pays = fund.pays(visit);
    if (share instanceof CareShare.NotPublished silent) {
      if (pays.isPresent()) {
        throw differ(visit, "the till knows no share, the fund pays " + pays.get());
      }
      figures.count(Count.CARE_UNPUBLISHED);
      end.ended(new CareEnd.Answer(0, end.total(), ends, Optional.empty(), Optional.of(silent)));
      return;
    }
    CareFigures made = CareFigures.of(end.total(), (CareShare.Published) share);
    if (pays.isEmpty() || pays.get() != made.longTermCareFund().fen()) {
      throw differ(visit, "the till has " + made + ", the fund pays " + pays);
    }
    CareVisit.Ended ended =
        end.ended(new CareEnd.Answer(0, end.total(), ends, Optional.of(made), Optional.empty()));
    try {
      CHECK.settle(ended, made, visit.settled());
    } catch (CareRefused e) {
      refused(visit, e, fund.againstSettling(visit));
      return;
    }
    passed(visit, fund.againstSettling(visit));
    fund.settle(pays.get(), visit.total() - pays.get());
    figures.count(Count.CARE_SETTLED);
    figures.nursed(visit.settled(), pays.get(), visit.total() - pays.get());
  }

  private void refused(Nursing.Visit visit, CareRefused till, Set<String> centre) {
    Set<String> rules = new TreeSet<>(till.checks());
    if (!rules.equals(new TreeSet<>(centre))) {
      throw differ(visit, "the till refuses for " + rules + ", the fund for " + centre);
    }
    figures.count(Count.CARE_REFUSED);
    rules.forEach(rule -> figures.tally(Tally.CARE_REFUSED, rule));
  }

  private void passed(Nursing.Visit visit, Set<String> centre) {
    if (!centre.isEmpty()) {
      throw differ(visit, "the till lets pass what the fund refuses for " + centre);
    }
  }

  private Disagreement differ(Nursing.Visit visit, String what) {
    return new Disagreement(where + ", care visit " + visit.number() + " " + visit.day(), what);
  }

  private static List<CareGiven> given(Nursing.Visit visit) {
    return visit.given().stream()
        .map(one -> new CareGiven(one.code(), one.minutes(), new Money(one.fee())))
        .toList();
  }

  /** What the centre keeps of the person, as a terminal gets it. */
  private CareFile file() {
    return new CareFile(
        who.history().number(),
        area,
        List.of(new AssessedLevel("3", "TESTASSESS1", days(nursing.level()))),
        List.of(
            new ServicePlan(
                "PLAN-1",
                "3",
                days(nursing.plan()),
                nursing.items().stream().map(NursingYear::item).toList())),
        List.of(Days.since(LocalDate.of(2020, 1, 1))),
        nursing.suspended().stream()
            .map(stop -> new CareFile.Suspension(days(stop), "测试", "test", "SH 62"))
            .toList(),
        List.of(new CareFile.Barred(Nursing.BARRED, days(Nursing.BARRED_ON), "SH 61¶1")),
        fund.book().stream().map(NursingYear::entry).toList());
  }

  private static CareFile.Entry entry(NursingFund.Entry kept) {
    Nursing.Visit visit = kept.visit();
    Instant begins =
        visit.day().atTime(visit.minute() / 60, visit.minute() % 60).atZone(CHINA).toInstant();
    boolean ended = kept.state() != NursingFund.State.BEGUN;
    boolean settled = kept.state() == NursingFund.State.SETTLED;
    return new CareFile.Entry(
        visit.number(),
        visit.number(),
        settled
            ? CareFile.Entry.State.SETTLED
            : ended ? CareFile.Entry.State.ENDED : CareFile.Entry.State.OPEN,
        begins,
        ended ? Optional.of(begins.plusSeconds(60L * visit.lasted())) : Optional.empty(),
        visit.chosen(),
        settled
            ? Optional.of(
                new CareFigures(
                    new Money(visit.total()),
                    new Money(kept.fund()),
                    new Money(kept.own()),
                    Money.ZERO))
            : Optional.empty());
  }

  private static ServicePlan.Item item(Nursing.Item item) {
    return new ServicePlan.Item(
        item.code(),
        "测试护理",
        item.minutes(),
        item.times(),
        ServicePlan.Per.valueOf(item.per().toUpperCase(Locale.ROOT)),
        new Money(item.fee()));
  }

  private static Days days(Dates dates) {
    return new Days(dates.from(), dates.to());
  }
}
