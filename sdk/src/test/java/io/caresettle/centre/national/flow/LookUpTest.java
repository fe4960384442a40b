package io.caresettle.centre.national.flow;

import static io.caresettle.centre.national.flow.Desk.answered;
import static io.caresettle.centre.national.flow.Desk.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.Asking;
import io.caresettle.centre.CodeBinding;
import io.caresettle.centre.CodeRequest;
import io.caresettle.centre.LookUpRequest;
import io.caresettle.centre.LookedUp;
import io.caresettle.centre.Reply;
import io.caresettle.centre.SignIn;
import io.caresettle.centre.SignedIn;
import io.caresettle.centre.national.flow.ScriptedPlatform.Fault;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.credential.CardProof;
import io.caresettle.credential.CodeUse;
import io.caresettle.credential.CodeUse.Business;
import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.NationalCode;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.eligibility.Enrolment;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.Scheme;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Who somebody is, by the national interface")
@Timeout(180)
class LookUpTest {

  private final Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  private CodeRequest code(String visit) {
    return CodeRequest.of(
        new NationalCode("28" + "0".repeat(26)),
        new CodeUse(Business.PURCHASE),
        new Asking(Desk.INSTITUTION, 0, visit, "0001"));
  }

  private Reply<LookedUp> lookUp(String proof, String visit) {
    return desk.centre.lookUp(
        new LookUpRequest(code(visit).code(), Optional.of(proof), visit, "0001"), Desk.WITHIN);
  }

  @Test
  @DisplayName("is asked with the token that the code was decoded to, and the code is decoded once")
  void byCode() {
    CodeBinding binding = answered(desk.centre.credentials().resolve(code("V1"), Desk.WITHIN));
    assertTrue(answered(desk.centre.credentials().resolve(code("V1"), Desk.WITHIN)).boundBefore());
    LookedUp found = answered(lookUp(binding.bindingId(), "V1"));
    assertEquals(ScriptedBook.PERSON, found.person().personNumber());
    Node data =
        desk.platform
            .requests("1101")
            .get(0)
            .node("input")
            .orElseThrow()
            .node("data")
            .orElseThrow();
    assertEquals("01", data.text("mdtrt_cert_type").orElse(""));
    assertTrue(data.text("mdtrt_cert_no").orElse("").startsWith("token-"));
    assertEquals(1, desk.platform.requests("1162").size());
  }

  @Test
  @DisplayName("is not said by a code that was decoded for another visit, or before a restart")
  void codeOfAnotherVisit() {
    CodeBinding binding = answered(desk.centre.credentials().resolve(code("V1"), Desk.WITHIN));
    assertEquals("BINDING_EXPIRED", refused(lookUp(binding.bindingId(), "V2")).code());
    assertEquals("BINDING_EXPIRED", refused(lookUp("another", "V1")).code());
  }

  @Test
  @DisplayName("is asked with the card's numbers where a card was shown")
  void byCard() {
    SocialSecurityCard card =
        new SocialSecurityCard(
            "320500",
            "320500D15600000500000001FFFFFFFF",
            "A00000011",
            "3.00",
            LocalDate.of(2020, 1, 1),
            LocalDate.of(2030, 1, 1),
            IdentityNumber.parse("329900198503120011"),
            PersonName.of("测试甲"),
            CardProof.PSAM);
    answered(
        desk.centre.lookUp(new LookUpRequest(card, Optional.empty(), "V1", "0001"), Desk.WITHIN));
    Node data =
        desk.platform
            .requests("1101")
            .get(0)
            .node("input")
            .orElseThrow()
            .node("data")
            .orElseThrow();
    assertEquals("03", data.text("mdtrt_cert_type").orElse(""));
    assertEquals(card.cardIdentifier(), data.text("card_sn").orElse(""));
  }

  private Enrolment insured(Node row) {
    desk.platform.next(
        "1101", new Fault.Edited(output -> output.with("insuinfo", new Value.Rows(List.of(row)))));
    return desk.shown().entitlements().enrolments().get(0);
  }

