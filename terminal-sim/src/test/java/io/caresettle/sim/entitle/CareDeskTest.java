package io.caresettle.sim.entitle;

import static io.caresettle.sim.entitle.Areas.HAINAN;
import static io.caresettle.sim.entitle.Areas.NANTONG;
import static io.caresettle.sim.entitle.Areas.SHANGHAI;
import static io.caresettle.sim.entitle.Areas.SUZHOU;
import static io.caresettle.sim.entitle.CareAnswer.Way.BY_HAND;
import static io.caresettle.sim.entitle.CareAnswer.Way.DIRECT;
import static io.caresettle.sim.entitle.CareAnswer.Way.NOTHING;
import static io.caresettle.sim.entitle.People.man;
import static io.caresettle.sim.entitle.People.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.sim.entitle.CareAnswer.OffSite;
import io.caresettle.sim.entitle.CareAnswer.Way;
import io.caresettle.sim.entitle.CareSought.Care;
import io.caresettle.sim.entitle.CareSought.Place;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("How the pool pays for some care")
class CareDeskTest {

  private static final Place HOME = Place.of("TESTSZ0001", SUZHOU);
  private static final Place PHARMACY = Place.of("TESTSZ0099", SUZHOU);
  private static final Place AWAY = Place.of("TESTSH0001", SHANGHAI);

  private static History insured(String area, String rest) {
    return man(
        rest
            + "enrolments: [{scheme: employee, kind: employer, area: \""
            + area
            + "\", arrived: 2024-01-10}]\n");
  }

  private static CareAnswer ask(String day, History person, CareSought sought) {
    return ask(day, People.LATER.toString(), person, sought);
  }

  private static CareAnswer ask(String day, String uploaded, History person, CareSought sought) {
    return new CareDesk(Areas::of, SwitchedRules.now()).answer(on(day, uploaded, person), sought);
  }

  private static Way way(String day, History person, CareSought sought) {
    return ask(day, person, sought).way();
  }

  @Test
  @Tag("R-INST-02")
  @DisplayName("elsewhere than at a designated institution: an emergency by hand, nothing else")
  void notDesignated() {
    Place place = new Place("X1", SUZHOU, false, true, false, false);
    CareSought sought = CareSought.of(Care.OUTPATIENT, place);
    History person = insured(SUZHOU, "");
    assertEquals(NOTHING, way("2025-05-01", person, sought));
    assertEquals(BY_HAND, way("2025-05-01", person, sought.inEmergency()));
    assertEquals(DIRECT, way("2025-05-01", person, CareSought.of(Care.OUTPATIENT, HOME)));
  }

  @Test
  @Tag("R-MON-04")
  @DisplayName("an institution whose fund settlement is suspended gets nothing from the pool")
  void suspendedInstitution() {
    Place place = new Place("TESTSZ0001", SUZHOU, true, true, false, true);
    assertEquals(
        NOTHING, way("2025-05-01", insured(SUZHOU, ""), CareSought.of(Care.OUTPATIENT, place)));
  }

  @Test
  @Tag("R-INST-05")
  @DisplayName(
      "one stay at a time: not admitted elsewhere before the day of discharge, or ever without")
  void oneStay() {
    CareSought here = CareSought.of(Care.INPATIENT, HOME);
    for (Care care : List.of(Care.INPATIENT, Care.FAMILY_BED)) {
      CareSought elsewhere = CareSought.of(care, Place.of("TESTSZ0002", SUZHOU));
      History person =
          insured(SUZHOU, "stays: [{institution: TESTSZ0001, from: 2025-05-01, to: 2025-05-10}]\n");
      assertEquals(DIRECT, way("2025-04-30", person, elsewhere));
      assertEquals(NOTHING, way("2025-05-01", person, elsewhere));
      assertEquals(DIRECT, way("2025-05-10", person, elsewhere));
      assertEquals(DIRECT, way("2025-05-11", person, elsewhere));
      assertEquals(DIRECT, way("2025-05-05", person, here));
      History noDischarge =
          insured(SUZHOU, "stays: [{institution: TESTSZ0001, from: 2025-05-01}]\n");
      CareAnswer answer = ask("2026-05-01", noDischarge, elsewhere);
      assertEquals(NOTHING, answer.way());
      assertTrue(answer.cites(CentreRule.R_INST_05));
    }
  }

