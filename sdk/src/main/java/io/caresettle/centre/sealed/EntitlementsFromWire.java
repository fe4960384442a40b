package io.caresettle.centre.sealed;

import io.caresettle.eligibility.CarePlan;
import io.caresettle.eligibility.Enrolment;
import io.caresettle.eligibility.Entitlements;
import io.caresettle.eligibility.Filing;
import io.caresettle.eligibility.InsuredKind;
import io.caresettle.eligibility.Interruption;
import io.caresettle.eligibility.Recognition;
import io.caresettle.eligibility.Sanction;
import io.caresettle.eligibility.Stay;
import io.caresettle.money.Money;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.protocol.wire.InsuredPerson;
import io.caresettle.protocol.wire.OffSiteFiling;
import io.caresettle.protocol.wire.Period;
import io.caresettle.protocol.wire.SpecialDisease;
import io.caresettle.protocol.wire.Suspension;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the dates by which the centre lets a person have something. */
final class EntitlementsFromWire {

  private EntitlementsFromWire() {}

  static Entitlements read(InsuredPerson person) {
    io.caresettle.protocol.wire.Entitlements told = person.getEntitlements();
    return new Entitlements(
        person.getEnrolmentsList().stream().map(e -> enrolment(e, person)).toList(),
        told.getFilingsList().stream().map(EntitlementsFromWire::filing).toList(),
        told.getSpecialDiseasesList().stream().map(EntitlementsFromWire::recognition).toList(),
        told.getStaysList().stream()
            .map(s -> new Stay(s.getInstitutionCode(), from(s.getPeriod()), to(s.getPeriod())))
            .toList(),
        told.getAidGrantsList().stream()
            .map(
                a ->
                    new Entitlements.AidClass(
                        a.getAidClass(), a.getArea(), from(a.getPeriod()), to(a.getPeriod())))
            .toList(),
        told.getGroupsList().stream()
            .map(g -> new Entitlements.Group(g.getGroup(), from(g.getPeriod()), to(g.getPeriod())))
            .toList(),
        told.getSuspensionsList().stream().map(EntitlementsFromWire::sanction).toList(),
        FamilyFromWire.bindings(person.getFamilyList()),
        told.getCarePlansList().stream().map(EntitlementsFromWire::carePlan).toList(),
        told.getPriorStays(),
        told.getSupplementApplicationsList().stream()
            .map(
                a ->
                    new Entitlements.Application(
                        Scheme.valueOf(FromWire.constant(a.getScheme())),
                        a.getArea(),
                        from(a.getPeriod()),
                        to(a.getPeriod())))
            .toList(),
        OthersFromWire.payers(told));
  }

  private static Enrolment enrolment(
      io.caresettle.protocol.wire.Enrolment enrolment, InsuredPerson person) {
    Map<String, Money> sums = new HashMap<>();
    enrolment.getYearToDateMap().forEach((name, fen) -> sums.put(name, new Money(fen)));
    Scheme scheme = Scheme.valueOf(FromWire.constant(enrolment.getScheme()));
    InsuredCategory category = InsuredCategory.valueOf(FromWire.constant(enrolment.getCategory()));
    Money balance = new Money(person.getAccountBalance());
    LocalDate from = LocalDate.parse(enrolment.getFrom());
    if (enrolment.getKind().isEmpty()) {
      return new Enrolment(
          scheme,
          category,
          enrolment.getArea(),
          from,
          day(enrolment.getTo()),
          enrolment.getPoolSuspended(),
          balance,
          sums);
    }
    InsuredKind kind = InsuredKind.valueOf(FromWire.constant(enrolment.getKind()));
    if (kind.scheme() != scheme) {
      throw new IllegalArgumentException("An enrolment's kind is not of its scheme");
    }
    int year = enrolment.getSumsOfYear();
    return new Enrolment(
        kind,
        category,
        enrolment.getArea(),
        from,
        day(enrolment.getTo()),
        day(enrolment.getAccountFrom()),
        enrolment.getInterruptionsList().stream().map(EntitlementsFromWire::gap).toList(),
        balance,
        new Money(person.getPastYearsBalance()),
        sums,
        year == 0 ? OptionalInt.empty() : OptionalInt.of(year));
  }

