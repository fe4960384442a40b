package io.caresettle.sim.national;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.national.message.Limits;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is kept of a message")
class MasksTest {

  private static final String IDENTITY = "329900198503120011";

  private static String kept(String message) {
    return MessageText.text(Masks.of(MessageText.read(message, Limits.USUAL)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "psn_name", "PSN_NAME", "agnter_name", "agnter_certno", "agnter_tel", "agnter_addr",
        "coner_tel", "coner_addr", "curr_addr", "psn_tel", "resd_addr_vil", "emp_tel",
        "patient_name", "patnName", "undo_dr_certno", "pharCertno", "ecQrCode", "auth_code",
        "brdy", "memo", "somethingNew", "setl_id", "DATA"
      })
  @DisplayName("has no identity number under any name, known or not")
  void identities(String name) {
    for (String message :
        List.of(
            "{\"a\":{\"" + name + "\":\"" + IDENTITY + "\"}}",
            "{\"a\":[{\"" + name + "\":[\"" + IDENTITY + "\"]}]}",
            "{\"input\":\"{\\\"" + name + "\\\":\\\"" + IDENTITY + "\\\"}\"}",
            "{\"data\":\"[{\\\"" + name + "\\\":\\\"" + IDENTITY + "\\\"}]\"}")) {
      assertFalse(kept(message).contains("9900198503120011"), kept(message));
    }
  }

  @Test
  @DisplayName("has no name, telephone, address or birthday under names that nobody listed")
  void whatIsPersonal() {
    String kept =
        kept(
            "{\"newField\":\"测试甲\",\"tel2\":\"13800000001\",\"resd_addr_subd\":\"某街道1号\","
                + "\"birthday\":\"1985-03-12\",\"x\":\"A00000011\"}");
    for (String secret : List.of("测试甲", "13800000001", "某街道", "1985", "A00000011")) {
      assertFalse(kept.contains(secret), kept);
    }
  }

  @Test
  @DisplayName("says in texts for people neither a number nor whom the message names")
  void texts() {
    Node request = MessageText.read("{\"input\":{\"psn_name\":\"测试甲\"}}", Limits.USUAL);
    Node answer =
        MessageText.read(
            "{\"err_msg\":\"人员测试甲(" + IDENTITY + ")不存在\",\"message\":\"电话13800000001\"}",
            Limits.USUAL);
    Masks masks = new Masks(number -> number);
    assertEquals(
        "{\"err_msg\":\"人员***(***)不存在\",\"message\":\"电话***\"}",
        MessageText.text(masks.both(request, answer).get(1)));
  }

  @Test
  @DisplayName("has no file, whether as Base64 or as a list of bytes")
  void files() {
    String kept =
        kept("{\"in\":[80,75,3,4],\"FILE\":\"UEsDBA==\",\"fsUploadIn\":{\"in\":\"UEsD\"}}");
    assertEquals("{\"in\":\"*\",\"FILE\":\"********\",\"fsUploadIn\":{\"in\":\"****\"}}", kept);
  }

  @Test
  @DisplayName("still tells what an integrator looks for")
  void whatIsHarmless() {
    String message =
        "{\"infno\":\"2207\",\"msgid\":\"TEST00000001202611201000000001\",\"infcode\":-1,"
            + "\"inf_time\":\"2026-11-20 09:50:00\",\"fixmedins_code\":\"TEST00000001\","
            + "\"output\":{\"setlinfo\":{\"setl_id\":\"S0000000001\",\"mdtrt_id\":\"M1\","
            + "\"medfee_sumamt\":\"12345.67\",\"fund_pay_sumamt\":30,\"insutype\":\"310\","
            + "\"psn_no\":\"P0000001\",\"med_list_codg\":\"TEST-0001\",\"cnt\":\"1.0000\"}}}";
    assertEquals(message, kept(message));
  }

  @Test
  @DisplayName("of a recording has one pseudonym of a person, inside texts and in capitals, too")
  void pseudonyms() {
    byte[] request = "{\"PSN_NO\":\"P0000001\"}".getBytes(StandardCharsets.UTF_8);
    byte[] answer =
        "{\"data\":\"{\\\"psn_no\\\":\\\"P0000001\\\"}\"}".getBytes(StandardCharsets.UTF_8);
    Taken taken = Taken.of(request, 200, answer, "salt");
    String pseudonym = taken.request().text("PSN_NO").orElseThrow();
    assertTrue(taken.answer().text("data").orElseThrow().contains(pseudonym), taken.line());
    assertFalse(taken.line().contains("P0000001"), taken.line());
  }
}
