package io.caresettle.sim.centre;

import static io.caresettle.sim.centre.TestTill.HOSPITAL;
import static io.caresettle.sim.centre.TestTill.parse;
import static io.caresettle.sim.centre.TestTill.receipt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.wire.Authorisation;
import io.caresettle.protocol.wire.Authorisation.Purpose;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.OtherLayer;
import io.caresettle.protocol.wire.Period;
import io.caresettle.protocol.wire.RecordConsent;
import io.caresettle.protocol.wire.RecordConsentAnswer;
import io.caresettle.protocol.wire.SettleAnswer;
import io.caresettle.protocol.wire.SettlementReceipt;
import io.caresettle.protocol.wire.Split;
import io.caresettle.protocol.wire.WithdrawConsent;
import io.caresettle.protocol.wire.WithdrawConsentAnswer;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Commercial insurers and mutual funds at the centre")
class OtherLayersTests extends BillStory {

  private static final String INSURER = "INS-TEST-1";
  private static final String FUND = "FUND-TEST-1";

  private RecordConsent.Builder leave(String request, String payer) {
    return RecordConsent.newBuilder()
        .setRequestId(request)
        .setVisitNumber("V-B1")
        .setPersonNumber(PERSON)
        .setMatter(RecordConsent.Matter.DATA_FOR_COMMERCIAL_INSURANCE)
        .setGiver(RecordConsent.Giver.SELF)
        .setGiverName("测试甲")
        .setForm(RecordConsent.Form.ON_PAPER)
        .setGivenAtMillis(clock.instant().toEpochMilli())
        .setOperator("op-1")
        .setPayerId(payer)
        .setPurpose(Purpose.DIRECT_SETTLEMENT)
        .setPeriod(Period.newBuilder().setFrom(TestTill.DAY).setTo(TestTill.DAY));
  }

  private RecordConsentAnswer give(RecordConsent.Builder leave) {
    till.lookUp("V-B1", PERSON);
    return parse(
        RecordConsentAnswer.parser(),
        till.exchange(MessageType.RECORD_CONSENT, till.nextId(), leave.build()));
  }

  private String given(String request, String payer) {
    RecordConsentAnswer answer = give(leave(request, payer));
    assertTrue(answer.hasRecorded(), () -> answer.getRefusal().getCode());
    return answer.getRecorded().getConsentId();
  }

  private WithdrawConsentAnswer revoke(String id) {
    return parse(
        WithdrawConsentAnswer.parser(),
        till.exchange(
            MessageType.WITHDRAW_CONSENT,
            till.nextId(),
            WithdrawConsent.newBuilder()
                .setRequestId("revoke-" + id)
                .setOriginalConsentId(id)
                .setVisitNumber("V-B1")
                .setPersonNumber(PERSON)
                .setReason("本人要求")
                .setOperator("op-1")
                .build()));
  }

  private static OtherLayer layer(
      String payer, String name, OtherLayer.Kind kind, long fen, String leave) {
    return OtherLayer.newBuilder()
        .setPayerId(payer)
        .setName(name)
        .setKind(kind)
        .setAmount(fen)
        .setAuthorisationId(leave)
        .build();
  }

  /** Of 224.00: 60 % beyond 100.00 is 74.40; of the other 149.60, 20 % is 29.92. */
  @Test
  @Tag("R-OTH-01")
  @DisplayName("pay of what the public layers left, before the account, and it all adds up")
  void payAfterThePublicLayers() {
    String insurer = given("leave-1", INSURER);
    String fund = given("leave-2", FUND);
    Split split = till.quote(body).getSplit();
    assertEquals(
        Split.newBuilder()
            .setTotal(35000)
            .setOutOfCatalogue(5000)
            .setInScope(30000)
            .setDeductible(12000)
            .setPoolFund(12600)
            .setPersonalAccount(11968)
            .addOtherLayers(layer(INSURER, "测试惠民保", OtherLayer.Kind.COMMERCIAL, 7440, insurer))
            .addOtherLayers(layer(FUND, "测试职工互助", OtherLayer.Kind.MUTUAL, 2992, fund))
            .build(),
        split);

    SettlementReceipt receipt = receipt(till.settle(till.nextId(), till.quote(body), body));
    assertEquals(split, receipt.getSplit());
    assertEquals(88_032, receipt.getAccountBalanceAfter());
    Books books = desk.books();
    assertEquals(-7440, books.fen("insurer:" + INSURER));
    assertEquals(-2992, books.fen("insurer:" + FUND));
    assertEquals(35000, books.fen("payable:" + HOSPITAL));
    assertEquals(0, books.fen("cash:" + HOSPITAL));
  }

