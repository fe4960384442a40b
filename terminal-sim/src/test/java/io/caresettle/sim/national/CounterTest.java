package io.caresettle.sim.national;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.sim.phone.CodeIssuer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("At the counter, over raw HTTP")
@Timeout(120)
class CounterTest {

  @Test
  @DisplayName("a scanned code becomes a token, and the token settles in its place")
  void aCode() {
    try (Town town = Town.of("base")) {
      RawCaller till = town.pharmacy();
      String code =
          CodeIssuer.ofTheSimulation(Clock.fixed(Town.NOW, ZoneOffset.UTC))
              .issue("P0000001")
              .text();
      String opened = till.call("1162", scan(code)).good().field("ecToken");
      assertEquals(40, opened.length());
      String drugs =
          Inputs.drugs("R1")
              .replace("\"mdtrt_cert_type\":\"03\"", "\"mdtrt_cert_type\":\"01\"")
              .replace("A00000011", opened);
      assertEquals(47_00, till.call("2102", drugs).good().fen("acct_pay"));
      assertTrue(till.call("1162", scan("0".repeat(28))).refused().contains("医保码无效"));
      String forged = drugs.replace(opened, "f".repeat(40));
      assertTrue(till.call("2101", forged).refused().contains("令牌无效"));
    }
  }

  private static String scan(String code) {
    return "{\"data\":{\"orgId\":\"TEST00000002\",\"businessType\":\"02121\","
        + "\"operatorId\":\"0001\",\"operatorName\":\"收费员甲\",\"officeId\":\"K1\","
        + "\"officeName\":\"收费处\",\"deviceType\":\"SelfService\",\"ecQrCode\":\""
        + code
        + "\"}}";
  }

  @Test
  @DisplayName("a card that is reported lost is good for nothing")
  void aLostCard() {
    try (Town town = Town.of("base")) {
      RawCaller till = town.pharmacy();
      till.call("2101", Inputs.drugs("R1")).good();
      town.centre.reportCardLost("320500D15600000500000001FFFFFFFF");
      assertTrue(till.call("2102", Inputs.drugs("R1")).refused().contains("挂失"));
      assertEquals(0, town.centre.settlementsStanding());
    }
  }

  @Test
  @DisplayName(
      "whoever is tried here and not settled is not at a hospital; once taken back, they are")
  void inOnePlaceAtATime() {
    try (Town town = Town.of("base")) {
      RawCaller till = town.pharmacy();
      till.call("2101", Inputs.drugs("R1")).good();
      RawCaller his = town.hospital();
      assertTrue(his.call("2201", Inputs.registration("O1")).refused().contains("另一机构"));
      RawCaller.Answer settled = till.call("2102", Inputs.drugs("R1")).good();
      till.call("2103", Inputs.undo(settled.field("setl_id"), settled.field("mdtrt_id"))).good();
      his.call("2201", Inputs.registration("O1")).good();
    }
  }

  @Test
  @DisplayName("an operator signs in, and a number that was signed out is good no more")
  void signIn() {
    try (Town town = Town.of("base")) {
      RawCaller till = town.pharmacy();
      String number =
          till.call(
                  "9001",
                  "{\"signIn\":{\"opter_no\":\"0001\",\"mac\":\"00-00\",\"ip\":\"127.0.0.1\"}}")
              .good()
              .field("sign_no");
      String signed =
          till.envelope("1101", till.nextId(), Inputs.person())
              .replace("\"sign_no\":\"\"", "\"sign_no\":\"" + number + "\"");
      till.post("1101", signed.getBytes(StandardCharsets.UTF_8)).good();
      till.call("9002", "{\"signOut\":{\"sign_no\":\"" + number + "\",\"opter_no\":\"0001\"}}")
          .good();
      assertTrue(
          till.post("1101", signed.getBytes(StandardCharsets.UTF_8)).refused().contains("签退"));
    }
  }

