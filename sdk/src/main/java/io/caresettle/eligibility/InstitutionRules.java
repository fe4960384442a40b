package io.caresettle.eligibility;

import static io.caresettle.money.Payer.PERSONAL_ACCOUNT;
import static io.caresettle.money.Payer.POOL_FUND;

import io.caresettle.eligibility.Institution.Grade;
import io.caresettle.eligibility.Institution.Kind;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Scheme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the institution may draw on: its grade (SZ 62) and a pharmacy's prescription (SZ 65). */
final class InstitutionRules {

  /** Suzhou and the county-level cities under it; no other area's text has grades. */
  private static final String SUZHOU = "3205";

  private static final String GRADE = "R-INST-03";
  private static final String PRESCRIPTION = "R-RX-01";

  private InstitutionRules() {}

  /**
   * R-INST-03. Both kinds of care of this version are outpatient care, so A and B do not differ.
   */
  static void ask(Institution institution, Enrolment enrolment, LocalDate day, Findings findings) {
    boolean employee = enrolment.scheme() == Scheme.EMPLOYEE;
    List<Payer> all = employee ? List.of(POOL_FUND, PERSONAL_ACCOUNT) : List.of(POOL_FUND);
    if (!institution.area().startsWith(SUZHOU)) {
      findings.open(
          all,
          GRADE,
          "SZ 62",
          "本统筹区不适用苏州市定点机构分级",
          "Suzhou's grades of institutions do not apply in this area");
      return;
    }
    Grade grade = institution.gradeOn(day).orElse(Grade.D);
    switch (grade) {
      case A ->
          findings.open(
              all,
              GRADE,
              "SZ 62¶1(1)",
              "A 级定点机构，可以使用个人账户和统筹基金",
              "Grade A: account and pool may be used");
      case B ->
          findings.open(
              all,
              GRADE,
              "SZ 62¶1(2)",
              "B 级定点机构，可以使用个人账户和门诊统筹",
              "Grade B: account and outpatient pooling may be used");
      case C -> {
        findings.close(
            List.of(POOL_FUND),
            GRADE,
            "SZ 62¶1(3)",
            employee ? "C 级定点机构，门诊统筹仅限一定限额，限额参数未公布，统筹基金不予支付" : "C 级定点机构不能使用居民医保统筹基金",
            employee
                ? "Grade C: outpatient pooling only within a limit; parameter not published, so the"
                    + " pool stays closed"
                : "Grade C: the resident pool may not be used");
        accountOnly(grade, employee, "SZ 62¶1(3)", findings);
      }
      case D -> {
        findings.close(
            List.of(POOL_FUND),
            GRADE,
            "SZ 62¶1(4)",
            "D 级定点机构仅可使用个人账户",
            "Grade D: the personal account alone");
        accountOnly(grade, employee, "SZ 62¶1(4)", findings);
      }
    }
  }

  private static void accountOnly(
      Grade grade, boolean employee, String article, Findings findings) {
    if (employee) {
      findings.open(
          List.of(PERSONAL_ACCOUNT),
          GRADE,
          article,
          grade + " 级定点机构可以使用个人账户",
          "Grade " + grade + ": the personal account may be used");
    }
  }

  /**
   * R-RX-01: at a pharmacy the pool pays only for what a hospital prescribed and somebody signed.
   */
  static void askPrescription(
      Visit visit, Institution institution, Instant dispensedAt, Findings findings) {
    if (institution.kind() != Kind.PHARMACY && visit.careType() != CareType.PHARMACY) {
      return;
    }
    Optional<OutsidePrescription> prescription = visit.prescription();
    if (prescription.isEmpty()) {
      close("没有外配处方，统筹基金不予支付", "No outside prescription: the pool does not pay", findings);
      return;
    }
    OutsidePrescription outside = prescription.get();
    if (outside.number().isBlank()) {
      close("外配处方没有编号", "The outside prescription has no number", findings);
    } else if (outside.hospitalCode().isBlank()
        || outside.hospitalCode().equals(institution.code())) {
      close("外配处方不是定点医疗机构开具", "No designated hospital issued the prescription", findings);
    } else if (outside.pharmacist().isBlank()) {
      close("外配处方未经药师审核签字", "No pharmacist reviewed and signed the prescription", findings);
    } else if (outside.reviewedAt().isAfter(dispensedAt)) {
      close(
          "药师审核签字晚于配药，统筹基金不予支付",
          "The pharmacist signed after the medicine was handed out: the pool does not pay",
          findings);
    } else {
      findings.open(
          List.of(POOL_FUND),
          PRESCRIPTION,
          "SZ 65",
          "外配处方已由药师审核签字",
          "The outside prescription was reviewed and signed before dispensing");
    }
  }

  private static void close(String zh, String en, Findings findings) {
    findings.close(List.of(POOL_FUND), PRESCRIPTION, "SZ 65", zh, en);
  }
}
