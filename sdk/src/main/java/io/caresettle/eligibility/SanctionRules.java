package io.caresettle.eligibility;

import static io.caresettle.money.Payer.POOL_FUND;

import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.Ruling;
import java.util.List;

/** R-MON-03: who is suspended from settling over the network pays all. */
final class SanctionRules {

  private SanctionRules() {}

  static void ask(Question q, Enrolment enrolment) {
    if (!q.rules().asks(EligibilityRule.R_MON_03)) {
      return;
    }
    for (Sanction sanction : q.entitlements().sanctions()) {
      if (sanction.scope() == Sanction.Scope.NETWORKED
          && (sanction.holdsOn(q.day()) || sanction.touches(q.day(), q.visit().lastDay()))) {
        close(q, enrolment, sanction);
      }
    }
  }

  private static void close(Question q, Enrolment enrolment, Sanction sanction) {
    boolean accountUsable =
        q.home(enrolment).word(EntitlementName.SANCTION_ACCOUNT) instanceof Ruling.Said<String> said
            && said.value().equals("usable");
    EligibilityRule rule = EligibilityRule.R_MON_03;
    String why = sanction.why().isBlank() ? "" : "（" + sanction.why() + "）";
    q.findings()
        .close(
            accountUsable ? List.of(POOL_FUND) : q.all(),
            Say.of(
                    rule,
                    sanction.legalBasis().isBlank() ? rule.articles() : sanction.legalBasis(),
                    "暂停联网结算期间" + why + "，由本人全额垫付",
                    "Networked settlement is suspended: the person pays all")
                .until(sanction.to())
                .remedy(
                    "请保留票据，经查不属于骗保的可以手工报销",
                    "Keep the slip: unless it was fraud, it can be claimed by hand"));
  }
}
