package io.caresettle.sim.whomay;

import static io.caresettle.money.Payer.CASH;
import static io.caresettle.money.Payer.CRITICAL_ILLNESS;
import static io.caresettle.money.Payer.FAMILY_ACCOUNT;
import static io.caresettle.money.Payer.INSTITUTION;
import static io.caresettle.money.Payer.LARGE_SUM_SUBSIDY;
import static io.caresettle.money.Payer.MEDICAL_AID;
import static io.caresettle.money.Payer.POOL_FUND;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.EligibilityRule;
import io.caresettle.eligibility.Enrolment;
import io.caresettle.eligibility.Entitlements;
import io.caresettle.eligibility.Finding;
import io.caresettle.eligibility.OtherFinding;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.Scheme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rows of a verdict: every payer that could come into question, open or closed. */
record Rows(Eligibility verdict, Entitlements handed, Standing standing) {

  List<Row> all() {
    List<Row> rows = new ArrayList<>();
    for (Payer payer : Payer.values()) {
      if (payer != INSTITUTION && (payer == CASH || comesIntoQuestion(payer))) {
        rows.add(row(payer));
      }
      if (payer == INSTITUTION) {
        // After the public layers, and before the person's own money.
        verdict.others().stream().map(this::other).forEach(rows::add);
      }
    }
    return rows;
  }

  /** A commercial insurer or a mutual fund, under its own name. */
  private Row other(OtherFinding other) {
    Reason plain = Reason.plain(other.rule(), other.article(), other.zh(), other.en());
    return new Row(
        new Row.Purse(other.payer().id(), other.payer().name(), other.payer().kind().en()),
        other.open(),
        other.until().map(Object::toString),
        List.of(
            other.remedy().map(remedy -> plain.remedy(remedy.zh(), remedy.en())).orElse(plain)));
  }

  private boolean comesIntoQuestion(Payer payer) {
    return switch (payer) {
      case LARGE_SUM_SUBSIDY ->
          verdict.serving().map(Enrolment::scheme).filter(Scheme.EMPLOYEE::equals).isPresent();
      case CIVIL_SERVANT_SUBSIDY, SUPPLEMENTS -> !findings(payer).isEmpty();
      default -> true;
    };
  }

  private List<Finding> findings(Payer payer) {
    return verdict.findings().stream().filter(f -> f.payer() == payer).toList();
  }

  private Row row(Payer payer) {
    boolean open = verdict.open().contains(payer);
    List<Finding> deciding = findings(payer).stream().filter(f -> f.open() == open).toList();
    List<Reason> reasons =
        new ArrayList<>(deciding.stream().map(f -> Reason.of(f, standing)).distinct().toList());
    if (reasons.isEmpty()) {
      reasons.add(unasked(payer));
    }
    return new Row(Row.Purse.of(payer), open, until(payer, open, deciding), reasons);
  }

  /** What is closed is so until the last of its reasons falls; what is open until the first. */
  private Optional<String> until(Payer payer, boolean open, List<Finding> deciding) {
    List<String> days =
        new ArrayList<>(
            deciding.stream().flatMap(f -> f.until().stream()).map(Object::toString).toList());
    if (!open) {
      return !deciding.isEmpty() && days.size() == deciding.size()
          ? days.stream().max(Comparator.naturalOrder())
          : Optional.empty();
    }
    if (payer != CASH) {
      verdict.serving().flatMap(Enrolment::to).map(Object::toString).ifPresent(days::add);
    }
    return days.stream().min(Comparator.naturalOrder());
  }

  /** Of a payer that no rule spoke of: it has nothing to pay with, or runs with another one. */
  private Reason unasked(Payer payer) {
    if (payer == CASH) {
      return Reason.plain("", "", "现金总可支付", "Cash may always be paid");
    }
    if (payer == FAMILY_ACCOUNT && handed.families().isEmpty()) {
      return by(EligibilityRule.R_ACCT_03, "没有家庭共济绑定", "No relative's account is bound")
          .remedy("可在医保服务平台办理家庭共济绑定", "Bind a relative's account at the centre");
    }
    if (payer == MEDICAL_AID && handed.aidClasses().isEmpty()) {
      return by(EligibilityRule.R_AID_04, "不是救助对象", "In no class of medical aid")
          .remedy("符合条件的，可向参保地申请认定", "Apply for recognition at home, if in need");
    }
    boolean runsWithThePool =
        payer == CRITICAL_ILLNESS || payer == LARGE_SUM_SUBSIDY || payer == MEDICAL_AID;
    if (runsWithThePool && !verdict.open().contains(POOL_FUND)) {
      return by(EligibilityRule.R_ELIG_20, "随统筹基金关闭", "Closed with the pool");
    }
    return Reason.plain("", "", "没有规则开放", "No rule opens it");
  }

  private static Reason by(EligibilityRule rule, String zh, String en) {
    return Reason.plain(rule.id(), rule.articles(), zh, en);
  }
}
