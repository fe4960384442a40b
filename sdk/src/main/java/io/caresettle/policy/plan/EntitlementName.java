package io.caresettle.policy.plan;

import static io.caresettle.policy.plan.EntitlementUnit.CHOICE;
import static io.caresettle.policy.plan.EntitlementUnit.COUNT;
import static io.caresettle.policy.plan.EntitlementUnit.DAYS;
import static io.caresettle.policy.plan.EntitlementUnit.MONTHS;
import static io.caresettle.policy.plan.EntitlementUnit.MONTH_DAY;
import static io.caresettle.policy.plan.EntitlementUnit.SET;
import static io.caresettle.policy.plan.EntitlementUnit.YEARS;
import static io.caresettle.policy.plan.EntitlementUnit.YES_NO;

import java.util.List;
import java.util.Optional;

/** What an area says about who may have what, and when: a closed list, the same in every area. */
public enum EntitlementName {
  EMPLOYEE_STARTS(
      "employee.starts",
      "R-ELIG-01",
      CHOICE,
      "day-after-arrival",
      "on-arrival",
      "month-after-arrival"),
  FLEXIBLE_STARTS("flexible.starts", "R-ELIG-02", CHOICE, "month-after-arrival", "after-waiting"),
  /** From arrival; entitled from the day after they end. */
  FLEXIBLE_WAITING("flexible.waiting", "R-ELIG-02", MONTHS),
  /** A gap up to this spares the waiting; 0 never. */
  FLEXIBLE_NO_WAITING_GAP("flexible.no-waiting-gap", "R-ELIG-02", MONTHS),
  FLEXIBLE_ACCOUNT_STARTS(
      "flexible.account-starts", "R-ELIG-04", CHOICE, "with-pool", "on-arrival"),
  /** Central period, of the year before. */
  RESIDENT_PERIOD_FROM("resident.period-from", "R-ELIG-05", MONTH_DAY),
  RESIDENT_PERIOD_TO("resident.period-to", "R-ELIG-05", MONTH_DAY),
  RESIDENT_NEEDS_CONTINUITY("resident.needs-continuity", "R-ELIG-05", YES_NO),
  RESIDENT_LATE_STARTS(
      "resident.late-starts", "R-ELIG-06", CHOICE, "month-after-payment", "after-waiting"),
  RESIDENT_WAITING("resident.waiting", "R-ELIG-06", MONTHS),
  NEWBORN_WINDOW_COUNTED_IN("newborn.window-counted-in", "R-ELIG-07", CHOICE, "months", "days"),
  NEWBORN_WINDOW("newborn.window", "R-ELIG-07", COUNT),
  NEWBORN_COUNTS_FROM("newborn.counts-from", "R-ELIG-07", CHOICE, "birth", "day-after-birth"),
  /** Who pays for the year of birth: where the government does, any enrolment covers it. */
  NEWBORN_BIRTH_YEAR("newborn.birth-year", "R-ELIG-07", CHOICE, "government-pays", "family-pays"),
  FRESHMAN_STARTS("freshman.starts", "R-ELIG-08", MONTH_DAY),
  AID_NO_WAITING("aid.no-waiting", "R-ELIG-09", YES_NO),
  DISABLED_NO_WAITING("disabled.no-waiting", "R-ELIG-09", YES_NO),
  ARREARS_STOPS("arrears.stops", "R-ELIG-10", CHOICE, "month-after-unpaid"),
  /** 0 is none. */
  EMPLOYER_MAKE_UP("employer.make-up", "R-ELIG-11", MONTHS),
  EMPLOYER_GAP("employer.gap", "R-ELIG-11", CHOICE, "payable", "not-payable"),
  /** 0 is none. */
  FLEXIBLE_MAKE_UP("flexible.make-up", "R-ELIG-12", MONTHS),
  FLEXIBLE_GAP("flexible.gap", "R-ELIG-12", CHOICE, "payable", "not-payable"),
  CHANGE_WINDOW("change.window", "R-ELIG-13", MONTHS),
  CHANGE_GAP("change.gap", "R-ELIG-13", CHOICE, "payable", "not-payable"),
  SUSPENDED_ACCOUNT("suspended.account", "R-ELIG-14", CHOICE, "usable", "closed"),
  /** Of what the funds would have paid in a gap, whose part its bearer owes. */
  GAP_OWED("gap.owed", "R-ELIG-15", CHOICE, "pool", "insurance-funds"),
  PRISON_STOPS("prison.stops", "R-ELIG-16", CHOICE, "month-after-judgment"),
  RETIRED_YEARS_MEN("retired.years-men", "R-ELIG-19", YEARS),
  RETIRED_YEARS_WOMEN("retired.years-women", "R-ELIG-19", YEARS),
  /** Critical illness and the large-sum subsidy. */
  SECOND_LAYER("second-layer", "R-CI-03", CHOICE, "with-basic", "on-application"),
  /** Whether the costs of a violation count towards no supplement and no aid. */
  VIOLATION_LEFT_OUT("violation.left-out", "R-CI-03", YES_NO),
  /** Of several classes that a person has, the first of them counts. */
  AID_CLASSES(
      "aid.classes",
      "R-AID-04",
      SET,
      "destitute",
      "orphan",
      "disabled-soldier",
      "full",
      "civil-affairs",
      "favoured",
      "hardship-worker",
      "fixed",
      "severely-disabled",
      "retrenched",
      "subsistence",
      "near-subsistence",
      "rigid-expenditure",
      "other-hardship",
      "recipient"),
  SCHEMES_PRECEDENCE("schemes.precedence", "R-DUAL-02", CHOICE, "employee", "forbidden"),
  STAY_SCHEME_CHANGE(
      "stay.scheme-change", "R-DUAL-03", CHOICE, "resident-for-the-stay", "split-by-time"),
  YEAR_STARTS("year.starts", "R-YEAR-01", MONTH_DAY),
  STAY_COUNTS_BY("stay.counts-by", "R-YEAR-02", CHOICE, "discharge", "by-days", "service"),
  HAND_CLAIM_UNTIL("hand-claim.until", "R-YEAR-04", CHOICE, "end-of-next-year"),
  GRADES_APPLY("grades.apply", "R-INST-03", YES_NO),
  AID_ONLY_AT_AID_HOSPITALS("aid.only-at-aid-hospitals", "R-INST-04", YES_NO),
  STAY_ONE_AT_A_TIME("stay.one-at-a-time", "R-INST-05", YES_NO),
  STAY_OUTSIDE_PURCHASES(
      "stay.outside-purchases", "R-INST-06", CHOICE, "not-paid", "with-certificate", "paid"),
  INTERNET_NEEDS_AGREEMENT("internet.needs-agreement", "R-INST-08", YES_NO),
  EXCLUDED_BINDS(
      "excluded.binds", "R-SCOPE-02", CHOICE, "basic", "basic-and-critical-illness", "all"),
  THIRD_PARTY_ADVANCE("third-party.advance", "R-SCOPE-03", CHOICE, "fund-first", "recovery-only"),
  SPECIAL_RECOGNISED_FIRST("special.recognised-first", "R-SCOPE-10", YES_NO),
  CATALOGUE_APPLY_WITHIN("catalogue.apply-within", "R-DATA-08", DAYS),
  PRESCRIPTION_REVIEW_FIRST("prescription.review-first", "R-RX-01", YES_NO),
  FAMILY_RELATIONS(
      "family.relations", "R-ACCT-03", SET, "spouse", "parent", "child", "near-relative"),
  ACCOUNT_INSURANCE_FROM(
      "account.insurance-from", "R-ACCT-05", CHOICE, "any-balance", "past-years"),
  ACCOUNT_INSURANCE_FOR(
      "account.insurance-for",
      "R-ACCT-05",
      SET,
      "self",
      "spouse",
      "parent",
      "child",
      "near-relative"),
  ACCOUNT_PREMIUMS(
      "account.premiums",
      "R-ACCT-06",
      SET,
      "critical-illness",
      "critical-illness-of-the-retired",
      "long-term-care",
      "resident"),
  SANCTION_MONTHS_LEAST("sanction.months-least", "R-MON-03", MONTHS),
  SANCTION_MONTHS_MOST("sanction.months-most", "R-MON-03", MONTHS),
  SANCTION_ACCOUNT("sanction.account", "R-MON-03", CHOICE, "usable", "closed"),
  /** What becomes of the bills of a suspension that nothing was found against. */
  SUSPENSION_CLEARED(
      "suspension.cleared", "R-SETL-07", CHOICE, "claimed-by-hand", "settled-afterwards"),
  OFF_SITE_NEEDS_FILING("off-site.needs-filing", "R-OFF-03", YES_NO),
  /** A temporary filing lasts at least. */
  OFF_SITE_TEMPORARY_MONTHS("off-site.temporary-months", "R-OFF-03", MONTHS),
  OFF_SITE_EMERGENCY_COUNTS("off-site.emergency-counts", "R-OFF-04", YES_NO),
  OFF_SITE_FILED_BY("off-site.filed-by", "R-OFF-05", CHOICE, "discharge", "admission"),
  OFF_SITE_ZONE("off-site.zone", "R-OFF-07", CHOICE, "no-filing-in-delta-zone", "none"),
  LONG_TERM_CARE_EXISTS("long-term-care.exists", "R-LTC-01", YES_NO),
  LONG_TERM_CARE_SUSPENSION_LEAST("long-term-care.suspension-least", "R-LTC-01", MONTHS),
  LONG_TERM_CARE_SUSPENSION_MOST("long-term-care.suspension-most", "R-LTC-01", MONTHS);

  private final String id;
  private final String rule;
  private final EntitlementUnit unit;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> words;

  EntitlementName(String id, String rule, EntitlementUnit unit, String... words) {
    this.id = id;
    this.rule = rule;
    this.unit = unit;
    this.words = unit == YES_NO ? List.of("yes", "no") : List.of(words);
  }

  /** As a pack writes it, such as {@code employer.make-up}. */
  public String id() {
    return id;
  }

  /** The rule it is a part of, such as R-ELIG-11. */
  public String rule() {
    return rule;
  }

  public EntitlementUnit unit() {
    return unit;
  }

  /** The words it may be said in; none where it is a number or a day. */
  public List<String> words() {
    return words;
  }

  /** Whether this can be said of it: one word or number, or of a set its words in order. */
  public boolean allows(List<String> said) {
    return unit.allows(said, words);
  }

  /** The constant of a pack's name. */
  public static Optional<EntitlementName> named(String id) {
    for (EntitlementName name : values()) {
      if (name.id.equals(id)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return id;
  }
}
