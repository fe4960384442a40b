package io.caresettle.reimbursement;

import io.caresettle.eligibility.Finding;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.Ruling;
import io.caresettle.reimbursement.LateSettlement.Because;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a bill that somebody paid in full while networked settlement was suspended
 * (R-MON-03). The days stay suspended in the centre's answer when they are over, so the way leads
 * to the agency, which knows what the inquiry found: fraud is borne by the person, all else is
 * paid.
 */
final class Suspended {

  private Suspended() {}

  /**
   * Whether a bill goes to the agency even where the centre took the suspension back altogether: JS
   * 65¶2 sends it there, SH 53¶3 resumes and settles.
   */
  static boolean isClaimedOnceCleared(EntitlementRules home) {
    return cleared(home).filter(said -> said.value().equals("claimed-by-hand")).isPresent();
  }

  /** Why it is claimed by hand; by the area's own text, else by what closed the pool. */
  static Because because(EntitlementRules home, List<Finding> closing) {
    String rule = ClaimRule.R_SETL_07.id();
    Optional<Ruling.Said<String>> cleared = cleared(home);
    if (cleared.isEmpty()) {
      return new Because(
          rule,
          closing.stream()
              .filter(f -> f.rule().equals("R-MON-03"))
              .map(Finding::article)
              .findFirst()
              .orElse(ClaimRule.R_SETL_07.articles()),
          "暂停联网结算期间的费用，由经办机构核实后处理",
          "What was paid while settlement was suspended is for the agency to examine");
    }
    String article = cleared.get().source().toString();
    return isClaimedOnceCleared(home)
        ? new Because(
            rule,
            article,
            "暂停联网结算期间的费用，经查不属于骗保的，向经办机构申请手工报销",
            "What was paid while settlement was suspended is claimed by hand, unless it was fraud")
        : new Because(
            rule,
            article,
            "经查没有违法情形的，恢复联网结算，由经办机构按规定结算垫付的费用",
            "Once nothing is found, settlement resumes and the agency settles what was paid in full");
  }

  private static Optional<Ruling.Said<String>> cleared(EntitlementRules home) {
    return home.word(EntitlementName.SUSPENSION_CLEARED) instanceof Ruling.Said<String> said
        ? Optional.of(said)
        : Optional.empty();
  }
}
