package io.caresettle.sim.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.identity.Patient;
import io.caresettle.identity.Presented;
import io.caresettle.identity.Purpose;
import io.caresettle.longtermcare.CareFile;
import io.caresettle.longtermcare.CareGiven;
import io.caresettle.longtermcare.CareShare;
import io.caresettle.longtermcare.CareVisit;
import io.caresettle.money.Money;
import io.caresettle.operator.Shift;
import io.caresettle.problem.CareRefused;
import io.caresettle.problem.CentreRefused;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import io.caresettle.problem.NotPermitted;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.sdk.CareCancelOutcome;
import io.caresettle.sdk.CareDesk;
import io.caresettle.sdk.CareOutcome;
import io.caresettle.sdk.Counter;
import io.caresettle.sdk.Terminal;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.TestOperators;
import io.caresettle.sim.centre.Books;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** R-LTC-01, R-LTC-02, R-ID-08. */
@DisplayName("Long-term care, from the bedside to the fund's own ledger:")
@Timeout(150)
class LongTermCareTest {

  private static final String CARED = "P0000002";
  private static final CareGiven WASH = new CareGiven("TEST-C01", 60, Money.parseYuan("65.00"));

  private final SteppingClock clock = new SteppingClock();
  private Bench bench;
  private Shift caregiver;

  @BeforeEach
  void open(@TempDir Path folder) {
    bench = new Bench(folder, clock);
    caregiver = bench.terminal.takeShift(TestOperators.key("caregiver-1"));
  }

  @AfterEach
  void close() {
    Books medical = bench.simulator.centre().books();
    assertTrue(medical.balance(), medical::toString);
    assertEquals(0, medical.fen("fund:pool"), "a medical fund paid for care");
    assertTrue(care().balance(), care()::toString);
    bench.close();
  }

  private Books care() {
    return bench.simulator.centre().careBooks();
  }

  private <T> T asCaregiver(Function<CareDesk, T> act) {
    return asCaregiver(bench.counter, act);
  }

  private <T> T asCaregiver(Counter counter, Function<CareDesk, T> act) {
    return counter.with(caregiver, c -> act.apply(c.longTermCare()));
  }

  private Patient identified(String person, String visit) {
    return identified(bench.counter, person, visit);
  }

  private Patient identified(Counter counter, String person, String visit) {
    return counter.identify(
        new Presented(bench.read(bench.simulator.card(person)), Purpose.CARE_START, "bed"),
        bench.simulator.registration(person, visit),
        Bench.PATIENCE);
  }

  private Patient identifiedAgain(Patient start, String person) {
    return bench.counter.identify(
        new Presented(bench.read(bench.simulator.card(person)), Purpose.CARE_END, "bed")
            .endOfCareOf(start),
        bench.simulator.registration(person, start.registration().visitNumber()),
        Bench.PATIENCE);
  }

  private CareVisit.Begun begin(String person, String visit, String... items) {
    Patient patient = identified(person, visit);
    return asCaregiver(
        desk ->
            desk.start(
                desk.file(patient, clock.instant().atZone(Simulator.SHANGHAI).getYear()),
                patient,
                "PLAN-" + person.substring(person.length() - 1),
                List.of(items)));
  }

  private CareVisit.Ended end(CareVisit.Begun begun, CareGiven... given) {
    Patient again = identifiedAgain(begun.patient(), begun.patient().personNumber());
    return asCaregiver(desk -> desk.end(begun, again, List.of(given)));
  }

  private CareOutcome settle(CareVisit.Ended ended) {
    return bench.counter.longTermCare().settle(ended);
  }

  /** An hour of washing, from ten to eleven. */
  private CareVisit.Ended washed(String person, String visit) {
    CareVisit.Begun begun = begin(person, visit, "TEST-C01");
    clock.moveTo(Duration.ofMinutes(60));
    return end(begun, WASH);
  }

  private static void assertStopped(String check, Runnable what) {
    CareRefused refused = assertThrows(CareRefused.class, what::run);
    assertEquals(List.of(check), refused.checks(), refused::getMessage);
  }

