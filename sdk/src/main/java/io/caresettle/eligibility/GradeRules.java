package io.caresettle.eligibility;

import static io.caresettle.money.Payer.POOL_FUND;

import io.caresettle.eligibility.Institution.Grade;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.Ruling;
import io.caresettle.policy.plan.Scheme;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which funds an institution may draw on by its grade on the day (R-INST-03, SZ 62). */
final class GradeRules {

  private static final Set<CareType> OUTPATIENT_POOLING =
      Set.of(
          CareType.OUTPATIENT,
          CareType.PHARMACY,
          CareType.SPECIAL_OUTPATIENT,
          CareType.CHRONIC_OUTPATIENT);

  private final Question q;
  private final Institution institution;

  private GradeRules(Question q) {
    this.q = q;
    this.institution = q.institution();
  }

  static void ask(Question q, Enrolment enrolment) {
    new GradeRules(q).grade(enrolment);
  }

  /** R-INST-03. Where nobody says whether grades count, one that is not A counts. */
  private void grade(Enrolment enrolment) {
    if (!q.rules().asks(EligibilityRule.R_INST_03)) {
      return;
    }
    Ruling<Boolean> apply = q.place().yes(EntitlementName.GRADES_APPLY);
    boolean restricted = institution.gradeOn(q.day()).filter(g -> g != Grade.A).isPresent();
    if (apply instanceof Ruling.NotPublished<Boolean> silent && restricted) {
      q.findings().close(List.of(POOL_FUND), Say.unpublished(EligibilityRule.R_INST_03, silent));
      accountOnly(Grade.D, enrolment, silent.source().toString());
      return;
    }
    if (!(apply instanceof Ruling.Said<Boolean> said)) {
      opens(
          q.all(enrolment),
          EligibilityRule.R_INST_01.articles(),
          "本统筹区没有规定定点机构分级",
          "Nobody says that institutions have grades in this area");
      return;
    }
    if (!said.value()) {
      opens(
          q.all(enrolment),
          said.source().toString(),
          "本统筹区定点机构不分级",
          "Institutions have no grades in this area");
      return;
    }
    Optional<Grade> grade = institution.gradeOn(q.day());
    if (grade.isEmpty()) {
      q.findings()
          .close(
              List.of(POOL_FUND),
              Say.of(
                  EligibilityRule.R_INST_03,
                  said.source().toString(),
                  "就诊当日本机构没有分级，统筹基金不予支付",
                  "The institution has no grade on the day, so the pool stays closed"));
      return;
    }
    switch (grade.get()) {
      case A ->
          opens(
              q.all(enrolment),
              "SZ 62¶1(1)",
              "A 级定点机构，可以使用个人账户和统筹基金",
              "Grade A: account and pool may be used");
      case B -> gradeB(enrolment);
      case C -> gradeC(enrolment);
      case D -> {
        closesPool("SZ 62¶1(4)", "D 级定点机构仅可使用个人账户", "Grade D: the personal account alone");
        accountOnly(Grade.D, enrolment, "SZ 62¶1(4)");
      }
    }
  }

  private void gradeB(Enrolment enrolment) {
    if (OUTPATIENT_POOLING.contains(q.visit().careType())) {
      opens(
          q.all(enrolment),
          "SZ 62¶1(2)",
          "B 级定点机构，可以使用个人账户和门诊统筹",
          "Grade B: account and outpatient pooling may be used");
      return;
    }
    closesPool(
        "SZ 62¶1(2)",
        "B 级定点机构只能使用门诊统筹和门诊特殊病（慢性病）基金",
        "Grade B: of the pools only outpatient, special and chronic outpatient");
    accountOnly(Grade.B, enrolment, "SZ 62¶1(2)");
  }

  private void gradeC(Enrolment enrolment) {
    boolean employee = enrolment.scheme() == Scheme.EMPLOYEE;
    CareType care = q.visit().careType();
    boolean ordinary = care == CareType.OUTPATIENT || care == CareType.PHARMACY;
    boolean limitKnown = q.law().knowsLimitOfGradeC(institution.area(), q.visit().serviceDate());
    if (employee && ordinary && limitKnown) {
      opens(
          q.all(enrolment),
          "SZ 62¶1(3)",
          "C 级定点机构，门诊统筹在限额以内可以使用",
          "Grade C: outpatient pooling within its limit");
      return;
    }
    if (!employee) {
      closesPool("SZ 62¶1(3)", "C 级定点机构不能使用居民医保统筹基金", "Grade C: the resident pool may not be used");
    } else if (!ordinary) {
      closesPool("SZ 62¶1(3)", "C 级定点机构只能使用普通门诊统筹", "Grade C: ordinary outpatient pooling alone");
    } else {
      closesPool(
          "SZ 62¶1(3)",
          "C 级定点机构，门诊统筹仅限一定限额，限额参数未公布，统筹基金不予支付",
          "Grade C: outpatient pooling only within a limit; parameter not published, so the"
              + " pool stays closed");
    }
    accountOnly(Grade.C, enrolment, "SZ 62¶1(3)");
  }

  private void opens(Set<Payer> payers, String article, String zh, String en) {
    q.findings().open(payers, Say.of(EligibilityRule.R_INST_03, article, zh, en));
  }

  private void closesPool(String article, String zh, String en) {
    q.findings()
        .close(
            List.of(POOL_FUND),
            Say.of(EligibilityRule.R_INST_03, article, zh, en)
                .remedy("可到等级更高的定点机构就医", "Go to an institution of a higher grade"));
  }

  private void accountOnly(Grade grade, Enrolment enrolment, String article) {
    opens(
        q.accounts(enrolment),
        article,
        grade + " 级定点机构可以使用个人账户",
        "Grade " + grade + ": the personal account may be used");
  }
}
