package io.caresettle.centre.sealed;

import io.caresettle.centre.FamilyDesk;
import io.caresettle.centre.LookUpRequest;
import io.caresettle.centre.Reply;
import io.caresettle.identity.FoundPayer;
import io.caresettle.identity.Patient;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.wire.LookUp;
import io.caresettle.protocol.wire.LookUpAnswer;
import io.caresettle.protocol.wire.MessageType;
import java.time.Duration;

/** Family accounts over our sealed protocol. */
final class SealedFamilyDesk implements FamilyDesk {

  private final Exchange exchange;

  SealedFamilyDesk(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public Reply<FoundPayer> payer(LookUpRequest relatives, Patient patient, Duration within) {
    LookUp message =
        ToWire.lookUp(relatives).toBuilder().setPayerFor(patient.personNumber()).build();
    return exchange.ask(
        MessageType.LOOK_UP,
        message,
        MessageType.LOOK_UP_ANSWER,
        within,
        (reading, bytes) -> {
          LookUpAnswer answer = Messages.read(LookUpAnswer.getDefaultInstance(), bytes);
          return switch (answer.getResultCase()) {
            case FAMILY_PAYER ->
                new Reply.Answered<>(
                    FamilyFromWire.payer(answer.getFamilyPayer(), message.getPayerFor()));
            case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
            // A centre that knows no payers would answer with the relative as a patient.
            case PERSON, RESULT_NOT_SET ->
                throw new IllegalArgumentException("The answer names no payer");
          };
        });
  }
}
