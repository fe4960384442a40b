package io.caresettle.eligibility;

import io.caresettle.identity.FamilyBinding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All dates by which the centre lets somebody have something (待遇资格). Who is entitled when, the
 * centre decides; a verdict on one visit is made from it.
 *
 * @param stays those that are open, and those that ended not long ago
 * @param aidClasses the one chosen for benefits first (R-AID-05)
 * @param families whose accounts may pay for this person
 * @param carePlans of long-term care
 * @param priorStays how many stays of the settlement year were settled before
 */
public record Entitlements(
    List<Enrolment> enrolments,
    List<Filing> filings,
    List<Recognition> recognitions,
    List<Stay> stays,
    List<AidClass> aidClasses,
    List<Group> groups,
    List<Sanction> sanctions,
    List<FamilyBinding> families,
    List<CarePlan> carePlans,
    int priorStays) {

  /**
   * A class of medical aid (救助对象类别).
   *
   * @param word as the area's packs call it, such as {@code destitute}
   * @param area that granted it; it holds nowhere else
   */
  public record AidClass(String word, String area, LocalDate from, Optional<LocalDate> to)
      implements Dated {}

  /**
   * A group with benefits of its own, such as {@code disabled-soldier}.
   *
   * @param word as the area's packs call it
   */
  public record Group(String word, LocalDate from, Optional<LocalDate> to) implements Dated {}

  /**
   * @throws IllegalArgumentException when the settled stays are fewer than none
   */
  public Entitlements {
    enrolments = List.copyOf(enrolments);
    filings = List.copyOf(filings);
    recognitions = List.copyOf(recognitions);
    stays = List.copyOf(stays);
    aidClasses = List.copyOf(aidClasses);
    groups = List.copyOf(groups);
    sanctions = List.copyOf(sanctions);
    families = List.copyOf(families);
    carePlans = List.copyOf(carePlans);
    if (priorStays < 0) {
      throw new IllegalArgumentException("Expected no or some stays, but found " + priorStays);
    }
  }

  /** Enrolments and nothing else. */
  public static Entitlements of(List<Enrolment> enrolments) {
    return of(enrolments, List.of());
  }

  /** Enrolments, and relatives whose accounts may pay. */
  public static Entitlements of(List<Enrolment> enrolments, List<FamilyBinding> families) {
    return new Entitlements(
        enrolments,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        families,
        List.of(),
        0);
  }

  public Entitlements withFilings(Filing... these) {
    return new Entitlements(
        enrolments,
        List.of(these),
        recognitions,
        stays,
        aidClasses,
        groups,
        sanctions,
        families,
        carePlans,
        priorStays);
  }

  /** Says how much there is, and nothing of anybody's illness. */
  @Override
  public String toString() {
    return "Entitlements["
        + enrolments.size()
        + " enrolments, "
        + recognitions.size()
        + " recognitions]";
  }

  public Entitlements withRecognitions(Recognition... these) {
    return new Entitlements(
        enrolments,
        filings,
        List.of(these),
        stays,
        aidClasses,
        groups,
        sanctions,
        families,
        carePlans,
        priorStays);
  }

  public Entitlements withStays(Stay... these) {
    return new Entitlements(
        enrolments,
        filings,
        recognitions,
        List.of(these),
        aidClasses,
        groups,
        sanctions,
        families,
        carePlans,
        priorStays);
  }

  public Entitlements withAid(AidClass... these) {
    return new Entitlements(
        enrolments,
        filings,
        recognitions,
        stays,
        List.of(these),
        groups,
        sanctions,
        families,
        carePlans,
        priorStays);
  }

  public Entitlements withGroups(Group... these) {
    return new Entitlements(
        enrolments,
        filings,
        recognitions,
        stays,
        aidClasses,
        List.of(these),
        sanctions,
        families,
        carePlans,
        priorStays);
  }

  public Entitlements withSanctions(Sanction... these) {
    return new Entitlements(
        enrolments,
        filings,
        recognitions,
        stays,
        aidClasses,
        groups,
        List.of(these),
        families,
        carePlans,
        priorStays);
  }

  public Entitlements withCarePlans(CarePlan... these) {
    return new Entitlements(
        enrolments,
        filings,
        recognitions,
        stays,
        aidClasses,
        groups,
        sanctions,
        families,
        List.of(these),
        priorStays);
  }

  public Entitlements withPriorStays(int stayed) {
    return new Entitlements(
        enrolments,
        filings,
        recognitions,
        stays,
        aidClasses,
        groups,
        sanctions,
        families,
        carePlans,
        stayed);
  }
}