  private void assertPaid(int settled, long fund, long own) {
    Books books = care();
    assertEquals(settled, books.standing());
    assertEquals(-fund, books.fen("care-fund:test"));
    assertEquals(fund, books.fen("care-payable:" + Simulator.HOSPITAL.code()));
    assertEquals(own, books.fen("care-cash:" + Simulator.HOSPITAL.code()));
  }

  @Test
  @DisplayName("it begins, ends and is settled, nine tenths by the fund and the rest in cash")
  void theWholeWay() {
    CareVisit.Ended ended = washed(CARED, "V-1");
    assertEquals(60, ended.countedMinutes());
    assertEquals(Money.parseYuan("65.00"), ended.feeLimit());
    CareShare.Published share =
        assertInstanceOf(CareShare.Published.class, bench.counter.longTermCare().share(ended));
    assertTrue(share.testFigures());
    var settled = assertInstanceOf(CareOutcome.Settled.class, settle(ended)).receipt().visit();
    assertEquals(Money.parseYuan("58.50"), settled.figures().longTermCareFund());
    assertEquals(Money.parseYuan("6.50"), settled.figures().ownPayment());
    assertPaid(1, 5850, 650);
    Patient later = identified(CARED, "V-2");
    CareFile year = asCaregiver(desk -> desk.file(later, 2026));
    assertEquals(1, year.visits().size());
    assertEquals(CareFile.Entry.State.SETTLED, year.visits().get(0).state());
    assertEquals(settled.figures(), year.visits().get(0).figures().orElseThrow());
    assertEquals(settled.figures(), year.settledIn(2026));
    assertEquals(Money.ZERO, year.settledIn(2025).total());
    CareFile before = asCaregiver(desk -> desk.file(later, 2025));
    assertEquals(List.of(), before.visits());
  }

  @Test
  @DisplayName("lost answers to start, end and settlement are asked for again and count once")
  void lostAnswersCountOnce() {
    bench.simulator.centre().faults().loseNext(MessageType.CARE_YEAR);
    bench.simulator.centre().faults().loseNext(MessageType.START_CARE_VISIT);
    CareVisit.Begun begun = begin(CARED, "V-1", "TEST-C01");
    clock.moveTo(Duration.ofMinutes(60));
    bench.simulator.centre().faults().loseNext(MessageType.END_CARE_VISIT);
    CareVisit.Ended ended = end(begun, WASH);
    bench.simulator.centre().faults().loseNext(MessageType.SETTLE_CARE_VISIT);
    var first = assertInstanceOf(CareOutcome.Settled.class, settle(ended)).receipt();
    var second = assertInstanceOf(CareOutcome.Settled.class, settle(ended)).receipt();
    assertEquals(first.evidence(), second.evidence());
    assertPaid(1, 5850, 650);
  }

  @Test
  @DisplayName("a visit that is begun again after a restart is the same, with its first start")
  void begunAgain() {
    CareVisit.Begun begun = begin(CARED, "V-1", "TEST-C02");
    clock.moveTo(Duration.ofMinutes(10));
    CareVisit.Begun again = begin(CARED, "V-1", "TEST-C02");
    assertEquals(begun.careVisitId(), again.careVisitId());
    assertEquals(begun.startedAt(), again.startedAt());
    clock.moveTo(Duration.ofMinutes(30));
    CareGiven dressed = new CareGiven("TEST-C02", 30, Money.parseYuan("40.10"));
    CareVisit.Ended ended = end(again, dressed);
    assertInstanceOf(CareOutcome.Settled.class, settle(ended));
    assertPaid(1, 3609, 401);
  }

  @Test
  @DisplayName("another person at the end ends nothing")
  void anotherAtTheEnd() {
    CareVisit.Begun begun = begin(CARED, "V-1", "TEST-C01");
    clock.moveTo(Duration.ofMinutes(60));
    CredentialRefused refused =
        assertThrows(CredentialRefused.class, () -> identifiedAgain(begun.patient(), "P0000001"));
    assertEquals(Reason.NOT_THE_SAME_AS_AT_START, refused.reason());
    assertPaid(0, 0, 0);
  }

