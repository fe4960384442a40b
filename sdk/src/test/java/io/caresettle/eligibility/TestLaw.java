package io.caresettle.eligibility;

import static io.caresettle.policy.plan.EntitlementName.*;

import io.caresettle.money.Payer;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Citation;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.Scheme;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What five areas say, as far as a verdict at the counter rests on it; by their own articles. */
final class TestLaw {

  static final String SUZHOU = "320500";
  static final String NANTONG = "320600";
  static final String HAINAN = "460000";
  static final String SHANGHAI = "310000";

  private static final Map<String, EntitlementRules> AREAS =
      Map.of(
          SUZHOU,
          suzhou(SUZHOU),
          "320583",
          suzhou("320583"),
          NANTONG,
          nantong(),
          HAINAN,
          hainan(),
          SHANGHAI,
          shanghai(),
          "test",
          fictitious());

  static final AreaLaw LAW =
      new AreaLaw() {
        @Override
        public EntitlementRules on(String area, LocalDate day) {
          return AREAS.getOrDefault(area, EntitlementRules.silent(area));
        }

        @Override
        public Map<String, Set<Payer>> groups(
            String area, Scheme scheme, CareType care, LocalDate day) {
          return scheme == Scheme.EMPLOYEE ? EMPLOYEES : Map.of();
        }
      };

  /** As Suzhou's packs name them: the disabled soldiers' share is the pool's own. */
  private static final Map<String, Set<Payer>> EMPLOYEES =
      Map.of(
          "none", Set.of(),
          "disabled-soldier", Set.of(),
          "civil-servant", Set.of(Payer.CIVIL_SERVANT_SUBSIDY),
          "employer-plan", Set.of(Payer.SUPPLEMENTS));

  private TestLaw() {}

  private static EntitlementRules suzhou(String area) {
    return said(jiangsu(area))
        .say(SCHEMES_PRECEDENCE, "SZ", "53", 1, "employee")
        .say(GAP_OWED, "SZ", "52", 1, "insurance-funds")
        .say(SUSPENDED_ACCOUNT, "SZ", "21", 3, "usable")
        .say(GRADES_APPLY, "SZ", "62", 1, "yes")
        .say(AID_ONLY_AT_AID_HOSPITALS, "SZ", "62", 2, "yes")
        .say(EXCLUDED_BINDS, "SZ", "57", 1, "basic-and-critical-illness")
        .say(THIRD_PARTY_ADVANCE, "SZ", "57", 2, "fund-first")
        .say(INTERNET_NEEDS_AGREEMENT, "SZ", "64", 3, "yes")
        .say(SPECIAL_RECOGNISED_FIRST, "SZ", "31", 2, "yes")
        .say(PRESCRIPTION_REVIEW_FIRST, "SZ", "65", 1, "yes")
        .say(YEAR_STARTS, "SZ", "81", 1, "01-01")
        .say(ACCOUNT_INSURANCE_FROM, "SZ", "43", 1, "any-balance")
        .say(ACCOUNT_INSURANCE_FOR, "SZ", "43", 1, "self")
        .say(ACCOUNT_PREMIUMS, "SZ", "16", 1, "critical-illness", "long-term-care", "resident")
        .say(FAMILY_RELATIONS, "SZ", "16", 2, "spouse", "parent", "child", "near-relative")
        .say(STAY_OUTSIDE_PURCHASES, "JSR", "39", 1, "with-certificate")
        .rules;
  }

