package io.caresettle.eligibility;

import static io.caresettle.money.Payer.CRITICAL_ILLNESS;
import static io.caresettle.money.Payer.LARGE_SUM_SUBSIDY;
import static io.caresettle.money.Payer.MEDICAL_AID;
import static io.caresettle.money.Payer.POOL_FUND;

import io.caresettle.eligibility.Entitlements.AidClass;
import io.caresettle.eligibility.Entitlements.Group;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.Ruling;
import io.caresettle.policy.plan.Scheme;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who pays after the pool: they run with it, and where it is closed they are closed with it
 * (R-ELIG-20). Medical aid asks for a class and a hospital of its own besides.
 */
final class Layers {

  private final Question q;
  private final Enrolment enrolment;

  private Layers(Question q, Enrolment enrolment) {
    this.q = q;
    this.enrolment = enrolment;
  }

  static void ask(Question q, Enrolment enrolment) {
    Layers layers = new Layers(q, enrolment);
    boolean pool = q.findings().open().contains(POOL_FUND);
    Set<Payer> withPool = layers.withThePool();
    if (pool && !withPool.isEmpty()) {
      q.findings()
          .open(
              withPool,
              Say.of(
                  EligibilityRule.R_ELIG_20,
                  "与基本医保待遇同步享受",
                  "Entitled as long as in the basic insurance"));
    }
    if (!layers.isAppliedFor()) {
      q.findings()
          .close(
              layers.secondLayer(),
              Say.of(
                      EligibilityRule.R_CI_03,
                      "就诊当日没有申请大病保险或者职工大额医疗费用补助，不予支付",
                      "Critical illness and the large-sum subsidy were not applied for by the day")
                  .remedy("可向参保地经办机构申请", "Apply for it with the home agency"));
    }
    layers.aid(pool);
  }

  /** Who would pay with the pool, were it open. */
  static Set<Payer> wouldPay(Question q, Enrolment enrolment) {
    Layers layers = new Layers(q, enrolment);
    Set<Payer> wouldPay = layers.withThePool();
    if (aidClass(q, enrolment).isPresent() && layers.isAidHospital()) {
      wouldPay.add(MEDICAL_AID);
    }
    return wouldPay;
  }

  private Set<Payer> withThePool() {
    Set<Payer> open = EnumSet.noneOf(Payer.class);
    if (!q.rules().asks(EligibilityRule.R_ELIG_20)) {
      return open;
    }
    if (isAppliedFor()) {
      open.addAll(secondLayer());
    }
    Map<String, Set<Payer>> named = named(q, enrolment);
    open.addAll(named.getOrDefault("none", Set.of()));
    groups(q).forEach(group -> open.addAll(named.getOrDefault(group, Set.of())));
    return open;
  }

  private Set<Payer> secondLayer() {
    return enrolment.scheme() == Scheme.EMPLOYEE
        ? EnumSet.of(CRITICAL_ILLNESS, LARGE_SUM_SUBSIDY)
        : EnumSet.of(CRITICAL_ILLNESS);
  }

  /** Whether it was, by the day of service, or nobody needs to (SH 18¶2). */
  private boolean isAppliedFor() {
    return !(q.home(enrolment).word(EntitlementName.SECOND_LAYER)
                instanceof Ruling.Said<String> said
            && said.value().equals("on-application"))
        || !q.rules().asks(EligibilityRule.R_CI_03)
        || q.entitlements().applications().stream()
            .filter(a -> a.scheme() == enrolment.scheme() && a.area().equals(enrolment.area()))
            .anyMatch(a -> a.holdsOn(q.day()));
  }

  private static Map<String, Set<Payer>> named(Question q, Enrolment enrolment) {
    return q.law().groups(enrolment.area(), enrolment.scheme(), q.visit().careType(), q.day());
  }

  /** The groups that hold on the day of service (R-YEAR-06), in the centre's order. */
  private static List<String> groups(Question q) {
    return q.entitlements().groups().stream()
        .filter(g -> !q.rules().asks(EligibilityRule.R_YEAR_06) || g.holdsOn(q.day()))
        .map(Group::word)
        .toList();
  }

  /** The first of them that the area's packs have anything of their own for. */
  static Optional<String> group(Question q, Enrolment enrolment) {
    Map<String, Set<Payer>> named = named(q, enrolment);
    return groups(q).stream().filter(named::containsKey).findFirst();
  }

  /** The aid class that holds on the day, in the area that granted it (R-AID-04). */
  static Optional<AidClass> aidClass(Question q, Enrolment enrolment) {
    return q.entitlements().aidClasses().stream()
        .filter(c -> !q.rules().asks(EligibilityRule.R_AID_04) || isOfHome(c, enrolment))
        .filter(c -> !q.rules().asks(EligibilityRule.R_YEAR_06) || c.holdsOn(q.day()))
        .findFirst();
  }

  private static boolean isOfHome(AidClass aid, Enrolment enrolment) {
    return aid.area().equals(enrolment.area());
  }

  private void aid(boolean pool) {
    List<AidClass> classes = q.entitlements().aidClasses();
    if (classes.isEmpty()) {
      return;
    }
    Optional<AidClass> aid = aidClass(q, enrolment);
    if (aid.isEmpty()) {
      boolean elsewhere = classes.stream().noneMatch(c -> isOfHome(c, enrolment));
      EligibilityRule rule = elsewhere ? EligibilityRule.R_AID_04 : EligibilityRule.R_YEAR_06;
      closeAid(
          Say.of(
                  rule,
                  elsewhere
                      ? "救助对象身份由 " + classes.get(0).area() + " 认定，在参保地 " + enrolment.area() + " 无效"
                      : "就诊当日不是救助对象",
                  elsewhere
                      ? "The aid class is of area "
                          + classes.get(0).area()
                          + " and holds not in "
                          + enrolment.area()
                      : "No aid class holds on the day of service")
              .remedy("可向参保地申请认定救助对象", "Apply for recognition at home"));
      return;
    }
    if (q.rules().asks(EligibilityRule.R_INST_04) && !isAidHospital()) {
      closeAid(
          Say.of(
                  EligibilityRule.R_INST_04,
                  q.place().yes(EntitlementName.AID_ONLY_AT_AID_HOSPITALS).source().toString(),
                  "本机构不是定点救助医疗机构，医疗救助基金不予支付",
                  "Not an aid hospital: the medical-aid fund pays nothing here")
              .remedy("请到定点救助医疗机构就医", "Go to a hospital that is designated for aid"));
      return;
    }
    if (pool) {
      q.findings()
          .open(
              List.of(MEDICAL_AID),
              Say.of(
                      EligibilityRule.R_INST_04,
                      "救助对象（" + aid.get().word() + "）可以享受医疗救助",
                      "Medical aid for the class " + aid.get().word())
                  .until(aid.get().to()));
    }
  }

  private boolean isAidHospital() {
    Ruling<Boolean> only = q.place().yes(EntitlementName.AID_ONLY_AT_AID_HOSPITALS);
    boolean anywhere = only instanceof Ruling.Said<Boolean> said && !said.value();
    return anywhere
        || q.institution().agreementOn(q.day()).filter(Agreement::aidHospital).isPresent();
  }

  private void closeAid(Say say) {
    q.findings().close(List.of(MEDICAL_AID), say);
  }
}
