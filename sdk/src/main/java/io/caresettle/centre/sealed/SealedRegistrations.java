package io.caresettle.centre.sealed;

import io.caresettle.centre.EmergencyArrival;
import io.caresettle.centre.EmergencyRegistration;
import io.caresettle.centre.Merged;
import io.caresettle.centre.Registrations;
import io.caresettle.centre.Reply;
import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.identity.Patient;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.wire.EmergencyPerson;
import io.caresettle.protocol.wire.IdentityCheck;
import io.caresettle.protocol.wire.MergeRegistration;
import io.caresettle.protocol.wire.MergeRegistrationAnswer;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Register;
import io.caresettle.protocol.wire.RegisterAnswer;
import io.caresettle.protocol.wire.Registered;
import io.caresettle.protocol.wire.RegistrationMerged;
import io.caresettle.protocol.wire.WithdrawRegistration;
import io.caresettle.protocol.wire.WithdrawRegistrationAnswer;
import java.time.Duration;
import java.time.Instant;

/** Registrations over our sealed protocol. */
final class SealedRegistrations implements Registrations {

  private final Exchange exchange;

  SealedRegistrations(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public Reply<EmergencyRegistration> register(
      EmergencyArrival arrival, String operator, Duration within) {
    String visit = arrival.visit().number();
    Register message =
        Register.newBuilder()
            .setRequestId("register-" + visit)
            .setVisit(ToWire.visit(arrival.visit()).toBuilder().setEmergency(true))
            .setEmergency(
                EmergencyPerson.newBuilder()
                    .setStatedName(arrival.statedName().map(PersonName::reveal).orElse(""))
                    .setStatedIdentityNumber(
                        arrival.statedNumber().map(IdentityNumber::reveal).orElse(""))
                    .setDescription(arrival.description())
                    .setArrivedAtMillis(arrival.arrivedAt().toEpochMilli()))
            .setOperator(operator)
            .build();
    return Again.untilAnswered(
        within,
        left ->
            exchange.ask(
                MessageType.REGISTER,
                message,
                MessageType.REGISTER_ANSWER,
                left,
                (reading, bytes) -> {
                  RegisterAnswer answer = Messages.read(RegisterAnswer.getDefaultInstance(), bytes);
                  return switch (answer.getResultCase()) {
                    case REGISTERED ->
                        new Reply.Answered<>(registration(answer.getRegistered(), visit));
                    case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
                    case RESULT_NOT_SET -> throw empty();
                  };
                }));
  }

  private static EmergencyRegistration registration(Registered registered, String visit) {
    if (registered.getRegistrationId().isEmpty()
        || registered.getTemporaryPersonNumber().isEmpty()) {
      throw new IllegalArgumentException("The registration has no id, or nothing for the person");
    }
    return new EmergencyRegistration(
        registered.getRegistrationId(),
        registered.getTemporaryPersonNumber(),
        visit,
        Instant.ofEpochMilli(registered.getRegisteredAtMillis()));
  }

  @Override
  public Reply<Instant> withdraw(
      EmergencyRegistration registration, String reason, String operator, Duration within) {
    String id = registration.registrationId();
    WithdrawRegistration message =
        WithdrawRegistration.newBuilder()
            .setRequestId("withdraw-" + id)
            .setRegistrationId(id)
            .setReason(reason)
            .setOperator(operator)
            .build();
    return Again.untilAnswered(
        within,
        left ->
            exchange.ask(
                MessageType.WITHDRAW_REGISTRATION,
                message,
                MessageType.WITHDRAW_REGISTRATION_ANSWER,
                left,
                (reading, bytes) -> {
                  WithdrawRegistrationAnswer answer =
                      Messages.read(WithdrawRegistrationAnswer.getDefaultInstance(), bytes);
                  return switch (answer.getResultCase()) {
                    case WITHDRAWN -> {
                      mustBe(id, answer.getWithdrawn().getRegistrationId());
                      yield new Reply.Answered<>(
                          Instant.ofEpochMilli(answer.getWithdrawn().getWithdrawnAtMillis()));
                    }
                    case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
                    case RESULT_NOT_SET -> throw empty();
                  };
                }));
  }

  @Override
  public Reply<Merged> merge(
      EmergencyRegistration registration, Patient patient, String operator, Duration within) {
    MergeRegistration message =
        MergeRegistration.newBuilder()
            .setRequestId("merge-" + registration.registrationId())
            .setRegistrationId(registration.registrationId())
            .setTemporaryPersonNumber(registration.temporaryPersonNumber())
            .setIdentity(
                IdentityCheck.newBuilder()
                    .setManner(
                        patient.credential() instanceof SocialSecurityCard
                            ? IdentityCheck.Manner.SOCIAL_SECURITY_CARD
                            : IdentityCheck.Manner.INSURANCE_CODE)
                    .setPersonNumber(patient.personNumber())
                    .setOperator(operator))
            .setOperator(operator)
            .build();
    return Again.untilAnswered(
        within,
        left ->
            exchange.ask(
                MessageType.MERGE_REGISTRATION,
                message,
                MessageType.MERGE_REGISTRATION_ANSWER,
                left,
                (reading, bytes) -> {
                  MergeRegistrationAnswer answer =
                      Messages.read(MergeRegistrationAnswer.getDefaultInstance(), bytes);
                  return switch (answer.getResultCase()) {
                    case MERGED -> new Reply.Answered<>(merged(answer.getMerged(), message));
                    case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
                    case RESULT_NOT_SET -> throw empty();
                  };
                }));
  }

  private static Merged merged(RegistrationMerged merged, MergeRegistration asked) {
    mustBe(asked.getRegistrationId(), merged.getRegistrationId());
    mustBe(asked.getIdentity().getPersonNumber(), merged.getPersonNumber());
    return new Merged(
        merged.getRegistrationId(),
        merged.getPersonNumber(),
        Instant.ofEpochMilli(merged.getMergedAtMillis()));
  }

  private static void mustBe(String asked, String answered) {
    if (!asked.equals(answered)) {
      throw new IllegalArgumentException("The answer is of another registration or person");
    }
  }

  private static IllegalArgumentException empty() {
    return new IllegalArgumentException("The answer is empty");
  }
}
