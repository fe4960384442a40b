package io.caresettle.centre.national.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.national.Samples;
import io.caresettle.centre.national.message.Limits;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Unreadable;
import io.caresettle.centre.national.profile.ErrorText;
import io.caresettle.centre.national.profile.Profile;
import io.caresettle.centre.national.profile.Profiles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Requests and answers in their envelopes")
class EnvelopeTest {

  private static final Profile BASE = Profiles.shipped("base");
  private static final Sender SENDER =
      new Sender(
          "H99010100001", "测试医院", "990100", "1", "0001", "收费员甲", "", Map.of("insur_code", "7"));

  @Test
  @DisplayName("a request is made as the sample has it, member for member")
  void asTheSample() {
    Node sample = Samples.request("2207");
    Outgoing made =
        Outgoing.of(
            BASE,
            SENDER,
            new Outgoing.Particulars(
                "H99010100001202401080936000007",
                Instant.parse("2024-01-08T01:36:00Z"),
                "990100",
                "310",
                "990100G0000000001",
                ""),
            "2207",
            sample.node("input").orElseThrow());

    assertEquals(MessageText.text(sample), MessageText.text(made.whole()));
    assertEquals(made, Outgoing.read(MessageText.read(made.bytes(), Limits.USUAL)));
    assertFalse(made.toString().contains("psn_no"));
  }

  @Test
  @DisplayName("the receiving system follows the insurance, further fields the province")
  void followsTheProfile() {
    Outgoing retired = made(BASE, "340");
    assertEquals(Optional.of("LXXT"), retired.whole().text("recer_sys_code"));
    Outgoing hunan = made(Profiles.shipped("hunan"), "310");
    assertEquals(Optional.of("YBXT"), hunan.whole().text("recer_sys_code"));
    assertEquals(Optional.of("7"), hunan.whole().text("insur_code"));
    assertTrue(hunan.whole().member("medins_code").isPresent());
    assertEquals(
        Optional.of("1.0.0"),
        made(Profiles.shipped("guangdong-guangzhou"), "310").whole().text("infver"));
  }

  @Test
  @DisplayName("sample answers are done, and read through either form of code and output")
  void sampleAnswers() {
    for (String transaction : Samples.TRANSACTIONS) {
      Node answer = Samples.answer(transaction);
      Incoming read = incoming(MessageText.text(answer));
      assertInstanceOf(Verdict.Done.class, Verdict.of(BASE, transaction, read), transaction);
      Node output = answer.node("output").orElse(Node.EMPTY);
      Node other =
          answer.with("infcode", "0").with("output", MessageText.text(output)).with("new", "甲");
      Incoming asText = incoming(MessageText.text(other));
      assertEquals(read.output(), asText.output(), transaction);
      assertEquals(read.code(), asText.code());
      assertEquals(Optional.of("甲"), asText.whole().text("new"));
    }
  }

  @Test
  @DisplayName("a code other than 0 refuses, with the text as it came and what it means")
  void refusedByThePlatform() {
    Verdict verdict =
        Verdict.of(BASE, "2208", incoming("{\"infcode\":-1,\"err_msg\":\"该笔结算已撤销，请勿重复办理\"}"));

    assertEquals(
        new Verdict.Refused(
            Verdict.Level.PLATFORM, "-1", "该笔结算已撤销，请勿重复办理", ErrorText.Meaning.UNDONE),
        verdict);
  }

  @Test
  @DisplayName("code 0 with a business result other than 1 refuses on the second level")
  void refusedByTheBusiness() {
    for (String output :
        List.of(
            "{\"result\":{\"retRslt\":0,\"msgRslt\":\"追溯码重复\"}}",
            "{\"result\":[{\"retRslt\":\"1\"},{\"retRslt\":\"0\",\"msgRslt\":\"追溯码重复\"}]}")) {
      Verdict verdict =
          Verdict.of(BASE, "3505A", incoming("{\"infcode\":\"0\",\"output\":" + output + "}"));
      Verdict.Refused refused = assertInstanceOf(Verdict.Refused.class, verdict);
      assertEquals(Verdict.Level.BUSINESS, refused.level());
      assertEquals("追溯码重复", refused.text());
    }
  }

  @Test
  @DisplayName("in Hunan a text beside code 0 refuses; elsewhere it does not")
  void textBesideCodeZero() {
    Incoming answer = incoming("{\"infcode\":0,\"err_msg\":\"FSI-甲不能为空\",\"output\":{}}");

    assertInstanceOf(Verdict.Refused.class, Verdict.of(Profiles.shipped("hunan"), "3101", answer));
    assertInstanceOf(Verdict.Done.class, Verdict.of(BASE, "3101", answer));
  }

