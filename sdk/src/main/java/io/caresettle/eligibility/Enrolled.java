package io.caresettle.eligibility;

import io.caresettle.credential.IdentityNumber;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.Ruling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which enrolment serves a visit: by its days (R-ELIG-22), its area, its scheme (R-DUAL). */
final class Enrolled {

  /** One whose pool may pay first, employee before resident; of two alike what began last. */
  private final Comparator<Enrolment> precedence;

  private final Question q;
  private final LocalDate first;
  private final LocalDate last;

  private Enrolled(Question q) {
    this.q = q;
    this.first = q.visit().serviceDate();
    this.last = q.visit().lastDay();
    this.precedence =
        Comparator.comparing((Enrolment e) -> !e.covers(first))
            .thenComparing(Enrolment::scheme)
            .thenComparing(Enrolment::from, Comparator.reverseOrder())
            .thenComparing(e -> e.interruptions().isEmpty());
  }

  /** Whoever serves, or nobody; what follows from it is said. */
  static Optional<Enrolment> choose(Question q) {
    Enrolled enrolled = new Enrolled(q);
    return enrolled.isPossible() ? enrolled.choose() : Optional.empty();
  }

  private boolean isPossible() {
    if (!q.rules().asks(EligibilityRule.R_ELIG_22)) {
      return true;
    }
    Optional<LocalDate> born =
        q.patient().registration().document() instanceof IdentityNumber number
            ? Optional.of(number.birthDate())
            : Optional.empty();
    if (born.filter(first::isBefore).isPresent()) {
      return impossible("就诊日期早于出生日期", "The day of service lies before the birth");
    }
    if (last.isBefore(first)) {
      return impossible("出院日期早于入院日期", "The discharge lies before the admission");
    }
    if (q.visit().uploaded().filter(sent -> sent.isBefore(last)).isPresent()) {
      return impossible("上传日期早于就诊日期", "The bill was sent before the care was given");
    }
    if (q.visit().careType().isStay() && q.visit().discharged().isEmpty()) {
      if (q.visit().uploaded().isPresent()) {
        return impossible("补传的住院费用没有出院日期", "A stay that is sent later needs its day of discharge");
      }
      q.findings()
          .notice(
              new Notice(
                  EligibilityRule.R_ELIG_22,
                  "JS 15",
                  "尚未出院，本结果按入院日期预判，出院结算时重新核定",
                  "The stay goes on: this looks ahead by the day of admission, and is asked again"
                      + " at discharge"));
    }
    return true;
  }

  private boolean impossible(String zh, String en) {
    q.findings()
        .close(
            q.all(),
            Say.of(
                    EligibilityRule.R_ELIG_22,
                    "JS 15",
                    zh + "，不能结算",
                    en + ": nothing can be settled")
                .remedy("请核对日期后重新登记", "Correct the dates and register again"));
    return false;
  }

  private Optional<Enrolment> choose() {
    List<Enrolment> all = q.entitlements().enrolments();
    List<Enrolment> covering = covering(all);
    if (covering.isEmpty()) {
      nobody(all);
      return Optional.empty();
    }
    List<Enrolment> here = covering.stream().filter(e -> !q.isAway(e)).toList();
    List<Enrolment> candidates =
        here.isEmpty()
            ? covering.stream().filter(e -> e.area().equals(covering.get(0).area())).toList()
            : here;
    sayTwice(covering, candidates);
    boolean both = candidates.stream().map(Enrolment::scheme).distinct().count() > 1;
    if (both && !employeePrevails(candidates.get(0))) {
      return Optional.of(candidates.get(0));
    }
    return Optional.of(throughTheStay(candidates));
  }

  /**
   * What counts on the day of service. Beside an enrolment that covers the day, one that still
   * waits or has an account alone is no second insurance such as JS 10¶4 forbids: who turns from a
   * resident to a flexible worker stays a resident until the other begins (NT 12¶1). Arrears are no
   * end of an enrolment, so one that is suspended for them still counts.
   */
  private List<Enrolment> covering(List<Enrolment> all) {
    List<Enrolment> counting = all.stream().filter(this::counts).sorted(precedence).toList();
    List<Enrolment> begun = counting.stream().filter(this::hasBegun).toList();
    return begun.isEmpty() ? counting : begun;
  }

  private boolean hasBegun(Enrolment enrolment) {
    return !q.rules().asks(EligibilityRule.R_ELIG_22)
        || (enrolment.covers(first)
            && enrolment.interruptions().stream()
                .noneMatch(
                    gap ->
                        gap.cause() == Interruption.Cause.WAITING
                            && gap.scope().closesPool()
                            && gap.holdsOn(first)));
  }

  /** Whether an enrolment has anything to say on the day of service. */
  private boolean counts(Enrolment enrolment) {
    if (!q.rules().asks(EligibilityRule.R_ELIG_22)) {
      return true;
    }
    return enrolment.covers(first)
        || (q.rules().asks(EligibilityRule.R_ELIG_04) && enrolment.hasAccount(first))
        || (q.rules().asks(EligibilityRule.R_ELIG_14) && enrolment.mayKeepItsAccountOn(first));
  }

