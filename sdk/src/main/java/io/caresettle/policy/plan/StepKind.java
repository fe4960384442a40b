package io.caresettle.policy.plan;

/** The kinds of step, in the one order in which they can run; layers run in the pack's order. */
public enum StepKind {
  LINE_TOTAL(1, "line-total", "单价乘数量", "price × quantity"),
  OUT_OF_CATALOGUE(2, "out-of-catalogue", "目录外自费", "out of catalogue"),
  PRICE_LIMIT(3, "price-limit", "超限价自付", "above the price limit"),
  FIRST_SELF_PAY(4, "first-self-pay", "先行自付", "first self-pay"),
  IN_SCOPE(5, "in-scope", "符合政策范围", "in scope"),
  USABLE_FUNDS(6, "usable-funds", "可用基金", "usable funds"),
  OFF_SITE_FIRST(7, "off-site-first", "异地先行自付", "first self-pay away from home"),
  ACCOUNT_FIRST(8, "account-first", "个人账户先行支付", "personal account, before the deductible"),
  DEDUCTIBLE(9, "deductible", "起付标准", "deductible"),
  COST_LIMIT(10, "cost-limit", "计入费用限额", "limit of counted cost"),
  RATE(11, "rate", "统筹基金支付", "pool fund, by rate"),
  BANDS(11, "bands", "统筹基金分段支付", "pool fund, by bands"),
  PAYMENT_LIMIT(12, "payment-limit", "最高支付限额", "limit of fund payments"),
  LARGE_SUM(13, "large-sum", "大额补助", "large-sum subsidy"),
  CRITICAL_ILLNESS(13, "critical-illness", "大病保险", "critical illness"),
  SUPPLEMENT(13, "supplement", "补助", "supplement"),
  MEDICAL_AID(13, "medical-aid", "医疗救助", "medical aid"),
  OVERALL_CAP(14, "overall-cap", "基金支付合计上限", "cap of all funds"),
  ACCOUNT(15, "account", "个人账户支付", "personal account"),
  FAMILY_ACCOUNT(16, "family-account", "家庭共济账户支付", "family account"),
  CASH(17, "cash", "个人现金", "cash"),
  ALLOCATE(18, "allocate", "分摊到明细", "allocation to lines");

  private final int place;
  private final String id;
  private final String zh;
  private final String en;

  StepKind(int place, String id, String zh, String en) {
    this.place = place;
    this.id = id;
    this.zh = zh;
    this.en = en;
  }

  /** Name of the step in a pack. */
  public String id() {
    return id;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  /** Only what cuts the bill, and cash, stand in every plan. */
  public boolean optional() {
    return place > IN_SCOPE.place && this != CASH;
  }

  /** Whether a plan may have several of it. */
  public boolean repeats() {
    return this == SUPPLEMENT || this == MEDICAL_AID;
  }

  /** Where it stands; steps of one place stand in any order, or exclude one another. */
  public int place() {
    return place;
  }
}