  @Test
  @DisplayName("an answer without a code is neither good nor bad")
  void noCode() {
    assertInstanceOf(
        Verdict.Unclear.class, Verdict.of(BASE, "2207", incoming("{\"infcode\":null}")));
    assertInstanceOf(Verdict.Unclear.class, Verdict.of(BASE, "2207", incoming("{}")));
  }

  @Test
  @DisplayName("a gateway's own words and codes say nothing of what the platform did")
  void gatewaysOwn() {
    for (String answer :
        List.of(
            "{\"code\":0,\"message\":\"请求已受理\"}",
            "{\"code\":999,\"msg\":\"后端服务超时\"}",
            "{\"code\":-1,\"msg\":\"甲\"}",
            "{\"infcode\":999,\"err_msg\":\"甲\"}",
            "{\"infcode\":\"502\",\"err_msg\":\"Bad Gateway\"}")) {
      assertInstanceOf(Verdict.Unclear.class, Verdict.of(BASE, "2601", incoming(answer)), answer);
    }
  }

  @Test
  @DisplayName("code -99 is no word of the platform: its output is")
  void judgedByOutput() {
    String bare = "{\"infcode\":-99,\"err_msg\":\"日志写入失败\"}";
    String full = "{\"infcode\":-99,\"output\":{\"setlinfo\":{\"setl_id\":\"S1\"}}}";
    String no = "{\"infcode\":-99,\"output\":{\"result\":{\"retRslt\":\"0\"}}}";
    assertInstanceOf(Verdict.Unclear.class, Verdict.of(BASE, "2207", incoming(bare)));
    assertInstanceOf(Verdict.Done.class, Verdict.of(BASE, "2207", incoming(full)));
    assertInstanceOf(Verdict.Refused.class, Verdict.of(BASE, "3505A", incoming(no)));
  }

  @Test
  @DisplayName("a text of somebody who waited in vain leaves a settlement and an undo unknown")
  void waitedInVain() {
    for (String text : List.of("调用核心超时", "Read timed out", "Gateway Timeout")) {
      for (String transaction : List.of("2102", "2207", "2304", "2208", "2601")) {
        assertEquals(ErrorText.Meaning.UNKNOWN, BASE.meaning(transaction, text), text);
      }
    }
  }

  @Test
  @DisplayName("an older envelope is unwrapped where the profile has one, as object and as text")
  void unwraps() {
    Profile guangzhou = Profiles.shipped("guangdong-guangzhou");
    String inside = "{\"infcode\":-1,\"err_msg\":\"甲\",\"output\":{\"a\":1}}";
    for (String data : List.of(inside, "\"" + inside.replace("\"", "\\\"") + "\"")) {
      Incoming answer =
          Incoming.read(
              ("{\"code\":200,\"message\":\"ok\",\"data\":" + data + "}").getBytes(UTF_8),
              guangzhou.gateway(),
              Limits.USUAL);
      assertEquals("-1", answer.code());
      assertEquals("甲", answer.text());
      assertEquals(Optional.of("1"), answer.output().text("a"));
      assertEquals(Optional.of("200"), answer.whole().text("code"));
    }
  }

  @Test
  @DisplayName("an output that is a text and no message is refused, not taken for nothing")
  void brokenOutput() {
    assertThrows(
        Unreadable.class, () -> incoming("{\"infcode\":0,\"output\":\"{\\\"setlinfo\\\":\"}"));
    assertEquals(Node.EMPTY, incoming("{\"infcode\":0,\"output\":\"\"}").output());
  }

  @Test
  @DisplayName("the message shapes are read")
  void shapes() {
    Node shapes = Samples.read("message-shapes.json");
    Outgoing request = Outgoing.read(shapes.node("request_1101").orElseThrow());
    assertEquals("1101", request.transaction());
    assertEquals(30, request.messageId().length());
    Incoming answer = incoming(MessageText.text(shapes.node("response_ok").orElseThrow()));
    assertInstanceOf(Verdict.Done.class, Verdict.of(BASE, "1101", answer));
    assertEquals(30, answer.messageId().length());
  }

  private static Outgoing made(Profile profile, String insurance) {
    return Outgoing.of(
        profile,
        SENDER,
        new Outgoing.Particulars("m", Instant.EPOCH, "990100", insurance, "", ""),
        "2207",
        Node.EMPTY);
  }

  private static Incoming incoming(String text) {
    return Incoming.read(text.getBytes(UTF_8), BASE.gateway(), Limits.USUAL);
  }
}
