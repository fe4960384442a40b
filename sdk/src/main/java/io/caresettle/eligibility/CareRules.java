package io.caresettle.eligibility;

import static io.caresettle.money.Payer.POOL_FUND;

import io.caresettle.eligibility.Visit.Excluded;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.Ruling;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which care is paid for: what is excluded, recognised, or bought beside a stay (R-SCOPE). */
final class CareRules {

  private final Question q;
  private final Enrolment enrolment;

  private CareRules(Question q, Enrolment enrolment) {
    this.q = q;
    this.enrolment = enrolment;
  }

  static void ask(Question q, Enrolment enrolment) {
    CareRules rules = new CareRules(q, enrolment);
    rules.excluded();
    ThirdParty.ask(q, enrolment);
    rules.recognised();
    rules.stays();
    rules.catalogue();
  }

  private void excluded() {
    Set<Excluded> told = q.visit().excluded();
    if (told.isEmpty() || !q.rules().asks(EligibilityRule.R_SCOPE_02)) {
      return;
    }
    Ruling<String> binds = q.home(enrolment).word(EntitlementName.EXCLUDED_BINDS);
    String zh = told.stream().sorted().map(Excluded::zh).collect(Collectors.joining("、"));
    String en = told.stream().sorted().map(Excluded::en).collect(Collectors.joining(", "));
    q.findings()
        .close(
            ThirdParty.excluded(q, binds),
            Say.of(
                EligibilityRule.R_SCOPE_02,
                binds.source().toString(),
                "医保基金不予支付：" + zh,
                "No insurance fund pays: " + en));
  }

  /** R-SCOPE-10: the disease is recognised, on the day, and the centre knows it. */
  private void recognised() {
    CareType care = q.visit().careType();
    boolean special = care == CareType.SPECIAL_OUTPATIENT;
    if (!(special || care == CareType.CHRONIC_OUTPATIENT)
        || !q.asks(EligibilityRule.R_SCOPE_10)
        || isNotNeeded()) {
      return;
    }
    Recognition.Kind kind = special ? Recognition.Kind.SPECIAL : Recognition.Kind.CHRONIC;
    List<Recognition> ofDisease =
        q.entitlements().recognitions().stream()
            .filter(r -> r.kind() == kind && r.disease().equals(q.visit().disease()))
            // A community's word is none where the text asks for level 2 (NT 42, SZ 13).
            .filter(r -> kind != Recognition.Kind.SPECIAL || isHighEnough(r))
            .toList();
    LocalDate day = q.visit().serviceDate();
    if (ofDisease.stream().anyMatch(r -> r.holdsOn(day) && isUploaded(r, day))) {
      return;
    }
    Optional<LocalDate> ended =
        ofDisease.stream()
            .flatMap(r -> r.to().stream())
            .filter(day::isAfter)
            .max(LocalDate::compareTo);
    boolean others = ofDisease.isEmpty() && !q.entitlements().recognitions().isEmpty();
    String zh =
        ended.map(end -> "门诊慢特病资格已于 " + end + " 到期").orElse(others ? "认定的是其他病种" : "未认定门诊慢特病");
    String en =
        ended
            .map(end -> "The recognition of the disease ended on " + end)
            .orElse(
                others ? "Another disease was recognised" : "The disease was not recognised yet");
    closePool(
        Say.of(
                EligibilityRule.R_SCOPE_10,
                q.home(enrolment).yes(EntitlementName.SPECIAL_RECOGNISED_FIRST).source().toString(),
                zh + "，统筹基金不予支付",
                en + ": the pool does not pay")
            .remedy("请到二级及以上定点医疗机构认定并上传", "Have it recognised and uploaded by a level-2 hospital"));
  }

  private static boolean isHighEnough(Recognition recognition) {
    return recognition.level() != InstitutionLevel.LEVEL_1;
  }

  private boolean isNotNeeded() {
    return q.home(enrolment).yes(EntitlementName.SPECIAL_RECOGNISED_FIRST)
            instanceof Ruling.Said<Boolean> said
        && !said.value();
  }

