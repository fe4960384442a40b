package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.wire.CareVisitEnded;
import io.caresettle.protocol.wire.EndCareVisit;
import io.caresettle.protocol.wire.EndCareVisitAnswer;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.Split;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The end of long-term care, with the figures that the person will confirm. It ends once. */
record CareEnds(CareJudge judge, CareBook book, CareRolls rolls) implements Clerk {

  @Override
  public MessageType answerType() {
    return MessageType.END_CARE_VISIT_ANSWER;
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    EndCareVisit asked = Readings.read(EndCareVisit.getDefaultInstance(), request.payload());
    if (!Request.isRequestId(asked.getRequestId())) {
      throw Reason.MALFORMED.because();
    }
    CareBook.Entry entry = book.require(request.institution(), asked.getCareVisitId());
    if (!entry.person().equals(asked.getIdentity().getPersonNumber())) {
      throw CareReason.CARE_IDENTITY.because();
    }
    if (!entry.isOpen()) {
      if (!entry.givenItems().equals(asked.getItemsList())) {
        throw Reason.REQUEST_ID_REUSED.because();
      }
      return answer(entry.endedAnswer());
    }
    return answer(end(entry, asked, request));
  }

  private CareVisitEnded end(CareBook.Entry entry, EndCareVisit asked, Request request)
      throws Refused {
    Instant ended = Instant.ofEpochMilli(asked.getEndedAtMillis());
    CareJudge.requireNear(ended, request.now());
    judge.requireIdentifiedSince(entry, asked.getIdentity().getPersonNumber(), request);
    judge.requireCaregiver(
        request.institution(), asked.getOperator(), LocalDate.ofInstant(ended, CareBook.CHINA));
    CareJudge.Given given = judge.given(entry, asked.getItemsList(), ended);
    CareVisitEnded.Builder answer =
        CareVisitEnded.newBuilder()
            .setCareVisitId(entry.id())
            .setCountedMinutes(given.minutes())
            .setFeeLimit(given.limit())
            .setEndedAtMillis(ended.toEpochMilli());
    Optional<Split> split = judge.split(entry, given.total());
    split.ifPresentOrElse(
        answer::setSplit,
        () -> answer.setNotSettled(CareReason.CARE_NOT_PUBLISHED.by(rolls.openBy(entry.area()))));
    CareVisitEnded whole = answer.build();
    book.end(entry.id(), ended, asked.toByteArray(), whole);
    return whole;
  }

  private static MessageLite answer(CareVisitEnded ended) {
    return EndCareVisitAnswer.newBuilder().setEnded(ended).build();
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return EndCareVisitAnswer.newBuilder().setRefusal(refusal).build();
  }
}
