package io.caresettle.eligibility;

import io.caresettle.policy.plan.Scheme;

/** On which ground somebody is insured (参保身份), as the centre has it. */
public enum InsuredKind {
  EMPLOYER("单位职工", "employee of an employer"),
  FLEXIBLE("灵活就业人员", "flexible worker"),
  /** On unemployment benefit, without own payment (SZ 17, NT 8). */
  UNEMPLOYED("领取失业金人员", "unemployed on benefit"),
  /** Insured for stays only, from before; without a personal account (NT 9). */
  HOSPITAL_ONLY("原参加住院基本医疗保险人员", "insured for hospital stays only"),
  RESIDENT("城乡居民", "resident");

  private final String zh;
  private final String en;

  InsuredKind(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public Scheme scheme() {
    return this == RESIDENT ? Scheme.RESIDENT : Scheme.EMPLOYEE;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
