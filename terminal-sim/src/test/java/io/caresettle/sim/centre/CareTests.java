package io.caresettle.sim.centre;

import static io.caresettle.sim.centre.TestTill.HOSPITAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Parser;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.wire.CareItem;
import io.caresettle.protocol.wire.CareSettlementDocument;
import io.caresettle.protocol.wire.CareYear;
import io.caresettle.protocol.wire.CareYearAnswer;
import io.caresettle.protocol.wire.EndCareVisit;
import io.caresettle.protocol.wire.EndCareVisitAnswer;
import io.caresettle.protocol.wire.IdentityCheck;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.SettleCareVisit;
import io.caresettle.protocol.wire.SettleCareVisitAnswer;
import io.caresettle.protocol.wire.Split;
import io.caresettle.protocol.wire.StartCareVisit;
import io.caresettle.protocol.wire.StartCareVisitAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("R-LTC-01, R-LTC-02: the centre believes no terminal about long-term care:")
class CareTests {

  private static final String PERSON = "P0000002";

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock();
  private CentreDesk desk;
  private TestTill till;

  @BeforeEach
  void open() {
    desk = CentreDesk.open(TestCentre.settings(folder, clock));
    till = new TestTill(desk, HOSPITAL);
  }

  @AfterEach
  void close() {
    assertTrue(desk.books().balance(), () -> desk.books().toString());
    assertTrue(desk.careBooks().balance(), () -> desk.careBooks().toString());
    desk.close();
  }

  private StartCareVisit.Builder start(String visit, String... items) {
    return StartCareVisit.newBuilder()
        .setRequestId("care-start-" + visit)
        .setPersonNumber(PERSON)
        .setVisitNumber(visit)
        .setPlanNumber("PLAN-2")
        .addAllItemCodes(List.of(items))
        .setIdentity(IdentityCheck.newBuilder().setPersonNumber(PERSON))
        .setOperator("caregiver-1")
        .setStartedAtMillis(clock.instant().toEpochMilli());
  }

  private StartCareVisitAnswer ask(StartCareVisit.Builder start) {
    return parse(StartCareVisitAnswer.parser(), MessageType.START_CARE_VISIT, start.build());
  }

  private <M> M parse(Parser<M> parser, MessageType type, com.google.protobuf.MessageLite message) {
    return TestTill.parse(parser, till.exchange(type, till.nextId(), message));
  }

  private void assertNotStarted(String code, StartCareVisit.Builder start) {
    assertEquals(code, ask(start).getRefusal().getCode());
  }

  private String started(String visit, String... items) {
    till.lookUp(visit, PERSON);
    StartCareVisitAnswer answer = ask(start(visit, items));
    assertTrue(answer.hasStarted(), () -> answer.getRefusal().getCode());
    return answer.getStarted().getCareVisitId();
  }

  private EndCareVisit.Builder end(String id, int minutes, long fee) {
    return EndCareVisit.newBuilder()
        .setRequestId("care-end-" + id)
        .setCareVisitId(id)
        .setIdentity(IdentityCheck.newBuilder().setPersonNumber(PERSON))
        .setEndedAtMillis(clock.instant().toEpochMilli())
        .setOperator("caregiver-1")
        .addItems(CareItem.newBuilder().setItemCode("TEST-C01").setMinutes(minutes).setFee(fee));
  }

  private EndCareVisitAnswer ask(EndCareVisit.Builder end) {
    return parse(EndCareVisitAnswer.parser(), MessageType.END_CARE_VISIT, end.build());
  }

  private void assertNotEnded(String code, EndCareVisit.Builder end) {
    assertEquals(code, ask(end).getRefusal().getCode());
  }

  private Split ended(String id) {
    clock.advance(Duration.ofHours(1));
    till.lookUp("V1", PERSON);
    EndCareVisitAnswer answer = ask(end(id, 60, 6500));
    assertTrue(answer.hasEnded(), () -> answer.getRefusal().getCode());
    return answer.getEnded().getSplit();
  }

  private SettleCareVisitAnswer settle(TestTill at, String id, Split confirmed) {
    CareSettlementDocument document =
        CareSettlementDocument.newBuilder()
            .setRequestId("care-settle-" + id)
            .setCareVisitId(id)
            .setInstitutionCode(HOSPITAL)
            .setPersonNumber(PERSON)
            .setConfirmed(confirmed)
            .setOperator("cashier-1")
            .build();
    return parse(
        SettleCareVisitAnswer.parser(),
        MessageType.SETTLE_CARE_VISIT,
        SettleCareVisit.newBuilder()
            .setDocument(
                Documents.sign(at.keys, DocumentContext.CARE_SETTLEMENT, document.toByteArray()))
            .build());
  }

  @Test
  @DisplayName("nobody begins whom no credential named here, at this visit")
  void identifiedAtTheStart() {
    assertNotStarted("NOT_IDENTIFIED", start("V1", "TEST-C01"));
    till.lookUp("V2", PERSON);
    assertNotStarted("NOT_IDENTIFIED", start("V1", "TEST-C01"));
  }