  @Test
  @Tag("R-INST-06")
  @DisplayName(
      "bought outside during a stay: not paid, but with a certificate where the area says so, and"
          + " dual-channel drugs always")
  void boughtOutside() {
    CareSought drug = CareSought.of(Care.PHARMACY, PHARMACY);
    History person =
        insured(SUZHOU, "stays: [{institution: TESTSZ0001, from: 2025-05-01, to: 2025-05-10}]\n");
    assertEquals(DIRECT, way("2025-04-30", person, drug));
    assertEquals(NOTHING, way("2025-05-01", person, drug));
    assertEquals(NOTHING, way("2025-05-10", person, drug));
    assertEquals(DIRECT, way("2025-05-11", person, drug));
    assertEquals(NOTHING, way("2025-05-05", person, drug.withCertificate()));
    assertEquals(DIRECT, way("2025-05-05", person, drug.ofDualChannel()));
    assertEquals(DIRECT, way("2025-05-05", person, CareSought.of(Care.OUTPATIENT, HOME)));
    Ordinance.Shelf certified = Areas.with(SUZHOU, "stay.outside-purchases: with-certificate\n");
    CareDesk desk = new CareDesk(certified, SwitchedRules.now());
    assertEquals(NOTHING, desk.answer(on("2025-05-05", person), drug).way());
    assertEquals(DIRECT, desk.answer(on("2025-05-05", person), drug.withCertificate()).way());
  }

  private static History recognised(String dates, String level, String uploaded) {
    return insured(
        SUZHOU,
        "recognitions: [{disease: M00500, kind: special, "
            + dates
            + ", hospital: TESTSZ0001, level: "
            + level
            + ", uploaded: "
            + uploaded
            + "}]\n");
  }

  @Test
  @Tag("R-SCOPE-10")
  @DisplayName(
      "a special disease is recognised by a hospital of level 2 or 3 and uploaded, or not paid")
  void specialDisease() {
    CareSought sought = CareSought.of(Care.SPECIAL_OUTPATIENT, HOME).forDisease("M00500");
    String dates = "from: 2025-03-01, to: 2025-08-31";
    History person = recognised(dates, "level-2", "2025-03-01");
    assertEquals(NOTHING, way("2025-02-28", person, sought));
    assertEquals(DIRECT, way("2025-03-01", person, sought));
    assertEquals(DIRECT, way("2025-08-31", person, sought));
    assertEquals(NOTHING, way("2025-09-01", person, sought));
    assertEquals(NOTHING, way("2025-05-01", person, sought.forDisease("M00400")));
    assertEquals(NOTHING, way("2025-05-01", recognised(dates, "level-1", "2025-03-01"), sought));
    History late = recognised(dates, "level-3", "2025-05-10");
    assertEquals(NOTHING, way("2025-05-09", late, sought));
    assertEquals(DIRECT, way("2025-05-10", late, sought));
  }

  @Test
  @Tag("R-BEN-08")
  @DisplayName("a rare disease is paid on approval only")
  void rareDisease() {
    CareSought sought = CareSought.of(Care.RARE_DISEASE, HOME).forDisease("E75.2");
    assertEquals(NOTHING, way("2025-05-01", insured(SUZHOU, ""), sought));
    History approved =
        insured(
            SUZHOU,
            "recognitions: [{disease: E75.2, kind: rare, from: 2025-05-01, hospital: TESTSZ0001,"
                + " level: level-3, uploaded: 2025-05-01}]\n");
    assertEquals(DIRECT, way("2025-05-01", approved, sought));
  }

  @Test
  @Tag("R-RX-05")
  @DisplayName("a dual-channel drug that cannot be settled at once is claimed by hand")
  void dualChannel() {
    Place unconnected = new Place("TESTSZ0099", SUZHOU, true, false, false, false);
    CareSought drug = CareSought.of(Care.PHARMACY, unconnected).ofDualChannel();
    CareAnswer answer = ask("2025-05-01", insured(SUZHOU, ""), drug);
    assertEquals(BY_HAND, answer.way());
    assertTrue(answer.cites(CentreRule.R_RX_05));
    assertEquals(
        DIRECT,
        way(
            "2025-05-01",
            insured(SUZHOU, ""),
            CareSought.of(Care.PHARMACY, PHARMACY).ofDualChannel()));
  }

