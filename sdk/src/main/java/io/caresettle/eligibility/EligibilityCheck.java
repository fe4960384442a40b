package io.caresettle.eligibility;

import io.caresettle.eligibility.Entitlements.AidClass;
import io.caresettle.identity.Delegate;
import io.caresettle.identity.Patient;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Circumstances;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.Grade;
import io.caresettle.policy.plan.OffSite;
import io.caresettle.policy.plan.Ruling;
import io.caresettle.policy.plan.SettlementYear;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.Misuse;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Decides what a patient may have, from the dates that the centre answers and the law of home and
 * place.
 *
 * <p>It decides what can be known without the centre, and never more generously than the centre
 * would: a payer is open when at least one rule opens it and none closes it.
 */
public final class EligibilityCheck {

  private final AreaLaw law;
  private final EligibilityRules rules;

  public EligibilityCheck(AreaLaw law, EligibilityRules rules) {
    this.law = law;
    this.rules = rules;
  }

  /**
   * The verdict for one visit at one institution, as if medicine was handed out by the end of the
   * day of service.
   *
   * @throws CredentialRefused when a delegate came for the patient, and the visit is no purchase
   *     (R-ID-05: NT 48¶2, HN 24¶3)
   * @throws Misuse when the visit is not the one the patient was registered for
   */
  public Eligibility decide(
      Patient patient, Visit visit, Institution institution, Entitlements entitlements) {
    return decide(patient, visit, institution, entitlements, AtTheCounter.on(visit.serviceDate()));
  }

  /**
   * The same, where the counter knows more: a prescription that was signed after the medicine was
   * handed out does not open the pool.
   */
  public Eligibility decide(
      Patient patient,
      Visit visit,
      Institution institution,
      Entitlements entitlements,
      AtTheCounter counter) {
    require(patient, visit);
    List<EmergencyOrder> orders =
        law.orders(institution.area()).stream()
            .filter(order -> order.holdsOn(visit.serviceDate()))
            .toList();
    List<String> areas = new ArrayList<>(List.of(institution.area()));
    entitlements.enrolments().forEach(enrolment -> areas.add(enrolment.area()));
    Question q =
        new Question(
            patient,
            visit,
            institution,
            entitlements,
            counter,
            law,
            rules,
            orders,
            new Findings(
                OwnTexts.inForce(areas, area -> law.on(area, visit.serviceDate()).isSilent())));
    nameOrders(q);
    return Enrolled.choose(q)
        .map(serving -> judged(q, serving))
        .orElseGet(
            () ->
                new Eligibility(
                    q,
                    Optional.empty(),
                    Circumstances.ORDINARY,
                    institution.area(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    Set.of(Payer.CASH)));
  }

  /** Whether long-term care may be given and settled now (R-LTC-01, -02). */
  public CareVerdict longTermCare(
      Patient patient, CareVisit visit, Institution institution, Entitlements entitlements) {
    return LongTermCare.ask(law, rules, patient, visit, institution, entitlements);
  }

  /**
   * Whether the patient's account pays a premium or an insurance product (R-ACCT-04 to -06).
   *
   * @param visit at which it is asked for
   * @param approved codes of the insurance products that qualify in the area
   */
  public AccountVerdict payFromAccount(
      Patient patient,
      Visit visit,
      Institution institution,
      Entitlements entitlements,
      AccountPayment payment,
      Set<String> approved) {
    Eligibility verdict = decide(patient, visit.using(payment.use()), institution, entitlements);
    return AccountPaying.decide(law, rules, verdict, payment, approved);
  }

  private static void require(Patient patient, Visit visit) {
    if (!visit.number().equals(patient.registration().visitNumber())) {
      throw new Misuse(
          "The real-name check was passed for another visit than the one asked about:"
              + " use the visit number of the registration");
    }
    boolean sent =
        patient
            .registration()
            .delegate()
            .filter(d -> d.authority() == Delegate.Authority.ENTRUSTED)
            .isPresent();
    if (visit.careType() != CareType.PHARMACY && sent) {
      throw new CredentialRefused(CredentialRefused.Reason.DELEGATE_MAY_ONLY_BUY);
    }
  }

  private static void nameOrders(Question q) {
    if (q.rules().asks(EligibilityRule.R_SCOPE_12)) {
      for (EmergencyOrder order : q.orders()) {
        q.findings()
            .notice(
                new Notice(
                    EligibilityRule.R_SCOPE_12,
                    EligibilityRule.R_SCOPE_12.articles(),
                    "应急医保支付政策生效：" + order.number() + " " + order.zh(),
                    "Emergency order in force: " + order.number() + " " + order.en()));
      }
    }
  }

  private Eligibility judged(Question q, Enrolment serving) {
    Optional<Interruption> arrears = Entitled.ask(q, serving);
    ToldByTheCentre.ask(q, serving);
    OffSite offSite = Away.ask(q, serving);
    InstitutionRules.ask(q, serving);
    PrescriptionRules.ask(q);
    CareRules.ask(q, serving);
    AccountRules.ask(q, serving);
    SanctionRules.ask(q, serving);
    Layers.ask(q, serving);
    return new Eligibility(
        q,
        Optional.of(serving),
        circumstances(q, serving, offSite),
        Away.catalogueArea(q, serving),
        settlementYear(q, serving),
        arrears.flatMap(interruption -> Gaps.of(q, serving, interruption)),
        wouldPay(q, serving));
  }

  private static Set<Payer> wouldPay(Question q, Enrolment serving) {
    Set<Payer> open = q.findings().openToAClaim();
    if (!open.contains(Payer.POOL_FUND)) {
      return Set.of(Payer.CASH);
    }
    open.addAll(Layers.wouldPay(q, serving));
    return open;
  }

  private static Circumstances circumstances(Question q, Enrolment serving, OffSite offSite) {
    boolean graded =
        q.place().yes(EntitlementName.GRADES_APPLY) instanceof Ruling.Said<Boolean> said
            && said.value();
    Grade grade =
        graded
            ? q.institution().gradeOn(q.day()).map(g -> Grade.valueOf(g.name())).orElse(Grade.D)
            : Grade.A;
    return new Circumstances(
        Layers.group(q, serving).orElse("none"),
        Layers.aidClass(q, serving).map(AidClass::word).orElse("none"),
        offSite,
        q.visit().careType().isStay() ? q.entitlements().priorStays() + 1 : 1,
        grade);
  }

  /** R-YEAR-01; sums of another year would lead an estimate astray, so that is told. */
  private OptionalInt settlementYear(Question q, Enrolment serving) {
    EntitlementRules home = q.home(serving);
    if (!rules.asks(EligibilityRule.R_YEAR_01)
        || !(home.day(EntitlementName.YEAR_STARTS) instanceof Ruling.Said<MonthDay> starts)) {
      return OptionalInt.empty();
    }
    int year =
        new SettlementYear(starts.value(), StayYear.isThatOfDischarge(home))
            .of(q.visit().serviceDate(), q.visit().lastDay());
    if (serving.year().isPresent() && serving.year().getAsInt() != year) {
      q.findings()
          .notice(
              new Notice(
                  EligibilityRule.R_YEAR_01,
                  starts.source().toString(),
                  "累计信息属于 " + serving.year().getAsInt() + " 结算年度，本次就诊属于 " + year + " 结算年度",
                  "The sums are of settlement year "
                      + serving.year().getAsInt()
                      + ", the visit counts in "
                      + year));
    }
    return OptionalInt.of(year);
  }
}
