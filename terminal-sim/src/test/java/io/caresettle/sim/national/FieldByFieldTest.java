package io.caresettle.sim.national;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What a request gets wrong")
@Timeout(180)
class FieldByFieldTest {

  private final Town town = Town.of("base");

  @AfterEach
  void close() {
    town.close();
  }

  private String seen(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(town.national.address() + path)).build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
        .body();
  }

  @Test
  @DisplayName("is said field by field in Chinese: 200 characters in the answer, all in the log")
  void everyFieldIsNamed() throws Exception {
    String empty = "{\"data\":{\"psn_no\":\"" + "9".repeat(31) + "\",\"insutype\":\"999\"}}";
    String said = town.hospital().call("2201", empty).refused();
    assertEquals(200, said.codePointCount(0, said.length()));
    assertTrue(said.startsWith("data."), said);
    String log = seen("/log.jsonl?infno=2201");
    for (String expected :
        new String[] {
          "data.begntime: 必填项为空（开始时间）",
          "data.ipt_otp_no: 必填项为空",
          "data.caty: 必填项为空",
          "data.psn_no: 超长：31 个字符，最多 30 个",
          "data.insutype: 代码不在字典“险种类型”中"
        }) {
      assertTrue(log.contains(expected), expected + " in " + log);
    }
  }

  @ParameterizedTest(name = "{0} is named when it is {1}")
  @CsvSource({
    "msgid, TEST00000001X, 应为 30 位",
    "opter_type, 9, 应为 1 经办人",
    "inf_time, 2026-11-20, 应为 yyyy-MM-dd HH:mm:ss",
    "fixmedins_code, TEST99999999, 应为 30 位",
    "fixmedins_name, '', 必填项为空",
    "infver, 1234567, 超长"
  })
  @DisplayName("in the envelope is named")
  void theEnvelope(String field, String value, String expected) {
    RawCaller his = town.hospital();
    String body =
        his.envelope("1101", his.nextId(), Inputs.person())
            .replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":\"" + value + "\"");
    String said = his.post("1101", body.getBytes(StandardCharsets.UTF_8)).refused();
    assertTrue(said.contains(expected), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e3", "47.001", "4,7", "0x10"})
  @DisplayName("in an amount is refused and moves nothing")
  void amounts(String amount) {
    RawCaller till = town.pharmacy();
    String input =
        Inputs.drugs("R1")
            .replace("\"medfee_sumamt\":\"47.00\"", "\"medfee_sumamt\":\"" + amount + "\"");
    assertTrue(till.call("2102", input).refused().contains("medfee_sumamt"));
    assertEquals(0, town.centre.settlementsStanding());
  }

  @Test
  @DisplayName("in bytes, depth and keys is refused with its reason, and 10 MB are not read")
  void bytes() throws Exception {
    RawCaller till = town.pharmacy();
    String good = till.envelope("2102", till.nextId(), Inputs.drugs("R1"));
    String gbk = till.post("2102", good.getBytes(Charset.forName("GBK"))).refused();
    assertTrue(gbk.contains("无法读取"), gbk);
    String deep =
        good.replace("\"input\":", "\"more\":" + "[".repeat(60) + "]".repeat(60) + ",\"input\":");
    assertTrue(
        till.post("2102", deep.getBytes(StandardCharsets.UTF_8)).refused().contains("levels"));
    String twice = good.replaceFirst("\\{", "{\"infno\":\"2102\",");
    assertTrue(
        till.post("2102", twice.getBytes(StandardCharsets.UTF_8)).refused().contains("once"));
    RawCaller.Answer large = till.post("2102", new byte[10 << 20]);
    assertEquals(413, large.status());
    assertEquals(0, town.centre.settlementsStanding());
  }

  @Test
  @DisplayName("in the sum of the lines, the person's place or a code is said in plain words")
  void business() {
    RawCaller till = town.pharmacy();
    String sum = till.call("2101", Inputs.drugs("R1").replace("47.00", "48.00")).refused();
    assertTrue(sum.contains("不相等") && sum.contains("48.00") && sum.contains("47.00"), sum);
    String place = town.pharmacy().insuredIn("110100").call("2101", Inputs.drugs("R1")).refused();
    assertTrue(place.contains("insuplc_admdvs"), place);
    String item = till.call("2101", Inputs.drugs("R1").replace("TEST-0001", "NONE")).refused();
    assertTrue(item.contains("目录编码不存在"), item);
    String other =
        till.call("2101", Inputs.drugs("R1").replace("A00000011", "A0000002X")).refused();
    assertTrue(other.contains("不一致"), other);
    assertTrue(till.call("4701", "{\"data\":{}}").refused().contains("4701 未开通"));
  }

  @Test
  @DisplayName("in the four parts of a visit's bill, which must make its total, is said in numbers")
  void parts() {
    RawCaller his = town.hospital();
    String visit = his.call("2201", Inputs.registration("O1")).good().field("mdtrt_id");
    his.call("2203", Inputs.description(visit)).good();
    his.call("2204", Inputs.lines(visit, "B1")).good();
    String wrong = Inputs.bill(visit, "B1", "90.00").replace("84.00", "84.01");
    String said = his.call("2206", wrong).refused();
    assertTrue(said.contains("90.00") && said.contains("90.01"), said);
    assertTrue(his.call("2207", wrong).refused().contains("90.01"));
    assertEquals(0, town.centre.settlementsStanding());
    his.call("2206", Inputs.bill(visit, "B1", "90.00")).good();
  }

  @Test
  @DisplayName("can be read in the log, filtered, one by one, and without names or credentials")
  void theLog() throws Exception {
    town.hospital().call("1101", Inputs.person()).good();
    town.hospital().call("5203", Inputs.linesOf("M1")).refused();
    String page = seen("/log?refused=1");
    assertTrue(page.contains("5203") && !page.contains("1101"), page);
    String one = seen("/log/1");
    assertTrue(one.contains("mdtrt_cert_no"), one);
    assertFalse(one.contains("A00000011"), one);
    assertFalse(seen("/log.jsonl").contains("测试甲"));
    assertEquals(1, seen("/log.jsonl?infno=5203").lines().count());
  }
}