  @Test
  @DisplayName("an item that is not in the plan, or was not chosen, is not given")
  void notInThePlan() {
    assertStopped("ITEM", () -> begin(CARED, "V-1", "TEST-C09"));
    CareVisit.Begun begun = begin(CARED, "V-1", "TEST-C01");
    clock.moveTo(Duration.ofMinutes(60));
    assertStopped("ITEM", () -> end(begun, new CareGiven("TEST-C02", 10, Money.parseYuan("1.00"))));
  }

  @Test
  @DisplayName("a minute too long or a fen too much is not counted, and the visit stays open")
  void tooLongAndTooMuch() {
    CareVisit.Begun begun = begin(CARED, "V-1", "TEST-C01");
    clock.moveTo(Duration.ofMinutes(90));
    assertStopped(
        "DURATION", () -> end(begun, new CareGiven("TEST-C01", 61, Money.parseYuan("65.00"))));
    assertStopped("FEE", () -> end(begun, new CareGiven("TEST-C01", 60, Money.parseYuan("65.01"))));
    assertInstanceOf(CareOutcome.Settled.class, settle(end(begun, WASH)));
    assertPaid(1, 5850, 650);
  }

  @Test
  @DisplayName("the third time in a day is too often, and the next day is not")
  void tooOften() {
    settle(washed(CARED, "V-1"));
    CareVisit.Begun second = begin(CARED, "V-2", "TEST-C01");
    assertEquals(0, second.visitsLeft());
    clock.moveTo(Duration.ofHours(2));
    settle(end(second, WASH));
    assertStopped("FREQUENCY", () -> begin(CARED, "V-3", "TEST-C01"));
    assertPaid(2, 11_700, 1_300);
    clock.moveTo(Duration.ofHours(14));
    assertEquals(1, begin(CARED, "V-4", "TEST-C01").visitsLeft());
  }

  @Test
  @DisplayName("whose suspension ended yesterday is cared for today")
  void suspendedUntilYesterday() {
    assertInstanceOf(CareOutcome.Settled.class, settle(washed("P0000003", "V-1")));
  }

  @Test
  @DisplayName("on the last day of a suspension nobody is cared for on the fund")
  void suspendedToday() {
    clock.moveTo(Duration.ofDays(-1));
    assertStopped("NOT_SUSPENDED", () -> begin("P0000003", "V-1", "TEST-C01"));
  }

  @Test
  @DisplayName("whose suspension begins tomorrow is cared for and settled today, and not tomorrow")
  void suspendedFromTomorrow() {
    CareVisit.Ended ended = washed("P0000004", "V-1");
    clock.moveTo(Duration.ofHours(14));
    assertStopped("NOT_SUSPENDED", () -> settle(ended));
    assertStopped("NOT_SUSPENDED", () -> begin("P0000004", "V-2", "TEST-C01"));
    clock.moveTo(Duration.ofHours(13));
    assertInstanceOf(CareOutcome.Settled.class, settle(ended));
  }

  @Test
  @DisplayName("an institution without an agreement gives nothing on the fund")
  void withoutAgreement() {
    try (Terminal pharmacy =
            Terminal.open(bench.simulator.pharmacy().deadline(Bench.PATIENCE).build());
        Counter counter = pharmacy.counter(TestOperators.key("cashier-1"))) {
      caregiver = pharmacy.takeShift(TestOperators.key("caregiver-1"));
      Patient patient = identified(counter, CARED, "V-1");
      assertStopped(
          "AGREEMENT",
          () ->
              asCaregiver(
                  counter,
                  desk ->
                      desk.start(
                          desk.file(patient, 2026), patient, "PLAN-2", List.of("TEST-C01"))));
    }
  }

  @Test
  @DisplayName("a barred caregiver, and whoever is none, give nothing")
  void barredOrNone() {
    Patient patient = identified(CARED, "V-1");
    CareFile file = asCaregiver(desk -> desk.file(patient, 2026));
    assertThrows(
        NotPermitted.class,
        () -> bench.counter.longTermCare().start(file, patient, "PLAN-2", List.of("TEST-C01")));
    caregiver = bench.terminal.takeShift(TestOperators.key("caregiver-2"));
    assertStopped(
        "CAREGIVER",
        () -> asCaregiver(desk -> desk.start(file, patient, "PLAN-2", List.of("TEST-C01"))));
    CareVisit.Ended ended;
    caregiver = bench.terminal.takeShift(TestOperators.key("caregiver-1"));
    ended = washed(CARED, "V-1");
    assertThrows(NotPermitted.class, () -> asCaregiver(desk -> desk.settle(ended)));
  }