  private void nobody(List<Enrolment> all) {
    Optional<LocalDate> next =
        all.stream().map(Enrolment::from).filter(first::isBefore).min(Comparator.naturalOrder());
    Say say =
        all.isEmpty()
            ? Say.of(
                EligibilityRule.R_ELIG_22,
                "医保中心没有参保记录，请全额现金支付并保留票据",
                "The centre knows of no enrolment: full cash, keep the slip")
            : Say.of(
                EligibilityRule.R_ELIG_22,
                "就诊日期 " + first + " 不在任何参保待遇期内，请全额现金支付并保留票据",
                "No enrolment covers the day of service " + first + ": full cash, keep the slip");
    Say known = say.until(next.map(day -> day.minusDays(1)));
    q.findings()
        .close(
            q.all(),
            all.stream()
                .flatMap(enrolment -> enrolment.interruptions().stream())
                .filter(gap -> Gaps.isChange(gap) && gap.holdsOn(first))
                .filter(gap -> gap.mayBePaidAfter(q.sent()))
                .findFirst()
                .map(gap -> Gaps.afterwards(q, gap, known))
                .orElseGet(
                    () ->
                        known.remedy(
                            "请到参保地经办机构核对参保和缴费",
                            "Ask the home agency about enrolment and payment")));
  }

  /** Two enrolments that pay for the same day, be it in one scheme or in two areas (R-DUAL-01). */
  private void sayTwice(List<Enrolment> covering, List<Enrolment> candidates) {
    long areas = covering.stream().map(Enrolment::area).distinct().count();
    long schemes = candidates.stream().map(Enrolment::scheme).distinct().count();
    if (q.rules().asks(EligibilityRule.R_DUAL_01) && (areas > 1 || candidates.size() > schemes)) {
      q.findings()
          .notice(
              new Notice(
                  EligibilityRule.R_DUAL_01,
                  "JS 10; SZ 53",
                  "参保记录重叠，待遇不得重复享受，请到经办机构核对",
                  "Enrolments overlap: no benefit is had twice; have the agency look"));
    }
  }

  private boolean employeePrevails(Enrolment candidate) {
    if (!q.rules().asks(EligibilityRule.R_DUAL_02)) {
      return true;
    }
    EntitlementRules home = q.home(candidate);
    Ruling<String> ruling = home.word(EntitlementName.SCHEMES_PRECEDENCE);
    if (ruling instanceof Ruling.NotPublished<String> silent) {
      q.findings().close(q.all(), Say.unpublished(EligibilityRule.R_DUAL_02, silent));
      return false;
    }
    String source = ruling.source().toString();
    if (ruling.value().equals("employee")) {
      q.findings()
          .open(
              List.of(Payer.POOL_FUND),
              Say.of(
                  EligibilityRule.R_DUAL_02,
                  source,
                  "同时参加职工和居民医保，享受职工医保待遇",
                  "Enrolled in both schemes: the employee scheme serves"));
      return true;
    }
    q.findings()
        .close(
            q.all(),
            Say.of(
                    EligibilityRule.R_DUAL_02,
                    source,
                    "同时参加职工和居民医保，不得重复参保，不能结算",
                    "Enrolled in both schemes, which is forbidden: nothing can be settled")
                .remedy("请先到经办机构终止其中一个参保关系", "Have the agency end one of the two first"));
    return false;
  }

  /** Of a stay that ended, who serves it from admission to discharge (R-YEAR-02, R-DUAL-03). */
  private Enrolment throughTheStay(List<Enrolment> candidates) {
    Enrolment chosen = candidates.get(0);
    if (!q.rules().asks(EligibilityRule.R_ELIG_22) || last.equals(first)) {
      return chosen;
    }
    List<Enrolment> oneAfterAnother = oneAfterAnother(chosen);
    Enrolment lastOfAll = oneAfterAnother.get(oneAfterAnother.size() - 1);
    Enrolment serving = StayYear.isThatOfDischarge(q.home(chosen)) ? lastOfAll : chosen;
    if (new SchemeChange(q, lastOfAll, this::oneAfterAnother).isSaid() || lastOfAll.covers(last)) {
      return serving;
    }
    q.findings()
        .close(
            q.all(),
            Say.of(
                    EligibilityRule.R_ELIG_22,
                    "JS 15",
                    "参保待遇期在出院前结束，不能直接结算",
                    "The enrolment ends before the discharge: it cannot be settled directly")
                .until(chosen.to())
                .remedy("请保留票据，到参保地经办机构手工报销", "Keep the slip and claim by hand at home"));
    return chosen;
  }

  /** The chosen one, and of the same scheme and area whatever takes over from it until the end. */
  private List<Enrolment> oneAfterAnother(Enrolment chosen) {
    List<Enrolment> all = new ArrayList<>(List.of(chosen));
    Optional<Enrolment> next = Optional.of(chosen);
    while (next.isPresent() && !next.get().covers(last)) {
      Enrolment before = next.get();
      next =
          q.entitlements().enrolments().stream()
              .filter(e -> e.scheme() == chosen.scheme() && e.area().equals(chosen.area()))
              .filter(e -> takesOver(before, e))
              .min(precedence);
      next.ifPresent(all::add);
    }
    return all;
  }

  private static boolean takesOver(Enrolment before, Enrolment next) {
    Optional<LocalDate> after = before.to().map(end -> end.plusDays(1));
    return after.filter(next::covers).isPresent();
  }
}
