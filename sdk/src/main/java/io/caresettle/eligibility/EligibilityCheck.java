package io.caresettle.eligibility;

import static io.caresettle.money.Payer.PERSONAL_ACCOUNT;
import static io.caresettle.money.Payer.POOL_FUND;

import io.caresettle.identity.Delegate;
import io.caresettle.identity.Patient;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.Misuse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides by dates, area, scheme, grade and prescription what a patient may have.
 *
 * <p>It decides what can be known without the centre, and never more generously than the centre
 * would: a payer is open when at least one rule opens it and none closes it.
 */
public final class EligibilityCheck {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** Employee before resident (SZ 53); of two alike the one that began last. */
  private static final Comparator<Enrolment> PRECEDENCE =
      Comparator.comparing(Enrolment::scheme)
          .thenComparing(Enrolment::from, Comparator.reverseOrder())
          .thenComparing(e -> e.interruptions().isEmpty());

  private EligibilityCheck() {}

  /**
   * The verdict for one visit at one institution. Medicine counts as handed out by the end of the
   * day of service.
   *
   * @param enrolments all that the centre knows of the patient; may be none
   * @throws CredentialRefused when a delegate came for the patient, and the visit is no purchase
   *     (R-ID-05: NT 48¶2, HN 24¶3)
   * @throws Misuse when the visit is not the one the patient was registered for
   */
  public static Eligibility decide(
      Patient patient, Visit visit, Institution institution, List<Enrolment> enrolments) {
    Instant endOfDay = visit.serviceDate().plusDays(1).atStartOfDay(CHINA).toInstant();
    return decide(patient, visit, institution, enrolments, endOfDay.minusNanos(1));
  }

  /** The same, from all that the centre said of the patient. */
  public static Eligibility decide(
      Patient patient, Visit visit, Institution institution, Entitlements entitlements) {
    return decide(patient, visit, institution, entitlements.enrolments());
  }

  /**
   * The same, where the moment is known in which the medicine was handed out: a prescription that
   * was signed later on the same day then does not open the pool.
   */
  public static Eligibility decide(
      Patient patient,
      Visit visit,
      Institution institution,
      List<Enrolment> enrolments,
      Instant dispensedAt) {
    if (!visit.number().equals(patient.registration().visitNumber())) {
      throw new Misuse(
          "The real-name check was passed for another visit than the one asked about:"
              + " use the visit number of the registration");
    }
    if (visit.careType() != CareType.PHARMACY && isSentForMedicine(patient)) {
      throw new CredentialRefused(CredentialRefused.Reason.DELEGATE_MAY_ONLY_BUY);
    }
    Findings findings = new Findings();
    Optional<Enrolment> serving = choose(visit.serviceDate(), institution, enrolments, findings);
    serving
        .filter(enrolment -> enrolment.area().equals(institution.area()))
        .ifPresent(
            enrolment -> {
              askScheme(enrolment, visit.serviceDate(), findings);
              InstitutionRules.ask(institution, enrolment, visit.serviceDate(), findings);
              InstitutionRules.askPrescription(visit, institution, dispensedAt, findings);
            });
    return new Eligibility(
        patient, visit, institution, serving, findings.open(), findings.inOrder());
  }

  private static boolean isSentForMedicine(Patient patient) {
    return patient
        .registration()
        .delegate()
        .filter(d -> d.authority() == Delegate.Authority.ENTRUSTED)
        .isPresent();
  }

  private static Optional<Enrolment> choose(
      LocalDate day, Institution institution, List<Enrolment> enrolments, Findings findings) {
    List<Enrolment> covering =
        enrolments.stream().filter(e -> e.covers(day)).sorted(PRECEDENCE).toList();
    List<Enrolment> here =
        covering.stream().filter(e -> e.area().equals(institution.area())).toList();
    if (covering.isEmpty()) {
      findings.close(
          List.of(POOL_FUND, PERSONAL_ACCOUNT),
          "R-ELIG-22",
          "SZ 19; SZ 29¶1; JS 15",
          enrolments.isEmpty()
              ? "医保中心没有参保记录，请全额现金支付并保留票据"
              : "就诊日期 " + day + " 不在任何参保待遇期内，请全额现金支付并保留票据",
          enrolments.isEmpty()
              ? "The centre knows of no enrolment: full cash, keep the slip"
              : "No enrolment covers the day of service " + day + ": full cash, keep the slip");
      return Optional.empty();
    }
    if (here.isEmpty()) {
      String home = covering.get(0).area();
      findings.close(
          List.of(POOL_FUND, PERSONAL_ACCOUNT),
          "R-OFF-03",
          "JS 57¶1; SZ 73",
          "参保地 " + home + " 与就医地 " + institution.area() + " 不同，本版本不支持异地就医备案，不能直接结算",
          "Insured in area "
              + home
              + " but treated in area "
              + institution.area()
              + ": this version has no off-site filing and cannot settle directly");
      return Optional.of(covering.get(0));
    }
    if (here.stream().map(Enrolment::scheme).distinct().count() > 1) {
      findings.open(
          List.of(POOL_FUND),
          "R-DUAL-02",
          "SZ 53",
          "同时参加职工和居民医保，享受职工医保待遇",
          "Enrolled in both schemes: the employee scheme serves");
    }
    return Optional.of(here.get(0));
  }

  private static boolean isPoolSuspended(Enrolment enrolment, LocalDate day) {
    return enrolment.interruptions().stream()
        .anyMatch(gap -> gap.scope().closesPool() && gap.holdsOn(day));
  }

  private static void askScheme(Enrolment enrolment, LocalDate day, Findings findings) {
    boolean employee = enrolment.scheme() == Scheme.EMPLOYEE;
    findings.open(
        employee ? List.of(POOL_FUND, PERSONAL_ACCOUNT) : List.of(POOL_FUND),
        "R-ELIG-22",
        employee ? "SZ 19; JS 15" : "SZ 29¶1; JS 15",
        "就诊日期 " + day + " 在参保待遇期内",
        "The day of service " + day + " lies within the enrolment");
    if (!employee) {
      findings.close(
          List.of(PERSONAL_ACCOUNT),
          "R-ACCT-01",
          "SZ 16",
          "城乡居民医保没有个人账户",
          "The resident scheme has no personal account");
    }
    if (isPoolSuspended(enrolment, day)) {
      findings.close(
          List.of(POOL_FUND),
          "R-ELIG-14",
          "SZ 21",
          "待遇暂停期间统筹基金不予支付",
          "The pool pays nothing while benefits are suspended");
      if (employee) {
        findings.open(
            List.of(PERSONAL_ACCOUNT),
            "R-ELIG-14",
            "SZ 21¶3",
            "待遇暂停期间可以按规定使用个人账户",
            "The personal account stays usable while benefits are suspended");
      }
    }
  }
}