  @Test
  @DisplayName("entitlement, diagnoses, the catalogue and its dictionaries are told")
  void enquiries() {
    try (Town town = Town.of("base")) {
      RawCaller his = town.hospital();
      RawCaller.Answer entitled =
          his.call(
                  "2001",
                  "{\"data\":{\"psn_no\":\"P0000001\",\"insutype\":\"310\","
                      + "\"fixmedins_code\":\"TEST00000001\",\"med_type\":\"11\","
                      + "\"begntime\":\"2026-11-20 09:00:00\"}}")
              .good();
      assertEquals("1", entitled.field("trt_enjymnt_flag"));
      String visit = his.call("2201", Inputs.registration("O1")).good().field("mdtrt_id");
      his.call("2203", Inputs.description(visit)).good();
      assertEquals("J00.x00", his.call("5202", Inputs.linesOf(visit)).good().field("diag_code"));
      RawCaller.Answer page =
          his.call(
                  "1312",
                  "{\"data\":{\"updt_time\":\"2026-01-01\",\"page_num\":\"2\","
                      + "\"page_size\":\"3\"}}")
              .good();
      assertEquals("TEST-0004", page.field("hilist_code"));
      assertEquals("2", page.field("pageNum"));
      String kinds =
          his.call(
                  "1901",
                  "{\"data\":{\"type\":\"insutype\",\"parentValue\":\"0\","
                      + "\"admdvs\":\"320500\",\"date\":\"2026-11-20\",\"vali_Flag\":\"1\"}}")
              .good()
              .body();
      assertTrue(kinds.contains("\"value\":\"310\""), kinds);
    }
  }

  @Test
  @DisplayName(
      "no trace code, no settlement: a sale says so inside, sells a pack once, takes it back")
  void traceCodes() {
    try (Town town = Town.of("base")) {
      RawCaller till = town.pharmacy();
      RawCaller.Answer settled = till.call("2102", Inputs.drugs("R1")).good();
      String settlement = settled.field("setl_id");
      assertTrue(till.call("3505", sale(settlement, "")).good().field("msgRslt").contains("无码不结"));
      String pack = "89999999990001000001";
      assertEquals("1", till.call("3505", sale(settlement, pack)).good().field("retRslt"));
      RawCaller.Answer again = till.call("3505", sale(settlement, pack)).good();
      assertEquals("0", again.field("retRslt"));
      assertTrue(again.field("msgRslt").contains("不能重复使用"), again.body());
      assertTrue(
          till.call("3505", sale(settlement, "8X")).good().field("msgRslt").contains("20 位"));
      assertEquals("1", till.call("3506", sale(settlement, pack)).good().field("retRslt"));
      assertEquals("1", till.call("3505", sale(settlement, pack)).good().field("retRslt"));
      assertFalse(
          till.call("3505", sale("S0", "89999999990001000002")).good().field("msgRslt").isEmpty());
    }
  }

  private static String sale(String settlement, String code) {
    return "{\"selinfo\":{\"med_list_codg\":\"TEST-0001\",\"fixmedins_hilist_id\":\"T1\","
        + "\"fixmedins_hilist_name\":\"示例\",\"fixmedins_bchno\":\"B1\",\"prsc_dr_name\":\"无\","
        + "\"phar_name\":\"药师丙\",\"phar_prac_cert_no\":\"1\",\"setl_id\":\""
        + settlement
        + "\",\"mdtrt_sn\":\"1\",\"psn_no\":\"P0000001\",\"manu_lotnum\":\"1\","
        + "\"manu_date\":\"2026-01-01\",\"rx_flag\":\"0\",\"trdn_flag\":\"0\","
        + "\"rtal_docno\":\"1\",\"drug_trac_codg\":\""
        + code
        + "\",\"sel_retn_cnt\":\"1\",\"sel_retn_time\":\"2026-11-20 10:00:00\","
        + "\"sel_retn_opter_name\":\"店员丁\"}}";
  }
}
