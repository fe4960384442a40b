package io.caresettle.centre.national.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.AnswerFinding;
import io.caresettle.centre.national.Samples;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Yuan;
import io.caresettle.centre.national.profile.Profiles;
import io.caresettle.money.Payer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The amounts of a settlement")
class AmountsTest {

  private static Node info(String... fields) {
    Node info =
        Node.EMPTY
            .with("medfee_sumamt", "100.00")
            .with("fulamt_ownpay_amt", "10.00")
            .with("overlmt_selfpay", "5.00")
            .with("preselfpay_amt", "5.00")
            .with("inscp_scp_amt", "80.00")
            .with("hifp_pay", "40.00")
            .with("cvlserv_pay", "4.00")
            .with("hifes_pay", "3.00")
            .with("hifmi_pay", "2.00")
            .with("hifob_pay", "1.00")
            .with("maf_pay", "6.00")
            .with("oth_pay", "4.00")
            .with("fund_pay_sumamt", "60.00")
            .with("acct_pay", "30.00")
            .with("psn_cash_pay", "10.00")
            .with("balc", "1.00");
    for (int i = 0; i < fields.length; i += 2) {
      info =
          fields[i + 1].isEmpty() ? info.without(fields[i]) : info.with(fields[i], fields[i + 1]);
    }
    return info;
  }

  private static Amounts read(String profile, Node info) {
    return Amounts.read(
        Profiles.shipped(profile), "2207", Node.EMPTY.with("setlinfo", info), false);
  }

  private static String contradiction(String profile, Node info) {
    Contradiction found = assertThrows(Contradiction.class, () -> read(profile, info));
    return found.findings().stream()
        .filter(AnswerFinding::contradicts)
        .findFirst()
        .orElseThrow()
        .name();
  }

  private static List<String> names(Amounts amounts) {
    return amounts.findings().stream().map(AnswerFinding::name).toList();
  }

  @Test
  @DisplayName("go to the payers whom their fields name")
  void payers() {
    Amounts amounts = read("base", info());
    assertEquals("40.00", amounts.split().paidBy(Payer.POOL_FUND).toString());
    assertEquals("4.00", amounts.split().paidBy(Payer.CIVIL_SERVANT_SUBSIDY).toString());
    assertEquals("7.00", amounts.split().paidBy(Payer.SUPPLEMENTS).toString());
    assertEquals("2.00", amounts.split().paidBy(Payer.CRITICAL_ILLNESS).toString());
    assertEquals("1.00", amounts.split().paidBy(Payer.LARGE_SUM_SUBSIDY).toString());
    assertEquals("6.00", amounts.split().paidBy(Payer.MEDICAL_AID).toString());
    assertEquals("30.00", amounts.split().paidBy(Payer.PERSONAL_ACCOUNT).toString());
    assertEquals("10.00", amounts.split().paidBy(Payer.CASH).toString());
    assertEquals(List.of(), names(amounts));
  }

  @Test
  @DisplayName("are read as the province reads the sum of the funds, and as no other")
  void fundSumByProfile() {
    Node inside = info("fund_pay_sumamt", "90.00");
    assertEquals(read("base", info()).split(), read("guangdong", inside).split());
    assertEquals("PAYERS", contradiction("base", inside));
    assertEquals("PAYERS", contradiction("guangdong", info()));
  }

  @Test
  @DisplayName("that would add up in the other reading say so, and are not taken")
  void hintOfTheOtherReading() {
    Contradiction found =
        assertThrows(Contradiction.class, () -> read("base", info("fund_pay_sumamt", "90.00")));
    assertTrue(String.valueOf(found.getMessage()).contains("fund-sum"), found::getMessage);
  }

  @Test
  @DisplayName("with mutual aid in or beside the account are told apart by their sum")
  void mutualAid() {
    Amounts inside = read("base", info("acct_mulaid_pay", "12.00"));
    assertEquals("18.00", inside.split().paidBy(Payer.PERSONAL_ACCOUNT).toString());
    assertEquals("12.00", inside.split().paidBy(Payer.FAMILY_ACCOUNT).toString());
    Amounts beside = read("base", info("acct_mulaid_pay", "12.00", "acct_pay", "18.00"));
    assertEquals(inside.split(), beside.split());
  }

