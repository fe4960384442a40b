package io.caresettle.eligibility;

/**
 * A rule about who may have what, where and from which fund, by its id, with the articles. An
 * area's own article stands in the finding, where the area has one.
 */
public enum EligibilityRule {
  /** The day of service decides, not the day of sending. */
  R_ELIG_22(
      "R-ELIG-22", Where.TERMINAL, "SZ 19; SZ 29¶1; NT 11; NT 20; JS 15; HN 24; SH 15; SH 17"),
  /** An account may begin before the pool. */
  R_ELIG_04("R-ELIG-04", Where.BOTH, "NT 12¶1"),
  /** A flexible worker's waiting period. */
  R_ELIG_02("R-ELIG-02", Where.CENTRE, "JS 15¶2; SH 15"),
  /** A resident's waiting period. */
  R_ELIG_06("R-ELIG-06", Where.CENTRE, "JS 15¶3; SZ 29¶1; NT 20"),
  /** What an employer makes up in time is payable afterwards. */
  R_ELIG_11("R-ELIG-11", Where.CENTRE, "SZ 21¶1; NT 11¶2; SH 15"),
  /** What the insured makes up in time is payable afterwards. */
  R_ELIG_12("R-ELIG-12", Where.CENTRE, "SZ 21¶2; NT 12¶2"),
  /** Who changes the employer, the area or to flexible work in time is insured throughout. */
  R_ELIG_13("R-ELIG-13", Where.CENTRE, "SZ 24; NT 11¶3"),
  /** While the pool is suspended the account stays usable. */
  R_ELIG_14("R-ELIG-14", Where.BOTH, "SZ 21; NT 12¶2; HN 24; SH 15"),
  /** Who bears what the funds do not pay in a gap. */
  R_ELIG_15("R-ELIG-15", Where.BOTH, "SZ 52; JS 72¶3; NT 11¶2"),
  /** In prison nothing is paid. */
  R_ELIG_16("R-ELIG-16", Where.CENTRE, "SZ 54; JS 18"),
  /** After death or emigration nothing is paid. */
  R_ELIG_17("R-ELIG-17", Where.CENTRE, "JS 19; SZ 54; NT 15"),
  /** Critical illness runs with the basic insurance. */
  R_ELIG_20("R-ELIG-20", Where.CENTRE, "NT 23¶1; JS 21; SH 18; HN 40"),
  /** Who is insured for stays only has no account. */
  R_ELIG_21("R-ELIG-21", Where.BOTH, "NT 9¶2"),
  /** Nobody has the same benefit twice. */
  R_DUAL_01("R-DUAL-01", Where.BOTH, "JS 10; SZ 53; NT 48; HN 11; SH 12"),
  /** Of two schemes one pays, or neither may be. */
  R_DUAL_02("R-DUAL-02", Where.BOTH, "SZ 53; JS 10; HN 11; SH 12"),
  /** A change of scheme during a stay. */
  R_DUAL_03("R-DUAL-03", Where.CENTRE, "NT 41¶1(5)"),
  /** In which settlement year a visit counts. */
  R_YEAR_01("R-YEAR-01", Where.BOTH, "SZ 81; NT 41¶1(3)"),
  /** The class on the day of service counts. */
  R_YEAR_06("R-YEAR-06", Where.CENTRE, "JS 15, 24; NT 20"),
  /** An institution settles the care that it is designated for. */
  R_INST_01("R-INST-01", Where.BOTH, "SZ 62¶1; JS 41; HN 23(10); SH 31; NT 43"),
  /** Without an agreement nothing is settled. */
  R_INST_02("R-INST-02", Where.CENTRE, "NT 41¶1(2); SZ 72"),
  /** The grade decides which funds an institution may draw on. */
  R_INST_03("R-INST-03", Where.BOTH, "SZ 62"),
  /** Medical aid pays at its own hospitals. */
  R_INST_04("R-INST-04", Where.BOTH, "SZ 62¶2; NT 27"),
  /** A person lies in one institution at a time. */
  R_INST_05("R-INST-05", Where.CENTRE, "NT 41¶1(6)"),
  /** What is bought outside during a stay. */
  R_INST_06("R-INST-06", Where.CENTRE, "NT 41¶1(6); JSR 39"),
  /** Who is suspended draws on no fund. */
  R_INST_07("R-INST-07", Where.BOTH, "JS 41, 65, 73, 75; NT 58; HN 30, 34; SH 57; SZ 77"),
  /** Care over the internet needs a supplementary agreement. */
  R_INST_08("R-INST-08", Where.BOTH, "JS 41¶3; SZ 64¶3; HN 20; SH 31¶2"),
  /** Five kinds of cost are never paid. */
  R_SCOPE_02("R-SCOPE-02", Where.BOTH, "JS 38¶1; SZ 57¶1; NT 37; HN 15; SH 29"),
  /** A third party pays first, or the fund recovers. */
  R_SCOPE_03("R-SCOPE-03", Where.BOTH, "JS 38¶2; SZ 57¶2; HN 15; SH 29"),
  /** An injury away from home is flagged, and declared by whoever says nobody else is liable. */
  R_SCOPE_04("R-SCOPE-04", Where.TERMINAL, "JSR 38"),
  /** A special disease is recognised before it is paid. */
  R_SCOPE_10("R-SCOPE-10", Where.CENTRE, "NT 42; SZ 13, 31; JS 23"),
  /** An emergency order may lift a rule, and is named. */
  R_SCOPE_12("R-SCOPE-12", Where.BOTH, "JS 32"),
  /** Out of the province the place's catalogue holds. */
  R_OFF_01("R-OFF-01", Where.BOTH, "NT 49¶1; JSR 15"),
  /** Within Jiangsu there is one catalogue. */
  R_OFF_02("R-OFF-02", Where.BOTH, "JSR 15"),
  /** Care elsewhere needs a filing. */
  R_OFF_03("R-OFF-03", Where.CENTRE, "JS 57¶1; SZ 73; NT 49; SH 46; JSR 7"),
  /** An emergency counts as filed. */
  R_OFF_04("R-OFF-04", Where.BOTH, "JSR 8, 37"),
  /** A filing by the day of discharge is early enough. */
  R_OFF_05("R-OFF-05", Where.CENTRE, "JSR 25"),
  /** In the delta's demonstration zone nobody files. */
  R_OFF_07("R-OFF-07", Where.CENTRE, "SH 10; JSR 14"),
  /** Where the second layer is applied for, it opens with the application. */
  R_CI_03("R-CI-03", Where.CENTRE, "SH 18¶2"),
  /** An aid class holds in the area that granted it. */
  R_AID_04("R-AID-04", Where.CENTRE, "JS 24; SZ 39; NT 25; SH 19"),
  /** A suspended person pays all. */
  R_MON_03("R-MON-03", Where.BOTH, "JS 65, 77; NT 58; SH 53, 62; HN 30"),
  /** What held on the day of service holds for it ever after. */
  R_TXN_07("R-TXN-07", Where.BOTH, "JS 15, 24; NT 20"),
  /** A catalogue is taken into use in time. */
  R_DATA_08("R-DATA-08", Where.TERMINAL, "NT 38; JS 44"),
  /** Nothing is passed to a commercial insurer without the person's authorisation. */
  R_DATA_07("R-DATA-07", Where.CENTRE, "SH 50; SZ 70"),
  /** Commercial insurance and mutual aid come after the public layers. */
  R_OTH_01("R-OTH-01", Where.CENTRE, "JS 28-30; SZ 42-44; NT 30-32; SH 23, 24, 50"),
  /** At a pharmacy the pool pays what was prescribed and reviewed. */
  R_RX_01("R-RX-01", Where.TERMINAL, "SZ 65"),
  /** A resident has no account. */
  R_ACCT_01("R-ACCT-01", Where.BOTH, "SZ 16; JS 29; NT 9; HN 14; SH 24"),
  /** Whose accounts may pay for a relative. */
  R_ACCT_03("R-ACCT-03", Where.BOTH, "SZ 16¶2; HN 14"),
  /** What an account never pays. */
  R_ACCT_04("R-ACCT-04", Where.TERMINAL, "NT 37"),
  /** Which insurance an account buys, and for whom. */
  R_ACCT_05("R-ACCT-05", Where.BOTH, "JS 29; SZ 43; NT 31; SH 24"),
  /** Which premiums an account pays. */
  R_ACCT_06("R-ACCT-06", Where.BOTH, "SZ 16; NT 22"),
  /** Long-term care by assessment and plan. */
  R_LTC_01("R-LTC-01", Where.BOTH, "SH 22, 62; JS 33; SZ 45; NT 34"),
  /** A visit of long-term care by its plan. */
  R_LTC_02("R-LTC-02", Where.BOTH, "SH 22¶3, 61; SZ 47; NT 34");

  /** Who decides. */
  public enum Where {
    TERMINAL,
    /** The terminal too, where it can. */
    BOTH,
    /** The terminal reads it from the dates that the centre answers. */
    CENTRE
  }

  private final String id;
  private final Where where;
  private final String articles;

  EligibilityRule(String id, Where where, String articles) {
    this.id = id;
    this.where = where;
    this.articles = articles;
  }

  /** Such as R-INST-03. */
  public String id() {
    return id;
  }

  public Where where() {
    return where;
  }

  /** The law's short names and articles, such as SZ 62¶2; NT 27. */
  public String articles() {
    return articles;
  }
}
