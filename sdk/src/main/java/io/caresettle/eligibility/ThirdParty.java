package io.caresettle.eligibility;

import static io.caresettle.money.Payer.POOL_FUND;

import io.caresettle.money.Payer;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.Ruling;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who pays for an injury: nobody's funds before it is declared, then as the centre decided, and
 * never further than the area's own word (R-SCOPE-02, -03, -04).
 *
 * <p>A fund pays first only where a text says so (JS 38¶2, SZ 57¶2, HN 15). Shanghai's text gives
 * no more than the right to recover (SH 29¶3): there a decision to pay first opens nothing here.
 */
final class ThirdParty {

  private final Question q;
  private final Enrolment enrolment;
  private final Injury injury;

  private ThirdParty(Question q, Enrolment enrolment, Injury injury) {
    this.q = q;
    this.enrolment = enrolment;
    this.injury = injury;
  }

  static void ask(Question q, Enrolment enrolment) {
    q.visit().injury().ifPresent(injury -> new ThirdParty(q, enrolment, injury).ask());
  }

  /** Which payers an excluded kind of cost closes, by the area's word. */
  static Set<Payer> excluded(Question q, Ruling<String> binds) {
    // Whoever else pays only does so on what the basic funds pay for, so nothing opens it again.
    Set<Payer> closed = EnumSet.copyOf(q.all());
    boolean all = binds instanceof Ruling.NotPublished || binds.value().equals("all");
    if (all || binds.value().equals("basic-and-critical-illness")) {
      closed.add(Payer.CRITICAL_ILLNESS);
    }
    if (all) {
      closed.add(Payer.MEDICAL_AID);
    }
    return closed;
  }

  private void ask() {
    if (injury.declaration().isEmpty()) {
      undeclared();
    } else if (q.rules().asks(EligibilityRule.R_SCOPE_03)) {
      injury.decision().ifPresentOrElse(this::decided, this::undecided);
    }
  }

  private void undeclared() {
    EligibilityRule rule =
        q.isAway(enrolment) ? EligibilityRule.R_SCOPE_04 : EligibilityRule.R_SCOPE_03;
    if (q.rules().asks(rule)) {
      closePool(
          Say.of(
                  rule,
                  "外伤未申报第三方责任，统筹基金暂不支付",
                  "An injury, and nothing was declared of a third party: the pool waits")
              .remedy(
                  "请填写并签署外伤和第三方责任申报",
                  "Declare and sign how it came about and who may have to pay"));
    }
  }

  private void decided(Injury.Decision decision) {
    switch (decision) {
      case FUNDS_PAY -> {}
      case FUNDS_PAY_FIRST -> advance();
      case FUNDS_DO_NOT_PAY -> refused();
      case TO_BE_EXAMINED ->
          closePool(
              Say.of(
                      EligibilityRule.R_SCOPE_03,
                      "第三方责任待核实，统筹基金暂不支付",
                      "The third party's part is being examined: the pool waits")
                  .remedy(
                      "请保留票据，核实后可以补结算（R-SETL-07）",
                      "Keep the slip: settle it once it is examined (R-SETL-07)"));
    }
  }

  /** Declared, and the decision is not known here: what the declaration itself says. */
  private void undecided() {
    switch (injury.other()) {
      case NONE -> {}
      case PAYS -> refused();
      case DOES_NOT_PAY, UNKNOWN -> advance();
    }
  }

  private void refused() {
    Ruling<String> binds = q.home(enrolment).word(EntitlementName.EXCLUDED_BINDS);
    q.findings().close(excluded(q, binds), paidByAnother(binds.source().toString()));
  }

  private static Say paidByAnother(String article) {
    return Say.of(
        EligibilityRule.R_SCOPE_03, article, "应当由第三人负担", "A third party pays for the injury");
  }

  private void advance() {
    Ruling<String> ruling = q.home(enrolment).word(EntitlementName.THIRD_PARTY_ADVANCE);
    if (ruling instanceof Ruling.NotPublished<String> silent) {
      closePool(Say.unpublished(EligibilityRule.R_SCOPE_03, silent));
    } else if (ruling.value().equals("fund-first")) {
      q.findings()
          .notice(
              new Notice(
                  EligibilityRule.R_SCOPE_03,
                  ruling.source().toString(),
                  "第三人不支付或者无法确定，基金先行支付并依法追偿"
                      + injury.recovery().map(id -> "，追偿编号 " + id).orElse(""),
                  "The third party does not pay or is unknown: the fund pays first and recovers"
                      + injury.recovery().map(id -> " under file " + id).orElse("")));
    } else {
      q.findings()
          .close(
              excluded(q, q.home(enrolment).word(EntitlementName.EXCLUDED_BINDS)),
              Say.of(
                  EligibilityRule.R_SCOPE_03,
                  ruling.source().toString(),
                  "本地没有先行支付规定，由第三人负担",
                  "No advance payment is provided for here: the third party bears it"));
    }
  }

  private void closePool(Say say) {
    q.findings().close(List.of(POOL_FUND), say);
  }
}