  @Test
  @Tag("R-BEN-06")
  @DisplayName("a delivery: by the pool; by the employer who did not pay; subsidised for residents")
  void maternity() {
    CareSought delivery = CareSought.of(Care.MATERNITY, HOME);
    assertEquals(DIRECT, way("2025-05-01", insured(SUZHOU, ""), delivery));
    History unpaid =
        People.employee("employer", SUZHOU, "arrived: 2024-01-10, unpaid: [{month: 2025-05}]");
    assertFalse(ask("2025-05-31", unpaid, delivery).borneByEmployer());
    CareAnswer borne = ask("2025-06-01", unpaid, delivery);
    assertTrue(borne.borneByEmployer());
    assertEquals(NOTHING, borne.way());
    CareAnswer resident =
        ask(
            "2025-05-01",
            People.resident("adult", SUZHOU, "paid: [{year: 2025, on: 2024-11-30}]"),
            delivery);
    assertEquals(DIRECT, resident.way());
    assertTrue(resident.cites(CentreRule.R_BEN_06));
  }

  private static History filed(String kind, String dates, String filed) {
    return insured(
        SUZHOU,
        "filings: [{kind: "
            + kind
            + ", care-area: \"310000\", "
            + dates
            + ", filed: "
            + filed
            + "}]\n");
  }

  private static OffSite offSite(String day, History person, CareSought sought) {
    return ask(day, person, sought).offSite();
  }

  @Test
  @Tag("R-OFF-03")
  @DisplayName(
      "care outside the area is filed: from its first day to its last; one that ended yesterday is"
          + " none")
  void filing() {
    CareSought sought = CareSought.of(Care.OUTPATIENT, AWAY);
    History person = filed("referred", "from: 2025-03-01, to: 2025-12-31", "2025-02-20");
    assertEquals(OffSite.UNFILED, offSite("2025-02-28", person, sought));
    assertEquals(OffSite.REFERRED, offSite("2025-03-01", person, sought));
    assertEquals(OffSite.REFERRED, offSite("2025-12-31", person, sought));
    assertEquals(OffSite.UNFILED, offSite("2026-01-01", person, sought));
    assertEquals(BY_HAND, way("2026-01-01", person, sought));
    assertEquals(DIRECT, way("2025-12-31", person, sought));
    assertEquals(
        OffSite.UNFILED,
        offSite(
            "2025-05-01", person, CareSought.of(Care.OUTPATIENT, Place.of("TESTHN0001", HAINAN))));
    assertEquals(OffSite.NONE, offSite("2025-05-01", person, CareSought.of(Care.OUTPATIENT, HOME)));
    History longTerm = filed("long-term", "from: 2025-03-01", "2025-03-01");
    assertEquals(OffSite.LONG_TERM, offSite("2029-03-01", longTerm, sought));
  }

  @Test
  @Tag("R-OFF-03")
  @DisplayName("a temporary filing lasts six months at least")
  void temporary() {
    CareSought sought = CareSought.of(Care.OUTPATIENT, AWAY);
    History person = filed("temporary", "from: 2025-03-01, to: 2025-04-30", "2025-03-01");
    assertEquals(OffSite.TEMPORARY, offSite("2025-05-01", person, sought));
    assertEquals(OffSite.TEMPORARY, offSite("2025-08-31", person, sought));
    assertEquals(OffSite.UNFILED, offSite("2025-09-01", person, sought));
  }

  @Test
  @Tag("R-OFF-04")
  @DisplayName("an emergency counts as filed where the area says so")
  void emergency() {
    CareSought sought = CareSought.of(Care.OUTPATIENT, AWAY).inEmergency();
    assertEquals(OffSite.EMERGENCY, offSite("2025-05-01", insured(SUZHOU, ""), sought));
    assertEquals(DIRECT, way("2025-05-01", insured(SUZHOU, ""), sought));
  }

