package io.caresettle.eligibility;

import static io.caresettle.money.Payer.POOL_FUND;

import io.caresettle.eligibility.Institution.Kind;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.Ruling;
import java.util.List;
import java.util.Optional;

/**
 * R-RX-01: at a pharmacy the pool pays only for what a designated hospital prescribed, and a
 * pharmacist signed before it was handed out.
 */
final class PrescriptionRules {

  private final Question q;

  private PrescriptionRules(Question q) {
    this.q = q;
  }

  static void ask(Question q) {
    if (q.asks(EligibilityRule.R_RX_01)
        && (q.institution().kind() == Kind.PHARMACY || q.visit().careType() == CareType.PHARMACY)) {
      new PrescriptionRules(q).ask();
    }
  }

  private void ask() {
    Optional<OutsidePrescription> prescription = q.visit().prescription();
    if (prescription.isEmpty()) {
      close("没有外配处方，统筹基金不予支付", "No outside prescription: the pool does not pay");
      return;
    }
    OutsidePrescription outside = prescription.get();
    if (outside.number().isBlank()) {
      close("外配处方没有编号", "The outside prescription has no number");
    } else if (outside.hospitalCode().isBlank()
        || outside.hospitalCode().equals(q.institution().code())
        || !outside.designated()) {
      close("外配处方不是定点医疗机构开具", "No designated hospital issued the prescription");
    } else if (outside.standing() == OutsidePrescription.Standing.DISPENSED) {
      close("外配处方已经配药，不能重复使用", "The prescription was dispensed before: it is used up");
    } else if (outside.standing() == OutsidePrescription.Standing.WITHDRAWN) {
      close("外配处方已撤回", "The prescription was withdrawn");
    } else if (outside.validUntil().filter(q.visit().serviceDate()::isAfter).isPresent()) {
      close(
          "外配处方已于 " + outside.validUntil().orElseThrow() + " 过期",
          "The prescription expired on " + outside.validUntil().orElseThrow());
    } else if (mustBeReviewed() && outside.pharmacist().isBlank()) {
      close("外配处方未经药师审核签字", "No pharmacist reviewed and signed the prescription");
    } else if (mustBeReviewed() && outside.reviewedAt().isAfter(q.counter().dispensedAt())) {
      close(
          "药师审核签字晚于配药，统筹基金不予支付",
          "The pharmacist signed after the medicine was handed out: the pool does not pay");
    } else {
      q.findings()
          .open(
              List.of(POOL_FUND),
              Say.of(
                  EligibilityRule.R_RX_01,
                  "外配处方已由药师审核签字",
                  "The outside prescription was reviewed and signed before dispensing"));
    }
  }

  /** Where nobody says that it need not be, it must. */
  private boolean mustBeReviewed() {
    return !(q.place().yes(EntitlementName.PRESCRIPTION_REVIEW_FIRST)
            instanceof Ruling.Said<Boolean> said)
        || said.value();
  }

  /** Where no text of the area says what a pharmacy needs, the strictest of the others holds. */
  private Say say(String zh, String en) {
    return q.place().yes(EntitlementName.PRESCRIPTION_REVIEW_FIRST)
            instanceof Ruling.NotPublished<Boolean> silent
        ? Say.unpublished(EligibilityRule.R_RX_01, silent).adding("：" + zh, ": " + en)
        : Say.of(EligibilityRule.R_RX_01, zh, en);
  }

  private void close(String zh, String en) {
    q.findings()
        .close(
            List.of(POOL_FUND),
            say(zh, en)
                .remedy(
                    "请出示定点医疗机构开具、药师已审核签字的有效外配处方",
                    "Show a valid prescription of a designated hospital that a pharmacist signed"));
  }
}
