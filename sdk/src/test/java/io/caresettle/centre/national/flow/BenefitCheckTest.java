package io.caresettle.centre.national.flow;

import static io.caresettle.centre.national.flow.Desk.answered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.AnswerFinding;
import io.caresettle.centre.BenefitRequest;
import io.caresettle.centre.Benefits;
import io.caresettle.centre.CallBook;
import io.caresettle.centre.Reply;
import io.caresettle.centre.national.flow.ScriptedPlatform.Fault;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.eligibility.FundBenefit;
import io.caresettle.eligibility.Visit;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Scheme;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What somebody may have at a visit is asked for by 2001")
@Timeout(180)
class BenefitCheckTest {

  private final Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  private static Reply<Benefits> ask(Desk desk) {
    return desk.centre.benefits(
        new BenefitRequest(
            ScriptedBook.PERSON,
            new Visit("V1", CareType.OUTPATIENT, Desk.DAY).forDisease("M01600"),
            CareType.OUTPATIENT,
            "0007"),
        Desk.WITHIN);
  }

  private void next(Node output) {
    desk.platform.next("2001", new Fault.Output(output));
  }

  private static Node changed(Node answer, String field, String value) {
    Node row = answer.nodes("trtinfo").get(0).with(field, value);
    return Node.EMPTY.with("trtinfo", new Value.Rows(List.of(row)));
  }

  @Test
  @DisplayName(
      "of this insurance, kind of care and day, at this institution, where the person is"
          + " insured")
  void asked() {
    desk.shown();
    FundBenefit pool = answered(ask(desk)).funds().get(0);
    assertEquals(Payer.POOL_FUND, pool.payer());
    assertTrue(pool.entitled());
    assertEquals(Scheme.EMPLOYEE, pool.scheme());
    assertEquals("320500", pool.area());
    assertEquals(LocalDate.of(2026, 1, 1), pool.from());
    Node request = desk.platform.requests("2001").get(0);
    assertEquals("320500", request.text("insuplc_admdvs").orElse(""));
    assertEquals("0007", request.text("opter").orElse(""));
    Node data = request.node("input").flatMap(i -> i.node("data")).orElseThrow();
    assertEquals(ScriptedBook.PERSON, data.text("psn_no").orElse(""));
    assertEquals("310", data.text("insutype").orElse(""));
    assertEquals("11", data.text("med_type").orElse(""));
    assertEquals(Desk.INSTITUTION, data.text("fixmedins_code").orElse(""));
    assertEquals("2026-11-20 10:00:00", data.text("begntime").orElse(""));
    assertEquals("M01600", data.text("dise_codg").orElse(""));
  }

  @Test
  @DisplayName("with the reason where a fund does not pay, and no person's number in it")
  void closed() {
    desk.shown();
    next(ScriptedBook.entitled("310200", "0", "证件 320500198503120011 账户冻结"));
    FundBenefit account = answered(ask(desk)).funds().get(0);
    assertEquals(Payer.PERSONAL_ACCOUNT, account.payer());
    assertEquals(false, account.entitled());
    assertEquals("证件 *** 账户冻结", account.reason());
  }

  @Test
  @DisplayName("and what cannot be understood closes nothing, and is a finding")
  void lacks() {
    desk.shown();
    for (Node odd :
        List.of(
            ScriptedBook.entitled("999999", "0", ""),
            ScriptedBook.entitled("310100", "2", ""),
            changed(ScriptedBook.entitled("310100", "0", ""), "begndate", ""))) {
      next(odd);
      assertEquals(List.of(), answered(ask(desk)).funds());
    }
    assertEquals(
        List.of("BENEFIT_LACKS", "BENEFIT_LACKS", "BENEFIT_LACKS"),
        desk.findings.stream().map(AnswerFinding::name).toList());
    next(changed(ScriptedBook.entitled("310100", "0", ""), "trt_chk_type", "99"));
    assertEquals(List.of(), answered(ask(desk)).funds());
    assertEquals(3, desk.findings.size());
  }

  @Test
  @DisplayName("and a lost answer is a finding, after which the trial goes on")
  void lost() {
    desk.shown();
    desk.platform.next("2001", new Fault.AnswerLost());
    assertInstanceOf(Reply.NoAnswer.class, ask(desk));
    assertEquals("BENEFITS_UNKNOWN", desk.findings.get(0).name());
    answered(desk.trial(CareType.OUTPATIENT, "B1"));
  }

  @Test
  @DisplayName("for somebody insured elsewhere it tells the filing that nothing else tells")
  void filing() {
    desk.shown();
    var filing = answered(ask(desk)).filings().get(0);
    assertEquals("320500", filing.careArea());
    next(ScriptedBook.entitled("310100", "0", "未备案"));
    assertEquals(List.of(), answered(ask(desk)).filings());
  }

  @Test
  @DisplayName("not at all where the province does not want it")
  void notAsked() {
    Unconfirmed without = Unconfirmed.safe().withoutBenefitCheck();
    try (Desk other = new Desk("base", CallBook.inMemory(), without, HisDetails.NONE)) {
      other.shown();
      assertEquals(Benefits.NONE, answered(ask(other)));
      assertEquals(List.of(), other.platform.requests("2001"));
    }
  }
}
