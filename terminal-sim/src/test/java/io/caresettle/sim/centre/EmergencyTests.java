package io.caresettle.sim.centre;

import static io.caresettle.sim.centre.TestTill.HOSPITAL;
import static io.caresettle.sim.centre.TestTill.PHARMACY;
import static io.caresettle.sim.centre.TestTill.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.wire.EmergencyPerson;
import io.caresettle.protocol.wire.IdentityCheck;
import io.caresettle.protocol.wire.MergeRegistration;
import io.caresettle.protocol.wire.MergeRegistrationAnswer;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.NextStep;
import io.caresettle.protocol.wire.Register;
import io.caresettle.protocol.wire.RegisterAnswer;
import io.caresettle.protocol.wire.Registered;
import io.caresettle.protocol.wire.TrialBody;
import io.caresettle.protocol.wire.Visit;
import io.caresettle.protocol.wire.WithdrawRegistration;
import io.caresettle.protocol.wire.WithdrawRegistrationAnswer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("R-BEN-09: somebody without a credential is registered, and settled when named:")
class EmergencyTests {

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock();
  private CentreDesk desk;
  private TestTill till;

  @BeforeEach
  void open() {
    desk = CentreDesk.open(TestCentre.settings(folder, clock));
    till = new TestTill(desk, HOSPITAL);
  }

  @AfterEach
  void close() {
    assertTrue(desk.books().balance());
    desk.close();
  }

  private Register.Builder arrival(String bill) {
    return Register.newBuilder()
        .setRequestId("register-V-" + bill)
        .setVisit(
            Visit.newBuilder()
                .setVisitNumber("V-" + bill)
                .setCareType("outpatient")
                .setServiceDate(TestTill.DAY)
                .setEmergency(true))
        .setEmergency(
            EmergencyPerson.newBuilder()
                .setDescription("about forty, blue coat")
                .setArrivedAtMillis(clock.instant().toEpochMilli()));
  }

  private RegisterAnswer ask(TestTill at, Register register) {
    return TestTill.parse(
        RegisterAnswer.parser(), at.exchange(MessageType.REGISTER, at.nextId(), register));
  }

  private Registered register(String bill) {
    RegisterAnswer answer = ask(till, arrival(bill).build());
    assertTrue(answer.hasRegistered(), () -> answer.getRefusal().getCode());
    return answer.getRegistered();
  }

  private MergeRegistrationAnswer merge(TestTill at, Registered registered, String person) {
    MergeRegistration merge =
        MergeRegistration.newBuilder()
            .setRequestId("merge-" + registered.getRegistrationId())
            .setRegistrationId(registered.getRegistrationId())
            .setTemporaryPersonNumber(registered.getTemporaryPersonNumber())
            .setIdentity(
                IdentityCheck.newBuilder()
                    .setManner(IdentityCheck.Manner.SOCIAL_SECURITY_CARD)
                    .setPersonNumber(person))
            .build();
    return TestTill.parse(
        MergeRegistrationAnswer.parser(),
        at.exchange(MessageType.MERGE_REGISTRATION, at.nextId(), merge));
  }

  private WithdrawRegistrationAnswer withdraw(Registered registered) {
    WithdrawRegistration withdraw =
        WithdrawRegistration.newBuilder()
            .setRequestId("withdraw-" + registered.getRegistrationId())
            .setRegistrationId(registered.getRegistrationId())
            .setReason("left")
            .build();
    return TestTill.parse(
        WithdrawRegistrationAnswer.parser(),
        till.exchange(MessageType.WITHDRAW_REGISTRATION, till.nextId(), withdraw));
  }

  private TrialBody body(String bill, String person) {
    return till.body(bill, person, line("1", "TEST-0001", 200_000_000, 10_000)).build();
  }

  private String trialRefusal(TrialBody body) {
    return till.trial(till.nextId(), body).getRefusal().getCode();
  }

  @Test
  @DisplayName("a request that comes again opens nothing more, also after a restart")
  void registeredOnce() {
    Registered first = register("B1");
    desk.close();
    desk = CentreDesk.open(TestCentre.settings(folder, clock));
    till = new TestTill(desk, HOSPITAL);
    assertEquals(first, register("B1"));
    assertEquals(
        first, ask(till, arrival("B1").setOperator("of-the-night").build()).getRegistered());
    assertTrue(!first.equals(register("B2")));
  }

  @Test
  @DisplayName("one typed anew after a crash finds the registration that its visit has")
  void typedAnew() {
    Registered first = register("B1");
    Register anew =
        arrival("B1")
            .setRequestId("another")
            .setEmergency(EmergencyPerson.newBuilder().setDescription("a man in blue"))
            .build();
    assertEquals(first, ask(till, anew).getRegistered());
    assertEquals(
        "REQUEST_ID_REUSED",
        ask(till, arrival("B2").setRequestId("register-V-B1").build()).getRefusal().getCode());
  }

