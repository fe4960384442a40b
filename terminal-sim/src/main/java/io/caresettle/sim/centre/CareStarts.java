package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.wire.CareVisitStarted;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.StartCareVisit;
import io.caresettle.protocol.wire.StartCareVisitAnswer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The start of long-term care (R-LTC-02; SH 22, 61). A visit begins once, however it is asked. */
record CareStarts(CareJudge judge, CareBook book, Presence presence) implements Clerk {

  @Override
  public MessageType answerType() {
    return MessageType.START_CARE_VISIT_ANSWER;
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    StartCareVisit asked = Readings.read(StartCareVisit.getDefaultInstance(), request.payload());
    if (!Request.isRequestId(asked.getRequestId())
        || asked.getVisitNumber().isBlank()
        || !asked.getIdentity().getPersonNumber().equals(asked.getPersonNumber())) {
      throw Reason.MALFORMED.because();
    }
    Optional<CareBook.Entry> before = book.ofVisit(request.institution(), asked.getVisitNumber());
    if (before.isPresent()) {
      return answer(again(before.get(), asked));
    }
    if (book.ofRequest(request.institution(), asked.getRequestId()).isPresent()) {
      throw Reason.REQUEST_ID_REUSED.because();
    }
    return answer(begin(asked, request));
  }

  /** What was told first stands, its time included; another person or another plan is another. */
  private static CareVisitStarted again(CareBook.Entry entry, StartCareVisit asked) throws Refused {
    if (!entry.request().equals(asked.getRequestId())
        || !entry.person().equals(asked.getPersonNumber())
        || !entry.plan().equals(asked.getPlanNumber())
        || !entry.items().equals(List.copyOf(asked.getItemCodesList()))) {
      throw Reason.REQUEST_ID_REUSED.because();
    }
    return entry.startedAnswer();
  }

  private CareVisitStarted begin(StartCareVisit asked, Request request) throws Refused {
    Instant started = Instant.ofEpochMilli(asked.getStartedAtMillis());
    CareJudge.requireNear(started, request.now());
    LocalDate day = LocalDate.ofInstant(started, CareBook.CHINA);
    String person = asked.getPersonNumber();
    presence.require(asked.getVisitNumber(), person, request);
    CareRolls.Cared cared = judge.cared(person);
    judge.requireCaregiver(request.institution(), asked.getOperator(), day);
    judge.requireAgreement(request.institution(), cared.area(), day);
    judge.requireNotSuspended(cared, day);
    CareRolls.Plan plan = judge.plan(cared, asked.getPlanNumber(), day);
    List<String> codes = List.copyOf(asked.getItemCodesList());
    int left = judge.visitsLeft(plan, codes, person, day, request.now());
    int most =
        codes.stream()
            .flatMap(code -> plan.item(code).stream())
            .mapToInt(CareRolls.Item::minutes)
            .sum();
    CareVisitStarted answer =
        CareVisitStarted.newBuilder()
            .setCareVisitId(book.newId(request.today()))
            .setMostMinutes(most)
            .setVisitsLeft(left)
            .setStartedAtMillis(started.toEpochMilli())
            .build();
    book.begin(
        new CareBook.Entry(
            answer.getCareVisitId(),
            request.institution(),
            asked.getVisitNumber(),
            asked.getRequestId(),
            person,
            cared.area(),
            plan.number(),
            codes,
            started,
            request.now(),
            answer.toByteArray(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    return answer;
  }

  private static MessageLite answer(CareVisitStarted started) {
    return StartCareVisitAnswer.newBuilder().setStarted(started).build();
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return StartCareVisitAnswer.newBuilder().setRefusal(refusal).build();
  }
}