  @Test
  @DisplayName("Shanghai's share is not published: the visit is recorded and nothing is settled")
  void notPublished() {
    CareVisit.Ended ended = washed("P0000001", "V-1");
    var answer = assertInstanceOf(CareOutcome.NotPublished.class, settle(ended)).why();
    assertEquals("SH 22¶1", answer.source());
    assertTrue(answer.zh().contains("未公布"), answer.zh());
    assertInstanceOf(CareShare.NotPublished.class, bench.counter.longTermCare().share(ended));
    assertTrue(!bench.sent.contains(MessageType.SETTLE_CARE_VISIT.name()));
    assertEquals(List.of(), care().ledgers());
  }

  @Test
  @DisplayName("two visits at once are refused by the centre, which alone sees both")
  void twoAtOnce() {
    CareVisit.Begun begun = begin(CARED, "V-1", "TEST-C01");
    CareFile stale = asCaregiver(desk -> desk.file(identified(CARED, "V-2"), 2026));
    CentreRefused refused =
        assertThrows(
            CentreRefused.class,
            () ->
                asCaregiver(
                    desk ->
                        desk.start(
                            stale, identified(CARED, "V-2"), "PLAN-2", List.of("TEST-C01"))));
    assertEquals("CARE_OPEN", refused.code());
    assertEquals(60, begun.mostMinutes());
  }

  private CareVisit.Settled settled(String visit) {
    CareOutcome outcome = settle(washed(CARED, visit));
    return assertInstanceOf(CareOutcome.Settled.class, outcome).receipt().visit();
  }

  private CareCancelOutcome cancel(CareVisit.Settled settled, String reason) {
    Shift supervisor = bench.terminal.takeShift(TestOperators.key("supervisor-1"));
    return bench.counter.with(supervisor, c -> c.longTermCare().cancel(settled, reason));
  }

  private static void assertRefused(String code, CareCancelOutcome outcome) {
    assertEquals(code, assertInstanceOf(CareCancelOutcome.Refused.class, outcome).refusal().code());
  }

  @Test
  @DisplayName("a settled visit is cancelled once, for one reason, and is not settled again")
  void cancelledOnce() {
    CareVisit.Settled settled = settled("V-1");
    assertThrows(NotPermitted.class, () -> bench.counter.longTermCare().cancel(settled, "录入错误"));
    bench.simulator.centre().faults().loseNext(MessageType.CANCEL_CARE_VISIT);
    CareCancelOutcome first = cancel(settled, "录入错误");
    CareCancelOutcome again = cancel(settled, "录入错误");
    if (first instanceof CareCancelOutcome.Cancelled) {
      assertEquals(first, again);
    }
    assertEquals(
        settled.figures(),
        assertInstanceOf(CareCancelOutcome.Cancelled.class, again).receipt().returned());
    assertPaid(0, 0, 0);
    assertRefused("CARE_CANCELLED", cancel(settled, "其他原因"));
    assertPaid(0, 0, 0);
    CareOutcome anew = settle(settled.ended());
    assertEquals(
        "CARE_CANCELLED", assertInstanceOf(CareOutcome.Refused.class, anew).refusal().code());
    Patient patient = identified(CARED, "V-2");
    CareFile file = asCaregiver(desk -> desk.file(patient, 2026));
    assertEquals(CareFile.Entry.State.CANCELLED, file.visits().get(0).state());
    assertEquals(Money.ZERO, file.settledIn(2026).total());
  }

  @Test
  @DisplayName("what the fund has paid out to the carer is not cancelled at a counter")
  void paidOut() {
    CareVisit.Settled settled = settled("V-1");
    bench.simulator.centre().payOutCare();
    assertRefused("CARE_PAID_OUT", cancel(settled, "录入错误"));
    assertPaid(1, 5850, 650);
  }
}