  @Test
  @DisplayName("a terminal's clock may be minutes ahead, and is told so when it is more")
  void clocksDiffer() {
    assertTrue(ask(till, arrivedIn("B1", Duration.ofMinutes(5))).hasRegistered());
    assertEquals(
        "ARRIVAL_AHEAD", ask(till, arrivedIn("B2", Duration.ofMinutes(6))).getRefusal().getCode());
  }

  private Register arrivedIn(String bill, Duration ahead) {
    long at = clock.instant().plus(ahead).toEpochMilli();
    return arrival(bill).setEmergency(EmergencyPerson.newBuilder().setArrivedAtMillis(at)).build();
  }

  @Test
  @DisplayName("why one was withdrawn is kept with it")
  void whyWithdrawn() {
    Registered registered = register("B1");
    assertTrue(withdraw(registered).hasWithdrawn());
    desk.close();
    try (Store store = new Store(TestCentre.settings(folder, clock).keeping())) {
      assertEquals(
          "left",
          new RegistrationBook(store)
              .ofVisit(HOSPITAL, "V-B1")
              .flatMap(RegistrationBook.Entry::withdrawnFor)
              .orElse(""));
    }
    desk = CentreDesk.open(TestCentre.settings(folder, clock));
  }

  @Test
  @DisplayName("no fund and no account pays for a temporary person, but cash is always possible")
  void nothingForNobody() {
    Registered registered = register("B1");
    var refusal =
        till.trial(till.nextId(), body("B1", registered.getTemporaryPersonNumber())).getRefusal();
    assertEquals("TEMPORARY_PERSON", refusal.getCode());
    assertEquals(NextStep.FULL_CASH_WITH_SLIP, refusal.getNextStep());
  }

  @Test
  @DisplayName("after the merge the visit is settled as any other, and before it is not")
  void settledLater() {
    Registered registered = register("B1");
    clock.advance(Duration.ofHours(5));
    till.lookUp("V-B1", "P0000001");
    assertEquals("NOT_MERGED", trialRefusal(body("B1", "P0000001")));
    assertEquals("P0000001", merge(till, registered, "P0000001").getMerged().getPersonNumber());
    var quote = till.quote(body("B1", "P0000001"));
    TestTill.receipt(till.settle(till.nextId(), quote, body("B1", "P0000001")));
    assertEquals(1, desk.settlementsStanding());
  }

  @Test
  @DisplayName("a merge happens once, and into one person")
  void mergedOnce() {
    Registered registered = register("B1");
    till.lookUp("V-B1", "P0000001");
    var first = merge(till, registered, "P0000001").getMerged();
    clock.advance(Duration.ofMinutes(1));
    assertEquals(first, merge(till, registered, "P0000001").getMerged());
    till.lookUp("V-B1", "P0000002");
    assertEquals("REGISTRATION_MERGED", merge(till, registered, "P0000002").getRefusal().getCode());
    assertEquals("VISIT_OF_ANOTHER", trialRefusal(body("B1", "P0000002")));
    assertEquals("REGISTRATION_MERGED", withdraw(registered).getRefusal().getCode());
  }

  @Test
  @DisplayName("nobody gets a registration without a credential seen at that very visit here")
  void mergedWithACredential() {
    Registered registered = register("B1");
    till.lookUp("V-other", "P0000001");
    assertEquals("NOT_IDENTIFIED", merge(till, registered, "P0000001").getRefusal().getCode());
    TestTill pharmacy = new TestTill(desk, PHARMACY);
    assertEquals(
        "REGISTRATION_UNKNOWN", merge(pharmacy, registered, "P0000001").getRefusal().getCode());
    assertEquals(
        "REGISTRATION_UNKNOWN",
        merge(till, registered.toBuilder().setTemporaryPersonNumber("T1").build(), "P0000001")
            .getRefusal()
            .getCode());
  }

  @Test
  @DisplayName("a withdrawn registration is merged into nobody, and its visit is spent")
  void withdrawn() {
    Registered registered = register("B1");
    var first = withdraw(registered).getWithdrawn();
    till.lookUp("V-B1", "P0000001");
    assertEquals(
        "REGISTRATION_WITHDRAWN", merge(till, registered, "P0000001").getRefusal().getCode());
    assertEquals("REGISTRATION_WITHDRAWN", ask(till, arrival("B1").build()).getRefusal().getCode());
    clock.advance(Duration.ofMinutes(1));
    assertEquals(first, withdraw(registered).getWithdrawn());
    assertEquals("VISIT_OF_ANOTHER", trialRefusal(body("B1", "P0000001")));
  }

  @Test
  @DisplayName("a pharmacy takes nobody in")
  void notAtAPharmacy() {
    assertEquals(
        "UNKNOWN_INSTITUTION",
        ask(new TestTill(desk, PHARMACY), arrival("B1").build()).getRefusal().getCode());
  }
}
