package io.caresettle.centre.sealed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.protobuf.MessageLite;
import io.caresettle.centre.Centre;
import io.caresettle.centre.EmergencyArrival;
import io.caresettle.centre.EmergencyRegistration;
import io.caresettle.centre.LookUpRequest;
import io.caresettle.centre.LookedUp;
import io.caresettle.centre.Merged;
import io.caresettle.centre.Reply;
import io.caresettle.credential.Credential;
import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.TestCode;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.FamilyBinding;
import io.caresettle.identity.FoundPayer;
import io.caresettle.identity.IdentityRules;
import io.caresettle.identity.Patient;
import io.caresettle.identity.Presented;
import io.caresettle.identity.Purpose;
import io.caresettle.identity.RealNameCheck;
import io.caresettle.identity.RealNameProfile;
import io.caresettle.identity.Registration;
import io.caresettle.policy.plan.CareType;
import io.caresettle.protocol.wire.CredentialStanding;
import io.caresettle.protocol.wire.FamilyPayer;
import io.caresettle.protocol.wire.InsuredPerson;
import io.caresettle.protocol.wire.LookUp;
import io.caresettle.protocol.wire.LookUpAnswer;
import io.caresettle.protocol.wire.MergeRegistration;
import io.caresettle.protocol.wire.MergeRegistrationAnswer;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.NextStep;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.Register;
import io.caresettle.protocol.wire.RegisterAnswer;
import io.caresettle.protocol.wire.Registered;
import io.caresettle.protocol.wire.RegistrationMerged;
import io.caresettle.protocol.wire.RegistrationWithdrawn;
import io.caresettle.protocol.wire.WithdrawRegistrationAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What the centre says of names is believed when it is about what was asked")
@Timeout(180)
class NamesOverTheLineTest {

  private static final Duration SOON = Duration.ofSeconds(9);
  private static final Instant TEN = Instant.parse("2026-11-20T02:00:00Z");
  private static final String OPERATOR = "op-7";
  private static final Credential CODE =
      new TestCode("CSTEST1.x.y", "TEST0001", TEN, TEN.plusSeconds(60));
  private static final LookUpRequest ASKED =
      new LookUpRequest(CODE, Optional.empty(), "V1", OPERATOR);
  private static final EmergencyRegistration EMERGENCY =
      new EmergencyRegistration("R1", "T1", "V1", TEN);
  private static final EmergencyArrival ARRIVAL =
      new EmergencyArrival(
          new Visit("V1", CareType.OUTPATIENT, LocalDate.of(2026, 11, 20)), "blue coat", TEN);

  private final ScriptedCentre line = new ScriptedCentre();
  private final Centre centre = line.centre;

  @AfterEach
  void disconnect() {
    line.close();
  }

  private void answers(MessageType type, MessageLite answer) {
    line.answers(type, request -> Optional.of(answer));
  }

  private static Patient patient(String number) {
    PersonName name = PersonName.of("测试甲");
    IdentityNumber identity = IdentityNumber.parse("329900198503120011");
    return new RealNameCheck(RealNameProfile.TEST, IdentityRules.all(), () -> TEN)
        .decide(
            new Presented(CODE, Purpose.TREATMENT, "c-1"),
            new io.caresettle.identity.InsuredPerson(
                number,
                name,
                identity,
                io.caresettle.identity.InsuredPerson.CredentialStanding.VALID),
            new Registration("V1", name, identity))
        .orThrow();
  }

  private static <T> T answered(Reply<T> reply) {
    if (reply instanceof Reply.Answered<T> answered) {
      return answered.value();
    }
    throw new AssertionError(reply.toString());
  }

  @Test
  @DisplayName("R-BEN-09: a lost answer is asked for again, under the same request id")
  void askedAgain() {
    List<Register> asked = new CopyOnWriteArrayList<>();
    line.answers(
        request -> {
          asked.add(Register.parseFrom(request));
          return asked.size() < 2
              ? Optional.empty()
              : Optional.of(
                  RegisterAnswer.newBuilder()
                      .setRegistered(
                          Registered.newBuilder()
                              .setRegistrationId("R1")
                              .setTemporaryPersonNumber("T1")
                              .setRegisteredAtMillis(TEN.toEpochMilli()))
                      .build());
        });
    assertEquals(EMERGENCY, answered(centre.registrations().register(ARRIVAL, OPERATOR, SOON)));
    assertEquals(2, asked.size());
    assertEquals(asked.get(0), asked.get(1));
    assertEquals("register-V1", asked.get(0).getRequestId());
    assertEquals(true, asked.get(0).getVisit().getEmergency());
  }

  @Test
  @DisplayName("R-BEN-09: a registration of nothing, or for nobody, is no answer")
  void registrationOfNothing() {
    for (RegisterAnswer answer :
        List.of(
            RegisterAnswer.getDefaultInstance(),
            RegisterAnswer.newBuilder()
                .setRegistered(Registered.newBuilder().setRegistrationId("R1"))
                .build())) {
      answers(MessageType.REGISTER_ANSWER, answer);
      assertInstanceOf(
          Reply.NoAnswer.class, centre.registrations().register(ARRIVAL, OPERATOR, SOON));
    }
  }

