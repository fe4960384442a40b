package io.caresettle.centre.national.flow;

import static io.caresettle.centre.national.flow.Desk.answered;
import static io.caresettle.centre.national.flow.Desk.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.CallBook;
import io.caresettle.centre.PreparedSettlement;
import io.caresettle.centre.Reply;
import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.SettleRequest;
import io.caresettle.centre.Trial;
import io.caresettle.centre.TrialRequest;
import io.caresettle.centre.VisitCall;
import io.caresettle.centre.VisitCall.State;
import io.caresettle.centre.national.message.Node;
import io.caresettle.eligibility.Visit;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.split.Bill;
import io.caresettle.split.FeeLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A drug with its trace code")
@Timeout(180)
class TraceCodesTest {

  private static final String DRUG = "XZ99ZZZ999Z001010100001";
  private static final String CODE = "89999999990001000001";
  private static final Map<String, String> SALE =
      Map.of(
          "fixmedins_bchno", "B1",
          "phar_name", "药师丙",
          "phar_prac_cert_no", "9901",
          "manu_lotnum", "L1",
          "manu_date", "2026-01-01");

  private Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  private void with(String profile, Unconfirmed answers, boolean codes) {
    desk.close();
    CareDetails details =
        new CareDetails(
            Map.of(),
            Map.of(),
            List.of(),
            Map.of(),
            Map.of(),
            codes ? Map.of("1", new CareDetails.Line(Map.of(), SALE, List.of(CODE))) : Map.of());
    desk = new Desk(profile, CallBook.inMemory(), answers, unused -> details);
  }

  private Reply<Trial> trial(CareType care) {
    desk.shown();
    return desk.centre.trial(
        new TrialRequest(
            new Bill(Desk.id("B1"), List.of(FeeLine.of("1", DRUG, "100.00", "1"))),
            ScriptedBook.PERSON,
            new Visit("V-B1", care, Desk.DAY),
            Scheme.EMPLOYEE,
            "320500"),
        Desk.WITHIN);
  }

  private VisitCall owed() {
    return desk.book.of(Desk.id("B1")).stream()
        .filter(call -> call.kind().equals("3505"))
        .findFirst()
        .orElseThrow();
  }

  private void settle(CareType care) {
    Trial trial = answered(trial(care));
    PreparedSettlement prepared =
        desk.centre.prepare(
            new SettleRequest(
                new SettleMessage(desk.nextId(), Desk.id("B1")),
                trial.reference(),
                trial.bodyDigest(),
                trial.body(),
                trial.cut(),
                trial.split(),
                "0001",
                desk.now));
    answered(desk.settle(prepared));
  }

  @Test
  @DisplayName("is settled, and without one it is not, from the day on and not before")
  void noCodeNoSettlement() {
    with("base", Unconfirmed.safe(), false);
    assertEquals("NO_TRACE_CODE", refused(trial(CareType.PHARMACY)).code());
    with("base", Unconfirmed.safe().withTraceCodesFrom(Optional.of(Desk.DAY.plusDays(1))), false);
    answered(trial(CareType.PHARMACY));
    with("base", Unconfirmed.safe().withTraceCodesFrom(Optional.of(LocalDate.EPOCH)), true);
    answered(trial(CareType.PHARMACY));
  }

  @Test
  @DisplayName("is told as sold once the settlement stands, with the settlement's number")
  void soldAfterSettling() {
    with("base", Unconfirmed.safe(), true);
    settle(CareType.PHARMACY);
    assertEquals(State.OWED, owed().state());
    answered(desk.centre.visits().send(owed(), Desk.WITHIN));
    Node row =
        desk.platform
            .requests("3505A")
            .get(0)
            .node("input")
            .orElseThrow()
            .nodes("selinfoDetail")
            .get(0);
    assertEquals(desk.platform.book().standing().get(0).id(), row.text("setl_id").orElse(""));
    assertEquals(CODE, row.nodes("drugtracinfo").get(0).text("drug_trac_codg").orElse(""));
    assertEquals(1, desk.platform.book().sales().size());
  }

  @Test
  @DisplayName("comes back under the message that sold it")
  void comesBack() {
    with("base", Unconfirmed.safe(), true);
    settle(CareType.PHARMACY);
    answered(desk.centre.visits().send(owed(), Desk.WITHIN));
    int calls = desk.book.of(Desk.id("B1")).size();
    answered(desk.centre.visits().undo(owed(), calls, Desk.WITHIN));
    assertEquals(List.of(), desk.platform.book().sales());
  }

  @Test
  @DisplayName("that the business behind the platform refuses to take is owed no more than refused")
  void refusedByTheBusiness() {
    with("base", Unconfirmed.safe(), true);
    settle(CareType.PHARMACY);
    desk.platform.next(
        "3505A",
        new ScriptedPlatform.Fault.Output(
            Node.EMPTY.with("result", Node.EMPTY.with("retRslt", "0").with("msgRslt", "追溯码已使用"))));
    assertTrue(refused(desk.centre.visits().send(owed(), Desk.WITHIN)).zh().contains("追溯码已使用"));
    assertEquals(State.GONE, owed().state());
  }

  @Test
  @DisplayName("travels inside the settlement where the province wants it there")
  void insideTheSettlement() {
    with("hubei", Unconfirmed.safe(), true);
    settle(CareType.OUTPATIENT);
    Node row =
        desk.platform
            .requests("2207")
            .get(0)
            .node("input")
            .orElseThrow()
            .nodes("drug_trac_info")
            .get(0);
    assertEquals(CODE, row.text("drug_trac_codg").orElse(""));
    assertInstanceOf(String.class, row.text("feedetl_sn").orElse(""));
  }
}