  @Test
  @Tag("R-DATA-07")
  @DisplayName("are told nothing, and pay nothing, without leave for the payer, purpose and day")
  void notWithoutLeave() {
    assertEquals(0, till.quote(body).getSplit().getOtherLayersCount());
    RecordConsentAnswer claim = give(leave("leave-1", INSURER).setPurpose(Purpose.CLAIM));
    assertTrue(claim.hasRecorded());
    RecordConsentAnswer later =
        give(
            leave("leave-2", INSURER)
                .setPeriod(Period.newBuilder().setFrom("2026-11-21").setTo("2026-12-31")));
    assertTrue(later.hasRecorded());
    assertEquals(0, till.quote(body).getSplit().getOtherLayersCount());
    given("leave-3", FUND);
    Split split = till.quote(body).getSplit();
    assertEquals(1, split.getOtherLayersCount());
    assertEquals(4480, split.getOtherLayers(0).getAmount());
    assertEquals(520, split.getCash());
  }

  @Test
  @Tag("R-DATA-07")
  @DisplayName("are told nothing more once the leave is revoked; what was settled stands")
  void revoked() {
    String id = given("leave-1", INSURER);
    receipt(till.settle(till.nextId(), till.quote(body), body));
    assertTrue(revoke(id).hasWithdrawn());
    assertTrue(revoke(id).hasWithdrawn());
    assertEquals(-7440, desk.books().fen("insurer:" + INSURER));
    Authorisation told =
        till.lookUp("V-B1", PERSON).getPerson().getEntitlements().getAuthorisations(0);
    assertEquals("2026-11-20", told.getRevokedOn());
    var other = body.toBuilder().setBillNumber("B2").build();
    assertEquals(0, till.quote(other).getSplit().getOtherLayersCount());
  }

  @Test
  @Tag("R-DATA-07")
  @DisplayName("whose leave is revoked between quote and settlement are not in the settlement")
  void revokedInBetween() {
    String id = given("leave-1", INSURER);
    var quote = till.quote(body);
    revoke(id);
    SettleAnswer answer = till.settle(till.nextId(), quote, body);
    assertEquals(0, receipt(answer).getSplit().getOtherLayersCount());
    assertEquals(17400, receipt(answer).getSplit().getPersonalAccount());
  }

  @Test
  @DisplayName("get their money back when the settlement is reversed")
  void reversed() {
    given("leave-1", INSURER);
    String id = till.nextId();
    receipt(till.settle(id, till.quote(body), body));
    assertTrue(till.reverse(id, "B1").hasReceipt());
    Books books = desk.books();
    assertEquals(0, books.fen("insurer:" + INSURER));
    assertEquals(0, books.fen("payable:" + HOSPITAL));
    assertEquals(100_000, books.fen("account:" + PERSON));
  }

  @Test
  @DisplayName("are let know by the person or a guardian alone, once, who is here and covered")
  void whoGivesLeave() {
    RecordConsentAnswer relative =
        give(leave("leave-1", INSURER).setGiver(RecordConsent.Giver.NEAR_RELATIVE));
    assertEquals("NOT_THE_PERSONS_LEAVE", relative.getRefusal().getCode());
    assertEquals("NOT_COVERED", give(leave("leave-1", "INS-9")).getRefusal().getCode());
    assertEquals(
        "NOT_IDENTIFIED",
        give(leave("leave-1", INSURER).setVisitNumber("V-OTHER")).getRefusal().getCode());
    assertEquals("LEAVE_UNKNOWN", revoke("SQ-NONE").getRefusal().getCode());
    String id = given("leave-1", INSURER);
    assertEquals(id, given("leave-1", INSURER));
    assertEquals("REQUEST_ID_REUSED", give(leave("leave-1", FUND)).getRefusal().getCode());
    restart();
    assertEquals(
        id,
        till.lookUp("V-B1", PERSON)
            .getPerson()
            .getEntitlements()
            .getAuthorisations(0)
            .getAuthorisationId());
  }

  @Test
  @Tag("R-OTH-01")
  @DisplayName("never pay more than the person's part, whatever the product, and no fen is lost")
  void neverMore() {
    Random random = new Random(20261120);
    for (int i = 0; i < 2000; i++) {
      Insurers.Insurer product =
          new Insurers.Insurer(
              "X", "测试", false, random.nextLong(0, 50_000), random.nextInt(0, 1001));
      long persons = random.nextLong(0, 100_000);
      long pays = product.pays(persons);
      assertTrue(pays >= 0 && pays <= persons, () -> product + " of " + persons);
    }
  }
}