  @Test
  @DisplayName("R-BEN-09: a merge of another registration, or into another person, is no answer")
  void mergeOfAnother() {
    RegistrationMerged good =
        RegistrationMerged.newBuilder()
            .setRegistrationId("R1")
            .setPersonNumber("P0000001")
            .setMergedAtMillis(TEN.toEpochMilli())
            .build();
    Patient patient = patient("P0000001");
    for (RegistrationMerged wrong :
        List.of(
            good.toBuilder().setRegistrationId("R2").build(),
            good.toBuilder().setPersonNumber("P0000002").build())) {
      answers(
          MessageType.MERGE_REGISTRATION_ANSWER,
          MergeRegistrationAnswer.newBuilder().setMerged(wrong).build());
      assertInstanceOf(
          Reply.NoAnswer.class, centre.registrations().merge(EMERGENCY, patient, OPERATOR, SOON));
    }
    List<MergeRegistration> asked = new CopyOnWriteArrayList<>();
    line.answers(
        request -> {
          asked.add(MergeRegistration.parseFrom(request));
          return Optional.of(MergeRegistrationAnswer.newBuilder().setMerged(good).build());
        });
    assertEquals(
        new Merged("R1", "P0000001", TEN),
        answered(centre.registrations().merge(EMERGENCY, patient, OPERATOR, SOON)));
    assertEquals("T1", asked.get(0).getTemporaryPersonNumber());
    assertEquals("P0000001", asked.get(0).getIdentity().getPersonNumber());
  }

  @Test
  @DisplayName("R-BEN-09: a withdrawal tells its moment, and a refusal its reason")
  void withdrawn() {
    answers(
        MessageType.WITHDRAW_REGISTRATION_ANSWER,
        WithdrawRegistrationAnswer.newBuilder()
            .setWithdrawn(
                RegistrationWithdrawn.newBuilder()
                    .setRegistrationId("R1")
                    .setWithdrawnAtMillis(TEN.toEpochMilli()))
            .build());
    assertEquals(
        TEN, answered(centre.registrations().withdraw(EMERGENCY, "twice", OPERATOR, SOON)));
    answers(
        MessageType.WITHDRAW_REGISTRATION_ANSWER,
        WithdrawRegistrationAnswer.newBuilder()
            .setRefusal(
                Refusal.newBuilder()
                    .setCode("REGISTRATION_MERGED")
                    .setNextStep(NextStep.STOP_THE_SALE))
            .build());
    Reply.Refused<Instant> refused =
        (Reply.Refused<Instant>)
            centre.registrations().withdraw(EMERGENCY, "twice", OPERATOR, SOON);
    assertEquals("REGISTRATION_MERGED", refused.refusal().code());
  }

  private static InsuredPerson.Builder lostPerson() {
    return InsuredPerson.newBuilder()
        .setPersonNumber("P0000003")
        .setName("测试丙")
        .setIdentityNumber("329900201709180030")
        .setStanding(CredentialStanding.REPORTED_LOST)
        .setLostSinceMillis(TEN.toEpochMilli());
  }

  private static io.caresettle.protocol.wire.FamilyBinding binding(String relation) {
    return io.caresettle.protocol.wire.FamilyBinding.newBuilder()
        .setPayerPersonNumber("P0000001")
        .setRelation(relation)
        .setFrom("2024-01-01")
        .build();
  }

  @Test
  @DisplayName("R-ID-06, R-ID-07: a look-up tells since when it is lost, and who may pay")
  void lookedUp() {
    answers(
        MessageType.LOOK_UP_ANSWER,
        LookUpAnswer.newBuilder()
            .setPerson(lostPerson().addFamily(binding("parent")).addFamily(binding("cousin")))
            .build());
    LookedUp found = answered(centre.lookUp(ASKED, SOON));
    assertEquals(Optional.of(TEN), found.person().lostSince());
    assertEquals(
        List.of(FamilyBinding.Relation.PARENT, FamilyBinding.Relation.OTHER),
        found.entitlements().families().stream().map(FamilyBinding::relation).toList());
    answers(
        MessageType.LOOK_UP_ANSWER,
        LookUpAnswer.newBuilder().setPerson(lostPerson().clearLostSinceMillis()).build());
    LookedUp untold = answered(centre.lookUp(ASKED, SOON));
    assertEquals(Optional.empty(), untold.person().lostSince());
  }

  @Test
  @DisplayName("R-ID-06: a payer is asked for as one, and answered as one or not at all")
  void payer() {
    FamilyPayer good =
        FamilyPayer.newBuilder()
            .setBinding(binding("parent"))
            .setPatientPersonNumber("P0000003")
            .setName("测试甲")
            .setStanding(CredentialStanding.VALID)
            .setAccountBalance(100_000)
            .build();
    List<LookUp> asked = new CopyOnWriteArrayList<>();
    line.answers(
        MessageType.LOOK_UP_ANSWER,
        request -> {
          asked.add(LookUp.parseFrom(request));
          return Optional.of(LookUpAnswer.newBuilder().setFamilyPayer(good).build());
        });
    Patient patient = patient("P0000003");
    FoundPayer found = answered(centre.family().payer(ASKED, patient, SOON));
    assertEquals("P0000001", found.binding().payerNumber());
    assertEquals("P0000003", asked.get(0).getPayerFor());
    for (LookUpAnswer wrong :
        List.of(
            LookUpAnswer.newBuilder()
                .setFamilyPayer(good.toBuilder().setPatientPersonNumber("P0000004"))
                .build(),
            LookUpAnswer.newBuilder()
                .setFamilyPayer(
                    good.toBuilder()
                        .setBinding(binding("parent").toBuilder().clearPayerPersonNumber()))
                .build(),
            LookUpAnswer.newBuilder().setPerson(lostPerson()).build(),
            LookUpAnswer.getDefaultInstance())) {
      answers(MessageType.LOOK_UP_ANSWER, wrong);
      assertInstanceOf(Reply.NoAnswer.class, centre.family().payer(ASKED, patient, SOON));
    }
    answers(MessageType.LOOK_UP_ANSWER, LookUpAnswer.newBuilder().setFamilyPayer(good).build());
    assertInstanceOf(Reply.NoAnswer.class, centre.lookUp(ASKED, SOON));
  }
}
