package io.caresettle.eligibility;

import io.caresettle.policy.plan.CareType;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One visit, one purchase or one stay (就诊). What is not ordinary about one is said with the methods
 * that answer the same visit and more: {@code new Visit("ZY1", INPATIENT, day).stay(day, left)}.
 *
 * @param number the institution's own number, the same as in the registration
 * @param serviceDate the day the care was given, which decides what the person may have; of a stay
 *     the day of admission
 * @param discharged last day of a stay; empty of anything else, and while it goes on
 * @param uploaded when the bill is sent, where that is later than the care; it decides nothing
 *     (R-ELIG-22)
 * @param emergency emergency or rescue (急诊抢救)
 * @param injury where an injury is the cause
 * @param excluded of the five kinds that funds never pay (R-SCOPE-02), those that are told
 * @param department the institution's department, where it is told
 * @param prescriber the prescriber's number, where it is told
 * @param internet whether care was given over the internet
 * @param disease code of the recognised disease that special or chronic care is for
 * @param filingId of the off-site filing, where one is named
 * @param certified whether a purchase during a stay elsewhere has that hospital's stamped
 *     certificate (JSR 39)
 * @param dualChannel whether a purchase is of dual-channel drugs, paid apart from a stay (双通道)
 * @param accountUse what the account would pay
 */
public record Visit(
    String number,
    CareType careType,
    LocalDate serviceDate,
    Optional<LocalDate> discharged,
    Optional<LocalDate> uploaded,
    boolean emergency,
    Optional<Injury> injury,
    Set<Excluded> excluded,
    String department,
    String prescriber,
    boolean internet,
    String disease,
    String filingId,
    boolean certified,
    boolean dualChannel,
    AccountUse accountUse,
    Optional<OutsidePrescription> prescription) {

  /** The kinds of cost that no fund of basic insurance pays (JS 38¶1, SZ 57¶1). */
  public enum Excluded {
    WORK_INJURY("应当由工伤保险基金支付", "work injury"),
    THIRD_PARTY("应当由第三人负担", "third party"),
    PUBLIC_HEALTH("应当由公共卫生负担", "public health"),
    ABROAD("在境外就医", "care abroad"),
    BY_STATE_RULE("国家规定不予支付", "excluded by the state");

    private final String zh;
    private final String en;

    Excluded(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    public String zh() {
      return zh;
    }

    public String en() {
      return en;
    }
  }

  public Visit {
    excluded = excluded.isEmpty() ? Set.of() : Set.copyOf(excluded);
  }

  /** A visit without an outside prescription. */
  public Visit(String number, CareType careType, LocalDate serviceDate) {
    this(number, careType, serviceDate, Optional.empty());
  }

  /** A visit or purchase with nothing special about it. */
  public Visit(
      String number,
      CareType careType,
      LocalDate serviceDate,
      Optional<OutsidePrescription> prescription) {
    this(
        number,
        careType,
        serviceDate,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Set.of(),
        "",
        "",
        false,
        "",
        "",
        false,
        false,
        AccountUse.CARE,
        prescription);
  }

  /** A stay from the day of service on that has ended. */
  public Visit discharged(LocalDate day) {
    return change().discharged(day).done();
  }

  public Visit uploaded(LocalDate day) {
    return change().uploaded(day).done();
  }

  public Visit asEmergency() {
    return change().emergency().done();
  }

  public Visit with(Injury cause) {
    return change().injury(cause).done();
  }

  public Visit excludedAs(Excluded kind, Excluded... more) {
    return change().excluded(EnumSet.of(kind, more)).done();
  }

  /** Given in this department by this prescriber; an empty text where it is not told. */
  public Visit by(String ofDepartment, String ofPrescriber) {
    return change().by(ofDepartment, ofPrescriber).done();
  }

  public Visit overTheInternet() {
    return change().internet().done();
  }

  public Visit forDisease(String code) {
    return change().disease(code).done();
  }

  public Visit filedAs(String id) {
    return change().filing(id).done();
  }

  /** A purchase during a stay elsewhere, with that hospital's stamped certificate. */
  public Visit certifiedByTheHospital() {
    return change().certified().done();
  }

  /** A purchase of dual-channel drugs. */
  public Visit ofDualChannelDrugs() {
    return change().dualChannel().done();
  }

  public Visit using(AccountUse use) {
    return change().accountUse(use).done();
  }

  private VisitChange change() {
    return new VisitChange(this);
  }

  /** The last day of care: of a stay that goes on, its first. */
  public LocalDate lastDay() {
    return discharged.orElse(serviceDate);
  }
}
