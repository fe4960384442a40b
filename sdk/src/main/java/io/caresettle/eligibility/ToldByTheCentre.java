package io.caresettle.eligibility;

import io.caresettle.money.Payer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the centre's own check of this visit closes: a payer of which nothing says that it may. */
final class ToldByTheCentre {

  private ToldByTheCentre() {}

  static void ask(Question q, Enrolment serving) {
    if (!q.rules().asks(EligibilityRule.R_ELIG_22)) {
      return;
    }
    List<FundBenefit> told =
        q.entitlements().benefits().stream()
            .filter(one -> one.isOf(serving) && one.holdsOn(q.visit().serviceDate()))
            .toList();
    Set<Payer> open = EnumSet.noneOf(Payer.class);
    told.stream().filter(FundBenefit::entitled).map(FundBenefit::payer).forEach(open::add);
    for (FundBenefit one : told) {
      if (!one.entitled() && !open.contains(one.payer())) {
        q.findings()
            .close(
                List.of(one.payer()),
                Say.of(
                        EligibilityRule.R_ELIG_22,
                        "医保平台待遇检查：本次就诊不享受"
                            + (one.reason().isBlank() ? "" : "（" + one.reason() + "）"),
                        "By the centre's own check of this visit it may not pay"
                            + (one.reason().isBlank() ? "" : ": " + one.reason()))
                    .until(one.to()));
      }
    }
  }
}
