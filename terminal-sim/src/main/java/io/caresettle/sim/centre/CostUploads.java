package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.wire.CostsRecorded;
import io.caresettle.protocol.wire.FeeLine;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.UploadCosts;
import io.caresettle.protocol.wire.UploadCostsAnswer;
import java.util.Optional;

/** Records costs that no fund settled, once by what the book says of the request. */
record CostUploads(Store store, CostBook book) implements Clerk {

  @Override
  public MessageType answerType() {
    return MessageType.UPLOAD_COSTS_ANSWER;
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    UploadCosts costs = Readings.read(UploadCosts.getDefaultInstance(), request.payload());
    if (!Request.isRequestId(costs.getRequestId())
        || !costs.getInstitutionCode().equals(request.institution())
        || !Request.isRequestId(costs.getBillNumber())
        || costs.getReason() == UploadCosts.Reason.REASON_UNSPECIFIED
        || costs.getReason() == UploadCosts.Reason.UNRECOGNIZED
        || costs.getOperator().isBlank()) {
      throw Reason.MALFORMED.because();
    }
    requireBalanced(costs);
    byte[] digest = Sm3.digest(costs.toByteArray());
    Optional<CostBook.Upload> before = book.find(request.institution(), costs.getRequestId());
    if (before.isPresent() && !before.get().isOf(digest)) {
      throw Reason.REQUEST_ID_REUSED.because();
    }
    if (book.withdrawnAt(request.institution(), costs.getRequestId()).isPresent()) {
      throw UndoReason.COSTS_WITHDRAWN.because();
    }
    if (before.isPresent()) {
      return answer(before.get());
    }
    Settlements.refuseIfStanding(store, request.institution(), costs.getBillNumber());
    book.refuseIfUploaded(request.institution(), costs.getBillNumber());
    return answer(book.put(costs, digest, request));
  }

  private static void requireBalanced(UploadCosts costs) throws Refused {
    long lines = 0;
    try {
      for (FeeLine line : costs.getLinesList()) {
        lines = Math.addExact(lines, line.getLineTotal());
      }
    } catch (ArithmeticException e) {
      throw UndoReason.COSTS_UNBALANCED.because();
    }
    if (costs.getLinesCount() == 0
        || lines != costs.getTotal()
        || costs.getCash() < 0
        || costs.getCash() > costs.getTotal()) {
      throw UndoReason.COSTS_UNBALANCED.because();
    }
  }

  private static MessageLite answer(CostBook.Upload upload) {
    return UploadCostsAnswer.newBuilder()
        .setRecorded(
            CostsRecorded.newBuilder()
                .setUploadId(upload.id())
                .setRecordedAtMillis(upload.at().toEpochMilli()))
        .build();
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return UploadCostsAnswer.newBuilder().setRefusal(refusal).build();
  }
}
