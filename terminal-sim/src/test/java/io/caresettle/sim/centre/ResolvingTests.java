package io.caresettle.sim.centre;

import static io.caresettle.sim.centre.TestTill.HOSPITAL;
import static io.caresettle.sim.centre.TestTill.PHARMACY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.wire.CodeBinding;
import io.caresettle.protocol.wire.CodeCredential;
import io.caresettle.protocol.wire.LookUp;
import io.caresettle.protocol.wire.LookUpAnswer;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.ResolveCode;
import io.caresettle.protocol.wire.ResolveCodeAnswer;
import io.caresettle.sim.phone.NationalCodeIssuer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A national code, shown at the centre,")
class ResolvingTests {

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock();
  private final NationalCodeIssuer phone = NationalCodeIssuer.ofTheSimulation(clock);
  private CentreDesk desk;
  private TestTill till;

  @BeforeEach
  void open() {
    open(TestCentre.settings(folder, clock));
  }

  private void open(CentreSettings settings) {
    desk = CentreDesk.open(settings);
    till = new TestTill(desk, HOSPITAL);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private String code() {
    return phone.number("P0000002").text();
  }

  private static ResolveCode.Builder shown(String code, String request) {
    return ResolveCode.newBuilder()
        .setRequestId(request)
        .setCode(code)
        .setVisitNumber("V1")
        .setTerminalSlot(1)
        .setOperator("op-1")
        .setBusinessType("01301");
  }

  private static ResolveCodeAnswer resolve(TestTill till, ResolveCode.Builder shown) {
    return TestTill.parse(
        ResolveCodeAnswer.parser(),
        till.exchange(MessageType.RESOLVE_CODE, till.nextId(), shown.build()));
  }

  private CodeBinding bound(ResolveCode.Builder shown) {
    ResolveCodeAnswer answer = resolve(till, shown);
    assertTrue(answer.hasBinding(), () -> answer.getRefusal().getCode());
    return answer.getBinding();
  }

  private static void assertRefused(Reason reason, TestTill till, ResolveCode.Builder shown) {
    assertEquals(reason.name(), resolve(till, shown).getRefusal().getCode());
  }

  private static LookUpAnswer lookUp(TestTill till, String visit, String binding) {
    LookUp lookUp =
        LookUp.newBuilder()
            .setVisitNumber(visit)
            .setCode(CodeCredential.newBuilder().setBindingId(binding))
            .build();
    return TestTill.parse(
        LookUpAnswer.parser(), till.exchange(MessageType.LOOK_UP, till.nextId(), lookUp));
  }

  @Test
  @DisplayName("is bound once, and is the same binding for whatever it is shown again at the visit")
  void boundOnce() {
    String code = code();
    CodeBinding first = bound(shown(code, "r-1").setBusinessType("01101"));
    assertFalse(first.getBoundBefore());
    CodeBinding again = bound(shown(code, "r-1").setBusinessType("01301"));
    assertTrue(again.getBoundBefore());
    assertEquals(first, again.toBuilder().setBoundBefore(false).build());
    assertEquals("测试乙", lookUp(till, "V1", first.getBindingId()).getPerson().getName());
  }

  @Test
  @DisplayName("is still the same binding after the centre was restarted and the code ran out")
  void survivesRestart() {
    String code = code();
    CodeBinding first = bound(shown(code, "r-1"));
    desk.close();
    open();
    clock.advance(Duration.ofSeconds(90));
    assertEquals(first.getBindingId(), bound(shown(code, "r-1")).getBindingId());
  }

  @Test
  @DisplayName("serves no other visit, terminal or institution")
  void servesNoOther() {
    String code = code();
    String binding = bound(shown(code, "r-1")).getBindingId();
    assertRefused(Reason.CODE_BOUND, till, shown(code, "r-2").setVisitNumber("V2"));
    assertRefused(Reason.CODE_BOUND, till, shown(code, "r-2").setTerminalSlot(2));
    TestTill neighbour = till.withOtherKeys("TERMINAL-2");
    assertRefused(Reason.CODE_BOUND, neighbour, shown(code, "r-2"));
    TestTill pharmacy = new TestTill(desk, PHARMACY);
    assertRefused(Reason.CODE_BOUND, pharmacy, shown(code, "r-1").setBusinessType("02121"));
    assertEquals("CODE_BOUND", lookUp(till, "V2", binding).getRefusal().getCode());
    assertEquals("CODE_BOUND", lookUp(neighbour, "V1", binding).getRefusal().getCode());
    assertEquals("CODE_BOUND", lookUp(pharmacy, "V1", binding).getRefusal().getCode());
  }

  @Test
  @DisplayName("is asked for under a request id that means nothing else")
  void requestIdReused() {
    String code = code();
    String binding = bound(shown(code, "r-1")).getBindingId();
    assertRefused(Reason.REQUEST_ID_REUSED, till, shown(code(), "r-1"));
    assertRefused(Reason.REQUEST_ID_REUSED, till, shown(code, "r-1").setVisitNumber("V2"));
    assertEquals(binding, bound(shown(code, "r-1")).getBindingId());
  }

  @Test
  @DisplayName("runs out by the centre's clock, and so does its binding")
  void expires() {
    String late = code();
    String code = code();
    clock.advance(Duration.ofSeconds(59));
    String binding = bound(shown(code, "r-1")).getBindingId();
    clock.advance(Duration.ofSeconds(1));
    assertRefused(Reason.CODE_EXPIRED, till, shown(late, "r-2"));
    clock.advance(Duration.ofSeconds(298));
    assertTrue(lookUp(till, "V1", binding).hasPerson());
    clock.advance(Duration.ofSeconds(1));
    assertRefused(Reason.BINDING_EXPIRED, till, shown(code, "r-1"));
    assertEquals("BINDING_EXPIRED", lookUp(till, "V1", binding).getRefusal().getCode());
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 60, 300})
  @DisplayName("lives as long as the phone was set to, and its binding as the centre was")
  void livesAsSet(int seconds) {
    desk.close();
    open(TestCentre.settings(folder, clock).withBindingLife(Duration.ofSeconds(seconds)));
    String code = phone.number("P0000001", Duration.ofSeconds(seconds), 28).text();
    String late = phone.token("P0000001", Duration.ofSeconds(seconds)).text();
    clock.advance(Duration.ofSeconds(seconds - 1));
    bound(shown(code, "r-1"));
    clock.advance(Duration.ofSeconds(1));
    assertRefused(Reason.CODE_EXPIRED, till, shown(late, "r-2"));
    clock.advance(Duration.ofSeconds(seconds - 1));
    assertRefused(Reason.BINDING_EXPIRED, till, shown(code, "r-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"28", "30", "64", "token"})
  @DisplayName("is known in every form, and no other text is")
  void forms(String form) {
    String code =
        form.equals("token")
            ? phone.token("P0000003", Duration.ofMinutes(1)).text()
            : phone.number("P0000003", Duration.ofMinutes(1), Integer.parseInt(form)).text();
    assertEquals(form.equals("token") ? 40 : Integer.parseInt(form), code.length());
    for (int i = 0; i < code.length(); i++) {
      char other = code.charAt(i) == '7' ? '3' : '7';
      String changed = code.substring(0, i) + other + code.substring(i + 1);
      assertRefused(Reason.CODE_UNKNOWN, till, shown(changed, "r-" + i));
    }
    assertEquals("P0000003", bound(shown(code, "r")).getPersonNumber());
  }

  @Test
  @DisplayName("of a person whom the centre does not know is worth nothing, and is bound to nobody")
  void unknownPerson() {
    assertRefused(Reason.CODE_UNKNOWN, till, shown(phone.number("P9999999").text(), "r-1"));
    assertEquals("CODE_UNKNOWN", lookUp(till, "V1", "B00").getRefusal().getCode());
    assertRefused(Reason.CODE_UNKNOWN, till, shown("1234567890123456789012345678", "r-1"));
  }

  @Test
  @DisplayName("is shown for what is done at such an institution, on a device that there is")
  void business() {
    assertRefused(Reason.BUSINESS_TYPE, till, shown(code(), "r-1").setBusinessType("02121"));
    assertRefused(Reason.BUSINESS_TYPE, till, shown(code(), "r-1").setBusinessType("settle"));
    assertRefused(Reason.MALFORMED, till, shown(code(), "r-1").setDeviceType("selfservice"));
    assertRefused(Reason.MALFORMED, till, shown(code(), "").setVisitNumber("V1"));
    assertTrue(
        resolve(
                new TestTill(desk, PHARMACY),
                shown(code(), "r-1").setBusinessType("02122").setDeviceType("SelfService"))
            .hasBinding());
  }
}
