package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.AidGrant;
import io.caresettle.protocol.wire.Enrolment;
import io.caresettle.protocol.wire.Entitlements;
import io.caresettle.protocol.wire.InsuredGroup;
import io.caresettle.protocol.wire.Interruption;
import io.caresettle.protocol.wire.OffSiteFiling;
import io.caresettle.protocol.wire.Period;
import io.caresettle.protocol.wire.SpecialDisease;
import io.caresettle.protocol.wire.Stay;
import io.caresettle.protocol.wire.SupplementApplication;
import io.caresettle.protocol.wire.Suspension;
import io.caresettle.sim.entitle.Cover;
import io.caresettle.sim.entitle.Dates;
import io.caresettle.sim.entitle.Entitlement;
import io.caresettle.sim.entitle.History;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was decided of a person with a history, as a look-up tells it: dates, each with its cause.
 */
record DecidedDates(Entitlement decided, History history) {

  /** The enrolments that may pay, with the sums of their years. */
  List<Enrolment> enrolments(Function<Cover, Map<String, Long>> sums) {
    return decided.handedOver().stream()
        .filter(cover -> first(cover).isPresent())
        .map(cover -> enrolment(cover, sums.apply(cover)))
        .toList();
  }

  private static Optional<LocalDate> first(Cover cover) {
    return cover.from().or(cover::accountFrom);
  }

  private Enrolment enrolment(Cover cover, Map<String, Long> sums) {
    LocalDate from = first(cover).orElseThrow();
    Enrolment.Builder told =
        Enrolment.newBuilder()
            .setScheme(word(cover.scheme()))
            .setCategory(word(cover.category()))
            .setArea(cover.area())
            .setKind(word(cover.kind()))
            .setFrom(from.toString())
            .setTo(text(cover.to()))
            .setPoolSuspended(!cover.pool(decided.day()).isOpen())
            .setAccountFrom(text(cover.accountFrom()))
            .setSumsOfYear(decided.day().getYear())
            .putAllYearToDate(sums);
    if (cover.from().isEmpty()) {
      told.addInterruptions(
          Interruption.newBuilder()
              .setPeriod(Period.newBuilder().setFrom(from.toString()))
              .setScope(Interruption.Scope.POOL)
              .setCause(Interruption.Cause.WAITING)
              .setLegalBasis(cover.begins().ground()));
    }
    // A sanction is told as itself.
    cover.interruptions().stream()
        .map(this::interruption)
        .filter(i -> i.getCause() != Interruption.Cause.SANCTION)
        .forEach(told::addInterruptions);
    return told.build();
  }

  private Interruption interruption(io.caresettle.sim.entitle.Interruption by) {
    return Interruption.newBuilder()
        .setPeriod(period(by.dates()))
        .setScope(Interruption.Scope.valueOf(by.scope().name()))
        .setCause(Interruption.Cause.valueOf(by.cause().name()))
        .setPayableAfterwards(by.mayBePaidAfter(decided.uploaded()))
        .setLegalBasis(by.ground())
        .setMayBeMadeGoodUntil(text(by.remedyUntil()))
        .setMadeGoodOn(text(by.madeGoodOn()))
        .build();
  }

  /** What beside the enrolments decides by date. */
  Entitlements entitlements() {
    String area = decided.serving().map(Cover::area).orElse("");
    Entitlements.Builder told = Entitlements.newBuilder().setPersonNumber(history.number());
    history.sanctions().forEach(s -> told.addSuspensions(suspension(s)));
    decided.filings().forEach(f -> told.addFilings(filing(f, area)));
    decided.recognitions().stream()
        .filter(r -> !r.kind().equals("rare"))
        .forEach(r -> told.addSpecialDiseases(disease(r)));
    history.stays().forEach(s -> told.addStays(stay(s)));
    decided.openStay().ifPresent(s -> told.setOpenAdmission(s.institution()));
    history.aid().stream()
        .filter(a -> a.area().equals(area))
        .filter(a -> decided.aidClass().filter(a.aidClass()::equals).isPresent())
        .forEach(
            a ->
                told.addAidClasses(a.aidClass())
                    .addAidGrants(
                        AidGrant.newBuilder()
                            .setAidClass(a.aidClass())
                            .setArea(a.area())
                            .setPeriod(period(a.dates()))));
    history
        .groups()
        .forEach(
            g ->
                told.addGroups(
                    InsuredGroup.newBuilder().setGroup(g.group()).setPeriod(period(g.dates()))));
    decided
        .handedOver()
        .forEach(cover -> application(cover).ifPresent(told::addSupplementApplications));
    return told.build();
  }

  /** The days of the second layer, where somebody applied for it (R-CI-03). */
  private static Optional<SupplementApplication> application(Cover cover) {
    return cover
        .criticalIllness()
        .map(
            dates ->
                SupplementApplication.newBuilder()
                    .setArea(cover.area())
                    .setScheme(word(cover.scheme()))
                    .setPeriod(period(dates))
                    .build());
  }

  private static Suspension suspension(History.Sanction sanction) {
    return Suspension.newBuilder()
        .setScope(
            sanction.longTermCare()
                ? Suspension.Scope.LONG_TERM_CARE_SETTLEMENT
                : Suspension.Scope.NETWORKED_SETTLEMENT)
        .setPeriod(period(sanction.dates()))
        .setReasonZh(sanction.why())
        .build();
  }

  private static OffSiteFiling filing(History.Filing filing, String insuredArea) {
    OffSiteFiling.Kind kind =
        switch (filing.kind()) {
          case "long-term" -> OffSiteFiling.Kind.LONG_TERM;
          case "referred" -> OffSiteFiling.Kind.REFERRED;
          default -> OffSiteFiling.Kind.OTHER_TEMPORARY;
        };
    return OffSiteFiling.newBuilder()
        .setFilingId(filing.id())
        .setKind(kind)
        .setPeriod(period(filing.dates()))
        .setInsuredArea(insuredArea)
        .setCareArea(filing.careArea())
        .setFiledOn(filing.filed().toString())
        .build();
  }

  private static SpecialDisease disease(History.Recognition recognition) {
    return SpecialDisease.newBuilder()
        .setDiseaseCode(recognition.disease())
        .setPeriod(period(recognition.dates()))
        .setHospitalCode(recognition.hospital())
        .setKind(
            recognition.kind().equals("chronic")
                ? SpecialDisease.Kind.CHRONIC
                : SpecialDisease.Kind.SPECIAL)
        .setHospitalLevel(recognition.level().replace('-', '_'))
        .setUploadedOn(recognition.uploaded().toString())
        .build();
  }

  private static Stay stay(History.Stay stay) {
    return Stay.newBuilder()
        .setInstitutionCode(stay.institution())
        .setPeriod(period(stay.dates()))
        .build();
  }

  private static Period period(Dates dates) {
    return Period.newBuilder().setFrom(dates.from().toString()).setTo(text(dates.to())).build();
  }

  private static String text(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
