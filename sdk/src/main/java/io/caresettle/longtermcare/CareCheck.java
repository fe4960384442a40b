package io.caresettle.longtermcare;

import static io.caresettle.longtermcare.CareRule.AGREEMENT;
import static io.caresettle.longtermcare.CareRule.IDENTITY_AT_START;
import static io.caresettle.longtermcare.CareRule.ITEM;
import static io.caresettle.longtermcare.CareRule.LEVEL;
import static io.caresettle.longtermcare.CareRule.OWN_LEDGER;
import static io.caresettle.longtermcare.CareRule.PLAN;
import static io.caresettle.longtermcare.CareRule.SAME_PERSON_AT_END;

import io.caresettle.identity.Patient;
import io.caresettle.identity.Purpose;
import io.caresettle.problem.CareRefused;
import io.caresettle.problem.Misuse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a terminal alone can check of long-term care: at the start, at the end and before the
 * settlement. It looks at everything and tells all that it found; the centre is stricter still.
 */
public final class CareCheck {

  private final CareRules rules;
  private final CareTerms terms;

  public CareCheck(CareRules rules, CareTerms terms) {
    this.rules = rules;
    this.terms = terms;
  }

  /**
   * Whether this care may begin.
   *
   * @param file what the centre keeps of {@code patient}
   * @param patient identified for {@link Purpose#CARE_START}
   * @param itemCodes of the plan, what is to be given
   * @param caregiver who gives it
   * @throws CareRefused with everything that stands against it
   * @throws Misuse when the file is another person's
   */
  public CareStart start(
      CareFile file,
      Patient patient,
      String planNumber,
      List<String> itemCodes,
      String caregiver,
      Instant at) {
    if (!file.personNumber().equals(patient.personNumber())) {
      throw new Misuse("The care file is another person's: ask the centre for the patient's");
    }
    LocalDate day = LocalDate.ofInstant(at, CareFile.CHINA);
    Findings found = new Findings(rules, terms, file);
    found.when(patient.verdict().purpose() != Purpose.CARE_START, IDENTITY_AT_START, "");
    found.caregiver(caregiver, day);
    found.when(
        file.agreements().stream().noneMatch(days -> days.hold(day)),
        AGREEMENT,
        day + ", " + file.area() + ": " + file.agreements());
    Optional<AssessedLevel> level = file.levelOn(day);
    found.when(level.isEmpty(), LEVEL, day.toString());
    Optional<ServicePlan> plan = file.plan(planNumber);
    found.when(
        plan.filter(one -> one.validity().hold(day)).isEmpty()
            || (level.isPresent() && !plan.get().level().equals(level.get().level())),
        PLAN,
        planNumber + ", " + day);
    found.suspension(day);
    String visit = patient.registration().visitNumber();
    List<ServicePlan.Item> items = new ArrayList<>();
    Set<String> chosen = new HashSet<>();
    for (String code : itemCodes) {
      Optional<ServicePlan.Item> item = plan.flatMap(one -> one.item(code));
      found.when(item.isEmpty() || !chosen.add(code), ITEM, code);
      item.ifPresent(one -> found.frequency(one, day, visit));
      item.ifPresent(items::add);
    }
    found.when(itemCodes.isEmpty(), ITEM, "未选 / none was chosen");
    found.orThrow();
    return new CareStart(patient, file, planNumber, items, caregiver, at);
  }

  /**
   * Whether this care may end so.
   *
   * @param patient identified for {@link Purpose#CARE_END} as who the care began with
   * @throws CareRefused with everything that stands against it
   */
  public CareEnd end(
      CareVisit.Begun begun, Patient patient, List<CareGiven> given, String caregiver, Instant at) {
    Findings found = new Findings(rules, terms, begun.file());
    found.when(!isSame(begun.patient(), patient), SAME_PERSON_AT_END, "");
    found.caregiver(caregiver, LocalDate.ofInstant(at, CareFile.CHINA));
    found.order(begun.startedAt(), at);
    found.given(begun.items(), given);
    found.durations(begun, given, at);
    found.fees(begun.items(), given);
    found.orThrow();
    return new CareEnd(begun, patient, given, caregiver, at);
  }

  /** The purposes differ: a check for the start is none for the end. */
  private static boolean isSame(Patient start, Patient end) {
    return end.verdict().purpose() == Purpose.CARE_END
        && start.personNumber().equals(end.personNumber())
        && start.registration().visitNumber().equals(end.registration().visitNumber());
  }

  /**
   * Whether the long-term-care fund may settle these figures today, which the centre gave.
   *
   * @param today suspended between visit and settlement is suspended (SH 62)
   * @throws CareRefused with everything that stands against it
   */
  public void settle(CareVisit.Ended ended, CareFigures figures, LocalDate today) {
    Findings found = new Findings(rules, terms, ended.begun().file());
    found.suspension(today);
    found.when(
        !figures.hold() || !figures.total().equals(ended.total()),
        OWN_LEDGER,
        ended.total() + " = " + figures.longTermCareFund() + " + " + figures.ownPayment());
    found.orThrow();
  }

  /** What the area's own share makes of a visit, to explain; the centre's figures bind. */
  public CareShare share(CareVisit.Ended ended) {
    return terms.share(ended.begun().file().area(), ended.begun().day());
  }
}
