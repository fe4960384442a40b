package io.caresettle.eligibility;

import io.caresettle.eligibility.Interruption.Cause;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.Ruling;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Days that are interrupted: what makes them good (R-ELIG-11 to -13), and who bears them (-15). */
final class Gaps {

  /**
   * JS 72¶3 and NT 11¶2 let the employer bear the benefits of the employees' basic insurance, and
   * so its pool's part alone.
   */
  private static final Set<Payer> BASIC = Set.of(Payer.POOL_FUND);

  /**
   * SZ 52¶1(2) speaks of the funds of medical insurance: the basic one, and the one of critical
   * illness insurance (SZ 36). Large-sum and civil servants' money is a subsidy (SZ 37), aid is aid
   * (SZ 49): the employer owes neither.
   */
  private static final Set<Payer> INSURANCE = Set.of(Payer.POOL_FUND, Payer.CRITICAL_ILLNESS);

  private Gaps() {}

  /** R-ELIG-15, where nothing but the arrears keeps the funds closed. */
  static Optional<Gap> of(Question q, Enrolment serving, Interruption arrears) {
    Set<Payer> wouldPay = q.findings().openWithoutArrears();
    if (!q.rules().asks(EligibilityRule.R_ELIG_15) || !wouldPay.contains(Payer.POOL_FUND)) {
      return Optional.empty();
    }
    wouldPay.addAll(Layers.wouldPay(q, serving));
    return Optional.of(
        new Gap(
            arrears.cause() == Cause.EMPLOYER_ARREARS ? Gap.Bearer.EMPLOYER : Gap.Bearer.PERSON,
            wouldPay,
            owed(q.home(serving)),
            arrears.mayBePaidAfter(q.sent()),
            arrears.mayBeMadeGoodUntil(),
            arrears.madeGoodOn(),
            q.findings().own(EligibilityRule.R_ELIG_15.articles())));
  }

  /** Where nobody says it, what every text speaks of: the basic fund. */
  private static Set<Payer> owed(EntitlementRules home) {
    return home.word(EntitlementName.GAP_OWED) instanceof Ruling.Said<String> said
            && said.value().equals("insurance-funds")
        ? INSURANCE
        : BASIC;
  }

  /** By which rule a gap is made good. */
  static EligibilityRule makesGood(Interruption gap) {
    return switch (gap.cause()) {
      case EMPLOYER_ARREARS -> EligibilityRule.R_ELIG_11;
      case ENDED -> EligibilityRule.R_ELIG_13;
      case OWN_ARREARS, JUDGMENT, SANCTION, WAITING -> EligibilityRule.R_ELIG_12;
    };
  }

  /** Whether days between two enrolments may yet count as insured (SZ 24, NT 11¶3). */
  static boolean isChange(Interruption gap) {
    return gap.cause() == Cause.ENDED
        && (gap.payableAfterwards() || gap.mayBeMadeGoodUntil().isPresent());
  }

  /** What a later payment still does, or did too late (R-SETL-07). */
  static Say afterwards(Question q, Interruption gap, Say say) {
    EligibilityRule rule = makesGood(gap);
    if (!q.rules().asks(rule)) {
      return say;
    }
    if (gap.madeGoodOn().isPresent() && !gap.payableAfterwards()) {
      LocalDate came = gap.madeGoodOn().get();
      return say.adding(
          "；已于 " + came + " 补缴，按规定期间费用不予补结算",
          "; it was made up on " + came + ", and what these days cost stays unpaid");
    }
    return gap.mayBePaidAfter(q.sent()) ? say.remedy(zh(gap, rule), en(gap, rule)) : say;
  }

  private static String zh(Interruption gap, EligibilityRule rule) {
    String how =
        gap.madeGoodOn()
            .map(day -> "已于 " + day + " 补缴，次日起可以补结算")
            .or(() -> gap.mayBeMadeGoodUntil().map(day -> "最迟 " + day + " 足额补缴或者衔接参保的，可以补结算"))
            .orElse("补缴或参保手续完成后可以补结算");
    return how + "，请保留票据（" + rule.id() + "，R-SETL-07）";
  }

  private static String en(Interruption gap, EligibilityRule rule) {
    String how =
        gap.madeGoodOn()
            .map(day -> "Made up on " + day + ", payable from the day after")
            .or(
                () ->
                    gap.mayBeMadeGoodUntil()
                        .map(day -> "Payable if the contributions are made up by " + day))
            .orElse("Payable after the contributions are made up");
    return how + ": keep the slip and settle it then (" + rule.id() + ", R-SETL-07)";
  }

  /** A bill of a gap that was made good meanwhile. */
  static Notice settledLate(Interruption gap) {
    EligibilityRule rule = makesGood(gap);
    LocalDate came = gap.madeGoodOn().orElseThrow();
    return new Notice(
        rule,
        gap.legalBasis().isBlank() ? rule.articles() : gap.legalBasis(),
        "所欠费用已于 " + came + " 补缴，该期间费用可以补结算",
        "What was missing came on " + came + ": these days are settled after all");
  }
}
