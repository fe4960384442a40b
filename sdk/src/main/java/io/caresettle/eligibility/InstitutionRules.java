package io.caresettle.eligibility;

import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.Ruling;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an institution may draw on by date: agreement, suspension, internet (R-INST).
 *
 * <p>One day of a stay without agreement, or with the institution's, the department's or the
 * prescriber's suspension, closes the whole stay at the counter, account and all. R-ELIG-22 speaks
 * of admission and discharge, and no text says how a bill is split by such a day; a bill is settled
 * whole or not at all, and nothing settles at an institution that is suspended (JS 65¶1, 73). So
 * this is the strictest reading: the person pays and claims by hand. What the agency then pays of
 * the other days it decides.
 */
final class InstitutionRules {

  private final Question q;
  private final Institution institution;
  private final LocalDate first;
  private final LocalDate last;

  private InstitutionRules(Question q) {
    this.q = q;
    this.first = q.day();
    this.last = q.visit().lastDay().isAfter(first) ? q.visit().lastDay() : first;
    this.institution = q.institution();
  }

  static void ask(Question q, Enrolment enrolment) {
    InstitutionRules rules = new InstitutionRules(q);
    rules.designatedFor(enrolment);
    Optional<Agreement> agreement = institutionServes(rules);
    rules.departmentAndPrescriber();
    agreement.ifPresent(rules::internet);
    GradeRules.ask(q, enrolment);
  }

  /** The agreement of the first day, where there is one for every day of the visit. */
  private static Optional<Agreement> institutionServes(InstitutionRules rules) {
    Optional<Agreement> agreement = rules.institution.agreementOn(rules.first);
    rules.dayWithoutAgreement().ifPresent(rules::withoutAgreement);
    rules.suspended();
    return agreement;
  }

  /** Nothing settles through an institution outside its agreement, be it one day of a stay. */
  private Optional<LocalDate> dayWithoutAgreement() {
    LocalDate day = first;
    while (!day.isAfter(last)) {
      Optional<Agreement> agreement = institution.agreementOn(day);
      if (agreement.isEmpty()) {
        return Optional.of(day);
      }
      if (agreement.get().to().isEmpty()) {
        return Optional.empty();
      }
      day = agreement.get().to().get().plusDays(1);
    }
    return Optional.empty();
  }

  /** No pharmacy takes anybody in, and a carer gives long-term care alone. */
  private void designatedFor(Enrolment enrolment) {
    boolean carer = institution.kind() == Institution.Kind.CARER;
    boolean stayAtPharmacy =
        institution.kind() == Institution.Kind.PHARMACY && q.visit().careType().isStay();
    if ((carer || stayAtPharmacy) && q.asks(EligibilityRule.R_INST_01)) {
      q.findings()
          .close(
              q.all(enrolment),
              Say.of(
                      EligibilityRule.R_INST_01,
                      carer ? "长期护理机构不结算医疗费用" : "零售药店不结算住院费用",
                      carer
                          ? "A designated carer settles no medical costs"
                          : "A pharmacy settles no stay")
                  .remedy("请到定点医疗机构就医", "Go to a designated hospital"));
    }
  }

  private void withoutAgreement(LocalDate day) {
    if (!q.asks(EligibilityRule.R_INST_02)) {
      return;
    }
    Say say =
        Say.of(
            EligibilityRule.R_INST_02,
            day.equals(first) ? "就诊当日本机构没有医保服务协议，不能结算" : "本机构医保服务协议在住院期间终止，" + day + " 起不能结算",
            day.equals(first)
                ? "The institution has no agreement on the day: nothing can be settled"
                : "The institution's agreement ends during the stay: it has none on " + day);
    if (q.visit().emergency()) {
      q.findings()
          .closeUntilClaimed(
              q.all(), say.remedy("急诊抢救费用可凭票据手工报销", "Emergency costs can be claimed by hand"));
    } else {
      q.findings().close(q.all(), say.remedy("请到定点医药机构就医购药", "Go to a designated institution"));
    }
  }

  private void suspended() {
    if (q.rules().asks(EligibilityRule.R_INST_07)) {
      institution.agreements().stream()
          .filter(agreement -> agreement.touches(first, last))
          .flatMap(agreement -> agreement.suspensions().stream())
          .filter(this::meetsTheVisit)
          .forEach(s -> close(s, "本机构医保协议中止", "The institution's agreement is suspended"));
    }
  }

  private void departmentAndPrescriber() {
    if (!q.rules().asks(EligibilityRule.R_INST_07)) {
      return;
    }
    institution.departments().getOrDefault(q.visit().department(), List.of()).stream()
        .filter(this::meetsTheVisit)
        .forEach(s -> close(s, "该科室暂停医保服务", "The department is suspended"));
    institution.prescribers().getOrDefault(q.visit().prescriber(), List.of()).stream()
        .filter(this::meetsTheVisit)
        .forEach(s -> close(s, "该医师暂停医保服务", "The prescriber is suspended"));
  }

  private boolean meetsTheVisit(Suspension suspension) {
    return suspension.touches(first, last);
  }

  private void close(Suspension suspension, String zh, String en) {
    EligibilityRule rule = EligibilityRule.R_INST_07;
    q.findings()
        .close(
            q.all(),
            Say.of(
                    rule,
                    suspension.legalBasis().isBlank() ? rule.articles() : suspension.legalBasis(),
                    zh + "，不能使用医保基金结算",
                    en + ": no fund settles through it")
                .until(suspension.to())
                .remedy("请到其他定点机构、科室或者医师处就医", "Go to another institution, department or doctor"));
  }

  private void internet(Agreement agreement) {
    if (!q.visit().internet() || agreement.internet() || !q.asks(EligibilityRule.R_INST_08)) {
      return;
    }
    Ruling<Boolean> needed = q.place().yes(EntitlementName.INTERNET_NEEDS_AGREEMENT);
    if (needed instanceof Ruling.NotPublished<Boolean> silent) {
      q.findings().close(q.all(), Say.unpublished(EligibilityRule.R_INST_08, silent));
    } else if (needed.value()) {
      q.findings()
          .close(
              q.all(),
              Say.of(
                      EligibilityRule.R_INST_08,
                      needed.source().toString(),
                      "本机构没有互联网医药服务补充协议，网上费用不能结算",
                      "No supplementary agreement covers care over the internet here")
                  .remedy("请到现场就医", "Come in person"));
    }
  }
}
