package io.caresettle.sim.entitle;

import io.caresettle.sim.entitle.CareAnswer.OffSite;
import io.caresettle.sim.entitle.CareAnswer.Way;
import io.caresettle.sim.entitle.CareSought.Care;
import io.caresettle.sim.entitle.CareSought.Place;
import io.caresettle.sim.entitle.History.Recognition;
import io.caresettle.sim.entitle.Interruption.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The centre's clerk who says how the pool pays for some care of a person whose day she knows. */
public final class CareDesk {

  private static final Set<String> TOO_LOW = Set.of("level-1", "level-0", "community");

  private final Ordinance.Shelf shelf;
  private final CentreRules rules;

  /** By these ordinances, and every rule. */
  public CareDesk(Ordinance.Shelf shelf) {
    this(shelf, CentreRules.all());
  }

  CareDesk(Ordinance.Shelf shelf, CentreRules rules) {
    this.shelf = shelf;
    this.rules = rules;
  }

  /** One question, and what the rules have said so far. */
  private final class Question {
    private final Entitlement person;
    private final CareSought sought;
    private final Cover cover;
    private final Law home;
    private final List<Note> notes = new ArrayList<>();
    private Way way = Way.DIRECT;

    Question(Entitlement person, CareSought sought, Cover cover) {
      this.person = person;
      this.sought = sought;
      this.cover = cover;
      this.home = new Law(shelf.of(cover.area(), person.day()), rules);
    }

    private void say(CentreRule rule, String citation, Way ends, String zh, String en) {
      way = way.orWorse(ends);
      notes.add(Note.of(rule, citation, zh, en));
    }

    private void say(CentreRule rule, Way ends, String zh, String en) {
      say(rule, rule.articles(), ends, zh, en);
    }

    /** R-INST-02, R-MON-04. */
    void place() {
      Place place = sought.place();
      if (rules.asks(CentreRule.R_MON_04) && place.fundSuspended()) {
        say(
            CentreRule.R_MON_04,
            Way.NOTHING,
            "该机构已被暂停医保基金结算",
            "the institution's fund settlement is suspended");
      }
      if (rules.asks(CentreRule.R_INST_02) && !place.designated()) {
        say(
            CentreRule.R_INST_02,
            sought.emergency() ? Way.BY_HAND : Way.NOTHING,
            "非定点机构，除急诊抢救外不予报销",
            "not designated: only an emergency is paid, by hand");
      }
    }

    /** R-INST-05, R-INST-06. */
    void stay() {
      if (person.openStay().isEmpty()) {
        return;
      }
      History.Stay open = person.openStay().get();
      if (sought.care().isStay()) {
        // Who moves from one house to another on one day is never in both.
        boolean moves = open.dates().to().filter(person.day()::equals).isPresent();
        boolean elsewhere = !moves && !open.institution().equals(sought.place().code());
        Law.Point<Boolean> one = home.yes("stay.one-at-a-time", true);
        if (rules.asks(CentreRule.R_INST_05) && elsewhere && one.value()) {
          say(
              CentreRule.R_INST_05,
              one.citation(),
              Way.NOTHING,
              "已在" + open.institution() + "住院，同一时间只能在一家住院",
              "lies in " + open.institution() + " already: one stay at a time");
        }
        return;
      }
      boolean bookedInTheStay = open.institution().equals(sought.place().code());
      if (!rules.asks(CentreRule.R_INST_06) || sought.dualChannel() || bookedInTheStay) {
        return;
      }
      Law.Point<String> outside = home.word("stay.outside-purchases", "not-paid");
      boolean paid =
          switch (outside.value()) {
            case "not-paid" -> false;
            case "with-certificate" -> sought.certificate();
            case "paid" -> true;
            default -> throw Law.noSuchWord("stay.outside-purchases", outside.value());
          };
      if (!paid) {
        say(
            CentreRule.R_INST_06,
            outside.citation(),
            Way.NOTHING,
            "住院期间院外就医购药未计入住院费用，不予报销",
            "bought outside during a stay and not booked in it");
      }
    }