  @Test
  @DisplayName("whose account is all mutual aid are taken only where every fund is named")
  void allMutualAid() {
    Node both =
        info(
            "fund_pay_sumamt", "60.00",
            "acct_pay", "20.00",
            "acct_mulaid_pay", "20.00",
            "psn_cash_pay", "20.00");
    assertEquals("FUND_PARTS", contradiction("guangdong-shenzhen", both));
    Node unnamed = both;
    for (String fund :
        List.of(
            "hifp_pay",
            "cvlserv_pay",
            "hifes_pay",
            "hifmi_pay",
            "hifob_pay",
            "maf_pay",
            "oth_pay")) {
      unnamed = unnamed.without(fund);
    }
    assertEquals("PAYERS", contradiction("guangdong-shenzhen", unnamed));
    Amounts named = read("guangdong-shenzhen", both.with("hifp_pay", "20.00"));
    assertEquals("20.00", named.split().paidBy(Payer.POOL_FUND).toString());
    assertEquals("20.00", named.split().paidBy(Payer.FAMILY_ACCOUNT).toString());
  }

  @Test
  @DisplayName("less than nothing contradict, in whichever field they stand")
  void lessThanNothing() {
    Node institution = info("hosp_part_amt", "-5.00", "psn_cash_pay", "15.00");
    assertEquals("NEGATIVE", contradiction("base", institution));
    Node fund = info("hifdm_pay", "-5.00", "hifp_pay", "45.00");
    assertEquals("NEGATIVE", contradiction("base", fund));
  }

  @Test
  @DisplayName("whose balance cannot be read are good, and that is told")
  void balanceUnreadable() {
    assertEquals(List.of("NO_BALANCE"), names(read("base", info("balc", "未知"))));
    assertEquals("300.00", read("base", info("balc", "300.0000")).balance().toString());
  }

  @Test
  @DisplayName("with the limit in or beside what is self-paid are told apart by their sum")
  void overLimit() {
    Amounts beside = read("base", info());
    Amounts inside = read("base", info("fulamt_ownpay_amt", "15.00"));
    assertEquals(beside.cut(), inside.cut());
  }

  @Test
  @DisplayName("of which one is off by a fen are contradicted by name, whichever it is")
  void offByAFen() {
    Random random = new Random(20_261_130);
    for (String field :
        List.of(
            "medfee_sumamt",
            "fulamt_ownpay_amt",
            "preselfpay_amt",
            "inscp_scp_amt",
            "hifp_pay",
            "cvlserv_pay",
            "hifes_pay",
            "hifmi_pay",
            "hifob_pay",
            "maf_pay",
            "oth_pay",
            "fund_pay_sumamt",
            "acct_pay",
            "psn_cash_pay")) {
      long fen = Yuan.fen(info().text(field).orElseThrow());
      String off = Yuan.text(fen + (random.nextBoolean() ? 1 : -1));
      assertTrue(
          List.of("CUT", "PAYERS", "FUND_PARTS").contains(contradiction("base", info(field, off))),
          field);
    }
  }

  @Test
  @DisplayName("of a fund that no field names are a finding where a field is missing")
  void unnamedFund() {
    Amounts amounts = read("base", info("maf_pay", ""));
    assertEquals(List.of("FUND_PARTS"), names(amounts));
    assertEquals("13.00", amounts.split().paidBy(Payer.SUPPLEMENTS).toString());
  }

  @Test
  @DisplayName("without a total, or less than nothing, are no amounts")
  void noAmounts() {
    assertEquals("LACKS_AMOUNT", contradiction("base", info("medfee_sumamt", "")));
    assertEquals("NEGATIVE", contradiction("base", info("psn_cash_pay", "-10.00")));
    assertEquals("NO_AMOUNT", contradiction("base", info("acct_pay", "30.001")));
  }

  @Test
  @DisplayName("of an undo are the same with and without a minus")
  void undoing() {
    Node minus = Node.EMPTY;
    for (var member : info().members().entrySet()) {
      minus = minus.with(member.getKey(), "-" + member.getValue().said().orElseThrow());
    }
    Amounts with =
        Amounts.read(Profiles.shipped("base"), "2208", Node.EMPTY.with("setlinfo", minus), true);
    assertEquals(read("base", info()).split(), with.split());
  }

  @Test
  @DisplayName("of messages that others sketched are read without a word")
  void samples() {
    for (String sample : List.of("2101", "2102", "2206", "2207")) {
      Node output = Samples.answer(sample).node("output").orElseThrow();
      assertEquals(
          List.of(), names(Amounts.read(Profiles.shipped("base"), sample, output, false)), sample);
    }
    for (String sample : List.of("2103", "2208")) {
      Node output = Samples.answer(sample).node("output").orElseThrow();
      Amounts undone = Amounts.read(Profiles.shipped("base"), sample, output, true);
      assertTrue(undone.split().total().fen() > 0, sample);
    }
  }
}
