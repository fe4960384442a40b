package io.caresettle.centre.national.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.Reply;
import io.caresettle.centre.national.Samples;
import io.caresettle.centre.national.envelope.Outgoing;
import io.caresettle.centre.national.envelope.Sender;
import io.caresettle.centre.national.envelope.TifSignature;
import io.caresettle.centre.national.envelope.Verdict;
import io.caresettle.centre.national.exchange.NationalLine;
import io.caresettle.centre.national.flow.ScriptedPlatform;
import io.caresettle.centre.national.flow.ScriptedPlatform.Fault;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.profile.ErrorText.Meaning;
import io.caresettle.centre.national.profile.Profile;
import io.caresettle.centre.national.profile.Profiles;
import io.caresettle.problem.Misuse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A transaction called by itself")
@Timeout(180)
class RawCallTest {

  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-20T02:00:00Z"));

  private final ScriptedPlatform platform = new ScriptedPlatform();
  private final RawCall calls = calls("base");
  private int ids;

  @AfterEach
  void close() {
    platform.close();
  }

  private RawCall calls(String name) {
    Profile profile = Profiles.shipped(name);
    return RawCall.over(
        profile,
        new NationalLine(
            NationalLine.Address.of(platform.url()),
            profile.gateway(),
            new TifSignature("app", "secret", () -> "nonce"),
            CLOCK),
        new Sender("H32050000001", "测试医院", "320500", "1", "0001", "收费员甲", "", Map.of()),
        () -> String.format(Locale.ROOT, "H32050000001202611201000%06d", ++ids),
        CLOCK);
  }

  private static RawCall.Asked person() {
    return RawCall.Asked.of("1101", Samples.request("1101").node("input").orElseThrow());
  }

  private static Reply.NotSent<RawCall.Told> notSent(Reply<RawCall.Told> reply) {
    assertInstanceOf(Reply.NotSent.class, reply, reply::toString);
    return (Reply.NotSent<RawCall.Told>) reply;
  }

  private static RawCall.Told told(Reply<RawCall.Told> reply) {
    assertInstanceOf(Reply.Answered.class, reply, reply::toString);
    return ((Reply.Answered<RawCall.Told>) reply).value();
  }

  @Test
  @DisplayName("is answered as it is, with the place, the insurance and the sign-in that it had")
  void answered() {
    RawCall.Asked asked = new RawCall.Asked("1101", person().input(), "", "340").from("310000");
    RawCall.Told told = told(calls.signedIn("G1").call(asked, WITHIN));
    assertTrue(told.isDone());
    assertTrue(told.answer().output().node("baseinfo").isPresent());
    Node request = platform.requests("1101").get(0);
    assertEquals("310000", request.text("insuplc_admdvs").orElse(""));
    assertEquals("LXXT", request.text("recer_sys_code").orElse(""));
    assertEquals("G1", request.text("sign_no").orElse(""));
    assertEquals("H32050000001202611201000000001", request.text("msgid").orElse(""));
  }

  @Test
  @DisplayName("does not leave with a wrong field, and the field is named; despite that it may")
  void checked() {
    RawCall.Asked wrong = RawCall.Asked.of("1101", Node.EMPTY);
    assertTrue(notSent(calls.call(wrong, WITHIN)).why().contains("data"));
    assertEquals(List.of(), platform.numbers());
    told(calls.despiteFindings().call(wrong, WITHIN));
    assertEquals(List.of("1101"), platform.numbers());
  }

  @Test
  @DisplayName("tells a refusal with its meaning, and no answer as none")
  void refused() {
    platform.next("1101", new Fault.Refused("结算进行中，请勿重复操作"));
    RawCall.Told told = told(calls.call(person(), WITHIN));
    assertEquals(
        Meaning.TRY_AGAIN, assertInstanceOf(Verdict.Refused.class, told.verdict()).meaning());
    platform.next("1101", new Fault.AnswerLost());
    assertInstanceOf(Reply.NoAnswer.class, calls.call(person(), WITHIN));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("is refused where it moves money, and the flow that keeps it is named")
  @CsvSource({
    "2102, Counter.settle",
    "2207, Counter.settle",
    "2304, Counter.settle",
    "2401, Counter.settle",
    "2103, Counter.cancel",
    "2208, Counter.cancel",
    "2305, Counter.cancel",
    "2601, Wish.NOT_WANTED",
    "3203, DayClosing.clearing()",
    "3204, DayClosing.clearing()",
    "6202, no flow has it",
    "2260, no flow has it"
  })
  void money(String transaction, String flow) {
    RawCall.Asked asked = RawCall.Asked.of(transaction, Node.EMPTY);
    Misuse misuse = assertThrows(Misuse.class, () -> calls.despiteFindings().call(asked, WITHIN));
    assertTrue(String.valueOf(misuse.getMessage()).contains(flow), misuse::getMessage);
    assertEquals(List.of(), platform.numbers());
    assertEquals(0, ids);
  }

  @Test
  @DisplayName("is refused where only the province's reversal says that it moves money")
  void moneyOfAProvince() {
    assertTrue(Profiles.shipped("hubei").settling().reversible().contains("2304A"));
    assertThrows(Misuse.class, () -> calls("hubei").request(RawCall.Asked.of("2304A", Node.EMPTY)));
  }

  @Test
  @DisplayName("moves money only for whoever says that nothing records it")
  void unrecorded() {
    Outgoing request = calls.unrecorded().request(RawCall.Asked.of("2601", Node.EMPTY));
    assertEquals("2601", request.transaction());
  }
}
