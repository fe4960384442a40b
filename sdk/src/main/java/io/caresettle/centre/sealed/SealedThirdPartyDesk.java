package io.caresettle.centre.sealed;

import io.caresettle.centre.Reply;
import io.caresettle.centre.ThirdPartyDesk;
import io.caresettle.eligibility.Injury;
import io.caresettle.eligibility.ThirdPartyDecision;
import io.caresettle.eligibility.ThirdPartyDeclaration;
import io.caresettle.identity.Patient;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.wire.DeclareThirdParty;
import io.caresettle.protocol.wire.DeclareThirdPartyAnswer;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.ThirdPartyDeclared;
import java.time.Duration;
import java.util.Optional;

/** Declarations of injuries over our sealed protocol. */
final class SealedThirdPartyDesk implements ThirdPartyDesk {

  private final Exchange exchange;

  SealedThirdPartyDesk(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public Reply<ThirdPartyDecision> declare(
      ThirdPartyDeclaration declaration, Patient patient, String operator, Duration within) {
    String visit = patient.registration().visitNumber();
    DeclareThirdParty message =
        DeclareThirdParty.newBuilder()
            .setRequestId("declare-" + visit)
            .setVisitNumber(visit)
            .setPersonNumber(patient.personNumber())
            .setCause(DeclareThirdParty.Cause.valueOf(declaration.cause().name()))
            .setOtherPayer(DeclareThirdParty.OtherPayer.valueOf(declaration.other().name()))
            .setInjuredOn(declaration.injuredOn().toString())
            .setPlace(declaration.place())
            .setOtherPayerName(declaration.otherPayerName())
            .setOtherPayerPaid(declaration.otherPaid().fen())
            .setAdvanceAsked(declaration.advanceAsked())
            .setDeclarantName(declaration.declarant())
            .setDeclarantRelation(declaration.relation())
            .setDeclaredAtMillis(declaration.declaredAt().toEpochMilli())
            .setOperator(operator)
            .build();
    return Again.untilAnswered(
        within,
        left ->
            exchange.ask(
                MessageType.DECLARE_THIRD_PARTY,
                message,
                MessageType.DECLARE_THIRD_PARTY_ANSWER,
                left,
                (reading, bytes) -> {
                  DeclareThirdPartyAnswer answer =
                      Messages.read(DeclareThirdPartyAnswer.getDefaultInstance(), bytes);
                  return switch (answer.getResultCase()) {
                    case DECLARED -> new Reply.Answered<>(decision(answer.getDeclared()));
                    case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
                    case RESULT_NOT_SET -> throw new IllegalArgumentException("An empty answer");
                  };
                }));
  }

  /** A decision that nobody here knows decides nothing. */
  private static ThirdPartyDecision decision(ThirdPartyDeclared declared) {
    return new ThirdPartyDecision(
        declared.getDeclarationId(),
        switch (declared.getDecision()) {
          case FUNDS_PAY -> Injury.Decision.FUNDS_PAY;
          case FUNDS_PAY_FIRST -> Injury.Decision.FUNDS_PAY_FIRST;
          case FUNDS_DO_NOT_PAY -> Injury.Decision.FUNDS_DO_NOT_PAY;
          case TO_BE_EXAMINED -> Injury.Decision.TO_BE_EXAMINED;
          case DECISION_UNSPECIFIED, UNRECOGNIZED ->
              throw new IllegalArgumentException("An answer without a decision");
        },
        Optional.of(declared.getRecoveryId()).filter(id -> !id.isEmpty()));
  }
}
