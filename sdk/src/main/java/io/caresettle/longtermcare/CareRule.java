package io.caresettle.longtermcare;

/**
 * A check of a long-term-care visit that a terminal can make alone, with the rule it keeps, the
 * articles, and what the caregiver reads where it stops.
 */
public enum CareRule {
  /** Who is cared for was checked, for this, at this visit. */
  IDENTITY_AT_START(
      "R-ID-08", "SH 22¶3, 61¶1(2)", "护理开始前未核验身份", "Who is cared for was not checked at the start"),
  /** The same person was checked again at the end. */
  SAME_PERSON_AT_END(
      "R-ID-08",
      "SH 22¶3, 61¶1(2)",
      "护理结束时未核验身份或与开始时不是同一人",
      "Who is cared for was not checked at the end, or is not who was checked at the start"),
  /** Somebody answers for each act, and is not barred from care. */
  CAREGIVER(
      "R-LTC-02",
      "SH 61¶1, 61¶3; SZ 66",
      "护理人员不明或已被暂停服务",
      "Nobody answers for it, or a caregiver who is barred"),
  /** The carer has an agreement with the fund of the person's area on the day. */
  AGREEMENT(
      "R-LTC-01",
      "SH 22¶3",
      "本机构当日没有该地区长护险服务协议",
      "This institution has no long-term-care agreement with that area's fund on the day"),
  /** A designated assessor found a level, which holds on the day. */
  LEVEL(
      "R-LTC-01",
      "SH 22¶2, 61¶1(1); SZ 47¶1",
      "当日没有定点评估机构出具的有效评估等级",
      "No level by a designated assessor holds on the day"),
  /** A plan for that level holds on the day. */
  PLAN(
      "R-LTC-01",
      "SH 22¶3, 61¶1(3)",
      "没有按评估等级制定的当日有效的服务计划",
      "No service plan for the assessed level holds on the day"),
  /** Networked settlement of the person's long-term care is not suspended. */
  NOT_SUSPENDED(
      "R-MON-03", "SH 62", "长护险联网结算暂停中", "Networked settlement of long-term care is suspended"),
  /** What is given stands in the plan and was chosen at the start. */
  ITEM(
      "R-LTC-02",
      "SH 22¶3, 61¶1(4)",
      "服务项目不在计划内或开始时未选",
      "An item is not in the plan, or was not chosen at the start"),
  /** Care ends after it began. */
  ORDER("R-LTC-02", "SH 22¶3, 61¶1(4)", "结束时间不晚于开始时间", "The end is not after the start"),
  /** No more minutes than the standard has, nor than passed. */
  DURATION(
      "R-LTC-02",
      "SH 22¶3, 61¶1(4)",
      "服务时长超过标准或超过实际时间",
      "More minutes than the standard has, or than passed"),
  /** No more often than the plan says. */
  FREQUENCY(
      "R-LTC-02",
      "SH 22¶3, 61¶1(4)",
      "服务次数超过计划频次",
      "The item was given as often as the plan allows"),
  /** No more money than the standard says for the minutes. */
  FEE("R-LTC-02", "SH 61¶1(5)", "费用超出服务费用标准", "The fee is above the standard"),
  /** The long-term-care fund and the person pay it all, and nobody else. */
  OWN_LEDGER(
      "R-LTC-01",
      "SH 22¶1, SZ 46",
      "费用构成不等于长护险基金加个人支付，或动用了医保基金",
      "The figures are not long-term-care fund plus own payment, or a medical fund pays");

  private final String id;
  private final String articles;
  private final String zh;
  private final String en;

  CareRule(String id, String articles, String zh, String en) {
    this.id = id;
    this.articles = articles;
    this.zh = zh;
    this.en = en;
  }

  /** Such as R-LTC-02. Several checks may keep one rule. */
  public String id() {
    return id;
  }

  /** The law's short names and articles, such as SH 22¶3. */
  public String articles() {
    return articles;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