  private static boolean isUploaded(Recognition recognition, LocalDate day) {
    return recognition.uploaded().filter(sent -> !sent.isAfter(day)).isPresent();
  }

  /** R-INST-05 and -06: what somebody has elsewhere who lies in another institution. */
  private void stays() {
    Visit visit = q.visit();
    List<Stay> elsewhere =
        q.entitlements().stays().stream()
            .filter(stay -> !stay.institution().equals(q.institution().code()))
            .filter(stay -> !visit.lastDay().isBefore(stay.from()))
            .filter(stay -> stay.to().filter(visit.serviceDate()::isAfter).isEmpty())
            .toList();
    for (Stay stay : elsewhere) {
      if (visit.careType().isStay()) {
        second(stay);
      } else {
        outside(stay);
      }
    }
  }

  private void second(Stay stay) {
    // Who moves from one house to another on one day is never in both.
    boolean moved =
        stay.to().filter(q.visit().serviceDate()::equals).isPresent()
            || q.visit().discharged().filter(stay.from()::equals).isPresent();
    Ruling<Boolean> ruling = q.home(enrolment).yes(EntitlementName.STAY_ONE_AT_A_TIME);
    boolean allowed = ruling instanceof Ruling.Said<Boolean> said && !said.value();
    if (moved || allowed || !q.rules().asks(EligibilityRule.R_INST_05)) {
      return;
    }
    closePool(
        Say.of(
                EligibilityRule.R_INST_05,
                ruling.source().toString(),
                "同一时间只能在一家机构住院（含家庭病床），现住院机构 " + stay.institution(),
                "In one institution at a time: the person is in " + stay.institution())
            .until(stay.to())
            .remedy("请先在原机构办理出院结算", "Be discharged and settled there first"));
  }

  private void outside(Stay stay) {
    if (q.visit().dualChannel() || !q.rules().asks(EligibilityRule.R_INST_06)) {
      return;
    }
    Ruling<String> ruling = q.home(enrolment).word(EntitlementName.STAY_OUTSIDE_PURCHASES);
    if (ruling instanceof Ruling.NotPublished<String> silent) {
      closePool(Say.unpublished(EligibilityRule.R_INST_06, silent).until(stay.to()));
    } else if (ruling.value().equals("not-paid")
        || (ruling.value().equals("with-certificate") && !q.visit().certified())) {
      closePool(
          Say.of(
                  EligibilityRule.R_INST_06,
                  ruling.source().toString(),
                  "住院期间院外就医购药费用不予支付，现住院机构 " + stay.institution(),
                  "During a stay in " + stay.institution() + " nothing outside is paid for")
              .until(stay.to())
              .remedy("请由住院机构计入住院费用", "Have the hospital book it in the stay"));
    }
  }

  /** R-DATA-08: a catalogue that is too old is no basis for a fund's payment. */
  private void catalogue() {
    Optional<LocalDate> outdated = q.counter().outdatedSince();
    if (outdated.isEmpty() || !q.rules().asks(EligibilityRule.R_DATA_08)) {
      return;
    }
    Ruling<Integer> within = q.place().number(EntitlementName.CATALOGUE_APPLY_WITHIN);
    if (within instanceof Ruling.NotPublished<Integer> silent) {
      closePool(Say.unpublished(EligibilityRule.R_DATA_08, silent));
    } else if (q.visit().serviceDate().isAfter(outdated.get().plusDays(within.value()))) {
      closePool(
          Say.of(
                  EligibilityRule.R_DATA_08,
                  within.source().toString(),
                  "医保目录已于 " + outdated.get() + " 更新，本机逾期未更新",
                  "There is a newer catalogue since "
                      + outdated.get()
                      + ", not in use here in time")
              .remedy("请更新医保目录后重试", "Update the catalogue and try again"));
    }
  }

  private void closePool(Say say) {
    q.findings().close(List.of(POOL_FUND), say);
  }
}
