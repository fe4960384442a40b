package io.caresettle.reimbursement;

import io.caresettle.eligibility.AreaLaw;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.EligibilityRule;
import io.caresettle.eligibility.Enrolment;
import io.caresettle.eligibility.Finding;
import io.caresettle.eligibility.Gap;
import io.caresettle.eligibility.Visit;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.problem.Misuse;
import io.caresettle.reimbursement.LateSettlement.Because;
import io.caresettle.reimbursement.LateSettlement.ByHand;
import io.caresettle.reimbursement.LateSettlement.NotEntitled;
import io.caresettle.reimbursement.LateSettlement.Offered;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides whether a bill that was paid in full may be settled after all, from its slip and a
 * verdict of today on the day of service.
 *
 * <p>The texts give no bound of their own for a settlement anew. Chosen here: at the counter within
 * the settlement year of the care, because what crosses years is claimed by hand (SZ 72); by hand
 * as long as a claim may be made.
 */
public final class LateSettlementCheck {

  private static final String SUSPENDED = EligibilityRule.R_MON_03.id();

  /** What keeps a bill from being settled here, and from no fund. */
  private static final Set<String> CLAIMED_BY_HAND =
      Set.of(SUSPENDED, EligibilityRule.R_OFF_03.id(), EligibilityRule.R_OFF_05.id());

  private final AreaLaw law;
  private final ClaimRules rules;

  public LateSettlementCheck(AreaLaw law, ClaimRules rules) {
    this.law = law;
    this.rules = rules;
  }

  /**
   * The decision.
   *
   * @param slip the original, of the bill as it was paid
   * @param now the verdict on the same visit by what the centre answers today
   * @param estimate what each fund would pay by it
   * @param settledAnew whether the bill of this slip was settled anew, or claimed, before
   * @throws Misuse when the verdict is of another person, visit, day or institution than the slip
   */
  public LateSettlement decide(
      ClaimSlip slip, Eligibility now, FundShares estimate, boolean settledAnew, LocalDate today) {
    requireSame(slip, now);
    if (settledAnew && keeps(ClaimRule.R_SETL_07)) {
      return new NotEntitled(
          because(
              ClaimRule.R_SETL_07.id(),
              "JS 10; SZ 53",
              "该单据已经补结算或者报销，不得重复享受待遇",
              "This slip was settled anew or claimed before: no benefit is had twice"));
    }
    Optional<HandClaim> claim = now.serving().map(serving -> handClaim(now.visit(), serving));
    Optional<LocalDate> until = claim.flatMap(HandClaim::until);
    if (keeps(ClaimRule.R_YEAR_04) && until.filter(today::isAfter).isPresent()) {
      return new NotEntitled(
          because(
              ClaimRule.R_YEAR_04.id(),
              claim.map(HandClaim::article).orElse(""),
              "已超过报销期限 " + until.orElseThrow(),
              "The last day for a claim was " + until.orElseThrow()));
    }
    if (keeps(ClaimRule.R_SETL_07) && !now.open().contains(Payer.POOL_FUND)) {
      return closed(now, claim, today);
    }
    return byHandAlone(slip, now, estimate, today)
        .<LateSettlement>map(
            why -> new ByHand(claim.map(HandClaim::agencyArea).orElse(""), until, why))
        .orElseGet(() -> new Offered(now, (FundShares.Figures) estimate));
  }

  /** The pool is closed today as well: for good, for now, or at the counter alone. */
  private LateSettlement closed(Eligibility now, Optional<HandClaim> claim, LocalDate today) {
    List<Finding> closing =
        now.findings().stream().filter(f -> !f.open() && f.payer() == Payer.POOL_FUND).toList();
    Set<String> rulesClosing = closing.stream().map(Finding::rule).collect(Collectors.toSet());
    if (claim.isPresent() && !rulesClosing.isEmpty() && CLAIMED_BY_HAND.containsAll(rulesClosing)) {
      boolean suspended = rulesClosing.contains(SUSPENDED);
      return new ByHand(
          claim.get().agencyArea(),
          claim.get().until(),
          suspended
              ? Suspended.because(home(now.visit(), now.enrolment()), closing)
              : because(
                  ClaimRule.R_SETL_07.id(),
                  closing.get(0).article(),
                  "异地就医未联网结算，回参保地手工报销",
                  "Care elsewhere that was not settled directly is claimed at home"));
    }
    Optional<NotEntitled> gap = now.gap().flatMap(g -> ofAGap(g, now, closing, today));
    if (gap.isPresent()) {
      return gap.get();
    }
    return closing.stream()
        .findFirst()
        .map(f -> new NotEntitled(because(f.rule(), f.article(), f.zh(), f.en())))
        .orElseGet(
            () ->
                new NotEntitled(
                    because(
                        ClaimRule.R_SETL_07.id(),
                        ClaimRule.R_SETL_07.articles(),
                        "就诊当日不能享受统筹待遇",
                        "The pool was not open on the day of service")));
  }