  @Test
  @DisplayName("plan, item, caregiver and time of a start are judged anew")
  void startsJudged() {
    till.lookUp("V1", PERSON);
    assertNotStarted("CARE_PLAN", start("V1", "TEST-C01").setPlanNumber("PLAN-4"));
    assertNotStarted("CARE_ITEM", start("V1", "TEST-C09"));
    assertNotStarted("CARE_ITEM", start("V1", "TEST-C01", "TEST-C01"));
    assertNotStarted("CARE_ITEM", start("V1"));
    assertNotStarted("CARE_CAREGIVER", start("V1", "TEST-C01").setOperator("caregiver-2"));
    assertNotStarted("CARE_CAREGIVER", start("V1", "TEST-C01").clearOperator());
    long now = clock.instant().toEpochMilli();
    assertNotStarted("CARE_TIME", start("V1", "TEST-C01").setStartedAtMillis(now + 300_001));
    assertNotStarted("CARE_TIME", start("V1", "TEST-C01").setStartedAtMillis(now - 900_001));
    assertTrue(ask(start("V1", "TEST-C01").setStartedAtMillis(now - 900_000)).hasStarted());
  }

  @Test
  @DisplayName("a start is one however often it is asked, also after a restart, and never another")
  void startedOnce() {
    String id = started("V1", "TEST-C01");
    desk.close();
    desk = CentreDesk.open(TestCentre.settings(folder, clock));
    till = new TestTill(desk, HOSPITAL);
    clock.advance(Duration.ofMinutes(2));
    assertEquals(id, ask(start("V1", "TEST-C01")).getStarted().getCareVisitId());
    assertNotStarted("REQUEST_ID_REUSED", start("V1", "TEST-C02"));
    assertNotStarted("REQUEST_ID_REUSED", start("V2", "TEST-C01").setRequestId("care-start-V1"));
  }

  @Test
  @DisplayName("an open visit keeps others away until it lapses after a day, and then counts not")
  void lapses() {
    started("V1", "TEST-C02");
    clock.advance(Duration.ofHours(24));
    till.lookUp("V2", PERSON);
    assertNotStarted("CARE_OPEN", start("V2", "TEST-C02"));
    clock.advance(Duration.ofSeconds(1));
    assertTrue(ask(start("V2", "TEST-C02")).hasStarted());
  }

  @Test
  @DisplayName("an end without a look-up since the start, or of another, is none (R-ID-08)")
  void identifiedAtTheEnd() {
    String id = started("V1", "TEST-C01");
    clock.advance(Duration.ofHours(1));
    assertNotEnded("CARE_IDENTITY", end(id, 60, 6500));
    till.lookUp("V1", "P0000001");
    assertNotEnded("CARE_IDENTITY", end(id, 60, 6500));
    assertNotEnded(
        "CARE_IDENTITY",
        end(id, 60, 6500).setIdentity(IdentityCheck.newBuilder().setPersonNumber("P0000001")));
    till.lookUp("V1", PERSON);
    assertTrue(ask(end(id, 60, 6500)).hasEnded());
  }

  @Test
  @DisplayName("minutes, fee and time of an end are judged anew")
  void endsJudged() {
    String id = started("V1", "TEST-C01");
    clock.advance(Duration.ofMinutes(59));
    till.lookUp("V1", PERSON);
    assertNotEnded("CARE_DURATION", end(id, 60, 6500));
    clock.advance(Duration.ofMinutes(10));
    assertNotEnded("CARE_DURATION", end(id, 61, 6500));
    assertNotEnded("CARE_DURATION", end(id, 0, 0));
    assertNotEnded("CARE_FEE", end(id, 60, 6501));
    assertNotEnded("CARE_FEE", end(id, 59, 6392));
    assertNotEnded("CARE_FEE", end(id, 60, -1));
    assertNotEnded("CARE_ITEM", end(id, 60, 6500).clearItems());
    assertNotEnded("CARE_CAREGIVER", end(id, 60, 6500).setOperator("caregiver-2"));
    assertNotEnded(
        "CARE_TIME", end(id, 60, 6500).setEndedAtMillis(clock.instant().toEpochMilli() + 300_001));
    assertNotEnded("CARE_VISIT_UNKNOWN", end("C0", 60, 6500));
    EndCareVisitAnswer ended = ask(end(id, 59, 6391));
    assertEquals(6391, ended.getEnded().getFeeLimit());
    clock.advance(Duration.ofMinutes(30));
    assertEquals(ended, ask(end(id, 59, 6391)));
    assertNotEnded("REQUEST_ID_REUSED", end(id, 59, 6390));
  }

