package io.caresettle.centre.national.flow;

import io.caresettle.policy.plan.CareType;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What no public source settles, each with a default that loses no money: a province has to confirm
 * it, or say otherwise.
 *
 * @param trialLife how long after a trial its settlement may be sent
 * @param emptyMeansAbsent whether an empty list of visits or lines proves that nothing was settled;
 *     by default it proves nothing
 * @param visitInformation which transaction tells the visit, 2203 or 2203A
 * @param file how the bytes of a file stand in 9101 and 9102
 * @param traceCodesFrom the first day on which no drug is settled without its trace code; empty
 *     where that is not asked
 * @param medicalTypes {@code med_type} by kind of care
 * @param clearingTypes {@code clr_type} by kind of care, where the settlement's answer has none
 * @param recognised what 3203 means by the fees that the insurance recognises ({@code med_sumfee}):
 *     the one public program that fills it in sends all fees
 * @param benefitCheck whether 2001 is asked for each visit before its eligibility is told
 * @param entitledMeansFiled whether somebody insured elsewhere whose pool 2001 opens here counts as
 *     filed for care elsewhere: no transaction of these tells a filing
 * @param aidClasses the area's word for each identity class (人员身份类别) that is one of medical aid
 */
public record Unconfirmed(
    Duration trialLife,
    boolean emptyMeansAbsent,
    String visitInformation,
    FileForm file,
    Optional<LocalDate> traceCodesFrom,
    Map<CareType, String> medicalTypes,
    Map<CareType, String> clearingTypes,
    Recognised recognised,
    boolean benefitCheck,
    boolean entitledMeansFiled,
    Map<String, String> aidClasses) {

  /** Fees that the insurance recognises (医保认可费用). */
  public enum Recognised {
    ALL_FEES,
    /** Those within the scope of payment alone. */
    IN_SCOPE
  }

  /** How a file travels in a message. */
  public enum FileForm {
    BASE64,
    /** A list of the bytes as numbers from -128 to 127. */
    NUMBERS
  }

  public Unconfirmed {
    medicalTypes = Map.copyOf(medicalTypes);
    clearingTypes = Map.copyOf(clearingTypes);
    aidClasses = Map.copyOf(aidClasses);
  }

  /** The safe defaults. */
  public static Unconfirmed safe() {
    Map<CareType, String> medical = new EnumMap<>(CareType.class);
    medical.put(CareType.OUTPATIENT, "11");
    medical.put(CareType.PHARMACY, "41");
    medical.put(CareType.INPATIENT, "21");
    medical.put(CareType.SPECIAL_OUTPATIENT, "14");
    medical.put(CareType.CHRONIC_OUTPATIENT, "14");
    medical.put(CareType.MATERNITY, "52");
    Map<CareType, String> clearing = new EnumMap<>(CareType.class);
    for (CareType care : medical.keySet()) {
      clearing.put(care, care == CareType.PHARMACY ? "41" : care.isStay() ? "21" : "11");
    }
    return new Unconfirmed(
        Duration.ofMinutes(15),
        false,
        "2203A",
        FileForm.BASE64,
        Optional.of(LocalDate.of(2026, 1, 1)),
        medical,
        clearing,
        Recognised.ALL_FEES,
        true,
        true,
        Map.of());
  }

  /** The same where an empty list is proof. */
  public Unconfirmed withEmptyMeansAbsent() {
    return new Unconfirmed(
        trialLife,
        true,
        visitInformation,
        file,
        traceCodesFrom,
        medicalTypes,
        clearingTypes,
        recognised,
        benefitCheck,
        entitledMeansFiled,
        aidClasses);
  }

  /** The same with trace codes asked for from another day on; empty never asks. */
  public Unconfirmed withTraceCodesFrom(Optional<LocalDate> day) {
    return new Unconfirmed(
        trialLife,
        emptyMeansAbsent,
        visitInformation,
        file,
        day,
        medicalTypes,
        clearingTypes,
        recognised,
        benefitCheck,
        entitledMeansFiled,
        aidClasses);
  }

  /** The same with another reading of what 3203 asks for. */
  public Unconfirmed withRecognised(Recognised fees) {
    return new Unconfirmed(
        trialLife,
        emptyMeansAbsent,
        visitInformation,
        file,
        traceCodesFrom,
        medicalTypes,
        clearingTypes,
        fees,
        benefitCheck,
        entitledMeansFiled,
        aidClasses);
  }

  /** The same where 2001 is not asked. */
  public Unconfirmed withoutBenefitCheck() {
    return new Unconfirmed(
        trialLife,
        emptyMeansAbsent,
        visitInformation,
        file,
        traceCodesFrom,
        medicalTypes,
        clearingTypes,
        recognised,
        false,
        false,
        aidClasses);
  }
}