  @Test
  @Tag("R-OFF-05")
  @DisplayName("filed by the day of discharge is filed in time, the day after it is not")
  void filedByDischarge() {
    CareSought stay =
        CareSought.of(Care.INPATIENT, AWAY).dischargedOn(LocalDate.parse("2025-03-10"));
    assertEquals(OffSite.REFERRED, offSite("2025-03-10", inHospital("2025-03-09"), stay));
    assertEquals(OffSite.REFERRED, offSite("2025-03-10", inHospital("2025-03-10"), stay));
    assertEquals(OffSite.UNFILED, offSite("2025-03-10", inHospital("2025-03-11"), stay));
    CareSought visit = CareSought.of(Care.OUTPATIENT, AWAY);
    assertEquals(OffSite.UNFILED, offSite("2025-03-08", inHospital("2025-03-09"), visit));
  }

  private static History inHospital(String filed) {
    return insured(
        SUZHOU,
        "stays: [{institution: TESTSH0001, from: 2025-03-01, to: 2025-03-10}]\n"
            + "filings: [{kind: referred, care-area: \"310000\", from: 2025-03-01, filed: "
            + filed
            + "}]\n");
  }

  @Test
  @Tag("R-OFF-07")
  @DisplayName(
      "in the demonstration zone of the delta nothing is filed, but Hainan's text knows no zone")
  void zone() {
    Place inZone = new Place("TESTSZ0007", SUZHOU, true, true, true, false);
    CareSought sought = CareSought.of(Care.OUTPATIENT, inZone);
    assertEquals(OffSite.ZONE, offSite("2025-05-01", insured(SHANGHAI, ""), sought));
    assertEquals(DIRECT, way("2025-05-01", insured(SHANGHAI, ""), sought));
    CareSought outside = CareSought.of(Care.OUTPATIENT, HOME);
    assertEquals(OffSite.UNFILED, offSite("2025-05-01", insured(SHANGHAI, ""), outside));
    assertEquals(OffSite.UNFILED, offSite("2025-05-01", insured(HAINAN, ""), sought));
  }

  @Test
  @Tag("R-OFF-08")
  @DisplayName(
      "what is not connected is paid in full and claimed by hand, a student's holiday care too")
  void unconnected() {
    Place far = new Place("X2", HAINAN, true, false, false, false);
    CareSought sought = CareSought.of(Care.OUTPATIENT, far).inEmergency();
    CareAnswer answer = ask("2025-05-01", insured(SUZHOU, ""), sought);
    assertEquals(BY_HAND, answer.way());
    assertTrue(answer.cites(CentreRule.R_OFF_08));
    CareAnswer student = ask("2025-05-01", insured(SUZHOU, ""), sought.byStudentAtHome());
    assertEquals(BY_HAND, student.way());
  }

  @Test
  @DisplayName(
      "who has no enrolment gets nothing, and whose gap was made good is settled from the day"
          + " after")
  void followsThePool() {
    CareSought sought = CareSought.of(Care.OUTPATIENT, HOME);
    assertEquals(NOTHING, way("2025-05-01", man(""), sought));
    History person =
        People.employee(
            "employer",
            SUZHOU,
            "arrived: 2024-01-10, unpaid: [{month: 2025-05, made-up: 2025-07-20}]");
    assertEquals(NOTHING, ask("2025-06-15", "2025-07-19", person, sought).way());
    assertEquals(BY_HAND, ask("2025-06-15", "2025-07-20", person, sought).way());
    assertEquals(DIRECT, ask("2025-06-15", "2025-07-21", person, sought).way());
  }

  @Test
  @Tag("R-OFF-03")
  @DisplayName("a filing for a city covers its districts, one for a district covers nothing else")
  void filedForADistrict() {
    History city = filedFor("320500", "temporary");
    History district = filedFor("320505", "temporary");
    Place inDistrict = Place.of("TESTSZ0001", SUZHOU).in("320505");
    Place inAnother = Place.of("TESTSZ0002", SUZHOU).in("320506");
    assertEquals(OffSite.TEMPORARY, offSite("2025-05-01", city, outpatient(inDistrict)));
    assertEquals(OffSite.TEMPORARY, offSite("2025-05-01", city, outpatient(HOME)));
    assertEquals(OffSite.TEMPORARY, offSite("2025-05-01", district, outpatient(inDistrict)));
    assertEquals(OffSite.UNFILED, offSite("2025-05-01", district, outpatient(inAnother)));
    assertEquals(OffSite.UNFILED, offSite("2025-05-01", district, outpatient(HOME)));
    History kunshan = filedFor("320583", "temporary");
    Place county = Place.of("TESTSZ0003", "320583");
    assertEquals(OffSite.TEMPORARY, offSite("2025-05-01", kunshan, outpatient(county)));
    assertEquals(OffSite.TEMPORARY, offSite("2025-05-01", city, outpatient(county)));
  }

