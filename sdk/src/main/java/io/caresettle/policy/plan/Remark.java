package io.caresettle.policy.plan;

/** Why a step did less than one might expect, or nothing. */
public enum Remark {
  /** Nothing to remark. */
  NONE("", ""),
  NO_LINE("本单无此类项目", "no line of this bill is concerned"),
  POOL_CLOSED("本次就诊统筹基金不予支付", "the pool fund is not open for this visit"),
  ACCOUNT_CLOSED("本次就诊个人账户不可用", "the personal account is not open for this visit"),
  ALREADY_MET("本年度起付标准已满", "the deductible of the year was met before"),
  ALL_BELOW("全部在起付标准以内", "all of it lies within the deductible"),
  NOTHING_LEFT("前面各步之后没有余额", "the steps before left nothing"),
  LIMIT_REACHED("达到年度限额", "the limit of the year is reached"),
  LIMIT_USED_UP("年度限额此前已用完", "the limit of the year was used up before"),
  BALANCE_SHORT("个人账户余额不足", "the account does not hold enough"),
  BALANCE_ZERO("个人账户余额为零", "the account is empty");

  private final String zh;
  private final String en;

  Remark(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
