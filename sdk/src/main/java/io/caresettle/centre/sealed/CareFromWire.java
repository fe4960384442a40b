package io.caresettle.centre.sealed;

import io.caresettle.longtermcare.AssessedLevel;
import io.caresettle.longtermcare.CareEnd;
import io.caresettle.longtermcare.CareFigures;
import io.caresettle.longtermcare.CareFile;
import io.caresettle.longtermcare.CareShare;
import io.caresettle.longtermcare.CareStart;
import io.caresettle.longtermcare.Days;
import io.caresettle.longtermcare.ServicePlan;
import io.caresettle.money.Money;
import io.caresettle.protocol.wire.CareVisitEnded;
import io.caresettle.protocol.wire.CareVisitEntry;
import io.caresettle.protocol.wire.CareVisitStarted;
import io.caresettle.protocol.wire.CaregiverSuspension;
import io.caresettle.protocol.wire.Period;
import io.caresettle.protocol.wire.PlanItem;
import io.caresettle.protocol.wire.Split;
import io.caresettle.protocol.wire.Suspension;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads what the centre says of long-term care. What does not hold together is an {@link
 * IllegalArgumentException} whose text names no person.
 */
final class CareFromWire {

  private CareFromWire() {}

  static CareFile file(io.caresettle.protocol.wire.CareFile file, String asked) {
    if (!file.getPersonNumber().equals(asked) || file.getArea().isEmpty()) {
      throw new IllegalArgumentException("The file is another person's, or of no area");
    }
    return new CareFile(
        asked,
        file.getArea(),
        file.getLevelsList().stream()
            .map(one -> new AssessedLevel(one.getLevel(), one.getAssessor(), days(one.getPeriod())))
            .toList(),
        file.getPlansList().stream().map(CareFromWire::plan).toList(),
        file.getAgreementsList().stream().map(CareFromWire::days).toList(),
        file.getSuspensionsList().stream().map(CareFromWire::suspension).toList(),
        file.getCaregiversList().stream().map(CareFromWire::barred).toList(),
        file.getVisitsList().stream().map(CareFromWire::entry).toList());
  }

  private static ServicePlan plan(io.caresettle.protocol.wire.ServicePlan plan) {
    return new ServicePlan(
        plan.getPlanNumber(),
        plan.getLevel(),
        days(plan.getPeriod()),
        plan.getItemsList().stream().map(CareFromWire::item).toList());
  }

  private static ServicePlan.Item item(PlanItem item) {
    ServicePlan.Per per =
        switch (item.getPer()) {
          case DAY -> ServicePlan.Per.DAY;
          case WEEK -> ServicePlan.Per.WEEK;
          case MONTH -> ServicePlan.Per.MONTH;
          case PER_UNSPECIFIED, UNRECOGNIZED ->
              throw new IllegalArgumentException("An item has no period");
        };
    return new ServicePlan.Item(
        item.getItemCode(),
        item.getName(),
        item.getStandardMinutes(),
        item.getTimes(),
        per,
        new Money(item.getFeeStandard()));
  }

  /** Whatever is suspended here stops long-term care: that is what was asked for. */
  private static CareFile.Suspension suspension(Suspension one) {
    return new CareFile.Suspension(
        days(one.getPeriod()), one.getReasonZh(), one.getReasonEn(), one.getLegalBasis());
  }

  private static CareFile.Barred barred(CaregiverSuspension one) {
    return new CareFile.Barred(one.getOperator(), days(one.getPeriod()), one.getLegalBasis());
  }

  private static CareFile.Entry entry(CareVisitEntry entry) {
    CareFile.Entry.State state =
        switch (entry.getState()) {
          case OPEN -> CareFile.Entry.State.OPEN;
          case ENDED -> CareFile.Entry.State.ENDED;
          case SETTLED -> CareFile.Entry.State.SETTLED;
          case CANCELLED -> CareFile.Entry.State.CANCELLED;
          case STATE_UNSPECIFIED, UNRECOGNIZED ->
              throw new IllegalArgumentException("A visit has no state");
        };
    return new CareFile.Entry(
        entry.getCareVisitId(),
        entry.getVisitNumber(),
        state,
        Instant.ofEpochMilli(entry.getStartedAtMillis()),
        FromWire.moment(entry.getEndedAtMillis()),
        entry.getItemCodesList(),
        entry.hasSplit() ? Optional.of(figures(entry.getSplit())) : Optional.empty());
  }

  private static Days days(Period period) {
    return new Days(
        LocalDate.parse(period.getFrom()),
        period.getTo().isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(period.getTo())));
  }

  static CareStart.Answer started(CareVisitStarted started) {
    if (started.getCareVisitId().isEmpty() || started.getStartedAtMillis() <= 0) {
      throw new IllegalArgumentException("The visit has no number, or no start");
    }
    return new CareStart.Answer(
        started.getCareVisitId(),
        Instant.ofEpochMilli(started.getStartedAtMillis()),
        started.getMostMinutes(),
        started.getVisitsLeft());
  }

  static CareEnd.Answer ended(CareVisitEnded ended) {
    return new CareEnd.Answer(
        ended.getCountedMinutes(),
        new Money(ended.getFeeLimit()),
        Instant.ofEpochMilli(ended.getEndedAtMillis()),
        ended.hasSplit() ? Optional.of(figures(ended.getSplit())) : Optional.empty(),
        ended.hasNotSettled()
            ? Optional.of(
                new CareShare.NotPublished(
                    ended.getNotSettled().getLegalBasis(),
                    ended.getNotSettled().getReasonZh(),
                    ended.getNotSettled().getReasonEn()))
            : Optional.empty());
  }

  static CareFigures figures(Split split) {
    return new CareFigures(
        new Money(split.getTotal()),
        new Money(split.getLongTermCareFund()),
        new Money(split.getCash()),
        new Money(ofMedicalFunds(split)));
  }

  /** Every other payer there is: sizes are added, so that no two can hide each other. */
  private static long ofMedicalFunds(Split split) {
    long sum = 0;
    for (long fen :
        new long[] {
          split.getPoolFund(),
          split.getLargeSumSubsidy(),
          split.getCriticalIllness(),
          split.getCivilServantSubsidy(),
          split.getSupplements(),
          split.getMedicalAid(),
          split.getInstitution(),
          split.getPersonalAccount(),
          split.getFamilyAccount()
        }) {
      sum = Math.addExact(sum, Math.absExact(fen));
    }
    return sum;
  }

  static Split split(CareFigures figures) {
    return Split.newBuilder()
        .setTotal(figures.total().fen())
        .setLongTermCareFund(figures.longTermCareFund().fen())
        .setCash(figures.ownPayment().fen())
        .build();
  }
}