  private static EntitlementRules nantong() {
    return said(jiangsu(NANTONG))
        .say(SUSPENDED_ACCOUNT, "NT", "12", 2, "usable")
        .say(ACCOUNT_PREMIUMS, "NT", "22", 2, "critical-illness-of-the-retired")
        .say(GRADES_APPLY, "NT", "43", 1, "no")
        .say(AID_ONLY_AT_AID_HOSPITALS, "NT", "27", 1, "yes")
        .say(STAY_ONE_AT_A_TIME, "NT", "41", 1, "yes")
        .say(STAY_OUTSIDE_PURCHASES, "NT", "41", 1, "not-paid")
        .say(STAY_SCHEME_CHANGE, "NT", "41", 1, "resident-for-the-stay")
        .say(STAY_COUNTS_BY, "NT", "41", 1, "discharge")
        .say(YEAR_STARTS, "NT", "41", 1, "01-01")
        .say(EXCLUDED_BINDS, "NT", "37", 1, "basic")
        .say(OFF_SITE_NEEDS_FILING, "NT", "49", 1, "yes")
        .say(CATALOGUE_APPLY_WITHIN, "NT", "38", 1, "30")
        .say(SPECIAL_RECOGNISED_FIRST, "NT", "42", 1, "yes")
        .rules;
  }

  /** What the province says for all its cities. */
  private static EntitlementRules jiangsu(String area) {
    return said(EntitlementRules.silent(area))
        .say(SCHEMES_PRECEDENCE, "JS", "10", 1, "forbidden")
        .say(GAP_OWED, "JS", "72", 3, "pool")
        .say(SECOND_LAYER, "JS", "21", 1, "with-basic")
        .say(OFF_SITE_NEEDS_FILING, "JS", "57", 1, "yes")
        .say(OFF_SITE_EMERGENCY_COUNTS, "JS", "57", 1, "yes")
        .say(OFF_SITE_FILED_BY, "JS", "57", 1, "discharge")
        .say(OFF_SITE_ZONE, "JS", "57", 1, "no-filing-in-delta-zone")
        .say(LONG_TERM_CARE_EXISTS, "JS", "33", 1, "yes")
        .say(CATALOGUE_APPLY_WITHIN, "JS", "44", 1, "30")
        .rules;
  }

  private static EntitlementRules hainan() {
    return said(EntitlementRules.silent(HAINAN))
        .say(SCHEMES_PRECEDENCE, "HN", "11", 1, "forbidden")
        .say(EXCLUDED_BINDS, "HN", "15", 1, "all")
        .say(THIRD_PARTY_ADVANCE, "HN", "15", 2, "fund-first")
        .say(FAMILY_RELATIONS, "HN", "14", 1, "spouse", "parent", "child")
        .rules;
  }

  private static EntitlementRules shanghai() {
    return said(EntitlementRules.silent(SHANGHAI))
        .say(SCHEMES_PRECEDENCE, "SH", "12", 1, "forbidden")
        .say(SECOND_LAYER, "SH", "18", 2, "on-application")
        .say(GRADES_APPLY, "SH", "31", 1, "no")
        .say(EXCLUDED_BINDS, "SH", "29", 2, "basic")
        .say(THIRD_PARTY_ADVANCE, "SH", "29", 3, "recovery-only")
        .say(ACCOUNT_INSURANCE_FROM, "SH", "24", 2, "past-years")
        .say(
            ACCOUNT_INSURANCE_FOR,
            "SH",
            "24",
            2,
            "self",
            "spouse",
            "parent",
            "child",
            "near-relative")
        .say(OFF_SITE_NEEDS_FILING, "SH", "46", 1, "yes")
        .say(OFF_SITE_FILED_BY, "SH", "46", 1, "admission")
        .say(OFF_SITE_ZONE, "SH", "10", 1, "no-filing-in-delta-zone")
        .say(LONG_TERM_CARE_EXISTS, "SH", "22", 1, "yes")
        .rules;
  }

  private static EntitlementRules fictitious() {
    return said(jiangsu("test"))
        .say(GRADES_APPLY, "JS", "41", 1, "no")
        .say(STAY_SCHEME_CHANGE, "JS", "14", 1, "split-by-time")
        .rules;
  }

  private static Area said(EntitlementRules rules) {
    return new Area(rules);
  }

  private record Area(EntitlementRules rules) {

    Area say(EntitlementName name, String text, String article, int paragraph, String... words) {
      return new Area(
          rules.saying(name, new Citation(text, article, paragraph, Optional.empty()), words));
    }
  }
}
