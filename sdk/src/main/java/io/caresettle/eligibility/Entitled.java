package io.caresettle.eligibility;

import static io.caresettle.money.Payer.PERSONAL_ACCOUNT;
import static io.caresettle.money.Payer.POOL_FUND;

import io.caresettle.eligibility.Interruption.Cause;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.Ruling;
import io.caresettle.policy.plan.Scheme;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the serving enrolment gives on the day: pool, account, and what is interrupted (R-ELIG). */
final class Entitled {

  private static final Set<Cause> ARREARS = EnumSet.of(Cause.EMPLOYER_ARREARS, Cause.OWN_ARREARS);

  private final Question q;
  private final Enrolment enrolment;
  private final LocalDate day;

  private Entitled(Question q, Enrolment enrolment) {
    this.q = q;
    this.enrolment = enrolment;
    this.day = q.visit().serviceDate();
  }

  /** Asks it all; answers the arrears for which the pool is closed, if it is for arrears. */
  static Optional<Interruption> ask(Question q, Enrolment enrolment) {
    Entitled entitled = new Entitled(q, enrolment);
    entitled.openByDate();
    entitled.accountThereIs();
    return entitled.interrupted();
  }

  private void openByDate() {
    boolean employee = enrolment.scheme() == Scheme.EMPLOYEE;
    String article =
        employee ? "SZ 19; NT 11; JS 15; HN 24; SH 15" : "SZ 29¶1; NT 20; JS 15; HN 24; SH 17";
    boolean pool = isCovered() || !q.rules().asks(EligibilityRule.R_ELIG_22);
    Set<Payer> open = q.all(enrolment);
    if (!pool) {
      open.remove(POOL_FUND);
    }
    if (!pool && enrolment.mayKeepItsAccountOn(day)) {
      betweenJobs(open);
      return;
    }
    q.findings()
        .open(
            open,
            Say.of(
                pool ? EligibilityRule.R_ELIG_22 : EligibilityRule.R_ELIG_04,
                pool ? article : "NT 12¶1",
                pool ? "就诊日期 " + day + " 在参保待遇期内" : "缴费到账当月起可以使用个人账户",
                pool
                    ? "The day of service " + day + " lies within the enrolment"
                    : "The account may be used from the month of payment"));
    if (!pool) {
      q.findings()
          .close(
              List.of(POOL_FUND),
              Say.of(
                      EligibilityRule.R_ELIG_04,
                      "NT 12¶1",
                      "统筹待遇自 " + enrolment.from() + " 起享受",
                      "The pool pays from " + enrolment.from() + " on")
                  .until(enrolment.from().minusDays(1)));
    }
  }

  /** The enrolment is over; whether the account may be used is then asked of the area. */
  private void betweenJobs(Set<Payer> open) {
    q.findings()
        .open(
            open,
            Say.of(
                EligibilityRule.R_ELIG_14,
                "原参保已结束，尚在衔接期内，按待遇暂停办理",
                "The enrolment is over and may yet be joined up: as in a suspension"));
    q.findings()
        .close(
            List.of(POOL_FUND),
            Say.of(
                EligibilityRule.R_ELIG_22,
                "就诊日期 " + day + " 不在任何参保待遇期内",
                "No enrolment covers the day of service " + day));
  }

  /** By this enrolment, or by the one of the year before that it goes on from. */
  private boolean isCovered() {
    return q.entitlements().enrolments().stream()
        .filter(e -> e.scheme() == enrolment.scheme() && e.area().equals(enrolment.area()))
        .anyMatch(e -> e.covers(day));
  }

  private void accountThereIs() {
    if (enrolment.scheme() == Scheme.RESIDENT) {
      if (!q.rules().asks(EligibilityRule.R_ACCT_01)) {
        return;
      }
      q.findings()
          .close(
              List.of(PERSONAL_ACCOUNT),
              Say.of(
                  EligibilityRule.R_ACCT_01,
                  "城乡居民医保没有个人账户",
                  "The resident scheme has no personal account"));
    } else if (q.rules().asks(EligibilityRule.R_ELIG_21)
        && (enrolment.kind() == InsuredKind.HOSPITAL_ONLY || enrolment.accountFrom().isEmpty())) {
      q.findings()
          .close(
              List.of(PERSONAL_ACCOUNT),
              Say.of(
                  EligibilityRule.R_ELIG_21,
                  enrolment.kind().zh() + "不设立个人账户",
                  "No personal account for an " + enrolment.kind().en()));
    } else if (enrolment.accountFrom().filter(day::isBefore).isPresent()) {
      LocalDate first = enrolment.accountFrom().orElseThrow();
      q.findings()
          .close(
              List.of(PERSONAL_ACCOUNT),
              Say.of(
                      EligibilityRule.R_ELIG_04,
                      "个人账户自 " + first + " 起使用",
                      "The account may be used from " + first + " on")
                  .until(first.minusDays(1)));
    }
  }