  private static Interruption gap(io.caresettle.protocol.wire.Interruption told) {
    Interruption.Scope scope =
        switch (told.getScope()) {
          case POOL -> Interruption.Scope.POOL;
          case ACCOUNT -> Interruption.Scope.ACCOUNT;
          case ALL -> Interruption.Scope.ALL;
          case LONG_TERM_CARE -> Interruption.Scope.LONG_TERM_CARE;
          case SCOPE_UNSPECIFIED, UNRECOGNIZED -> throw silent("interrupted");
        };
    Interruption.Cause cause =
        switch (told.getCause()) {
          case EMPLOYER_ARREARS -> Interruption.Cause.EMPLOYER_ARREARS;
          case OWN_ARREARS -> Interruption.Cause.OWN_ARREARS;
          case JUDGMENT -> Interruption.Cause.JUDGMENT;
          case SANCTION -> Interruption.Cause.SANCTION;
          case WAITING -> Interruption.Cause.WAITING;
          case ENDED -> Interruption.Cause.ENDED;
          case CAUSE_UNSPECIFIED, UNRECOGNIZED -> throw silent("the cause of an interruption");
        };
    return new Interruption(
        from(told.getPeriod()),
        to(told.getPeriod()),
        scope,
        cause,
        told.getPayableAfterwards(),
        told.getLegalBasis(),
        day(told.getMayBeMadeGoodUntil()),
        day(told.getMadeGoodOn()));
  }

  private static Filing filing(OffSiteFiling told) {
    Filing.Kind kind =
        switch (told.getKind()) {
          case LONG_TERM -> Filing.Kind.LONG_TERM;
          case REFERRED -> Filing.Kind.REFERRED;
          case OTHER_TEMPORARY -> Filing.Kind.TEMPORARY;
          case EMERGENCY -> Filing.Kind.EMERGENCY;
          case KIND_UNSPECIFIED, UNRECOGNIZED -> throw silent("the kind of a filing");
        };
    LocalDate from = from(told.getPeriod());
    return new Filing(
        told.getFilingId(),
        kind,
        told.getInsuredArea(),
        told.getCareArea(),
        from,
        to(told.getPeriod()),
        day(told.getFiledOn()).orElse(from));
  }

  private static Recognition recognition(SpecialDisease told) {
    return new Recognition(
        told.getDiseaseCode(),
        told.getKind() == SpecialDisease.Kind.CHRONIC
            ? Recognition.Kind.CHRONIC
            : Recognition.Kind.SPECIAL,
        from(told.getPeriod()),
        to(told.getPeriod()),
        told.getHospitalCode(),
        told.getHospitalLevel().isEmpty()
            ? InstitutionLevel.LEVEL_1
            : InstitutionLevel.valueOf(FromWire.constant(told.getHospitalLevel())),
        day(told.getUploadedOn()));
  }

  /** A suspension of the pool or the account alone travels as an interruption of its enrolment. */
  private static Sanction sanction(Suspension told) {
    Sanction.Scope scope =
        switch (told.getScope()) {
          case NETWORKED_SETTLEMENT -> Sanction.Scope.NETWORKED;
          case LONG_TERM_CARE_SETTLEMENT -> Sanction.Scope.LONG_TERM_CARE;
          case POOL_FUNDS, PERSONAL_ACCOUNT, SCOPE_UNSPECIFIED, UNRECOGNIZED ->
              throw silent("suspended of a person");
        };
    return new Sanction(
        from(told.getPeriod()),
        to(told.getPeriod()),
        scope,
        told.getReasonZh(),
        told.getLegalBasis());
  }

  private static CarePlan carePlan(io.caresettle.protocol.wire.CarePlan told) {
    return new CarePlan(
        told.getPlanNumber(),
        told.getLevel(),
        told.getCarerCode(),
        from(told.getPeriod()),
        to(told.getPeriod()),
        Set.copyOf(told.getItemCodesList()));
  }

  private static IllegalArgumentException silent(String what) {
    return new IllegalArgumentException("The centre leaves open what is " + what);
  }

  static LocalDate from(Period period) {
    return LocalDate.parse(period.getFrom());
  }

  static Optional<LocalDate> to(Period period) {
    return day(period.getTo());
  }

  static Optional<LocalDate> day(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
  }
}
