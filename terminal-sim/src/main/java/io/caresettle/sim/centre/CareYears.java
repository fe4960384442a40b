package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.wire.CareFile;
import io.caresettle.protocol.wire.CareLevel;
import io.caresettle.protocol.wire.CareVisitEntry;
import io.caresettle.protocol.wire.CareYear;
import io.caresettle.protocol.wire.CareYearAnswer;
import io.caresettle.protocol.wire.CaregiverSuspension;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Period;
import io.caresettle.protocol.wire.PlanItem;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.ServicePlan;
import io.caresettle.protocol.wire.Suspension;
import java.time.LocalDate;
import java.util.Locale;

/** What is kept of a person's long-term care, with one year's visits. It changes nothing. */
record CareYears(CareRolls rolls, CareBook book, Presence presence) implements Clerk {

  @Override
  public MessageType answerType() {
    return MessageType.CARE_YEAR_ANSWER;
  }

  /** Only to whoever has identified the person at this visit. */
  @Override
  public MessageLite serve(Request request) throws Refused {
    CareYear asked = Readings.read(CareYear.getDefaultInstance(), request.payload());
    if (asked.getYear() < 2000 || asked.getYear() > 9999) {
      throw Reason.MALFORMED.because();
    }
    String person = asked.getPersonNumber();
    presence.require(asked.getVisitNumber(), person, request);
    CareRolls.Cared cared = rolls.find(person).orElseThrow(CareReason.CARE_UNKNOWN::because);
    CareFile.Builder file = CareFile.newBuilder().setPersonNumber(person).setArea(cared.area());
    cared
        .levels()
        .forEach(
            level ->
                file.addLevels(
                    CareLevel.newBuilder()
                        .setLevel(level.level())
                        .setAssessor(level.assessor())
                        .setPeriod(period(level.span()))));
    cared.plans().forEach(plan -> file.addPlans(plan(plan)));
    rolls
        .agreements(request.institution(), cared.area())
        .forEach(agreement -> file.addAgreements(period(agreement.span())));
    cared
        .suspensions()
        .forEach(
            one ->
                file.addSuspensions(
                    Suspension.newBuilder()
                        .setScope(Suspension.Scope.LONG_TERM_CARE_SETTLEMENT)
                        .setPeriod(period(one.span()))
                        .setReasonZh(one.why())
                        .setReasonEn("suspended")
                        .setLegalBasis(one.basis())));
    rolls
        .barred(request.institution())
        .forEach(
            one ->
                file.addCaregivers(
                    CaregiverSuspension.newBuilder()
                        .setOperator(one.operator())
                        .setPeriod(period(one.span()))
                        .setLegalBasis(one.basis())));
    book.of(person, request.now()).stream()
        .filter(visit -> isOf(asked.getYear(), visit.day()))
        .forEach(visit -> file.addVisits(entry(visit, request.institution())));
    return CareYearAnswer.newBuilder().setFile(file).build();
  }

  /** With the days before New Year's that lie in its week: they count in the plan's period. */
  private static boolean isOf(int year, LocalDate day) {
    LocalDate newYear = LocalDate.of(year, 1, 1);
    LocalDate monday = newYear.minusDays(newYear.getDayOfWeek().getValue() - 1L);
    return day.getYear() <= year && !day.isBefore(monday);
  }

  private static ServicePlan plan(CareRolls.Plan plan) {
    ServicePlan.Builder message =
        ServicePlan.newBuilder()
            .setPlanNumber(plan.number())
            .setLevel(plan.level())
            .setPeriod(period(plan.span()));
    for (CareRolls.Item item : plan.items()) {
      message.addItems(
          PlanItem.newBuilder()
              .setItemCode(item.code())
              .setName(item.name())
              .setStandardMinutes(item.minutes())
              .setTimes(item.times())
              .setPer(PlanItem.Per.valueOf(item.per().toUpperCase(Locale.ROOT)))
              .setFeeStandard(item.fee()));
    }
    return message.build();
  }

  private CareVisitEntry entry(CareBook.Entry visit, String institution) {
    CareVisitEntry.Builder message =
        CareVisitEntry.newBuilder()
            .setCareVisitId(visit.id())
            .setInstitutionCode(visit.institution())
            .setVisitNumber(visit.institution().equals(institution) ? visit.visit() : "")
            .setState(state(visit))
            .setStartedAtMillis(visit.started().toEpochMilli())
            .addAllItemCodes(visit.items())
            .addAllItems(visit.givenItems());
    visit.ended().ifPresent(ended -> message.setEndedAtMillis(ended.toEpochMilli()));
    if (message.getState() == CareVisitEntry.State.SETTLED) {
      visit.settledSplit().ifPresent(message::setSplit);
    }
    return message.build();
  }

  private CareVisitEntry.State state(CareBook.Entry visit) {
    if (book.undone(visit).isPresent()) {
      return CareVisitEntry.State.CANCELLED;
    }
    if (visit.settlement().isPresent()) {
      return CareVisitEntry.State.SETTLED;
    }
    return visit.isOpen() ? CareVisitEntry.State.OPEN : CareVisitEntry.State.ENDED;
  }

  private static Period period(CareRolls.Span span) {
    return Period.newBuilder()
        .setFrom(span.from().toString())
        .setTo(span.to().map(LocalDate::toString).orElse(""))
        .build();
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return CareYearAnswer.newBuilder().setRefusal(refusal).build();
  }
}
