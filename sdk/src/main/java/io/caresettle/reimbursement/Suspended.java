package io.caresettle.reimbursement;

import io.caresettle.eligibility.Finding;
import io.caresettle.reimbursement.LateSettlement.Because;
import java.util.List;

/**
 * What becomes of a bill that somebody paid in full while networked settlement was suspended
 * (R-MON-03). The days stay suspended in the centre's answer when they are over, so the way leads
 * to the agency, which knows what the inquiry found: fraud is borne by the person, all else is
 * paid.
 */
final class Suspended {

  private static final String JIANGSU = "32";
  private static final String SHANGHAI = "31";

  private Suspended() {}

  /**
   * Whether a bill goes to the agency even where the centre took the suspension back altogether: JS
   * 65¶2 sends it there, SH 53¶3 resumes and settles.
   */
  static boolean isClaimedOnceCleared(String area) {
    return area.startsWith(JIANGSU);
  }

  /** Why it is claimed by hand; by the area's own text, else by what closed the pool. */
  static Because because(String area, List<Finding> closing) {
    String rule = ClaimRule.R_SETL_07.id();
    if (area.startsWith(JIANGSU)) {
      return new Because(
          rule,
          "JS 65¶2",
          "暂停联网结算期间的费用，经查不属于骗保的，向经办机构申请手工报销",
          "What was paid while settlement was suspended is claimed by hand, unless it was fraud");
    }
    if (area.startsWith(SHANGHAI)) {
      return new Because(
          rule,
          "SH 53¶3",
          "经查没有违法情形的，恢复联网结算，由经办机构按规定结算垫付的费用",
          "Once nothing is found, settlement resumes and the agency settles what was paid in full");
    }
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
}
