package io.caresettle.sim.entitle;

/** A rule of who is entitled to what, by its id, with the articles it comes from. */
public enum CentreRule {
  /** An employee is covered once the employer's money has arrived. */
  R_ELIG_01("R-ELIG-01", "JS 15¶1; SZ 19; NT 11¶1; SH 15¶1; HN 24¶1"),
  /** A flexible worker waits. */
  R_ELIG_02("R-ELIG-02", "JS 15¶2, ¶4; SH 15¶2"),
  /** A flexible worker is covered from the month after the money arrived. */
  R_ELIG_03("R-ELIG-03", "SZ 20; NT 12¶1"),
  /** A flexible worker's account may open before the pool. */
  R_ELIG_04("R-ELIG-04", "NT 12¶1"),
  /** A resident who paid in the central period is covered from the new year. */
  R_ELIG_05("R-ELIG-05", "JS 15¶3; SZ 29¶1; NT 20¶1; SH 17"),
  /** A resident who paid late waits. */
  R_ELIG_06("R-ELIG-06", "JS 15¶3, ¶4; SZ 29¶1; NT 20¶1; SH 17"),
  /** A newborn enrolled in time is covered from birth. */
  R_ELIG_07("R-ELIG-07", "SZ 29¶3; NT 20¶2; JS 15¶4; SH 17"),
  /** A freshman is covered from the autumn of entry. */
  R_ELIG_08("R-ELIG-08", "SZ 29¶2; NT 20¶3"),
  /** Some residents never wait. */
  R_ELIG_09("R-ELIG-09", "JS 15¶4; NT 20¶4"),
  /** An employer's arrears stop the pool. */
  R_ELIG_10("R-ELIG-10", "JS 72¶3; SZ 21¶1; NT 11¶2; SH 15¶1"),
  /** An employer's arrears can be made good. */
  R_ELIG_11("R-ELIG-11", "SZ 21¶1; NT 11¶2; SH 15¶1"),
  /** A flexible worker's arrears stop the pool, and may be made good. */
  R_ELIG_12("R-ELIG-12", "SZ 21¶2; NT 12¶2"),
  /** A change of employer, area or status that is joined up breaks nothing. */
  R_ELIG_13("R-ELIG-13", "SZ 24; NT 11¶3"),
  /** The account outlasts a suspension. */
  R_ELIG_14("R-ELIG-14", "SZ 21¶3; NT 11¶2, 12¶2"),
  /** Who did not pay bears the gap. */
  R_ELIG_15("R-ELIG-15", "SZ 52; JS 72¶3; NT 11¶2"),
  /** A prisoner is not covered. */
  R_ELIG_16("R-ELIG-16", "SZ 54¶2; JS 18¶3"),
  /** Death and emigration end the relation. */
  R_ELIG_17("R-ELIG-17", "JS 19; SZ 54¶1; NT 15"),
  /** The unemployed on benefit count as active. */
  R_ELIG_18("R-ELIG-18", "JS 14¶3; SZ 17; NT 8¶6; SH 15¶3"),
  /** A pensioner's benefits need the years of contribution. */
  R_ELIG_19("R-ELIG-19", "JS 17; SZ 22¶1; NT 13¶1; SH 16"),
  /** Critical illness runs with the basic benefits. */
  R_ELIG_20("R-ELIG-20", "NT 23¶1; JS 21"),
  /** Who is insured for the hospital only has no account. */
  R_ELIG_21("R-ELIG-21", "NT 9¶2"),
  /** The day of service decides, not the day of sending. */
  R_ELIG_22("R-ELIG-22", "follows from R-ELIG-01 to 13"),
  /** Nobody is enrolled twice. */
  R_DUAL_01("R-DUAL-01", "JS 10¶4, 77; SZ 53; NT 48; HN 11, 24; SH 12¶3"),
  /** Of two schemes the employee's pays. */
  R_DUAL_02("R-DUAL-02", "SZ 53; JS 10¶3"),
  /** A change of scheme during a stay. */
  R_DUAL_03("R-DUAL-03", "NT 41(5)"),
  /** Whoever changes schemes, or is released, joins as the area says. */
  R_DUAL_04("R-DUAL-04", "JS 18¶3"),
  /** The settlement year. */
  R_YEAR_01("R-YEAR-01", "SZ 81; NT 41(3)"),
  /** The year of a stay across the turn of the year. */
  R_YEAR_02("R-YEAR-02", "NT 41(3); JSR 44"),
  /** How long a claim by hand is open, and in which year it counts. */
  R_YEAR_04("R-YEAR-04", "SZ 72¶3"),
  /** The class of the day of service counts. */
  R_YEAR_06("R-YEAR-06", "JS 15, 24; NT 20"),
  /** Elsewhere than at a designated institution only an emergency is paid, by hand. */
  R_INST_02("R-INST-02", "NT 41(2); JSR 19; SZ 72¶2(2)"),
  /** Nobody lies in two hospitals. */
  R_INST_05("R-INST-05", "NT 41(6)"),
  /** What an inpatient buys outside. */
  R_INST_06("R-INST-06", "NT 41(6); JSR 39"),
  /** A special disease is recognised before it is paid. */
  R_SCOPE_10("R-SCOPE-10", "NT 42; SZ 13, 31; JS 23"),
  /** Dual-channel drugs are paid at once, or by hand. */
  R_RX_05("R-RX-05", "JS 44; SZ 72¶2(4); NT 41(6)"),
  /** Maternity, and who bears it when the employer did not pay. */
  R_BEN_06("R-BEN-06", "JS 81; SZ 25, 26¶4, 33; SH 21; NT 21"),
  /** Rare diseases by the province's own scheme. */
  R_BEN_08("R-BEN-08", "JS 31¶3; NT 33; SH 44"),
  /** Retired cadres and the military have rules of their own. */
  R_BEN_10("R-BEN-10", "JS 82; SZ 82"),
  /** The residents' threshold of critical illness has a bound. */
  R_CI_02("R-CI-02", "JS 23¶2; NT 23¶3"),
  /** Shanghai's supplements are applied for, and leave out the costs of who was punished. */
  R_CI_03("R-CI-03", "SH 18¶2, 20¶2"),
  /** Each area has its own classes of aid. */
  R_AID_04("R-AID-04", "JS 24; SZ 39; NT 25; SH 19"),
  /** Of several classes of aid one counts. */
  R_AID_05("R-AID-05", "SH 14¶2"),
  /** Off-site care is filed first. */
  R_OFF_03("R-OFF-03", "JS 57¶1; SH 46; NT 49; JSR 7-13"),
  /** An emergency counts as filed. */
  R_OFF_04("R-OFF-04", "JSR 8(5), 37"),
  /** Filed by the discharge is filed in time. */
  R_OFF_05("R-OFF-05", "JSR 25"),
  /** In the delta zone nothing is filed. */
  R_OFF_07("R-OFF-07", "SH 10; JSR 14"),
  /** What is not connected is paid by hand. */
  R_OFF_08("R-OFF-08", "SZ 72¶2; JSR 26"),
  /** A person whose online settlement is suspended pays all. */
  R_MON_03("R-MON-03", "JS 65¶2, 77; NT 58; SH 53, 62; HN 30"),
  /** An institution that refuses an investigation gets no fund money. */
  R_MON_04("R-MON-04", "JS 65¶1; HN 30"),
  /** Commercial insurance and mutual aid pay after the public layers, what they cover. */
  R_OTH_01("R-OTH-01", "JS 28-30; SZ 42-44; NT 30-32; SH 23, 24, 50"),
  /** Nothing is passed to a commercial insurer without the person's authorisation. */
  R_DATA_07("R-DATA-07", "SH 50; SZ 70");

  private final String id;
  private final String articles;

  CentreRule(String id, String articles) {
    this.id = id;
    this.articles = articles;
  }

  /** Such as R-ELIG-01. */
  public String id() {
    return id;
  }

  /** The law's short names and articles, such as SZ 19; NT 11¶1. */
  public String articles() {
    return articles;
  }
}