  private Optional<Interruption> interrupted() {
    Optional<Interruption> arrears = Optional.empty();
    for (Interruption gap : interruptions()) {
      if (q.rules().asks(rule(gap)) && gap.scope() != Interruption.Scope.LONG_TERM_CARE) {
        boolean late = isSettledLate(gap);
        close(gap, gap.scope().closesPool() && !late);
        if (ARREARS.contains(gap.cause()) && gap.scope().closesPool() && !late) {
          arrears = Optional.of(gap);
        }
      }
    }
    return arrears;
  }

  /**
   * Those of the days of this visit. Of a stay that one year's enrolment leaves to the next's, both
   * are asked, each for its own days.
   */
  private List<Interruption> interruptions() {
    LocalDate last = q.visit().lastDay();
    Stream<Interruption> before =
        q.entitlements().enrolments().stream()
            .filter(e -> e.scheme() == enrolment.scheme() && e.area().equals(enrolment.area()))
            .filter(e -> last.isAfter(day) && !e.equals(enrolment) && e.touches(day, last))
            .flatMap(
                e ->
                    e.interruptions().stream()
                        .filter(
                            gap ->
                                gap.touches(
                                    later(e.from(), day), earlier(e.to().orElse(last), last))));
    return Stream.concat(
            enrolment.interruptions().stream().filter(gap -> gap.touches(day, last)), before)
        .toList();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /** Made good before the bill is sent: the pool pays it, and the account stays as it was. */
  private boolean isSettledLate(Interruption gap) {
    boolean late = gap.isPaidWhenSentOn(q.sent()) && q.rules().asks(Gaps.makesGood(gap));
    if (late) {
      q.findings().notice(Gaps.settledLate(gap));
    }
    return late;
  }

  private EligibilityRule rule(Interruption gap) {
    return switch (gap.cause()) {
      case EMPLOYER_ARREARS, OWN_ARREARS -> EligibilityRule.R_ELIG_14;
      case JUDGMENT -> EligibilityRule.R_ELIG_16;
      case ENDED -> Gaps.isChange(gap) ? EligibilityRule.R_ELIG_13 : EligibilityRule.R_ELIG_17;
      case SANCTION -> EligibilityRule.R_MON_03;
      case WAITING ->
          enrolment.scheme() == Scheme.EMPLOYEE
              ? EligibilityRule.R_ELIG_02
              : EligibilityRule.R_ELIG_06;
    };
  }

  private void close(Interruption gap, boolean pools) {
    EligibilityRule rule = rule(gap);
    String article = gap.legalBasis().isBlank() ? rule.articles() : gap.legalBasis();
    Say pool =
        Say.of(
                rule,
                article,
                "待遇暂停期间统筹基金不予支付（" + gap.cause().zh() + "）",
                "The pool pays nothing while benefits are suspended: " + gap.cause().en())
            .until(gap.to());
    if (pools) {
      if (ARREARS.contains(gap.cause()) || Gaps.isChange(gap)) {
        q.findings().closeForArrears(POOL_FUND, Gaps.afterwards(q, gap, pool));
      } else {
        q.findings().close(List.of(POOL_FUND), Gaps.afterwards(q, gap, pool));
      }
    }
    if (gap.scope().closesAccount()) {
      q.findings()
          .close(
              q.accounts(enrolment),
              Say.of(
                      rule,
                      article,
                      "个人账户暂停使用（" + gap.cause().zh() + "）",
                      "The account may not be used: " + gap.cause().en())
                  .until(gap.to()));
    } else if ((rule == EligibilityRule.R_ELIG_14 || enrolment.mayKeepItsAccountOn(day))
        && enrolment.scheme() == Scheme.EMPLOYEE) {
      accountMeanwhile(gap);
    }
  }

  private void accountMeanwhile(Interruption gap) {
    Ruling<String> ruling = q.home(enrolment).word(EntitlementName.SUSPENDED_ACCOUNT);
    if (ruling instanceof Ruling.NotPublished<String> silent) {
      q.findings()
          .close(
              q.accounts(enrolment),
              Say.unpublished(EligibilityRule.R_ELIG_14, silent).until(gap.to()));
      return;
    }
    String source = ruling.source().toString();
    if (ruling.value().equals("usable")) {
      q.findings()
          .open(
              q.accounts(enrolment),
              Say.of(
                  EligibilityRule.R_ELIG_14,
                  source,
                  "待遇暂停期间可以按规定使用个人账户",
                  "The personal account stays usable while benefits are suspended"));
    } else {
      q.findings()
          .close(
              q.accounts(enrolment),
              Say.of(
                      EligibilityRule.R_ELIG_14,
                      source,
                      "待遇暂停期间不得使用个人账户",
                      "The account may not be used while benefits are suspended")
                  .until(gap.to()));
    }
  }
}