  private static CareSought outpatient(Place place) {
    return CareSought.of(Care.OUTPATIENT, place);
  }

  private static History filedFor(String careArea, String kind) {
    return insured(
        NANTONG,
        "filings: [{kind: "
            + kind
            + ", care-area: \""
            + careArea
            + "\", from: 2025-01-01, filed: 2025-01-01}]\n");
  }

  @Test
  @Tag("R-OFF-03")
  @DisplayName("of several filings the one counts for which the least is taken off")
  void theBestOfSeveralFilings() {
    History both =
        insured(
            NANTONG,
            "filings: [{kind: temporary, care-area: \"320500\", from: 2025-01-01, filed:"
                + " 2025-01-01}, {kind: referred, care-area: \"320500\", from: 2025-01-01, filed:"
                + " 2025-01-01}]\n");
    assertEquals(OffSite.REFERRED, offSite("2025-05-01", both, outpatient(HOME)));
    assertEquals(OffSite.EMERGENCY, offSite("2025-05-01", both, outpatient(HOME).inEmergency()));
  }

  @Test
  @Tag("R-OFF-05")
  @DisplayName("a filing that begins in the stay counts where it may be filed by the discharge")
  void aFilingThatBeginsInTheStay() {
    CareSought stay =
        CareSought.of(Care.INPATIENT, AWAY).dischargedOn(LocalDate.parse("2025-03-10"));
    assertEquals(OffSite.REFERRED, offSite("2025-03-01", filedFrom(SUZHOU, "2025-03-10"), stay));
    assertEquals(OffSite.UNFILED, offSite("2025-03-01", filedFrom(SUZHOU, "2025-03-11"), stay));
    CareSought atHome =
        CareSought.of(Care.INPATIENT, HOME).dischargedOn(LocalDate.parse("2025-03-10"));
    assertEquals(OffSite.UNFILED, offSite("2025-03-01", filedFrom(SHANGHAI, "2025-03-02"), atHome));
  }

  private static History filedFrom(String home, String from) {
    String place = home.equals(SUZHOU) ? "310000" : "320500";
    return insured(
        home,
        "stays: [{institution: TESTSH0001, from: 2025-03-01, to: 2025-03-10}]\n"
            + "filings: [{kind: referred, care-area: \""
            + place
            + "\", from: "
            + from
            + ", filed: 2025-03-01}]\n");
  }

  /** NT 41(3): the discharge's year has the costs, and no day of the stay may be without cover. */
  @Test
  @Tag("R-YEAR-02")
  @DisplayName("a stay over New Year is asked about in both of its years")
  void aStayOverNewYear() {
    CareSought stay =
        CareSought.of(Care.INPATIENT, Place.of("TESTNT0001", NANTONG))
            .dischargedOn(LocalDate.parse("2026-01-05"));
    assertEquals(DIRECT, way("2025-12-20", resident("2025", "2026"), stay));
    assertEquals(NOTHING, way("2025-12-20", resident("2025"), stay));
    History arrears =
        People.employee(
            "flexible",
            NANTONG,
            "arrived: 2020-01-10, unpaid: [{month: 2025-11}, {month: 2025-12}]");
    assertEquals(NOTHING, way("2025-11-20", arrears, stay));
  }

  private static History resident(String... years) {
    StringBuilder paid = new StringBuilder();
    for (String year : years) {
      String on = (Integer.parseInt(year) - 1) + "-11-30";
      paid.append(paid.isEmpty() ? "" : ", ").append("{year: " + year + ", on: " + on + "}");
    }
    return man(
        "enrolments: [{scheme: resident, kind: adult, area: \"320600\", continuous: true, paid: ["
            + paid
            + "]}]\n");
  }
}