  @Test
  @DisplayName("what is settled is the centre's figures, once, in the care ledger alone")
  void settledOnce() {
    String id = started("V1", "TEST-C01");
    assertEquals(
        "CARE_NOT_ENDED", settle(till, id, Split.getDefaultInstance()).getRefusal().getCode());
    Split split = ended(id);
    assertEquals(5850, split.getLongTermCareFund());
    assertEquals(650, split.getCash());
    assertEquals(6500, split.getTotal());
    Split other = split.toBuilder().setLongTermCareFund(5851).setCash(649).build();
    assertEquals("CARE_FIGURES", settle(till, id, other).getRefusal().getCode());
    assertEquals(
        "CARE_FIGURES",
        settle(till, id, split.toBuilder().setPoolFund(1).build()).getRefusal().getCode());
    SettleCareVisitAnswer first = settle(till, id, split);
    assertTrue(first.hasReceipt(), () -> first.getRefusal().getCode());
    clock.advance(Duration.ofMinutes(1));
    assertEquals(first, settle(till, id, split));
    assertEquals(1, desk.careBooks().standing());
    assertEquals(-5850, desk.careBooks().fen("care-fund:test"));
    assertEquals(0, desk.settlementsStanding());
    assertEquals(0, desk.books().fen("fund:pool"));
  }

  @Test
  @DisplayName("what another key signed is not settled")
  void signed() {
    String id = started("V1", "TEST-C01");
    Split split = ended(id);
    TestTill other = till.withOtherKeys(HOSPITAL + "-T0002");
    assertEquals("NOT_SIGNED", settle(other, id, split).getRefusal().getCode());
  }

  @Test
  @DisplayName("who is being cared for is nowhere else, and free to go when care has ended")
  void inOnePlace() {
    String id = started("V1", "TEST-C01");
    TestTill pharmacy = new TestTill(desk, TestTill.PHARMACY);
    assertEquals("SHOWN_ELSEWHERE", pharmacy.lookUp("V9", PERSON).getRefusal().getCode());
    ended(id);
    assertTrue(pharmacy.lookUp("V9", PERSON).hasPerson());
  }

  @Test
  @DisplayName("a care year is shown to whoever identified the person, and to nobody else")
  void careYear() {
    CareYear asked =
        CareYear.newBuilder().setPersonNumber(PERSON).setVisitNumber("V1").setYear(2026).build();
    assertEquals(
        "NOT_IDENTIFIED",
        parse(CareYearAnswer.parser(), MessageType.CARE_YEAR, asked).getRefusal().getCode());
    String id = started("V1", "TEST-C01");
    settle(till, id, ended(id));
    var file = parse(CareYearAnswer.parser(), MessageType.CARE_YEAR, asked).getFile();
    assertEquals("test", file.getArea());
    assertEquals(6500, file.getVisits(0).getSplit().getTotal());
    assertEquals(6500, file.getVisits(0).getItems(0).getFee());
    till.lookUp("V1", "P0000005");
    assertEquals(
        "CARE_UNKNOWN",
        parse(
                CareYearAnswer.parser(),
                MessageType.CARE_YEAR,
                asked.toBuilder()
                    .setPersonNumber("P0000006")
                    .setVisitNumber(shown("P0000006"))
                    .build())
            .getRefusal()
            .getCode());
  }

  private String shown(String person) {
    till.lookUp("V-" + person, person);
    return "V-" + person;
  }

  @Test
  @DisplayName("a care year has the days before New Year's that lie in its first week, and no more")
  void firstWeek() {
    CareYear.Builder asked =
        CareYear.newBuilder().setPersonNumber(PERSON).setVisitNumber("V1").setYear(2027);
    // 2026-12-28 is the Monday of the week in which 2027 begins.
    clock.advance(Duration.ofDays(37));
    started("V1", "TEST-C01");
    assertEquals(0, visits(asked));
    clock.advance(Duration.ofDays(1).plusSeconds(1));
    started("V2", "TEST-C01");
    assertEquals(1, visits(asked));
    assertEquals(1, visits(asked.setYear(2026)));
    assertEquals(0, visits(asked.setYear(2025)));
  }

  private int visits(CareYear.Builder asked) {
    return parse(CareYearAnswer.parser(), MessageType.CARE_YEAR, asked.build())
        .getFile()
        .getVisitsCount();
  }

  @Test
  @DisplayName("a person file whose suspension is shorter or longer than SH 62 allows is refused")
  void lawfulSuspensions() {
    rolls("2026-01-01", "2026-03-31");
    rolls("2026-01-01", "2026-12-31");
    assertThrows(IllegalArgumentException.class, () -> rolls("2026-01-01", "2026-03-30"));
    assertThrows(IllegalArgumentException.class, () -> rolls("2026-01-01", "2027-01-01"));
  }

  private static void rolls(String from, String to) {
    String people =
        """
        persons:
          - number: P1
            long-term-care:
              area: test
              suspensions: [{from: %s, to: %s, why: 测试, basis: "SH 62"}]
        """;
    CareRolls.of(
        Sheet.ofText("people", people.formatted(from, to)), Sheet.ofText("terms", "funds: []"));
  }
}
