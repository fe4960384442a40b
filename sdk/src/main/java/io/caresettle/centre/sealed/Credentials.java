package io.caresettle.centre.sealed;

import io.caresettle.centre.Asking;
import io.caresettle.centre.CardChallenge;
import io.caresettle.centre.CardConfirmation;
import io.caresettle.centre.CardRequest;
import io.caresettle.centre.CardVerdict;
import io.caresettle.centre.CodeBinding;
import io.caresettle.centre.CodeRequest;
import io.caresettle.centre.CredentialDesk;
import io.caresettle.centre.LookUpRequest;
import io.caresettle.centre.LookedUp;
import io.caresettle.centre.Reply;
import io.caresettle.credential.CodeUse.Department;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.wire.LookUpAnswer;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.ResolveCode;
import io.caresettle.protocol.wire.ResolveCodeAnswer;
import java.time.Duration;
import java.time.Instant;

/** What is asked of the centre about a credential: is it good, and whose is it? */
final class Credentials implements CredentialDesk {

  /** The one kind of device that the national decoder knows by name. */
  private static final String SELF_SERVICE = "SelfService";

  private final Exchange exchange;
  private final Cards cards;

  Credentials(Exchange exchange) {
    this.exchange = exchange;
    this.cards = new Cards(exchange);
  }

  Reply<LookedUp> lookUp(LookUpRequest request, Duration within) {
    return exchange.ask(
        MessageType.LOOK_UP,
        ToWire.lookUp(request),
        MessageType.LOOK_UP_ANSWER,
        within,
        (reading, bytes) -> {
          LookUpAnswer answer = Messages.read(LookUpAnswer.getDefaultInstance(), bytes);
          return switch (answer.getResultCase()) {
            case PERSON -> new Reply.Answered<>(reading.lookedUp(answer.getPerson()));
            case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
            case FAMILY_PAYER, RESULT_NOT_SET -> throw empty();
          };
        });
  }

  @Override
  public Reply<CodeBinding> resolve(CodeRequest request, Duration within) {
    Asking asking = request.asking();
    ResolveCode message =
        ResolveCode.newBuilder()
            .setRequestId(request.requestId())
            .setCode(request.code().text())
            .setVisitNumber(asking.visitNumber())
            .setTerminalSlot(asking.terminalSlot())
            .setOperator(asking.operator())
            .setBusinessType(request.use().business().code())
            .setDepartmentCode(request.use().department().map(Department::code).orElse(""))
            .setDepartmentName(request.use().department().map(Department::name).orElse(""))
            .setDeviceType(request.use().selfService() ? SELF_SERVICE : "")
            .build();
    return Again.untilAnswered(
        within,
        left ->
            exchange.ask(
                MessageType.RESOLVE_CODE,
                message,
                MessageType.RESOLVE_CODE_ANSWER,
                left,
                (reading, bytes) -> {
                  ResolveCodeAnswer answer =
                      Messages.read(ResolveCodeAnswer.getDefaultInstance(), bytes);
                  return switch (answer.getResultCase()) {
                    case BINDING -> new Reply.Answered<>(binding(answer.getBinding(), asking));
                    case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
                    case RESULT_NOT_SET -> throw empty();
                  };
                }));
  }

  @Override
  public Reply<CardChallenge> authenticate(CardRequest request, Duration within) {
    return cards.authenticate(request, within);
  }

  @Override
  public Reply<CardVerdict> confirm(CardConfirmation confirmation, Duration within) {
    return cards.confirm(confirmation, within);
  }

  private static CodeBinding binding(
      io.caresettle.protocol.wire.CodeBinding binding, Asking asking) {
    if (!binding.getInstitutionCode().equals(asking.institutionCode())
        || binding.getTerminalSlot() != asking.terminalSlot()
        || !binding.getVisitNumber().equals(asking.visitNumber())) {
      throw new IllegalArgumentException("The binding is of another terminal or visit");
    }
    if (binding.getBindingId().isEmpty()) {
      throw new IllegalArgumentException("The binding has no id");
    }
    return new CodeBinding(
        binding.getBindingId(),
        Instant.ofEpochMilli(binding.getExpiresAtMillis()),
        binding.getBoundBefore());
  }

  private static IllegalArgumentException empty() {
    return new IllegalArgumentException("The answer is empty");
  }
}