    /** R-SCOPE-10, R-BEN-08. */
    void disease() {
      if (sought.care() == Care.SPECIAL_OUTPATIENT && rules.asks(CentreRule.R_SCOPE_10)) {
        Law.Point<Boolean> first = home.yes("special.recognised-first", true);
        if (first.value() && !isRecognised("special")) {
          say(
              CentreRule.R_SCOPE_10,
              first.citation(),
              Way.NOTHING,
              "门诊特殊病未经二级及以上医院认定并备案",
              "the special disease is not recognised by a hospital of level 2 or 3 and uploaded");
        }
      }
      if (sought.care() == Care.RARE_DISEASE
          && rules.asks(CentreRule.R_BEN_08)
          && !isRecognised("rare")) {
        say(
            CentreRule.R_BEN_08,
            Way.NOTHING,
            "罕见病用药须经批准并由定点医疗机构实施",
            "a rare disease is paid on approval, through designated hospitals");
      }
    }

    private boolean isRecognised(String kind) {
      return sought
          .disease()
          .filter(
              disease ->
                  person.recognitions().stream()
                      .anyMatch(
                          r -> r.disease().equals(disease) && r.kind().equals(kind) && isGood(r)))
          .isPresent();
    }

    private boolean isGood(Recognition recognition) {
      return recognition.dates().cover(person.day())
          && !recognition.uploaded().isAfter(person.day())
          && !TOO_LOW.contains(recognition.level());
    }

    /** R-RX-05. */
    void dualChannel() {
      if (sought.dualChannel() && !sought.place().connected() && rules.asks(CentreRule.R_RX_05)) {
        say(
            CentreRule.R_RX_05,
            Way.BY_HAND,
            "双通道药品不能直接结算的，先垫付后零星报销",
            "a dual-channel drug that cannot be settled at once is claimed by hand");
      }
    }

    /** R-BEN-06. */
    boolean maternity() {
      if (sought.care() != Care.MATERNITY || !rules.asks(CentreRule.R_BEN_06)) {
        return false;
      }
      if (cover.scheme() == Scheme.RESIDENT) {
        say(CentreRule.R_BEN_06, Way.DIRECT, "居民生育按规定标准补助", "a resident's delivery is subsidised");
        return false;
      }
      boolean unpaid =
          cover.interruptions().stream()
              .anyMatch(
                  i ->
                      i.cause() == Cause.EMPLOYER_ARREARS
                          && !i.payableAfterwards()
                          && i.dates().cover(person.day()));
      if (unpaid) {
        say(
            CentreRule.R_BEN_06,
            Way.NOTHING,
            "用人单位未足额缴费，生育待遇由用人单位支付",
            "the employer did not pay: the employer bears the maternity benefits");
      }
      return unpaid;
    }

    /** R-OFF-03 to 05, 07, 08. */
    OffSite offSite() {
      if (sought.place().area().equals(cover.area())) {
        return OffSite.NONE;
      }
      OffSite as = new OffSiteCare(home, person, sought, notes).as();
      if (as == OffSite.UNFILED && rules.asks(CentreRule.R_OFF_03)) {
        way = way.orWorse(Way.BY_HAND);
      }
      if (!sought.place().connected() && rules.asks(CentreRule.R_OFF_08)) {
        say(
            CentreRule.R_OFF_08,
            Way.BY_HAND,
            sought.studentAtHome() ? "学生假期在户籍地就医，回参保地手工报销" : "就医地未联网，回参保地手工报销",
            "not connected: paid in full and claimed by hand");
      }
      return as;
    }
  }

  /** How the pool pays for this care. */
  public CareAnswer answer(Entitlement person, CareSought sought) {
    if (person.serving().isEmpty()) {
      return new CareAnswer(Way.NOTHING, OffSite.NONE, false, List.of(person.pool().because()));
    }
    Question question = new Question(person, sought, person.serving().get());
    question.place();
    question.stay();
    question.disease();
    question.dualChannel();
    boolean borneByEmployer = question.maternity();
    OffSite offSite = question.offSite();
    Verdict whole = new StayDays(question.home, person, sought).pool();
    Way pool =
        switch (whole.state()) {
          case OPEN -> Way.DIRECT;
          case PAYABLE_AFTERWARDS -> person.poolSettles() ? Way.DIRECT : Way.BY_HAND;
          case CLOSED -> Way.NOTHING;
        };
    if (pool != Way.DIRECT) {
      question.notes.add(whole.because());
    }
    return new CareAnswer(question.way.orWorse(pool), offSite, borneByEmployer, question.notes);
  }
}
