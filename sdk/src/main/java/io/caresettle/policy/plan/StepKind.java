package io.caresettle.policy.plan;

/** The eleven kinds of step, in the one order in which they can run. */
public enum StepKind {
  LINE_TOTAL("line-total", "单价乘数量", "price × quantity"),
  OUT_OF_CATALOGUE("out-of-catalogue", "目录外自费", "out of catalogue"),
  PRICE_LIMIT("price-limit", "超限价自付", "above the price limit"),
  FIRST_SELF_PAY("first-self-pay", "先行自付", "first self-pay"),
  IN_SCOPE("in-scope", "符合政策范围", "in scope"),
  DEDUCTIBLE("deductible", "起付标准", "deductible"),
  COST_LIMIT("cost-limit", "计入费用限额", "limit of counted cost"),
  RATE("rate", "统筹基金支付", "pool fund, by rate"),
  PAYMENT_LIMIT("payment-limit", "最高支付限额", "limit of fund payments"),
  ACCOUNT("account", "个人账户支付", "personal account"),
  CASH("cash", "个人现金", "cash");

  private final String id;
  private final String zh;
  private final String en;

  StepKind(String id, String zh, String en) {
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

  /** A plan that limits neither cost nor payments is still a plan. */
  public boolean optional() {
    return this == COST_LIMIT || this == PAYMENT_LIMIT;
  }
}
