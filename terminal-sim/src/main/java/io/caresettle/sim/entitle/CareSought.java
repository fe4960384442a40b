package io.caresettle.sim.entitle;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The care that somebody asks the centre about.
 *
 * @param discharged the day of discharge, of a stay that is over
 * @param dualChannel a drug that is paid apart from a stay
 * @param certificate the hospital's stamped certificate for a purchase during a stay
 * @param studentAtHome a student on holiday where the household is registered
 */
public record CareSought(
    Care care,
    Place place,
    boolean emergency,
    Optional<LocalDate> discharged,
    Optional<String> disease,
    boolean dualChannel,
    boolean certificate,
    boolean studentAtHome) {

  /** What kind of care. */
  public enum Care {
    OUTPATIENT,
    PHARMACY,
    CHRONIC_OUTPATIENT,
    SPECIAL_OUTPATIENT,
    INPATIENT,
    FAMILY_BED,
    MATERNITY,
    RARE_DISEASE;

    boolean isStay() {
      return this == INPATIENT || this == FAMILY_BED || this == MATERNITY;
    }
  }

  /**
   * Where.
   *
   * @param designated under agreement on the day
   * @param connected settles directly with the person's home area
   * @param inDeltaZone in the demonstration zone of the Yangtze delta
   * @param fundSuspended the bureau stopped its fund settlement
   * @param district where it lies in its area
   */
  public record Place(
      String code,
      String area,
      boolean designated,
      boolean connected,
      boolean inDeltaZone,
      boolean fundSuspended,
      String district) {

    /** In a district that nobody asks about. */
    public Place(
        String code,
        String area,
        boolean designated,
        boolean connected,
        boolean inDeltaZone,
        boolean fundSuspended) {
      this(code, area, designated, connected, inDeltaZone, fundSuspended, area);
    }

    /** The same in a district of its area. */
    public Place in(String ofDistrict) {
      return new Place(code, area, designated, connected, inDeltaZone, fundSuspended, ofDistrict);
    }

    /** A designated and connected place. */
    public static Place of(String code, String area) {
      return new Place(code, area, true, true, false, false);
    }
  }

  /** Ordinary care at a place. */
  public static CareSought of(Care care, Place place) {
    return new CareSought(
        care, place, false, Optional.empty(), Optional.empty(), false, false, false);
  }

  /** The same in an emergency. */
  public CareSought inEmergency() {
    return new CareSought(
        care, place, true, discharged, disease, dualChannel, certificate, studentAtHome);
  }

  /** The same, over on a day. */
  public CareSought dischargedOn(LocalDate day) {
    return new CareSought(
        care, place, emergency, Optional.of(day), disease, dualChannel, certificate, studentAtHome);
  }

  /** The same for a listed disease. */
  public CareSought forDisease(String code) {
    return new CareSought(
        care,
        place,
        emergency,
        discharged,
        Optional.of(code),
        dualChannel,
        certificate,
        studentAtHome);
  }

  /** The same for a drug of the dual channel. */
  public CareSought ofDualChannel() {
    return new CareSought(
        care, place, emergency, discharged, disease, true, certificate, studentAtHome);
  }

  /** The same with the hospital's certificate. */
  public CareSought withCertificate() {
    return new CareSought(
        care, place, emergency, discharged, disease, dualChannel, true, studentAtHome);
  }

  /** The same for a student on holiday at home. */
  public CareSought byStudentAtHome() {
    return new CareSought(
        care, place, emergency, discharged, disease, dualChannel, certificate, true);
  }
}