  private static Node row(String insurance, String person) {
    return Node.EMPTY
        .with("balc", new Value.Digits("12.3"))
        .with("insutype", insurance)
        .with("psn_type", person)
        .with("psn_insu_stas", "1")
        .with("psn_insu_date", "2020-01-01 00:00:00")
        .with("insuplc_admdvs", "320500");
  }

  @Test
  @DisplayName("comes with insurances in our words")
  void insurances() {
    assertEquals(InsuredCategory.RETIRED, insured(row("310", "1201")).category());
    Enrolment child = insured(row("390", "1403"));
    assertEquals(Scheme.RESIDENT, child.scheme());
    assertEquals(InsuredCategory.CHILD, child.category());
    assertEquals("12.30", child.accountBalance().toString());
  }

  @Test
  @DisplayName("that is paused is insured no more from the pause on")
  void paused() {
    Enrolment paused =
        insured(row("310", "1101").with("psn_insu_stas", "2").with("paus_insu_date", "2026-11-01"));
    assertTrue(paused.covers(LocalDate.of(2026, 10, 31)));
    assertTrue(!paused.covers(Desk.DAY));
    assertTrue(!insured(row("310", "1101").with("psn_insu_stas", "4")).covers(Desk.DAY));
  }

  @Test
  @DisplayName("with an insurance that we have no scheme for is a finding")
  void unknownInsurance() {
    desk.platform.next(
        "1101",
        new Fault.Edited(
            output -> output.with("insuinfo", new Value.Rows(List.of(row("340", "1300"))))));
    assertEquals(List.of(), desk.shown().entitlements().enrolments());
    assertEquals("INSURANCE_LACKS", desk.findings.get(0).name());
  }

  @Test
  @DisplayName("is not said by an answer that names nobody")
  void namesNobody() {
    desk.platform.next("1101", new Fault.Output(Node.EMPTY));
    assertInstanceOf(
        Reply.NoAnswer.class,
        desk.centre.lookUp(
            new LookUpRequest(
                new io.caresettle.credential.TestCode(
                    "C", "k", java.time.Instant.EPOCH, java.time.Instant.MAX),
                Optional.empty(),
                "V1",
                "0001"),
            Desk.WITHIN));
  }

  @Test
  @DisplayName("is asked by a terminal that signed in, whose day is the platform's")
  void signIn() {
    SignedIn signed =
        answered(desk.centre.signIn(new SignIn(Desk.INSTITUTION, 0, "epoch", "1"), Desk.WITHIN));
    assertEquals(Desk.DAY, signed.businessDate());
    assertEquals("2026-1", signed.catalogueVersion());
    desk.shown();
    assertEquals(1, desk.platform.requests("9001").size());
    assertEquals("SIGN-1", desk.platform.requests("1101").get(0).text("sign_no").orElse(""));
  }

  @Test
  @DisplayName("and what else the interface does not have is refused in words")
  @SuppressWarnings("NullAway") // Nobody looks at what is asked.
  void notHere() {
    for (Reply<?> reply :
        List.of(
            desk.centre
                .family()
                .payer(
                    new LookUpRequest(code("V1").code(), Optional.empty(), "V1", "0001"),
                    null,
                    Desk.WITHIN),
            desk.centre.thirdParty().declare(null, null, "0001", Desk.WITHIN),
            desk.centre.audit().anchor(0, null, Desk.WITHIN),
            desk.centre.registrations().register(null, "0001", Desk.WITHIN),
            desk.centre.authorisations().give(null, null, "0001", Desk.WITHIN),
            desk.centre.longTermCare().file(null, 2026, "0001", Desk.WITHIN),
            desk.centre.credentials().authenticate(null, Desk.WITHIN))) {
      assertEquals("NOT_IN_THE_NATIONAL_INTERFACE", refused(reply).code());
      assertTrue(refused(reply).zh().startsWith("国家接口没有此功能"));
    }
  }
}