  /** Made up, but too late, or where a text pays nothing of the gap (SH 15¶1, NT 12¶2). */
  private static Optional<NotEntitled> ofAGap(
      Gap gap, Eligibility now, List<Finding> closing, LocalDate today) {
    if (gap.madeGoodOn().isEmpty()) {
      return Optional.empty();
    }
    LocalDate came = gap.madeGoodOn().get();
    if (gap.payableAfterwards() && today.isAfter(came)) {
      throw new Misuse(
          "What was missing came on "
              + came
              + ", but the verdict on visit "
              + now.visit().number()
              + " was asked as if its bill had been sent before: ask it with"
              + " visit.uploaded(today)");
    }
    EligibilityRule rule =
        gap.bearer() == Gap.Bearer.EMPLOYER ? EligibilityRule.R_ELIG_11 : EligibilityRule.R_ELIG_12;
    return closing.stream()
        .filter(f -> f.rule().equals(EligibilityRule.R_ELIG_14.id()))
        .findFirst()
        .map(f -> new NotEntitled(because(rule.id(), f.article(), f.zh(), f.en())));
  }

  /** Why somebody who is entitled goes to the agency nevertheless. */
  private Optional<Because> byHandAlone(
      ClaimSlip slip, Eligibility now, FundShares estimate, LocalDate today) {
    EntitlementRules home = home(now.visit(), now.enrolment());
    if (slip.reason() == ClaimReason.SETTLEMENT_SUSPENDED && Suspended.isClaimedOnceCleared(home)) {
      return Optional.of(Suspended.because(home, List.of()));
    }
    Optional<LocalDate> yearEnds =
        HandClaim.lastDayOfTheYear(home, now.visit().serviceDate(), now.visit().lastDay());
    if (keeps(ClaimRule.R_YEAR_04) && yearEnds.filter(today::isAfter).isPresent()) {
      return Optional.of(
          because(
              ClaimRule.R_YEAR_04.id(),
              home.word(EntitlementName.HAND_CLAIM_UNTIL).source().toString(),
              "费用所属结算年度已结束，须手工报销，计入办理年度",
              "The settlement year of the care is over: claimed by hand, it counts in the year in"
                  + " which it is processed"));
    }
    if (estimate instanceof FundShares.NotPublished unknown) {
      return Optional.of(
          because(
              ClaimRule.R_SETL_07.id(),
              unknown.source(),
              "待遇参数未公布（" + unknown.value() + "）",
              "A figure is not published: " + unknown.value()));
    }
    if (estimate instanceof FundShares.None none) {
      return Optional.of(
          because(ClaimRule.R_SETL_07.id(), ClaimRule.R_SETL_07.articles(), none.zh(), none.en()));
    }
    return Optional.empty();
  }

  private boolean keeps(ClaimRule rule) {
    return rules.keeps(rule);
  }

  private HandClaim handClaim(Visit visit, Enrolment serving) {
    return HandClaim.of(home(visit, serving), visit.serviceDate(), visit.lastDay(), rules);
  }

  private EntitlementRules home(Visit visit, Enrolment serving) {
    return law.on(serving.area(), visit.serviceDate());
  }

  private static Because because(String rule, String article, String zh, String en) {
    return new Because(rule, article, zh, en);
  }

  private static void requireSame(ClaimSlip slip, Eligibility now) {
    ClaimSlip.Care care = slip.care();
    Visit visit = now.visit();
    boolean sameCare =
        care.visitNumber().equals(visit.number())
            && care.careType() == visit.careType()
            && care.serviceDate().equals(visit.serviceDate())
            && care.lastDay().equals(visit.lastDay())
            && slip.bill().institutionCode().equals(now.institution().code());
    // Who was not known then is known by the name that was registered.
    boolean samePerson =
        slip.insured()
            .map(insured -> insured.personNumber().equals(now.patient().personNumber()))
            .orElseGet(() -> slip.maskedName().equals(now.patient().name().masked()));
    if (!sameCare || !samePerson) {
      throw new Misuse(
          "The verdict is of another person, visit, day or institution than slip " + slip.bill());
    }
  }
}
