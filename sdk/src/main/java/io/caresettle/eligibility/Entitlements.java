package io.caresettle.eligibility;

import io.caresettle.identity.FamilyBinding;
import io.caresettle.policy.plan.Scheme;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All dates by which the centre lets somebody have something (待遇资格). Who is entitled when, the
 * centre decides; a verdict on one visit is made from it.
 *
 * @param stays those that are open, and those that ended not long ago
 * @param aidClasses the one chosen for benefits first (R-AID-05)
 * @param families whose accounts may pay for this person
 * @param carePlans of long-term care
 * @param priorStays how many stays of the settlement year were settled before
 * @param applications for the second layer, where an area has it applied for (SH 18¶2)
 * @param others who may pay after the public layers, and whom the person lets know of it
 * @param benefits what the centre said of single payers for the visit in question
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
    int priorStays,
    List<Application> applications,
    OtherPayers others,
    List<FundBenefit> benefits) {

  /** As the centre tells it with the person. */
  public Entitlements(
      List<Enrolment> enrolments,
      List<Filing> filings,
      List<Recognition> recognitions,
      List<Stay> stays,
      List<AidClass> aidClasses,
      List<Group> groups,
      List<Sanction> sanctions,
      List<FamilyBinding> families,
      List<CarePlan> carePlans,
      int priorStays,
      List<Application> applications,
      OtherPayers others) {
    this(
        enrolments,
        filings,
        recognitions,
        stays,
        aidClasses,
        groups,
        sanctions,
        families,
        carePlans,
        priorStays,
        applications,
        others,
        List.of());
  }

  /** Of somebody whom nobody else covers. */
  public Entitlements(
      List<Enrolment> enrolments,
      List<Filing> filings,
      List<Recognition> recognitions,
      List<Stay> stays,
      List<AidClass> aidClasses,
      List<Group> groups,
      List<Sanction> sanctions,
      List<FamilyBinding> families,
      List<CarePlan> carePlans,
      int priorStays,
      List<Application> applications) {
    this(
        enrolments,
        filings,
        recognitions,
        stays,
        aidClasses,
        groups,
        sanctions,
        families,
        carePlans,
        priorStays,
        applications,
        OtherPayers.none());
  }

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
   * An application for the second layer (补充医疗保险): residents' critical illness, employees' large-sum
   * subsidy.
   *
   * @param from the first day for which it opens the layer
   */
  public record Application(Scheme scheme, String area, LocalDate from, Optional<LocalDate> to)
      implements Dated {}

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
    applications = List.copyOf(applications);
    benefits = List.copyOf(benefits);
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
    Draft draft = new Draft();
    draft.enrolments = enrolments;
    draft.families = families;
    return draft.done();
  }

  public Entitlements withFilings(Filing... these) {
    return with(draft -> draft.filings = List.of(these));
  }

  public Entitlements withRecognitions(Recognition... these) {
    return with(draft -> draft.recognitions = List.of(these));
  }

  public Entitlements withStays(Stay... these) {
    return with(draft -> draft.stays = List.of(these));
  }

  public Entitlements withAid(AidClass... these) {
    return with(draft -> draft.aidClasses = List.of(these));
  }

  public Entitlements withGroups(Group... these) {
    return with(draft -> draft.groups = List.of(these));
  }

  public Entitlements withSanctions(Sanction... these) {
    return with(draft -> draft.sanctions = List.of(these));
  }

  public Entitlements withCarePlans(CarePlan... these) {
    return with(draft -> draft.carePlans = List.of(these));
  }

  public Entitlements withApplications(Application... these) {
    return with(draft -> draft.applications = List.of(these));
  }

  public Entitlements withPriorStays(int stayed) {
    return with(draft -> draft.priorStays = stayed);
  }

  public Entitlements withBenefits(List<FundBenefit> these) {
    return with(draft -> draft.benefits = these);
  }

  public Entitlements withOthers(OtherPayers these) {
    return with(draft -> draft.others = these);
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

  private Entitlements with(Consumer<Draft> change) {
    Draft draft = new Draft();
    draft.enrolments = enrolments;
    draft.filings = filings;
    draft.recognitions = recognitions;
    draft.stays = stays;
    draft.aidClasses = aidClasses;
    draft.groups = groups;
    draft.sanctions = sanctions;
    draft.families = families;
    draft.carePlans = carePlans;
    draft.priorStays = priorStays;
    draft.applications = applications;
    draft.others = others;
    draft.benefits = benefits;
    change.accept(draft);
    return draft.done();
  }

  /** The same, while it is being made. */
  private static final class Draft {
    private List<Enrolment> enrolments = List.of();
    private List<Filing> filings = List.of();
    private List<Recognition> recognitions = List.of();
    private List<Stay> stays = List.of();
    private List<AidClass> aidClasses = List.of();
    private List<Group> groups = List.of();
    private List<Sanction> sanctions = List.of();
    private List<FamilyBinding> families = List.of();
    private List<CarePlan> carePlans = List.of();
    private int priorStays;
    private List<Application> applications = List.of();
    private OtherPayers others = OtherPayers.none();
    private List<FundBenefit> benefits = List.of();

    private Entitlements done() {
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
          priorStays,
          applications,
          others,
          benefits);
    }
  }
}
