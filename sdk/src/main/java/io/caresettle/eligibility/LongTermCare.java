package io.caresettle.eligibility;

import io.caresettle.identity.Patient;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.Ruling;
import io.caresettle.problem.Misuse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** R-LTC-01 and -02: an insured person, a plan of the day, its carer, one of its items. */
final class LongTermCare {

  private final List<Notice> closedBy = new ArrayList<>();
  private final EligibilityRules rules;

  private LongTermCare(EligibilityRules rules) {
    this.rules = rules;
  }

  static CareVerdict ask(
      AreaLaw law,
      EligibilityRules rules,
      Patient patient,
      CareVisit visit,
      Institution institution,
      Entitlements entitlements) {
    if (!visit.number().equals(patient.registration().visitNumber())) {
      throw new Misuse("The real-name check was passed for another visit of long-term care");
    }
    LongTermCare care = new LongTermCare(rules);
    care.entitled(law, visit.day(), entitlements);
    care.planned(visit, institution, entitlements);
    if (!patient.verdict().purpose().isLongTermCare()) {
      care.no(EligibilityRule.R_LTC_02, "护理开始前未核验身份", "Identity was not checked for care");
    }
    return new CareVerdict(care.closedBy);
  }

  private void entitled(AreaLaw law, LocalDate day, Entitlements entitlements) {
    Optional<Enrolment> insured =
        entitlements.enrolments().stream().filter(e -> e.covers(day)).findFirst();
    if (insured.isEmpty()) {
      no(EligibilityRule.R_LTC_01, "护理当日不在参保待遇期内", "No enrolment covers the day");
      return;
    }
    Ruling<Boolean> exists =
        law.on(insured.get().area(), day).yes(EntitlementName.LONG_TERM_CARE_EXISTS);
    if (!(exists instanceof Ruling.Said<Boolean> said) || !said.value()) {
      no(EligibilityRule.R_LTC_01, "参保地没有长期护理保险或者参数未公布", "No long-term care insurance is known");
    }
    boolean suspended =
        entitlements.sanctions().stream()
                .anyMatch(s -> s.scope() == Sanction.Scope.LONG_TERM_CARE && s.holdsOn(day))
            || insured.get().interruptions().stream()
                .anyMatch(
                    gap ->
                        (gap.scope() == Interruption.Scope.LONG_TERM_CARE
                                || gap.scope() == Interruption.Scope.ALL)
                            && gap.holdsOn(day));
    if (suspended) {
      no(EligibilityRule.R_LTC_01, "长期护理保险待遇暂停", "Long-term care settlement is suspended");
    }
  }

  private void planned(CareVisit visit, Institution institution, Entitlements entitlements) {
    Optional<CarePlan> plan =
        entitlements.carePlans().stream()
            .filter(p -> p.number().equals(visit.plan()) && p.holdsOn(visit.day()))
            .findFirst();
    if (plan.isEmpty()) {
      no(EligibilityRule.R_LTC_01, "护理当日没有有效的服务计划", "No service plan holds on the day");
      return;
    }
    if (institution.kind() != Institution.Kind.CARER
        || institution.agreementOn(visit.day()).isEmpty()) {
      no(EligibilityRule.R_LTC_01, "本机构不是定点护理机构", "Not a designated carer on the day");
    }
    if (!plan.get().carer().equals(institution.code())) {
      no(EligibilityRule.R_LTC_02, "服务计划由其他护理机构承担", "The plan is another carer's");
    }
    if (!plan.get().items().contains(visit.item())) {
      no(EligibilityRule.R_LTC_02, "服务项目不在服务计划内", "The service is not in the plan");
    }
  }

  private void no(EligibilityRule rule, String zh, String en) {
    if (rules.asks(rule)) {
      closedBy.add(new Notice(rule, rule.articles(), zh, en));
    }
  }
}
