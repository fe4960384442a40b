package io.caresettle.centre.sealed;

import io.caresettle.centre.CostDesk;
import io.caresettle.centre.Costs;
import io.caresettle.centre.CostsRecorded;
import io.caresettle.centre.Opaque;
import io.caresettle.centre.Reply;
import io.caresettle.protocol.MessageRejected;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.UploadCosts;
import io.caresettle.protocol.wire.UploadCostsAnswer;
import io.caresettle.protocol.wire.WithdrawCosts;
import io.caresettle.protocol.wire.WithdrawCostsAnswer;
import java.time.Duration;
import java.time.Instant;

/** Costs that no fund settled, over our sealed protocol. */
final class SealedCostDesk implements CostDesk {

  private final Exchange exchange;

  SealedCostDesk(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public Opaque prepare(Costs costs) {
    UploadCosts.Builder message =
        UploadCosts.newBuilder()
            .setRequestId(costs.requestId())
            .setInstitutionCode(costs.bill().id().institutionCode())
            .setBillNumber(costs.bill().id().number())
            .setPersonNumber(costs.personNumber())
            .setVisit(ToWire.visit(costs.visit()))
            .setReason(UploadCosts.Reason.valueOf(costs.reason().name()))
            .setTotal(costs.bill().total().fen())
            .setCash(costs.bill().total().fen())
            .setSlipNumber(costs.slipNumber())
            .setPaidAtMillis(costs.paidAt().toEpochMilli())
            .setOperator(costs.operator());
    costs.bill().lines().forEach(line -> message.addLines(ToWire.line(line)));
    return Opaque.copyOf(message.build().toByteArray());
  }

  @Override
  public Reply<CostsRecorded> upload(Opaque prepared, Duration within) {
    UploadCosts message;
    try {
      message = Messages.read(UploadCosts.getDefaultInstance(), prepared.bytes());
    } catch (MessageRejected e) {
      return new Reply.NotSent<>("what was kept of the costs cannot be read");
    }
    return Again.untilAnswered(
        within,
        left ->
            exchange.ask(
                MessageType.UPLOAD_COSTS,
                message,
                MessageType.UPLOAD_COSTS_ANSWER,
                left,
                (reading, bytes) -> {
                  UploadCostsAnswer answer =
                      Messages.read(UploadCostsAnswer.getDefaultInstance(), bytes);
                  return switch (answer.getResultCase()) {
                    case RECORDED ->
                        new Reply.Answered<>(
                            new CostsRecorded(
                                answer.getRecorded().getUploadId(),
                                Instant.ofEpochMilli(answer.getRecorded().getRecordedAtMillis())));
                    case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
                    case RESULT_NOT_SET -> throw SealedMessages.empty();
                  };
                }));
  }

  @Override
  public Reply<Instant> withdraw(
      String requestId, String reason, String operator, Duration within) {
    WithdrawCosts message =
        WithdrawCosts.newBuilder()
            .setRequestId("withdraw-" + requestId)
            .setOriginalRequestId(requestId)
            .setReason(reason)
            .setOperator(operator)
            .build();
    return Again.untilAnswered(
        within,
        left ->
            exchange.ask(
                MessageType.WITHDRAW_COSTS,
                message,
                MessageType.WITHDRAW_COSTS_ANSWER,
                left,
                (reading, bytes) -> {
                  WithdrawCostsAnswer answer =
                      Messages.read(WithdrawCostsAnswer.getDefaultInstance(), bytes);
                  return switch (answer.getResultCase()) {
                    case WITHDRAWN ->
                        new Reply.Answered<>(
                            Instant.ofEpochMilli(answer.getWithdrawn().getWithdrawnAtMillis()));
                    case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
                    case RESULT_NOT_SET -> throw SealedMessages.empty();
                  };
                }));
  }
}
